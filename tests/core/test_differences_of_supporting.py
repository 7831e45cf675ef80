"""Who leads is part of what a report said: where that changed since, it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import a_directive, assessed_on
from tracker.core.differences import DifferenceKind, FieldDifference, differences
from tracker.core.membership import Membership

(LED,) = assessed_on(a_directive())
SUPPORTED = replace(LED, is_supporting=True)


def test_what_the_office_only_supports_since_is_gone_from_the_report() -> None:
    (found,) = differences([(LED, Membership.OPEN)], [(SUPPORTED, Membership.SUPPORTING)])
    assert found.kind is DifferenceKind.GONE
    assert found.fields == (
        FieldDifference(field="is_supporting", old=False, new=True),
        FieldDifference(field="membership", old=Membership.OPEN, new=Membership.SUPPORTING),
    )


def test_what_the_office_leads_since_is_added_to_the_report() -> None:
    (found,) = differences([(SUPPORTED, Membership.SUPPORTING)], [(LED, Membership.OPEN)])
    assert found.kind is DifferenceKind.ADDED
    assert FieldDifference(field="is_supporting", old=True, new=False) in found.fields


@pytest.mark.parametrize(
    ("is_known_before", "kind"), [(False, DifferenceKind.ADDED), (True, DifferenceKind.GONE)]
)
def test_the_number_of_those_supported_counts_though_no_row_shows_them(
    is_known_before: bool, kind: DifferenceKind
) -> None:
    supported = [(SUPPORTED, Membership.SUPPORTING)]
    before, after = (supported, []) if is_known_before else ([], supported)
    (found,) = differences(before, after)
    assert (found.kind, found.row) == (kind, SUPPORTED)


def test_in_a_report_that_shows_those_supported_the_role_alone_is_a_change() -> None:
    (found,) = differences([(LED, Membership.OPEN)], [(SUPPORTED, Membership.OPEN)])
    assert found.kind is DifferenceKind.CHANGED
    assert found.fields == (FieldDifference(field="is_supporting", old=False, new=True),)
