"""What the sentences about a difference speak of: documents, days, commands."""

from __future__ import annotations

import shlex
from datetime import date
from typing import Any

from tracker.core.citations import find_citations
from tracker.wording.formats import format_date, format_document, format_turn_option
from tracker.wording.reconciled_values import deadline_words
from tracker.wording.report_text import period_name

SLIPS = {
    "swapped": "có vẻ đảo ngày và tháng",
    "year": "có vẻ nhầm năm",
    "digit": "có vẻ gõ nhầm một chữ số",
}
"""What the difference between two days looks like."""

DOCUMENT = "VĂN-BẢN"
"""Stands in a command for a document."""

_DAY = "NGÀY"
_DEADLINE = "HẠN"


_NOT_PROSE = 3
"""A text at most so many times as long as the documents that it names."""


class About:
    """What the sentences speak of."""

    def __init__(self, pair: Any, outcome: Any) -> None:
        self.theirs, self._outcome = pair.theirs, outcome
        self.row = row = pair.ours.row
        self.done_row = pair.ours.later or row
        self.id = row.id
        self.turn = format_turn_option(row.facts.instance)

    @property
    def extension(self) -> str:
        """The document that set the deadline in force here."""
        return _cited(self.row.facts.extended_by)

    @property
    def letter(self) -> str:
        """The document by which the task was halted here."""
        return _cited(self._outcome.letters.get(self.id))

    @property
    def result(self) -> str:
        """The documents of the result; empty where there are none."""
        return ", ".join(map(format_document, self.done_row.result_documents))

    @property
    def done_on(self) -> str:
        """`` ngày 27/11/2023``, where the day is known."""
        day = self.done_row.facts.completed_on
        return "" if day is None else f" ngày {format_date(day)}"

    @property
    def due(self) -> str:
        """The deadline in force here."""
        return deadline_words(self.row.facts.deadline)

    @property
    def their_deadline(self) -> str:
        """Their deadline, as the command takes it."""
        deadline = self.theirs.deadline
        text = " ".join(deadline.text.split())
        if not text or deadline.is_unclear:
            return _DEADLINE
        return shown_day(deadline.due_on) if deadline.kind.value == "date" else quoted(text)

    @property
    def is_their_deadline_impossible(self) -> bool:
        """Whether their deadline is before the document that assigns."""
        return self._is_their_deadline_before(self.row.document.issued_on)

    @property
    def is_their_deadline_earlier(self) -> bool:
        """Whether it is before ours: no extension."""
        return self._is_their_deadline_before(self.row.facts.due_on)

    def _is_their_deadline_before(self, day: date | None) -> bool:
        due_on = None if self.theirs.deadline is None else self.theirs.deadline.due_on
        return due_on is not None and day is not None and due_on < day

    @property
    def their_day(self) -> str:
        """Their day of completion, as the command takes it."""
        return shown_day(self.theirs.completed_on)

    @property
    def done_command(self) -> str:
        """The command that records their completion."""
        named = "; ".join(map(_result, _documents(self.theirs.result)))
        result = f" --result {quoted(named)}" if named else ""
        return f"tracker done {self.id}{self.turn} --on {self.their_day}{result}"

    @property
    def reported(self) -> str:
        """The period whose report showed it, where one did."""
        period = self._outcome.reported_in.get(self.id)
        return f" ({period_name(period)})" if period else ""


def _documents(result: str) -> list[Any]:
    """Those that a result names with their dates; else what it names, unless it is prose."""
    found = find_citations(result)
    dated = [one for one in found if one.issued_on is not None]
    length = sum(len(one.number.text) for one in found)
    return dated or ([*found] if len(result) <= _NOT_PROSE * length else [])


def _result(found: Any) -> str:
    day = "" if found.issued_on is None else f" ngày {format_date(found.issued_on)}"
    return f"{found.number.text}{day}"


def _cited(document: Any) -> str:
    return "đang giữ" if document is None else format_document(document)


def shown_day(day: date | None) -> str:
    """A day, or what stands for it in a command."""
    return _DAY if day is None else format_date(day)


def quoted(text: str) -> str:
    """As one argument of a command: pasted into a shell, nothing in it acts."""
    return shlex.quote(text)
