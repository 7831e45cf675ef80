"""Choosing which report is looked over: its period, its layout, the day it is looked at from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.dates import parse_date
from tracker.core.errors import TrackerError
from tracker.core.layout import Layout
from tracker.core.likely_periods import likely_periods
from tracker.core.periods import CutOff, UnreadablePeriod, parse_period
from tracker.operations.report_office import stationery
from tracker.reports.titles import title_line
from tracker.tui.dialogs.chooser import Choice, Chooser
from tracker.tui.dialogs.day import day_note
from tracker.tui.dialogs.field import Field, Note
from tracker.tui.dialogs.form import Form, Notes, Task, Values
from tracker.tui.dialogs.opening import open_over
from tracker.wording.formats import format_date
from tracker.wording.messages import sentence
from tracker.wording.report_preview import period_choice
from tracker.wording.report_screen import (
    DAY_FIELD,
    DAY_HELP,
    DAY_TITLE,
    LAYOUT_TITLE,
    LOOK,
    OTHER_PERIOD,
    OTHER_PERIOD_DETAILS,
    OTHER_PERIOD_KEY,
    PERIOD_FIELD,
    PERIOD_HELP,
    PERIOD_HINT,
    PERIOD_TITLE,
    layout_label,
)

if TYPE_CHECKING:
    from tracker.tui.reporting.screen import ReportScreen

_KEYS = "1234567890"


async def choose_period(screen: ReportScreen) -> None:
    """One of the likely periods, or another one that is typed."""
    try:
        cut_off = screen.surroundings.office().cut_off
    except TrackerError as error:
        screen.refuse(error)
        return
    likely = likely_periods(screen.day, cut_off=cut_off)
    choices = [
        Choice(value=period.key, label=period_choice(period), key=key)
        for period, key in zip(likely, _KEYS, strict=False)
    ]
    other = Choice(value="", label=OTHER_PERIOD, details=OTHER_PERIOD_DETAILS, key=OTHER_PERIOD_KEY)

    async def chosen(key: str | None) -> None:
        if key:
            screen.look_at(key)
        elif key is not None:
            await _type_period(screen, cut_off)

    chooser = Chooser(PERIOD_TITLE, [*choices, other], current=screen.asked.period)
    await open_over(screen, chooser, chosen)


async def _type_period(screen: ReportScreen, cut_off: CutOff) -> None:
    def key_in(values: Values) -> str:
        return parse_period(values["period"], cut_off=cut_off).key

    def check(values: Values) -> Notes:
        if not values["period"].strip():
            return {"period": Note(OTHER_PERIOD_DETAILS)}
        try:
            period = parse_period(values["period"], cut_off=cut_off)
        except UnreadablePeriod as error:
            return {"period": Note(sentence(error), "bad")}
        return {"period": Note(period_choice(period), "good")}

    def typed(key: str | None) -> None:
        if key is not None:
            screen.look_at(key)

    field = Field(name="period", label=PERIOD_FIELD, hint=PERIOD_HINT, help=PERIOD_HELP)
    task = Task(title=PERIOD_TITLE, fields=[field], save=key_in, check=check, save_words=LOOK)
    await open_over(screen, Form(task), typed)


async def choose_layout(screen: ReportScreen) -> None:
    """One of the shipped layouts, or of the office's own."""
    try:
        layouts = screen.surroundings.office().layouts()
    except TrackerError as error:
        screen.refuse(error)
        return
    choices = [
        Choice(value=name, label=layout_label(name), details=_title(screen, layout), key=key)
        for (name, layout), key in zip(layouts.items(), _keys_for(len(layouts)), strict=True)
    ]

    def chosen(name: str | None) -> None:
        if name is not None:
            screen.look(layout=name)

    current = screen.looked.preview.layout if screen.looked else screen.asked.layout
    await open_over(screen, Chooser(LAYOUT_TITLE, choices, current=current), chosen)


def _keys_for(number: int) -> list[str]:
    """A digit for each of the first lines."""
    return [*_KEYS, *[""] * number][:number]


def _title(screen: ReportScreen, layout: Layout) -> str:
    """The first line of what stands over the table, as it would be printed now."""
    line = layout.title[0] if layout.title else ""
    if screen.looked is None:
        return line
    letterhead = stationery(screen.looked.office).letterhead
    return title_line(line, screen.looked.preview.contents, letterhead)


async def choose_day(screen: ReportScreen) -> None:
    """The day to look from, the present one to begin with; an empty field means the usual one."""
    today = screen.surroundings.today

    def day_in(values: Values) -> str:
        text = values["as_of"].strip()
        return format_date(parse_date(text, today=today)) if text else ""

    def check(values: Values) -> Notes:
        return {"as_of": day_note(values["as_of"], today=today)}

    def typed(day: str | None) -> None:
        if day is not None:
            screen.look(as_of=day or None)

    field = Field(
        name="as_of",
        label=DAY_FIELD,
        value=format_date(screen.preview.as_of) if screen.preview else screen.asked.as_of or "",
        help=DAY_HELP,
    )
    task = Task(title=DAY_TITLE, fields=[field], save=day_in, check=check, save_words=LOOK)
    form = Form(task)
    await open_over(screen, form, typed)
    # Enter says this very day; whatever is typed stands in its place.
    form.row("as_of").typed.action_select_all()
