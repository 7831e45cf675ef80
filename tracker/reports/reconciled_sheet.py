"""The sheet that goes back to those who sent a list: both lists side by side, and what to mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from tracker.core.assessed import AssessedDirective
from tracker.core.layout import Alignment, Orientation
from tracker.core.likeness import plain_words
from tracker.core.reconciled import (
    ListPlace,
    MatchedTask,
    OnlyOurs,
    OnlyTheirs,
    Reconciled,
    TheirTask,
    UnreadTask,
)
from tracker.reports.cell_texts import deadline_text, document_text, in_decree_form, result_text
from tracker.reports.concealing import concealed_outcome
from tracker.reports.fitted_columns import fitted_columns
from tracker.reports.sheet import Column, DataRow, GroupRow, Paper, Row, Sheet, TitleLine
from tracker.reports.stationery import Stationery
from tracker.wording import reconciled_titles as titles
from tracker.wording.formats import format_date
from tracker.wording.labels import PROGRESS
from tracker.wording.reconciled_missing import missing_here, missing_there
from tracker.wording.reconciled_rows import match_words
from tracker.wording.reconciled_sums import adding_up
from tracker.wording.reconciled_to_tell import to_tell
from tracker.wording.reconciled_unread import unread_here
from tracker.wording.reconciled_values import our_completion, their_completion, their_progress
from tracker.wording.report_text import on_day, roman
from tracker.wording.table_places import Places

_TAB = "Doi chieu"
_TEXT_SIZE = 10

_MARGIN = 15
"""At most so many millimetres: the sheet is worked with, not filed."""

_ON_THE_LEFT = ("content", "remark")
_COLUMNS = tuple(
    Column(
        title=title,
        share=1 / len(titles.COLUMNS),
        alignment=Alignment.LEFT if name in _ON_THE_LEFT else Alignment.CENTER,
    )
    for name, title in titles.COLUMNS.items()
)


class ReadList(Protocol):
    """Their list as it was read."""

    @property
    def tables(self) -> Sequence[Any]:
        """Those of the list, each with its file and its place there."""

    @property
    def problems(self) -> Mapping[ListPlace, Any]:
        """Why the rows that could not be read could not."""


def reconciled_sheet(
    outcome: Reconciled, *, as_of: date, theirs: ReadList, stationery: Stationery
) -> Sheet:
    """Lay out a comparison; what is secret in it stays out.

    What agrees is counted, and listed only where it is not certain that two are one.
    """
    shown = concealed_outcome(outcome, are_numbers_shown=stationery.are_secret_numbers_shown)
    letterhead = stationery.letterhead
    paper = _paper(stationery.paper)
    rows = tuple(_Parts(shown, Places(theirs.tables), theirs.problems).rows())
    records = [row for row in rows if isinstance(row, DataRow)]
    return Sheet(
        name=f"{_TAB} {as_of.isoformat()}",
        as_of=as_of,
        title_lines=(
            TitleLine(text=titles.title(letterhead.committee), is_bold=True),
            TitleLine(text=titles.subtitle(letterhead.office_name, as_of), is_italic=True),
            *(
                TitleLine(text=words, is_italic=True)
                for words in (titles.counts(shown), *adding_up(shown, is_for_them=True))
            ),
        ),
        columns=fitted_columns(_COLUMNS, records, paper),
        rows=rows,
        paper=paper,
    )


def _paper(paper: Paper) -> Paper:
    """On its side, with small letters and margins: there is much to show beside one another."""
    return replace(
        paper,
        orientation=Orientation.LANDSCAPE,
        text_size=_TEXT_SIZE,
        top=min(paper.top, _MARGIN),
        bottom=min(paper.bottom, _MARGIN),
        left=min(paper.left, _MARGIN),
        right=min(paper.right, _MARGIN),
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a comparison, each under its heading."""

    outcome: Reconciled
    places: Places
    problems: Mapping[ListPlace, Any]
    """Why the rows that could not be read could not."""

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
            ("unread", len(outcome.unread), [*map(self._unread, outcome.unread)]),
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
        progress = pair.ours.row.assessment.progress
        is_same = pair.agrees or pair.theirs.claimed_progress is progress
        row = _row(pair.ours.row, pair.theirs, remark, is_progress_same=is_same)
        return _as_they_know_it(row, pair.theirs) if pair.match.is_guess else row

    def _only_theirs(self, one: OnlyTheirs) -> DataRow:
        repeats = "" if one.repeats is None else self.places.of(one.repeats)
        remark = missing_here(one, self.outcome, repeats=repeats, is_for_them=True)
        return _row(None if one.ours is None else one.ours.row, one.theirs, remark)

    def _only_ours(self, one: OnlyOurs) -> DataRow:
        lines = self.places.several(one.lines)
        return _row(one.ours.row, None, missing_there(one, lines=lines, is_for_them=True))

    def _unread(self, one: UnreadTask) -> DataRow:
        problem = self.problems.get(one.theirs.place)
        remark = unread_here(one, problem, line=self.places.of(one.theirs.place))
        ours = None if one.ours is None else one.ours.row
        return _as_they_know_it(_row(ours, one.theirs, remark), one.theirs)


def _as_they_know_it(row: DataRow, theirs: TheirTask) -> DataRow:
    """They look for it under the document that they know it by."""
    document, *_ = _theirs_cells(theirs)
    return replace(row, cells=(document, *row.cells[1:]))


def _row(
    ours: AssessedDirective | None,
    theirs: TheirTask | None,
    remark: str,
    *,
    is_progress_same: bool = False,
) -> DataRow:
    """The cells behind the ordinal; ``is_progress_same``: in whatever words."""
    if ours is None or theirs is None:
        cells = _our_cells(ours) if ours is not None else _theirs_cells(theirs)
    else:
        cells = _of_both(_theirs_cells(theirs), _our_cells(ours), is_same=is_progress_same)
    return DataRow(cells=(*cells, remark), about=None if ours is None else ours.key)


def _of_both(theirs: _Cells, ours: _Cells, *, is_same: bool) -> _Cells:
    document, content, due, progress, done, result = ours
    _, their_content, their_due, their_progress, their_done, their_result = theirs
    return (
        document,
        _content(content, their_content),
        _side_by_side(their_due, due),
        progress if is_same else _side_by_side(their_progress, progress),
        _side_by_side(their_done, done),
        result or titles.theirs_said(their_result),
    )


def _side_by_side(theirs: str, ours: str) -> str:
    """What either says, once where that is the same."""
    if theirs == ours:
        return ours
    return "\n".join(filter(None, (titles.theirs_said(theirs), titles.ours_said(ours))))


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


def _theirs_cells(theirs: TheirTask | None) -> _Cells:
    if theirs is None:
        return ("",) * 6
    day = "" if theirs.issued_on is None else on_day(format_date(theirs.issued_on))
    return (
        "\n".join(filter(None, (theirs.number, day))),
        theirs.content,
        "" if theirs.deadline is None else in_decree_form(theirs.deadline.text),
        their_progress(theirs) if theirs.claims_progress else "",
        their_completion(theirs),
        theirs.result,
    )
