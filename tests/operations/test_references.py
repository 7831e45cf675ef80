"""Which directive is meant by what was typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.operations.references import (
    AmbiguousReference,
    Finder,
    UnknownReference,
    parse_reference,
    resolve,
)
from tracker.store.finding import Found

FIRST = Found(1, "25/KH-UBND", "2022-05-24", "Việc năm trước")
SECOND = Found(2, "25/KH-UBND", "2023-05-24", "Việc năm nay")
KEY = parse_reference("25/KH-UBND").document_key


def finder(*directives: Found) -> Finder:
    """A register that holds these, all of one number."""

    def find(
        *,
        id: int | None = None,
        document_key: str | None = None,
        issued_on: str | None = None,
        key_prefix: str | None = None,
        with_void: bool = False,
    ) -> tuple[Found, ...]:
        del with_void  # none of these was voided
        return tuple(
            one
            for one in directives
            if id in (None, one.id)
            and document_key in (None, KEY)
            and issued_on in (None, one.issued_on)
            and (key_prefix is None or (KEY or "").startswith(key_prefix))
        )

    return find


@pytest.mark.parametrize("text", ["3", "#3", " 3 ", "003", "3\u200b", "\ud8003"])
def test_a_bare_number_is_an_id(text: str) -> None:
    assert parse_reference(text).id == 3


@pytest.mark.parametrize(
    "text",
    ["25/KH-UBND", "25/kh-ubnd", " 25 / KH-UBND ", "số 25/KH-UBND", "Kế hoạch số 25/KH-UBND"],
)
def test_a_document_number_is_known_however_it_is_written(text: str) -> None:
    reference = parse_reference(text)
    assert (reference.id, reference.document_key, reference.issued_on) == (None, KEY, None)


@pytest.mark.parametrize(
    "text", ["25/KH-UBND ngày 24/5/2023", "25/KH-UBND 2023-05-24", "25/KH-UBND, ngày 24.5.2023"]
)
def test_a_number_with_its_date_means_that_document_alone(text: str) -> None:
    reference = parse_reference(text)
    assert (reference.document_key, reference.issued_on) == (KEY, date(2023, 5, 24))
    assert resolve(finder(FIRST, SECOND), text) is SECOND


@given(st.text())
def test_whatever_is_typed_is_read_as_some_reference(text: str) -> None:
    reference = parse_reference(text)
    assert (reference.id is None) != (reference.document_key is None)
    assert reference.id is None or 0 <= reference.id < 2**63


def test_several_of_one_number_are_offered_to_choose_from() -> None:
    with pytest.raises(AmbiguousReference) as refusal:
        resolve(finder(FIRST, SECOND), "25/KH-UBND")
    assert refusal.value.candidates == (FIRST, SECOND)


def test_what_only_begins_alike_is_suggested_and_never_taken() -> None:
    with pytest.raises(UnknownReference) as refusal:
        resolve(lambda **wanted: (SECOND,) if "key_prefix" in wanted else (), "25/KH")
    assert refusal.value.similar == (SECOND,)


def test_an_unknown_id_suggests_nothing() -> None:
    with pytest.raises(UnknownReference) as refusal:
        resolve(finder(FIRST), "9")
    assert refusal.value.similar == ()
