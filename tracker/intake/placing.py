"""The cells of a row under their fields, and those that no field is found for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.intake.claims import read_claim
from tracker.intake.drafts import Field
from tracker.intake.looks import DEADLINES, Look, look_of
from tracker.intake.moved_deadlines import day_moved_to
from tracker.intake.outcomes import Texts
from tracker.intake.records import placed_texts
from tracker.intake.state_columns import States, is_nought, told_by


def placed(
    cells: Sequence[str], fields: Mapping[int, Field], states: States
) -> tuple[Texts, tuple[str, ...]]:
    """The texts of a row by field, and those that no field was found for.

    ``states``: what the columns claim in which a mark says how far a task is.
    """
    texts: Texts = {}
    unused: list[str] = []
    for place, cell in enumerate(cells):
        if look_of(cell) is Look.BLANK:
            continue
        told = _told(fields.get(place), cell, states.get(place, ""))
        if told is not None and Field.PROGRESS in told and Field.PROGRESS in texts:
            told = _with_prose_aside(texts, told)
        if told is None or not texts.keys().isdisjoint(told):
            unused.append(cell)
        else:
            texts |= told
    unused += _moved_deadline(texts)
    return placed_texts(texts), tuple(unused)


def _with_prose_aside(texts: Texts, told: Texts) -> Texts | None:
    """What a cell tells where another tells how far it is too: a claim stays, prose gives way.

    Prose is the result where there is none, else a note.
    """
    both = (texts[Field.PROGRESS], told[Field.PROGRESS])
    claims = [text for text in both if read_claim(text) is not None]
    prose = [text for text in both if text not in claims]
    taken = texts.keys() | told.keys()
    place = Field.NOTE if Field.RESULT in taken else Field.RESULT
    if len(claims) != 1 or place in taken:
        return None
    del texts[Field.PROGRESS]
    return {**told, Field.PROGRESS: claims[0], place: prose[0]}


def _told(field: Field | None, cell: str, claimed: str) -> Texts | None:
    """What a cell tells; None where that is not known."""
    if field is Field.STATE:
        return {} if is_nought(cell) else told_by(claimed, cell)
    if field is Field.DERIVED:
        # A day is nothing that the register works out.
        return None if look_of(cell) is Look.DATE else {}
    return None if field in (None, Field.OTHER) else {field: cell}


def _moved_deadline(texts: Texts) -> list[str]:
    """Let the deadline be the one to which it was moved; the text that is of no use any more."""
    moved = texts.pop(Field.EXTENDED, "")
    before = texts.get(Field.DEADLINE, "")
    if look_of(moved) not in DEADLINES:
        day, rest = day_moved_to(before)
        if day:
            texts[Field.DEADLINE] = day
        return [one for one in (moved, rest) if one]
    texts[Field.DEADLINE] = moved
    return [before] if before not in ("", moved) else []
