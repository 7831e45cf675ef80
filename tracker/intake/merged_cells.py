"""What a row has from the one above because the file has merged their cells."""

from __future__ import annotations

from collections.abc import Collection, Iterator

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
}
"""The columns of which one cell may hold for several rows, and the fields that it tells.

What is to be done, and what came of it, each row says for itself.
"""


def take_over(
    record: Record, above: Record, *, covered: Collection[Field], columns: Collection[Field]
) -> None:
    """Give a record what stands in the cells that it shares with the record above.

    ``covered``: the columns of those cells; ``columns``: all that its row has.
    """
    taken = [
        name for name in _told(covered, columns) if name in above.texts and _lacks(record, name)
    ]
    # In front: the last text of a row is the one that may go on in the next line.
    record.texts = {name: above.texts[name] for name in taken} | record.texts
    lines = [_origin(above, name) for name in taken]
    record.taken_over = tuple(
        TakenOver(
            line=line,
            fields=tuple(name for name, at in zip(taken, lines, strict=True) if at == line),
        )
        for line in dict.fromkeys(lines)
    )


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
