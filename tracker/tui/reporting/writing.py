"""Writing the file of a report that was looked over, in a thread that can be told to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from tracker.core.report import ReportContents
from tracker.operations.report_files import Target, Written, put_file
from tracker.operations.report_formats import SHEET_FORMATS, USUAL_FORMAT
from tracker.operations.report_making import ReportFile
from tracker.operations.report_preview import preview_file
from tracker.tui.dialogs.chooser import Choice, Chooser
from tracker.tui.dialogs.opening import open_over
from tracker.tui.dialogs.told import Telling, Told
from tracker.tui.reporting.working import MAKING, WorkingScreen
from tracker.wording.report_acts import (
    AS_ISSUED,
    COPIED_PATH,
    COPY_PATH,
    FORMAT,
    FORMAT_KEYS,
    FORMAT_TITLE,
    PRINTED_TITLE,
    WRITTEN_TITLE,
    making_words,
)
from tracker.wording.report_screen import NOTHING_YET
from tracker.wording.reporting import kept_older, written

if TYPE_CHECKING:
    from tracker.tui.reporting.screen import ReportScreen

Made = tuple[ReportContents, Written]


async def write(screen: ReportScreen) -> None:
    """Ask for the format, then write what is looked at."""
    looked = screen.looked
    if looked is None:
        screen.tell(NOTHING_YET, role="warning")
        return
    preview, issued = looked.preview, looked.preview.issued
    is_as_issued = issued is not None and issued.layout == preview.layout
    own = issued.format if issued is not None and is_as_issued else None

    def chosen(format_name: str | None) -> None:
        if format_name is None:
            return
        request = replace(preview.request, format=format_name)
        draw = partial(preview_file, screen.surroundings.desk(), looked.office, preview, request)
        title = PRINTED_TITLE if format_name == own else WRITTEN_TITLE
        make_file(screen, draw, format_name=format_name, title=title)

    await open_over(screen, format_chooser(FORMAT_TITLE, own=own), chosen)


def format_chooser(title: str, *, own: str | None = None) -> Chooser[str]:
    """Which format; ``own`` is the one that a report was issued in."""
    choices = [
        Choice(
            value=name,
            label=FORMAT[name],
            details=AS_ISSUED if name == own else "",
            key=FORMAT_KEYS[name],
        )
        for name in SHEET_FORMATS
    ]
    return Chooser(title, choices, current=own or USUAL_FORMAT)


def make_file(
    screen: WorkingScreen[Any], draw: Callable[[], ReportFile], *, format_name: str, title: str
) -> None:
    """Draw a report and put its file where reports are, unless it is given up before."""
    making = screen.begin_making(format_name)
    if making is None:
        return

    def make() -> Made | None:
        file = draw()
        if not making.take():
            return None
        target = Target(file_name=file.name)
        return file.contents, put_file(screen.surroundings.office(), file.content, target)

    async def made(result: Made | None) -> None:
        if result is not None:
            contents, file = result
            await tell_file(screen, file, title=title, paragraphs=[written(file.path, contents)])

    screen.in_thread(make, made, group=MAKING, words=making_words(format_name, 0))


async def tell_file(
    screen: WorkingScreen[Any], file: Written, *, title: str, paragraphs: list[str]
) -> None:
    """Say where a file is, and where the one is that stood there before."""
    older = [] if file.older is None else [kept_older(file.older)]
    telling = Telling(
        title=title,
        paragraphs=[*paragraphs, *older],
        copied=str(file.path),
        copy_words=COPY_PATH,
        copied_words=COPIED_PATH,
    )
    await open_over(screen, Told(telling))
