"""Issuing the report that was looked over: its format, number and day, and one question."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tracker.core.dates import UnreadableDate, parse_date
from tracker.core.errors import TrackerError
from tracker.operations.preview_issuing import check_preview, issue_preview
from tracker.operations.report_issuing import SentOut
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_number import NotAReportNumber, read_report_number
from tracker.operations.report_office import ReportOffice, stationery
from tracker.reports.letterhead import enclosure_line
from tracker.tui.dialogs.day import day_note
from tracker.tui.dialogs.field import Field, Note
from tracker.tui.dialogs.form import Form, Notes, Task, Values
from tracker.tui.dialogs.opening import open_over
from tracker.tui.reporting.looking import Looked
from tracker.tui.reporting.writing import format_chooser, tell_file
from tracker.wording.issued import issued_line
from tracker.wording.report_acts import (
    DATED_FIELD,
    DATED_HELP,
    GO_ON,
    ISSUE,
    ISSUE_FORMAT_TITLE,
    ISSUED_TITLE,
    NUMBER_FIELD,
    NUMBER_HELP,
    NUMBER_HINT,
    issue_question,
    issue_title,
    next_step,
)
from tracker.wording.report_screen import NOTHING_YET
from tracker.wording.reporting import written
from tracker.wording.screen_refusals import screen_sentence

if TYPE_CHECKING:
    from tracker.tui.reporting.screen import ReportScreen


async def issue(screen: ReportScreen) -> None:
    """Ask for everything that is to be known, then issue just what is looked at."""
    looked = screen.looked
    if looked is None:
        screen.tell(NOTHING_YET, role="warning")
        return
    try:
        check_preview(screen.surroundings.desk(), looked.office, looked.preview)
    except TrackerError as error:
        screen.refuse(error)
        return

    async def chosen(format_name: str | None) -> None:
        if format_name is not None:
            screen.said = replace(screen.said, format=format_name)
            await _ask_number(screen, looked)

    await open_over(screen, format_chooser(ISSUE_FORMAT_TITLE), chosen)


async def _ask_number(screen: ReportScreen, looked: Looked) -> None:
    """Number and day, both of which may be written by hand later."""
    said, today = screen.said, screen.surroundings.today

    def check(values: Values) -> Notes:
        return {
            "number": _number_note(screen, looked, values),
            "dated": day_note(values["dated"], today=today),
        }

    def understood(values: Values) -> ReportRequest:
        number = read_report_number(values["number"], today=today)
        dated = values["dated"].strip()
        if dated:
            parse_date(dated, today=today)
        return replace(said, number=number or None, dated=dated or None)

    async def typed(request: ReportRequest | None) -> None:
        if request is not None:
            screen.said = request
            await _confirm(screen, looked)

    fields = [
        Field(
            name="number",
            label=NUMBER_FIELD,
            value=said.number or "",
            hint=NUMBER_HINT,
            help=NUMBER_HELP,
        ),
        Field(name="dated", label=DATED_FIELD, value=said.dated or "", help=DATED_HELP),
    ]
    title = issue_title(looked.preview.period)
    task = Task(title=title, fields=fields, save=understood, check=check, save_words=GO_ON)
    await open_over(screen, Form(task), typed)


def _number_note(screen: ReportScreen, looked: Looked, values: Values) -> Note:
    """How the report will be named in print, or what is wrong with the number."""
    try:
        read_report_number(values["number"], today=screen.surroundings.today)
    except NotAReportNumber as error:
        return Note(screen_sentence(error), "bad")
    return Note(_enclosure(screen, looked, values), "good")


def _enclosure(screen: ReportScreen, looked: Looked, values: Values) -> str:
    """How the report will be named in print; empty while the day cannot be read."""
    try:
        dated = values["dated"].strip()
        day = parse_date(dated, today=screen.surroundings.today) if dated else None
    except UnreadableDate:
        return ""
    paper = stationery(looked.office, number=values["number"].strip(), day=day)
    return enclosure_line(paper.letterhead, looked.preview.period)


async def _confirm(screen: ReportScreen, looked: Looked) -> None:
    """The one question; what was typed is kept where it is refused."""
    said = screen.said
    values = {"number": said.number or "", "dated": said.dated or ""}
    task = Task(
        title=issue_title(looked.preview.period),
        about=issue_question(
            looked.preview.contents, said.format or "", _enclosure(screen, looked, values)
        ),
        save=lambda _: _issue(screen, looked.office, looked, said),
        retry=next_step,
        save_words=ISSUE,
    )
    await open_over(screen, Form(task), partial(_issued, screen))


def _issue(
    screen: ReportScreen, office: ReportOffice, looked: Looked, said: ReportRequest
) -> SentOut:
    screen.surroundings.prepare()
    return issue_preview(screen.surroundings.desk(), office, looked.preview, said)


async def _issued(screen: ReportScreen, sent: SentOut | None) -> None:
    if sent is None:
        return
    screen.said = ReportRequest()
    screen.look(is_live=False)
    paragraphs = [issued_line(sent.report), written(sent.written.path, sent.contents)]
    await tell_file(screen, sent.written, title=ISSUED_TITLE, paragraphs=paragraphs)
