"""A row of a table with its texts by field, and how it becomes a draft."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any

from tracker.core.dates import UnreadableDate, day_of_sheet, parse_calendar_date
from tracker.core.deadline import DeadlineKind
from tracker.core.deadline_grammar import parse_deadline
from tracker.core.directive import Group, State
from tracker.core.document_number import UnreadableDocumentNumber, parse_document_number
from tracker.core.vietnamese import clean, fold, without_eth
from tracker.intake.claims import is_ticked, read_claim
from tracker.intake.dittos import is_ditto
from tracker.intake.documents import HOUR, NamedDocument, named_document
from tracker.intake.drafts import Draft, Field, ProblemKind, RowProblem, TakenOver
from tracker.intake.looks import Look, is_lost, look_of
from tracker.intake.outcomes import told_apart
from tracker.intake.plain_words import plain_words
from tracker.intake.prose import Standing, told_in

_DAYS = (Field.ISSUED, Field.ASSIGNED, Field.DEADLINE, Field.COMPLETED)
_FIRST_DAY_OF_SHEETS = date(1899, 12, 30)
_MONTH_FIRST = re.compile(r"\D*([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{4}\D*")
_HOUR = re.compile(rf"{HOUR}$", re.IGNORECASE)
_TOGETHER = (
    (
        Field.LEAD,
        re.compile(r"([^\n(]*)(?:\n?\(([^()]*)\)|\n([^\n(]*))?"),
        (Field.UNIT, Field.OFFICER, Field.OFFICER),
    ),
    (
        Field.ASSIGNED,
        re.compile(r"([0-9./-]{6,10})\s+(\D+)"),
        (Field.ASSIGNED, Field.ASSIGNED_BY),
    ),
)
"""Cells in which two things stand together, and how they are told apart."""

_DAY_AND_MORE = re.compile(
    r"(?P<day>[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})\s*\((?P<more>[^()]*)\)"
)
_PASSED_ON = re.compile(r"(?:van thu |so )?(?:chuyen|nhan|den|tiep nhan|vao so)\b")
"""What is said beside the day of a document of that on which the office got it."""

_TURN = re.compile(r"\(ky (?:ngay )?([0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{2,4})\)$")
"""How a report marks, behind the deadline, which turn of a recurring directive a row is."""

_HIDDEN = "van ban mat"
"""What is printed in place of the content of what is secret."""

_NOT_YET = ("chua", "0", "0 0")

_NOT_KEPT = (Field.ORDINAL, Field.OTHER, Field.NUMBER, Field.ISSUED)


@dataclass(slots=True)
class Record:
    """A row that may be a directive, as far as it has been read."""

    line: int
    texts: dict[Field, str]
    unused: tuple[str, ...] = ()
    group: Group | None = None
    group_line: int | None = None
    """Where the group began that it stands in."""
    joined: list[int] = field(default_factory=list)
    not_calculated: Field | None = None
    """What of it that matters is a formula without a value."""
    inherited: Inherited | None = None
    """The document, where the row itself names none."""
    taken_over: tuple[TakenOver, ...] = ()
    """What its texts have from merged cells."""

    @property
    def own_document(self) -> NamedDocument | None:
        """The document that the row itself names."""
        return named_document(self.texts.get(Field.NUMBER, ""))

    @property
    def document(self) -> Inherited | None:
        """The document that its row is about, as far as that is known."""
        named = self.own_document
        if named is None:
            return self.inherited
        return Inherited(named.number, named.issued or self.texts.get(Field.ISSUED, ""), self.line)

    @property
    def is_cut_off(self) -> bool:
        """Whether it cannot be all of a row."""
        return Field.CONTENT not in self.texts

    def join(self, line: int, texts: dict[Field, str], *, by: str) -> None:
        """Add the rest of the row, which stood further down."""
        for name, text in texts.items():
            self.texts[name] = by.join(filter(None, (self.texts.get(name, ""), text)))
        self.joined.append(line)


@dataclass(frozen=True, slots=True)
class Inherited:
    """A document that is named elsewhere."""

    number: str
    issued: str
    line: int | None
    """Where; None where whoever asked has said it."""


def placed_texts(cells: dict[Field, str]) -> dict[Field, str]:
    """The texts by field, each under the field it is really about.

    A cell cut in two may hold but the date of the document. Others hold two things: the unit and
    the officer, the day of assignment and who assigned.
    """
    cells = {name: _day_first(text) if name in _DAYS else text for name, text in cells.items()}
    issued = _DAY_AND_MORE.fullmatch(cells.get(Field.ISSUED, ""))
    if issued is not None and _PASSED_ON.match(fold(issued["more"])):
        note = ", ".join(filter(None, (issued["more"], cells.get(Field.NOTE, ""))))
        cells = {**cells, Field.ISSUED: issued["day"], Field.NOTE: note}
    number = cells.get(Field.NUMBER, "")
    if look_of(number) is Look.DATE and Field.ISSUED not in cells:
        cells = {**cells, Field.ISSUED: number}
        del cells[Field.NUMBER]
    for together, form, parts in _TOGETHER:
        found = form.fullmatch(cells.get(together, ""))
        if found is not None:
            apart = zip(parts, found.groups(default=""), strict=True)
            others = {name: text for name, text in cells.items() if name is not together}
            cells = {part: text.strip() for part, text in apart if text.strip()} | others
    return cells


def draft_of(record: Record) -> Draft | RowProblem:
    """The directive that a record tells of, or what it lacks to be one."""
    draft = _draft(record)
    ordinal = record.texts.get(Field.ORDINAL, "")
    problem = partial(RowProblem, line=draft.line, draft=draft, ordinal=ordinal)
    if record.not_calculated is not None:
        return problem(kind=ProblemKind.NOT_CALCULATED, field=record.not_calculated)
    for name, text in record.texts.items():
        if is_lost(text) and name is not Field.ORDINAL:
            return problem(kind=ProblemKind.VALUE_LOST, field=name, seen=text)
    if not draft.number:
        return problem(kind=ProblemKind.NUMBER_MISSING, field=Field.NUMBER)
    if trouble := _trouble_with(draft.number):
        return problem(
            kind=ProblemKind.REFUSED, field=Field.NUMBER, seen=draft.number, trouble=trouble
        )
    if plain_words(draft.content) in ("", _HIDDEN) or is_ditto(draft.content):
        return problem(kind=ProblemKind.CONTENT_MISSING, field=Field.CONTENT, seen=draft.number)
    if not draft.issued:
        return problem(
            kind=ProblemKind.DATE_MISSING,
            field=Field.ISSUED,
            seen=record.texts.get(Field.NUMBER, ""),
        )
    return draft


def _trouble_with(number: str) -> UnreadableDocumentNumber | None:
    try:
        parse_document_number(clean(number)[0])
    except UnreadableDocumentNumber as trouble:
        return trouble
    return None


def is_month_first(draft: Draft) -> bool:
    """Whether one of its days is one only where the month is written first."""
    return any(_is_month_first(text) for text in (draft.issued, draft.deadline, draft.completed))


def _draft(record: Record) -> Draft:
    said = _with_outcome(record)
    texts: dict[str, Any] = {
        name.value: _day_of_sheet(text) if name in _DAYS else without_eth(text)
        for name, text in told_apart(said, is_told_open=_is_told_open(record, said)).items()
        if name not in _NOT_KEPT
    }
    texts |= _without_mark_of_turn(texts.get(Field.DEADLINE, ""))
    own = record.own_document
    number, issued, document_line = _document(record, own)
    return Draft(
        line=record.line,
        number=number,
        issued=_day_of_sheet(issued),
        group=record.group,
        document_line=document_line,
        taken_over=record.taken_over,
        other_documents=() if own is None else own.others,
        joined_lines=tuple(record.joined),
        is_respelled=any(
            text != without_eth(text)
            for name, text in record.texts.items()
            if name is not Field.NUMBER
        ),
        unused=record.unused + _other_day(record, own),
        **texts,
    )


def _with_outcome(record: Record) -> dict[Field, str]:
    """The texts of a record, without a cell for the completion that says there is none.

    What it says instead of how far it is stands for that, where nothing else does.
    """
    completed = record.texts.get(Field.COMPLETED, "")
    is_stroke = fold(completed) == "x" and _is_told_open(record, record.texts)
    if Field.COMPLETED not in record.texts or not (is_stroke or _says_nothing(completed)):
        return record.texts
    texts = dict(record.texts)
    del texts[Field.COMPLETED]
    is_not_yet = plain_words(completed) == _NOT_YET[0] and Field.RESULT in texts
    if is_not_yet or read_claim(completed) is not None:
        texts.setdefault(Field.PROGRESS, completed)
    return texts


def _without_mark_of_turn(deadline: str) -> dict[str, str]:
    """The deadline of a recurring directive and its turn, where it is marked with one."""
    turn = _TURN.search(fold(deadline))
    if turn is None:
        return {}
    try:
        day = parse_calendar_date(turn[1])
    except UnreadableDate:
        return {}
    return {Field.DEADLINE: deadline.rpartition("(")[0].rstrip(), "turn": day.isoformat()}


def _document(record: Record, named: NamedDocument | None) -> tuple[str, str, int | None]:
    written, issued = record.texts.get(Field.NUMBER, ""), record.texts.get(Field.ISSUED, "")
    if not written and record.inherited is not None:
        return record.inherited.number, record.inherited.issued, record.inherited.line
    if named is None:
        return written, issued, None
    return named.number, named.issued or issued, None


def _other_day(record: Record, named: NamedDocument | None) -> tuple[str, ...]:
    """The day in a column of its own, where another stands beside the number."""
    day = record.texts.get(Field.ISSUED, "")
    if not day or named is None or not named.issued:
        return ()
    try:
        is_other = parse_calendar_date(_day_of_sheet(day)) != parse_calendar_date(named.issued)
    except UnreadableDate:
        return ()
    return (day,) if is_other else ()


def _day_of_sheet(text: str) -> str:
    """A day that a sheet gives as a number of days, or with an hour, written as a day.

    Any other text as it is.
    """
    if look_of(text) is Look.DATE:
        return _HOUR.sub("", text)
    if look_of(text) is not Look.SERIAL:
        return text
    return f"{_FIRST_DAY_OF_SHEETS + timedelta(days=int(clean(text)[0][:5])):%d/%m/%Y}"


def _day_first(text: str) -> str:
    """A day with the name of its month as a day without; any other text as it is."""
    day = day_of_sheet(text)
    return text if day is None else f"{day:%d/%m/%Y}"


def _says_nothing(text: str) -> bool:
    """Whether a cell says in words or by a stroke that there is nothing to say."""
    if look_of(text) is Look.DATE:
        return False
    read = parse_deadline(text[:100], assigned_on=_FIRST_DAY_OF_SHEETS)
    is_none = read.deadline.kind is DeadlineKind.NONE or plain_words(text) in _NOT_YET
    return (is_none or look_of(text) is Look.CLAIM) and not is_ticked(text)


def _is_told_open(record: Record, texts: dict[Field, str]) -> bool:
    """Whether a row says elsewhere that it is not done: then a cross is but a stroke."""
    progress = texts.get(Field.PROGRESS, "")
    claim = read_claim(progress)
    if claim is None and told_in(progress).standing is Standing.OPEN:
        return True
    is_of_done = claim is None or claim.state is State.DONE or claim.is_of_something_done
    return record.group not in (None, Group.DONE) or not is_of_done


def _is_month_first(text: str) -> bool:
    found = _MONTH_FIRST.fullmatch(text)
    return found is not None and int(found[1]) <= 12 < int(found[2]) <= 31
