"""Walking down a table with columns: what each row is, and which rows belong together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from tracker.core.citations import find_citations
from tracker.intake.asides import aside, is_above_grounds
from tracker.intake.below_headings import told_by_values
from tracker.intake.columns import Columns, best_columns, columns_by_looks, fit_of
from tracker.intake.drafts import Field, GroupRow, PassedOver, RowKind
from tracker.intake.heading_rows import (
    are_of_letters_sent,
    divided,
    fields_of_row,
    is_heading_row,
    is_second_heading_row,
    joined_headings,
)
from tracker.intake.judging import judge
from tracker.intake.landmarks import GroupLabel, group_label, is_section, landmark, signs
from tracker.intake.looks import Look, look_of
from tracker.intake.merged_cells import places_of_marks, take_over
from tracker.intake.placing import placed
from tracker.intake.raw_table import RawRow, RawTable
from tracker.intake.records import Inherited, Record
from tracker.intake.rests import completes_number, is_day_of, is_part_of
from tracker.intake.split_numbers import with_whole_number
from tracker.intake.state_columns import States, states_of

_JUDGED = (Field.DEADLINE, Field.COMPLETED, Field.PROGRESS)
"""What a directive has once: a row with its own is hardly the rest of another."""

_TELLING = frozenset({Field.NUMBER, *_JUDGED})
"""The headings that other tables of a report do not have."""

_MATTERING = (Field.NUMBER, Field.CONTENT, Field.DEADLINE, Field.COMPLETED)
"""What makes another directive of a row where it is missing."""

_NAMED = (Field.UNIT, Field.OFFICER, Field.LEAD, Field.ASSIGNED_BY, Field.ISSUING_BODY)
"""The columns of names."""

_IDENTIFYING = (Field.ORDINAL, Field.NUMBER)


class Walk:
    """What has been seen of a table on the way down."""

    def __init__(self, table: RawTable, document: Inherited | None) -> None:
        rows = self._rows = table.rows
        self._covered, self._not_calculated = table.covered, table.not_calculated
        self.records: list[Record] = []
        self.groups: list[GroupRow] = []
        self.passed_over: list[PassedOver] = []
        self.headings: dict[Field, str] = {}
        """What the columns are called that were understood."""
        self._document = document
        """Of every row that names none, where that was said or introduces the table."""
        self._has_headings = any(is_heading_row(row.cells) for row in rows)
        self._known = () if self._has_headings else self._told_by_looks(rows)
        self._before: RawRow | None = None
        self._open_end: RawRow | None = None
        """The row just above, if the text of its last cell may go on in the next line."""
        self._heading: tuple[Columns, tuple[str, ...]] | None = None
        """The headings just above, if this row may divide them: what they mean, and their words."""
        self._states: States = {}
        self._group: GroupRow | None = None
        self._is_open = not self._has_headings
        """Whether the next row may be one of the table: not before its headings, not after it."""
        self._is_of_letters_sent = False
        self._is_signed = False
        self._is_of_grounds = False
        """Whether the rows are but the documents that tasks are founded on."""
        self._is_joinable = False
        """Whether the rest of the last record may follow."""

    def _told_by_looks(self, rows: Sequence[RawRow]) -> Columns:
        """The columns of a table without headings; the sentences above it have none.

        Nothing where it may be any table: a day or a claim alone stands in many.
        """
        columns = columns_by_looks([row for row in rows if len(row.cells) > 1])
        judged = {Field.PROGRESS, Field.DEADLINE}, {Field.PROGRESS, Field.COMPLETED}
        is_telling = Field.NUMBER in columns or any(map(set(columns).issuperset, judged))
        return columns if is_telling or self._document is not None else ()

    def take(self, row: RawRow) -> None:
        """Go one row further down."""
        if self._heading is not None and is_second_heading_row(row.cells):
            fields, above = self._heading
            together = joined_headings(above, row.cells)
            self._take_heading(row, divided(fields, above, row.cells), together)
        elif is_heading_row(row.cells):
            self._take_heading(row, fields_of_row(row.cells), row.cells)
        elif (label := group_label(row)) is not None and self._may_group(row):
            self._take_group(row, label)
        elif (kind := self._landmark(row)) is not None:
            self._pass_over(row, kind)
        elif len(row.cells) == 1 or not self._may_be_record(row):
            self._take_text(row)
        elif (kind := aside(row, self._known)) is not None or is_section(row):
            self._take_aside(row, kind or RowKind.SECTION)
        else:
            self._take_record(row)
        self._before = row

    def _take_heading(self, row: RawRow, fields: Columns, headings: tuple[str, ...]) -> None:
        self._pass_over(row, RowKind.HEADING)
        self._heading = fields, headings
        self._states = states_of(fields, headings)
        columns = told_by_values(fields, self._below(row))
        for field, cell in zip(columns, row.cells, strict=False):
            if field is not None and cell:
                self.headings[field] = cell
        if Field.NUMBER not in columns and self._document is None:
            self._document = _introduced_by(self._before)
        is_telling = self._document is not None or not _TELLING.isdisjoint(columns)
        self._is_of_letters_sent = are_of_letters_sent(headings)
        is_telling = is_telling and not self._is_of_letters_sent
        self._known = columns if is_telling else ()
        self._is_open = is_telling
        self._is_signed = False
        is_judged = not {Field.CONTENT, *_JUDGED}.isdisjoint(columns)
        self._is_of_grounds = not is_judged and is_above_grounds(self._before)

    def _below(self, row: RawRow) -> Iterator[RawRow]:
        return islice(self._rows, bisect_right(self._rows, row.line, key=_line_of), None)

    def _may_group(self, row: RawRow) -> bool:
        """Whether a group can begin here: in running text such words say something else."""
        return self._is_open and (len(row.cells) > 1 or self._has_headings or bool(self.records))

    def _take_group(self, row: RawRow, label: GroupLabel) -> None:
        group = label.group or (self._group.group if self._group else label.default)
        self._group = GroupRow(
            line=row.line, text=" ".join(row.texts), group=group, claimed=label.claimed
        )
        self.groups.append(self._group)
        self._heading = None
        self._is_joinable = False

    def _landmark(self, row: RawRow) -> RowKind | None:
        kind = landmark(row)
        if kind is RowKind.SIGNATURE and self._is_content_beside_name(row):
            kind = None
        return kind or (RowKind.TEXT if self._is_of_grounds else None)

    def _is_content_beside_name(self, row: RawRow) -> bool:
        """Whether a row begins with who is concerned, in the column for that, and has a content."""
        if not self._is_open or len(row.cells) != len(self._known):
            return False
        fields = dict(zip(self._known, row.cells, strict=True))
        content = fields.get(Field.CONTENT, "")
        first = next(field for field, cell in zip(self._known, row.cells, strict=True) if cell)
        return first in _NAMED and content != "" and not signs(content)

    def _take_aside(self, row: RawRow, kind: RowKind) -> None:
        """A note, or another part of the table.

        A part within a group is marked with a small letter, or with a number behind that of the
        group, or not at all. One that names a document names that of its rows, where no column
        does.
        """
        self._pass_over(row, kind)
        if kind is not RowKind.SECTION:
            return
        self._is_joinable = False
        if Field.NUMBER not in self._known:
            self._document = _introduced_by(row) or self._document
        if look_of(row.texts[0]) is Look.MARK and not row.texts[0][:1].islower():
            self._group = None

    def _pass_over(self, row: RawRow, kind: RowKind) -> None:
        self._open_end = None
        self.passed_over.append(PassedOver(line=row.line, kind=kind, text=" ".join(row.texts)))
        if kind is RowKind.SIGNATURE:
            self._is_signed = True
            self._is_open = False
        if kind is not RowKind.HEADING:
            self._heading = None

    def _may_be_record(self, row: RawRow) -> bool:
        """Whether a row stands inside the table, or says of itself what it is."""
        if self._is_open or self._is_of_letters_sent:
            return self._is_open
        looks = set(map(look_of, row.cells))
        return Look.DOCUMENT in looks and not looks.isdisjoint({Look.LONG, Look.SHORT})

    def _take_text(self, row: RawRow) -> None:
        """What is no row of the table, unless it is the end of the last cell above."""
        if self._is_joinable and is_day_of(self.records[-1], row.texts[0]):
            self.records[-1].join(row.line, {Field.NUMBER: row.texts[0]}, by="\n")
            return
        if self._open_end is not None and _is_piece_under(self._open_end, row):
            place = _last_place(self.records[-1])
            self.records[-1].join(row.line, {place: row.texts[0]}, by="\n")
            self._open_end = row
            return
        self._pass_over(row, RowKind.SIGNATURE if self._is_signed else RowKind.TEXT)
        if self._has_headings and self.records and look_of(row.texts[0]) is Look.LONG:
            self._is_open = self._is_joinable = False

    def _take_record(self, row: RawRow) -> None:
        self._heading = None
        row = replace(row, cells=with_whole_number(row.cells, self._known))
        fields = self._fields(row.cells)
        marks = places_of_marks(row.cells, fields, self.records[-1] if self.records else None)
        texts, unused = placed(_without(row.cells, marks), fields, self._states_in(fields))
        not_calculated = self._uncalculated(row, fields)
        is_nothing = not texts.keys() & {Field.CONTENT, Field.NUMBER, Field.ISSUED}
        if is_nothing and not self._is_joinable and not_calculated is None:
            self._pass_over(row, RowKind.TEXT)
            return
        self._open_end = row if row.cells[-1] else None
        if not_calculated is None and not marks and self._continues(texts):
            self.records[-1].join(row.line, texts, by=" ")
            self.records[-1].unused += unused
            return
        record = Record(line=row.line, texts=texts, unused=unused)
        if self._group is not None:
            record.group, record.group_line = self._group.group, self._group.line
        record.not_calculated = not_calculated
        is_marked = Field.NUMBER in map(fields.get, marks)
        record.inherited = self.records[-1].document if is_marked else self._inherited(row, texts)
        self._take_over(record, fields, marks)
        self.records.append(record)
        self._is_open = self._is_joinable = True

    def _states_in(self, fields: Mapping[int, Field]) -> States:
        """What the columns claim, unless those of a row have moved: then it is not known of which
        a mark is."""
        if not self._states:
            return {}
        known = {place: field for place, field in enumerate(self._known) if field is not None}
        return self._states if fields == known else {}

    def _uncalculated(self, row: RawRow, fields: Mapping[int, Field]) -> Field | None:
        """What of a row that matters is a formula without a value."""
        for place, field in fields.items():
            if field in _MATTERING and (row.line, place) in self._not_calculated:
                return field
        return None

    def _fields(self, cells: Sequence[str]) -> dict[int, Field]:
        columns = best_columns(cells, self._known)
        fields = {place: field for place, field in enumerate(columns) if field is not None}
        is_guess = not self._has_headings and len(cells) != len(self._known)
        if is_guess or (fit_of(cells, columns).misfits < 0 and not self._is_in_place(cells)):
            judged = judge(cells)
            if {Field.NUMBER, Field.CONTENT} <= set(judged.values()):
                return judged
        return fields

    def _is_in_place(self, cells: Sequence[str]) -> bool:
        """Whether a document and a content stand right under their headings: then whatever is odd
        in the other cells is odd there, and not the place of the row."""
        if not self._has_headings or len(cells) != len(self._known):
            return False
        looks = dict(zip(self._known, map(look_of, cells), strict=True))
        is_content = looks.get(Field.CONTENT) in (Look.LONG, Look.SHORT)
        return looks.get(Field.NUMBER) is Look.DOCUMENT and is_content

    def _continues(self, texts: dict[Field, str]) -> bool:
        """Whether a row is but the rest of the one above, cut off by the end of a page."""
        if self._is_joinable and completes_number(self.records[-1], texts):
            return True
        if not self._is_joinable or texts.keys() & set(_IDENTIFYING):
            return False
        content = texts.get(Field.CONTENT, "")
        if self.records[-1].is_cut_off or not content:
            return True
        is_own = not texts.keys().isdisjoint(_JUDGED)
        return not (is_own and content[0].isupper())

    def _inherited(self, row: RawRow, texts: dict[Field, str]) -> Inherited | None:
        """The document of a row that names none: that of the row above, in a column for it."""
        if Field.NUMBER in texts:
            return None
        if Field.NUMBER not in self._known:
            return self._document
        if not self._is_joinable or not self._is_of_above(row, texts):
            return None
        return self.records[-1].document

    def _take_over(
        self, record: Record, fields: Mapping[int, Field], marks: Collection[int]
    ) -> None:
        """Give a record what stands in cells that are merged with those above it, or marked so."""
        merged = (self._covered if self._is_joinable else None) or ()
        covered = [
            field
            for place, field in fields.items()
            if place in marks or (record.line, place) in merged
        ]
        if covered:
            take_over(record, self.records[-1], covered=covered, columns=fields.values())

    def _is_of_above(self, row: RawRow, texts: dict[Field, str]) -> bool:
        """Whether a blank cell for the document means that of the row above.

        It does where the two are merged, or the row is numbered as a part of that above. Else
        nobody knows of a row that counts as one of its own, unless no such table can have merged
        cells; one with another date is of another document.
        """
        columns = best_columns(row.cells, self._known)
        places = [place for place, field in enumerate(columns) if field is Field.NUMBER]
        if any((row.line, place) in (self._covered or ()) for place in places):
            return True
        if is_part_of(self.records[-1], texts.get(Field.ORDINAL, "")):
            return Field.ISSUED not in texts
        is_counted = self._covered is not None and Field.ORDINAL in texts
        return not is_counted and Field.ISSUED not in texts


def _line_of(row: RawRow) -> int:
    return row.line


def _without(cells: Sequence[str], places: Collection[int]) -> tuple[str, ...]:
    """The cells, blank at some places."""
    return tuple("" if place in places else cell for place, cell in enumerate(cells))


def counted(groups: Sequence[GroupRow], records: Sequence[Record]) -> tuple[GroupRow, ...]:
    """The groups with the number of rows that stand under each."""
    return tuple(
        replace(group, found=sum(record.group_line == group.line for record in records))
        for group in groups
    )


def _is_piece_under(above: RawRow, row: RawRow) -> bool:
    """Whether a line is the next paragraph of the last cell above: the very next line, and not
    the beginning of a sentence."""
    is_next = row.line == above.line + 1 + sum(cell.count("\n") for cell in above.cells)
    text = row.texts[0]
    is_piece = look_of(text) in (Look.DOCUMENT, Look.DATE) or not text[0].isupper()
    return is_next and is_piece and len(row.cells) == 1


def _last_place(record: Record) -> Field:
    """The field of the rightmost text."""
    return next(reversed(record.texts))


def _introduced_by(row: RawRow | None) -> Inherited | None:
    """The one document with its date that the sentence above a table, or a part of it, names."""
    if row is None or (len(row.texts) > 1 and not is_section(row)):
        return None
    cited = {
        (found.number.text, found.date_text)
        for found in find_citations(row.texts[-1])
        if found.issued_on is not None
    }
    if len(cited) != 1:
        return None
    number, issued = cited.pop()
    return Inherited(number, issued, row.line)
