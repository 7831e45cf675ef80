"""Which column is which field: by the headings, else by what stands below one another.

A row may have lost its place: the end of a page adds an empty column, a program drops one. So
every row is tried against the columns as they are, and against the columns moved by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.intake.aligning import aligned
from tracker.intake.documents import names_day
from tracker.intake.drafts import Field
from tracker.intake.looks import DAYS, DEADLINES, Look, look_of
from tracker.intake.raw_table import RawRow

Columns = tuple[Field | None, ...]
"""The field of each column; None where it is not known."""

_FITTING: dict[Field, frozenset[Look]] = {
    Field.ORDINAL: frozenset({Look.ORDINAL, Look.MARK}),
    Field.NUMBER: frozenset({Look.DOCUMENT}),
    Field.ISSUED: DAYS,
    Field.ASSIGNED: DAYS,
    Field.CONTENT: frozenset({Look.LONG, Look.SHORT}),
    Field.DEADLINE: DEADLINES,
    Field.EXTENDED: DEADLINES,
    Field.COMPLETED: DAYS,
    Field.PROGRESS: frozenset({Look.CLAIM}),
    Field.RESULT: frozenset({Look.DOCUMENT}),
}
"""What speaks for a column."""

_MOST_COLUMNS = 40
"""A wider table has not moved: each column would have to be tried."""

_DOUBTFUL = frozenset({Look.SHORT, Look.MARK})
_NAMES = frozenset({Look.SHORT, Look.MARK, Look.LONG})
_ANYTHING = frozenset(Look)
_NOTHING: frozenset[Look] = frozenset()
_BEARABLE: dict[Field, frozenset[Look]] = {
    Field.ORDINAL: frozenset({Look.SHORT}),
    # The date alone: the rest of a cell that was cut in two.
    Field.NUMBER: _DOUBTFUL | {Look.ORDINAL, Look.SERIAL, Look.DATE},
    # Days with dots and a short year look like ordinals: 20.8.26.
    Field.ISSUED: _DOUBTFUL | {Look.DEADLINE, Look.ORDINAL},
    Field.ASSIGNED: _DOUBTFUL | {Look.DEADLINE, Look.ORDINAL},
    Field.CONTENT: frozenset({Look.DEADLINE, Look.CLAIM, Look.MARK}),
    Field.DEADLINE: _DOUBTFUL | {Look.ORDINAL},
    # The result too, or how far it is: ``tracker.intake.outcomes``.
    Field.COMPLETED: _DOUBTFUL
    | {Look.CLAIM, Look.ORDINAL, Look.DEADLINE, Look.DOCUMENT, Look.LONG},
    Field.PROGRESS: frozenset({Look.SHORT, Look.LONG, Look.MARK, Look.DEADLINE, Look.DOCUMENT}),
    Field.RESULT: _ANYTHING - {Look.CLAIM, Look.ORDINAL},
    **dict.fromkeys((Field.UNIT, Field.SUPPORTING, Field.OFFICER), _NAMES),
    **dict.fromkeys((Field.ASSIGNED_BY, Field.ISSUING_BODY, Field.LEAD), _NAMES),
    **dict.fromkeys((Field.NOTE, Field.DERIVED, Field.OTHER, Field.STATE), _ANYTHING),
    Field.EXTENDED: _DOUBTFUL,
}
"""What speaks neither for a column nor against it; everything else does."""


def may_hold(field: Field, look: Look) -> bool:
    """Whether a cell speaks for a column; where nothing speaks for one, not against it."""
    return look in (_FITTING.get(field) or _BEARABLE.get(field, _NOTHING))


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """How well a row stands in columns; the better one is the greater."""

    misfits: int
    """Cells that cannot belong where they stand, counted below zero."""
    agreeing: int
    is_as_wide: bool


def fit_of(cells: Sequence[str], columns: Columns) -> Fit:
    """How well the cells stand in the columns."""
    return _fit(tuple(map(look_of, cells)), columns)


@lru_cache(maxsize=4096)
def _fit(looks: tuple[Look, ...], columns: Columns) -> Fit:
    misfits = agreeing = 0
    for place, look in enumerate(looks):
        if look is Look.BLANK:
            continue
        field = columns[place] if place < len(columns) else None
        if field is not None and look in _FITTING.get(field, _NOTHING):
            agreeing += 1
        elif field is None or look not in _BEARABLE.get(field, _NOTHING):
            misfits += 1
    return Fit(-misfits, agreeing, len(looks) == len(columns))


def best_columns(cells: Sequence[str], known: Columns) -> Columns:
    """The columns a row stands in: as known, or as known but for one, or for several.

    Of those that fit as well as any other the first is taken. Where some are missing, the deadline
    is not among them, unless the day that stands there is that of the result.
    """
    columns = _best(tuple(map(look_of, cells)), known)
    if len(columns) < len(known):
        return _with_day_of_result(columns, [cells])
    return columns


@lru_cache(maxsize=4096)
def _best(looks: tuple[Look, ...], known: Columns) -> Columns:
    """The columns by the looks alone: most rows of a table look like another one."""
    if _is_in_place(looks, known):
        return known
    candidates = _moved(known) if _may_have_moved(looks, known) else (known,)
    columns = max(candidates, key=lambda columns: _fit(looks, columns))
    if len(looks) < len(known) and len(looks) <= _MOST_COLUMNS:
        columns = max(columns, _regained(looks, known), key=lambda one: _agreement(looks, one))
    return columns


def _is_in_place(looks: tuple[Look, ...], known: Columns) -> bool:
    """Whether a row has its document where it should be, a content behind it, and nothing that
    cannot belong where it stands: a content that reads like a deadline is one all the same."""
    if len(looks) != len(known) or _fit(looks, known).misfits < 0:
        return False
    fields = dict(zip(known, looks, strict=True))
    is_content = fields.get(Field.CONTENT, Look.BLANK) is not Look.BLANK
    return is_content and fields.get(Field.NUMBER) is Look.DOCUMENT


def _may_have_moved(looks: tuple[Look, ...], known: Columns) -> bool:
    """Whether cells may stand beside their columns, behind a content that stands in its own.

    They can have moved only where there is room: another cell, or a last column without heading.
    Else what is odd in a cell is odd there.
    """
    is_room = len(looks) != len(known) or known[-1] is None
    return is_room or not _begins_in_place(looks, known)


def _begins_in_place(looks: tuple[Look, ...], known: Columns) -> bool:
    """Whether what stands up to the content may stand there, and the content is one."""
    if Field.CONTENT not in known:
        return False
    content = known.index(Field.CONTENT)
    is_content = looks[content] in (Look.LONG, Look.SHORT)
    return is_content and _fit(looks[: content + 1], known[: content + 1]).misfits == 0


def _agreement(looks: tuple[Look, ...], columns: Columns) -> tuple[int, int]:
    """How well a row fits, whatever its width: blank cells that are there say where others are."""
    fit = _fit(looks, columns)
    return fit.misfits, fit.agreeing


def _regained(looks: tuple[Look, ...], known: Columns) -> Columns:
    """The columns of a row that has lost several of its blank cells."""
    places = [place for place, look in enumerate(looks) if look is not Look.BLANK]
    fields = aligned(places, known, lambda place, field: _worth(field, looks[place]))
    return tuple(map(fields.get, range(len(looks))))


def _worth(field: Field | None, look: Look) -> int:
    if field is None:
        return 0
    if look in _FITTING.get(field, _NOTHING):
        return 3
    return int(look in _BEARABLE.get(field, _NOTHING))


def _moved(columns: Columns) -> Iterator[Columns]:
    yield columns
    if len(columns) > _MOST_COLUMNS:
        return
    for place in range(len(columns) + 1):
        yield (*columns[:place], None, *columns[place:])
    for place in reversed(range(len(columns))):
        yield (*columns[:place], *columns[place + 1 :])


def columns_by_looks(rows: Sequence[RawRow]) -> Columns:
    """The columns of a table without headings, from what most cells of each look like.

    Told from left to right: a document, its date, the content, a deadline, the day of completion,
    a claim, the result. Nothing where no document and no content can be made out.
    """
    told = _columns_told_apart(rows)
    document = _first(told, Look.DOCUMENT)
    content = _content(rows, after=document)
    if content is None:
        return ()
    fields: list[Field | None] = [None] * max(len(told), content + 1)
    days = iter((Field.DEADLINE, Field.COMPLETED))
    for place, look in enumerate(told):
        if place < content:
            fields[place] = _before_content(look, is_document=place == document)
        elif place > content:
            fields[place] = _behind_content(look, days)
    fields[content] = Field.CONTENT
    return _with_day_of_result(tuple(fields), [row.cells for row in rows])


def _with_day_of_result(columns: Columns, rows: Sequence[Sequence[str]]) -> Columns:
    """A single column of days that the results repeat is not that of the deadlines."""
    if Field.COMPLETED in columns or not {Field.DEADLINE, Field.RESULT} <= set(columns):
        return columns
    day, result = columns.index(Field.DEADLINE), columns.index(Field.RESULT)
    both = [cells for cells in rows if max(day, result) < len(cells) and cells[day]]
    repeated = [names_day(cells[result], cells[day]) for cells in both if cells[result]]
    if not repeated or not all(repeated):
        return columns
    return tuple(Field.COMPLETED if place == day else it for place, it in enumerate(columns))


def _before_content(look: Look | None, *, is_document: bool) -> Field | None:
    if is_document:
        return Field.NUMBER
    if look in (Look.ORDINAL, Look.MARK):
        return Field.ORDINAL
    return Field.ISSUED if look in DAYS else None


def _behind_content(look: Look | None, days: Iterator[Field]) -> Field | None:
    if look in (Look.DATE, Look.DEADLINE, Look.SERIAL):
        return next(days, None)
    return _TOLD_BEHIND.get(look) if look else None


_TOLD_BEHIND = {
    Look.CLAIM: Field.PROGRESS,
    Look.DOCUMENT: Field.RESULT,
    # Names, of whomever: they stand where they are, beside blank cells too.
    Look.SHORT: Field.OTHER,
}


def _columns_told_apart(rows: Sequence[RawRow]) -> list[Look | None]:
    """The look that most cells of each column have; None of a column without any."""
    width = max((len(row.cells) for row in rows), default=0)
    counted: list[Counter[Look]] = [Counter() for _ in range(width)]
    for row in rows:
        for place, cell in enumerate(row.cells):
            counted[place][look_of(cell)] += 1
    for looks in counted:
        del looks[Look.BLANK]
    return [looks.most_common(1)[0][0] if looks else None for looks in counted]


def _first(told: Sequence[Look | None], wanted: Look) -> int | None:
    return next((place for place, look in enumerate(told) if look is wanted), None)


def _content(rows: Sequence[RawRow], *, after: int | None) -> int | None:
    """The column with the longest texts, behind the document where there is one."""
    first = 0 if after is None else after + 1
    lengths: Counter[int] = Counter()
    for row in rows:
        for place, cell in enumerate(row.cells[first:], start=first):
            if look_of(cell) in (Look.LONG, Look.SHORT):
                lengths[place] += len(cell)
    return lengths.most_common(1)[0][0] if lengths else None
