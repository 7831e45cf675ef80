"""Directives written as a list, or as a table whose columns have run together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tracker.core.citations import find_citations, leading_citation
from tracker.core.errors import UsageError
from tracker.core.one_line import OneLineProblem, UnreadableLine, parse_one_line
from tracker.intake.drafts import (
    Draft,
    Field,
    GroupRow,
    PassedOver,
    ProblemKind,
    RowKind,
    RowProblem,
    TableReading,
)
from tracker.intake.landmarks import GroupLabel, group_label, landmark
from tracker.intake.raw_table import RawRow
from tracker.intake.tails import cut_tail

_ORDINAL = re.compile(r"\(?([0-9]{1,3})(?:[.)]\s*|\s+)(?=\S)")
_BULLET = re.compile(r"[-+*\u2022\u2013]\s*(?=\S)")
_MARKED = re.compile(r"(?:[IVX]{1,5}|[A-Z])[.)\s]")
_MANY = 6
_LACKING = {
    OneLineProblem.NUMBER_MISSING: (ProblemKind.NUMBER_MISSING, Field.NUMBER),
    OneLineProblem.DATE_MISSING: (ProblemKind.DATE_MISSING, Field.ISSUED),
    OneLineProblem.CONTENT_MISSING: (ProblemKind.CONTENT_MISSING, Field.CONTENT),
}


@dataclass(slots=True)
class _Item:
    """One directive of the list, which may run over several lines."""

    line: int
    text: str
    ordinal: int
    """0 where it has none."""
    group: GroupRow | None
    joined: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    """What has been seen of the list on the way down."""

    items: list[_Item] = field(default_factory=list)
    groups: list[GroupRow] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    is_signed: bool = False
    last_line: int = 0

    def take(self, row: RawRow) -> None:
        text = " ".join(row.texts)
        if (label := group_label(row)) is not None and _is_heading(text, label):
            group = label.group or label.default
            self.groups.append(
                GroupRow(line=row.line, text=text, group=group, claimed=label.claimed)
            )
        elif (kind := self._kind(row, text)) is not None:
            self.passed_over.append(PassedOver(line=row.line, kind=kind, text=text))
            self.is_signed |= kind is RowKind.SIGNATURE
        elif self._goes_on(row, text):
            self.items[-1].text += f" {text}"
            self.items[-1].joined.append(row.line)
        else:
            self.items.append(self._item(row.line, text))
        self.last_line = row.line

    def _item(self, line: int, text: str) -> _Item:
        ordinal = _ORDINAL.match(text)
        marked = ordinal or _BULLET.match(text)
        return _Item(
            line=line,
            text=text[marked.end() :] if marked else text,
            ordinal=int(ordinal[1]) if ordinal else 0,
            group=self.groups[-1] if self.groups else None,
        )

    def _kind(self, row: RawRow, text: str) -> RowKind | None:
        """What a line is that is no directive: a title above the list, a signature below it."""
        kind = landmark(row)
        if kind is not None or _names_document(text):
            return kind
        if self.is_signed:
            return RowKind.SIGNATURE
        return None if self.items else RowKind.TEXT

    def _goes_on(self, row: RawRow, text: str) -> bool:
        """Whether a line is more of the item above: a numbered one ends where the next begins."""
        if not self.items or (self.groups and self.groups[-1] is not self.items[-1].group):
            return False
        if text[0].islower():
            return True
        if not self.items[-1].ordinal or row.line != self.last_line + 1:
            return False
        ordinal = _ORDINAL.match(text)
        return ordinal is None or int(ordinal[1]) not in (1, self.items[-1].ordinal + 1)


def read_list(rows: Sequence[RawRow], *, today: date) -> TableReading:
    """Read every line as a directive, or say what it is."""
    seen = _List()
    for row in rows:
        seen.take(row)
    items, passed_over = seen.items, seen.passed_over
    if _is_running_text(items, passed_over):
        passed_over += [_text_of(item) for item in items if not _begins_with_document(item)]
        items = [item for item in items if _begins_with_document(item)]
    read = [_read_item(item, today) for item in items]
    return TableReading(
        drafts=tuple(one for one in read if isinstance(one, Draft)),
        problems=tuple(one for one in read if isinstance(one, RowProblem)),
        groups=tuple(_counted(group, items) for group in seen.groups),
        passed_over=tuple(sorted(passed_over, key=lambda one: one.line)),
    )


def _is_heading(text: str, label: GroupLabel) -> bool:
    """Whether a line is written as one that heads a group, and not as a claim left on a line."""
    return label.claimed is not None or text.isupper() or _MARKED.match(text) is not None


def _names_document(text: str) -> bool:
    return bool(find_citations(text)) or leading_citation(text) is not None


def _is_running_text(items: Sequence[_Item], passed_over: Sequence[PassedOver]) -> bool:
    """Whether hardly any line is about a document of its own: then it is no list at all."""
    naming = sum(bool(find_citations(item.text)) for item in items)
    others = len(items) - naming + sum(one.kind is RowKind.TEXT for one in passed_over)
    return others >= _MANY and others > 2 * naming


def _begins_with_document(item: _Item) -> bool:
    named = leading_citation(item.text)
    return named is not None and named.issued_on is not None


def _text_of(item: _Item) -> PassedOver:
    return PassedOver(line=item.line, kind=RowKind.TEXT, text=item.text)


def _read_item(item: _Item, today: date) -> Draft | RowProblem:
    text, tail = cut_tail(item.text)
    try:
        read = parse_one_line(text, today=today, is_copied=True)
    except UsageError as trouble:
        return _problem(item, trouble)
    return Draft(
        line=item.line,
        number=read.document.number,
        issued=read.document.issued_on.isoformat(),
        content=read.content,
        deadline=tail.get(Field.DEADLINE) or read.deadline_text,
        completed=tail.get(Field.COMPLETED, ""),
        progress=tail.get(Field.PROGRESS, ""),
        result=tail.get(Field.RESULT, ""),
        group=item.group.group if item.group else None,
        joined_lines=tuple(item.joined),
    )


def _problem(item: _Item, trouble: UsageError) -> RowProblem:
    if isinstance(trouble, UnreadableLine):
        kind, about = _LACKING[trouble.problem]
        return RowProblem(line=item.line, kind=kind, field=about, seen=item.text, trouble=trouble)
    seen = getattr(trouble, "text", item.text)
    return RowProblem(
        line=item.line, kind=ProblemKind.REFUSED, field=Field.ISSUED, seen=seen, trouble=trouble
    )


def _counted(group: GroupRow, items: Sequence[_Item]) -> GroupRow:
    return replace(group, found=sum(item.group is group for item in items))
