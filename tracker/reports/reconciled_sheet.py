"""The sheet that goes back to those who sent a list: both lists side by side, and what to mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tracker.core.assessed import AssessedDirective
from tracker.core.layout import Alignment, Orientation
from tracker.core.likeness import plain_words
from tracker.core.reconciled import MatchedTask, OnlyOurs, OnlyTheirs, Reconciled, TheirTask
from tracker.reports.cell_texts import deadline_text, document_text, in_decree_form, result_text
from tracker.reports.concealing import concealed_outcome
from tracker.reports.sheet import Column, DataRow, GroupRow, Row, Sheet, TitleLine
from tracker.reports.stationery import Stationery
from tracker.wording import reconciled_titles as titles
from tracker.wording.formats import format_date
from tracker.wording.labels import PROGRESS
from tracker.wording.reconciled_missing import missing_here, missing_there
from tracker.wording.reconciled_rows import match_words
from tracker.wording.reconciled_sums import adding_up
from tracker.wording.reconciled_to_tell import to_tell
from tracker.wording.reconciled_values import our_completion, their_completion, their_progress
from tracker.wording.report_text import on_day, roman
from tracker.wording.table_places import Places

_TAB = "Doi chieu"
_TEXT_SIZE = 10

_SHARES = {
    "ordinal": 0.03,
    "document": 0.13,
    "content": 0.15,
    "their_deadline": 0.075,
    "our_deadline": 0.075,
    "their_progress": 0.065,
    "our_progress": 0.065,
    "their_completion": 0.075,
    "our_completion": 0.075,
    "result": 0.09,
    "remark": 0.17,
}
_ON_THE_LEFT = ("content", "remark")


def reconciled_sheet(
    outcome: Reconciled, *, as_of: date, tables: Sequence[Any], stationery: Stationery
) -> Sheet:
    """Lay out a comparison; what is secret in it stays out.

    ``tables`` are those of the list, each with its file and its place there. What agrees is
    counted, and listed only where it is not certain that two are one.
    """
    shown = concealed_outcome(outcome, are_numbers_shown=stationery.are_secret_numbers_shown)
    letterhead = stationery.letterhead
    return Sheet(
        name=f"{_TAB} {as_of.isoformat()}",
        as_of=as_of,
        title_lines=(
            TitleLine(text=titles.title(letterhead.committee), is_bold=True),
            TitleLine(text=titles.subtitle(letterhead.office_name, as_of), is_italic=True),
            *(
                TitleLine(text=words, is_italic=True)
                for words in (titles.counts(shown), *adding_up(shown))
            ),
        ),
        columns=_columns(),
        rows=tuple(_Parts(shown, Places(tables)).rows()),
        paper=replace(stationery.paper, orientation=Orientation.LANDSCAPE, text_size=_TEXT_SIZE),
    )


def _columns() -> tuple[Column, ...]:
    return tuple(
        Column(
            title=titles.COLUMNS[name],
            share=share,
            alignment=Alignment.LEFT if name in _ON_THE_LEFT else Alignment.CENTER,
        )
        for name, share in _SHARES.items()
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a comparison, each under its heading."""

    outcome: Reconciled
    places: Places

    def rows(self) -> Iterator[Row]:
        outcome = self.outcome
        guesses = [pair for pair in outcome.agreeing if pair.match.likeness < 1]
        parts: Sequence[tuple[str, int, list[DataRow]]] = (
            ("differing", len(outcome.differing), [*map(self._differing, outcome.differing)]),
            (
                "only_theirs",
                len(outcome.only_theirs),
                [*map(self._only_theirs, outcome.only_theirs)],
            ),
            ("only_ours", len(outcome.only_ours), [*map(self._only_ours, outcome.only_ours)]),
            ("unread", len(outcome.unread), [_unread(one.theirs) for one in outcome.unread]),
            ("agreeing", len(outcome.agreeing), [*map(self._differing, guesses)]),
        )
        for number, (name, count, rows) in enumerate(parts, 1):
            shown = None if len(rows) == count else len(rows)
            yield GroupRow(ordinal=roman(number), text=titles.heading(name, count, shown))
            for ordinal, row in enumerate(rows, 1):
                yield replace(row, cells=(str(ordinal), *row.cells))

    def _differing(self, pair: MatchedTask) -> DataRow:
        told = [to_tell(one, pair, self.outcome) for one in pair.disagreements]
        sure = match_words(pair.match)
        remark = "\n".join(filter(None, (*told, f"({sure})" if sure else "")))
        row = _row(pair.ours.row, pair.theirs, remark)
        if not pair.match.is_guess:
            return row
        # They look for it under the document that they know it by.
        document, *_ = _theirs_cells(pair.theirs)
        return replace(row, cells=(document, *row.cells[1:]))

    def _only_theirs(self, one: OnlyTheirs) -> DataRow:
        repeats = "" if one.repeats is None else self.places.of(one.repeats)
        remark = missing_here(one, self.outcome, repeats=repeats, is_for_them=True)
        return _row(None if one.ours is None else one.ours.row, one.theirs, remark)

    def _only_ours(self, one: OnlyOurs) -> DataRow:
        lines = self.places.several(one.lines)
        return _row(one.ours.row, None, missing_there(one, lines=lines, is_for_them=True))


def _unread(theirs: TheirTask) -> DataRow:
    return _row(None, theirs, titles.UNREAD)


def _row(ours: AssessedDirective | None, theirs: TheirTask | None, remark: str) -> DataRow:
    """The cells behind the ordinal."""
    theirs_said = ("", "", "", "", "", "") if theirs is None else _theirs_cells(theirs)
    ours_said = ("", "", "", "", "", "") if ours is None else _our_cells(ours)
    document, content, due, progress, done, result = ours_said
    return DataRow(
        cells=(
            document or theirs_said[0],
            _content(content, theirs_said[1]),
            theirs_said[2],
            due,
            theirs_said[3],
            progress,
            theirs_said[4],
            done,
            result or titles.theirs_said(theirs_said[5]),
            remark,
        ),
        about=None if ours is None else ours.key,
    )


def _content(ours: str, theirs: str) -> str:
    """Our words, and theirs too where they are others."""
    if not ours or not theirs or plain_words(ours) == plain_words(theirs):
        return ours or theirs
    return f"{ours}\n{titles.theirs_said(theirs)}"


_Cells = tuple[str, str, str, str, str, str]
"""Document, content, deadline, progress, completion, result."""


def _our_cells(row: AssessedDirective) -> _Cells:
    return (
        document_text(row.document),
        row.content,
        deadline_text(row),
        PROGRESS[row.assessment.progress],
        our_completion(row),
        result_text(row),
    )


def _theirs_cells(theirs: TheirTask) -> _Cells:
    day = "" if theirs.issued_on is None else on_day(format_date(theirs.issued_on))
    return (
        "\n".join(filter(None, (theirs.number, day))),
        theirs.content,
        "" if theirs.deadline is None else in_decree_form(theirs.deadline.text),
        their_progress(theirs) if theirs.claims_progress else "",
        their_completion(theirs),
        theirs.result,
    )
