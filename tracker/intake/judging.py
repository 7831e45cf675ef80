"""Which cell of a single row is what, where no columns are of any help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.intake.documents import names_day
from tracker.intake.drafts import Field
from tracker.intake.looks import DAYS, DEADLINES, Look, look_of

_WORDS = (Look.LONG, Look.SHORT, Look.DEADLINE)


def judge(cells: Sequence[str]) -> dict[int, Field]:
    """The field of each cell that can be told by its looks and its place in the row.

    Before the content stand the document and its date, behind it the deadline, the day of
    completion, the claim and the result. A day that the result repeats is that of completion.
    """
    looks = [look_of(cell) for cell in cells]
    document = _first(looks, Look.DOCUMENT)
    content = _content(cells, looks, after=-1 if document is None else document)
    if content is None:
        return {}
    fields = {content: Field.CONTENT}
    if document is not None and document < content:
        fields[document] = Field.NUMBER
    for place, look in enumerate(looks[:content]):
        if look in (Look.ORDINAL, Look.MARK) and Field.ORDINAL not in fields.values():
            fields[place] = Field.ORDINAL
        elif look in DAYS:
            fields[place] = Field.ISSUED
    return fields | _behind(cells, looks, content)


def _behind(cells: Sequence[str], looks: Sequence[Look], content: int) -> dict[int, Field]:
    places = range(content + 1, len(cells))
    days = [place for place in places if looks[place] in DEADLINES]
    fields = dict(zip(days, (Field.DEADLINE, Field.COMPLETED), strict=False))
    for look, field in ((Look.CLAIM, Field.PROGRESS), (Look.DOCUMENT, Field.RESULT)):
        found = [place for place in places if looks[place] is look]
        fields |= dict.fromkeys(found[:1], field)
    if len(days) == 1 and _is_day_of_result(cells, fields, days[0]):
        fields[days[0]] = Field.COMPLETED
    return fields


def _is_day_of_result(cells: Sequence[str], fields: Mapping[int, Field], place: int) -> bool:
    results = [at for at, field in fields.items() if field is Field.RESULT]
    return any(names_day(cells[at], cells[place]) for at in results)


def _first(looks: Sequence[Look], wanted: Look) -> int | None:
    return next((place for place, look in enumerate(looks) if look is wanted), None)


def _content(cells: Sequence[str], looks: Sequence[Look], *, after: int) -> int | None:
    """The longest text in words."""
    places = [place for place in range(after + 1, len(cells)) if looks[place] in _WORDS]
    return max(places, key=lambda place: len(cells[place]), default=None)
