"""What a row has from the one above: the file has merged their cells, or a mark says «as above»."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from tracker.intake.dittos import is_ditto
from tracker.intake.drafts import Field, TakenOver
from tracker.intake.records import Record

_TOLD: dict[Field, tuple[Field, ...]] = {
    Field.ISSUED: (Field.ISSUED,),
    Field.ASSIGNED: (Field.ASSIGNED, Field.ASSIGNED_BY),
    Field.DEADLINE: (Field.DEADLINE,),
    Field.UNIT: (Field.UNIT,),
    Field.SUPPORTING: (Field.SUPPORTING,),
    Field.OFFICER: (Field.OFFICER,),
    Field.LEAD: (Field.UNIT, Field.OFFICER),
    Field.ASSIGNED_BY: (Field.ASSIGNED_BY,),
    Field.ISSUING_BODY: (Field.ISSUING_BODY,),
    **{one: (one,) for one in (Field.COMPLETED, Field.PROGRESS, Field.RESULT)},
}
"""The columns of which one cell may hold for several rows, and the fields that it tells.

What is to be done each row says for itself.
"""


def take_over(
    record: Record, above: Record, *, covered: Collection[Field], columns: Collection[Field]
) -> None:
    """Give a record what stands in the cells that it shares with the record above.

    ``covered``: the columns of those cells; ``columns``: all that its row has.
    """
    taken = {
        name: text
        for name in _told(covered, columns)
        if (text := _text_of(above, name)) and _lacks(record, name)
    }
    # In front: the last text of a row is the one that may go on in the next line.
    record.texts = taken | record.texts
    lines = [_origin(above, name) for name in taken]
    record.taken_over = tuple(
        TakenOver(
            line=line,
            fields=tuple(name for name, at in zip(taken, lines, strict=True) if at == line),
        )
        for line in dict.fromkeys(lines)
    )


def places_of_marks(
    cells: Sequence[str], fields: Mapping[int, Field], above: Record | None
) -> frozenset[int]:
    """Where marks stand for what the record above has, as if the two cells were merged.

    A document with another day than that above is another one, whatever the mark says.
    """
    marks = {
        place: fields[place]
        for place, cell in enumerate(cells)
        if place in fields and is_ditto(cell)
    }
    if above is None or not marks:
        return frozenset()
    days = {cell for place, cell in enumerate(cells) if cell and fields.get(place) is Field.ISSUED}
    is_day_marked = Field.ISSUED in marks.values()
    document = above.document
    is_of_day = document is not None and (is_day_marked or days <= {document.issued})
    return frozenset(
        place
        for place, field in marks.items()
        if (is_of_day if field is Field.NUMBER else _is_told(field, above))
    )


def _is_told(column: Field, above: Record) -> bool:
    """Whether the record above has anything that a cell of a column can tell."""
    return any(_text_of(above, name) for name in _told((column,), ()))


def _text_of(above: Record, name: Field) -> str:
    """What a record has to tell, but for a mark; the day of its document may stand elsewhere."""
    text = above.texts.get(name, "")
    if is_ditto(text):
        return ""
    if text or name is not Field.ISSUED or above.document is None:
        return text
    return above.document.issued


def _told(covered: Collection[Field], columns: Collection[Field]) -> Iterator[Field]:
    """The fields that the cells tell, but for those that have a column of their own."""
    for column in covered:
        for name in _TOLD.get(column, ()):
            if name is column or name not in columns:
                yield name


def _lacks(record: Record, name: Field) -> bool:
    """Whether the row says nothing of it; the date of a document may stand beside its number."""
    if name in record.texts:
        return False
    named = record.own_document
    return name is not Field.ISSUED or (named is not None and not named.issued)


def _origin(above: Record, name: Field) -> int:
    """Where the text of a record stands that it may have taken over itself."""
    return next((one.line for one in above.taken_over if name in one.fields), above.line)
