"""``tracker import``: files looked over, then entered in one go."""

from __future__ import annotations

from typing import Any

from tracker.cli.asking import agrees, can_ask
from tracker.cli.dispatch import Command
from tracker.cli.import_json import imported_fields
from tracker.cli.named_files import document_named, file_arguments, font_named, read_named
from tracker.cli.output import put_json, put_lines, tell
from tracker.cli.parsing import CommandParser, switch, text_option
from tracker.cli.place import Place, find_place
from tracker.cli.progress_bar import shown_progress
from tracker.cli.reported_before import keep_day, require_readable_day, told_day
from tracker.core.errors import TrackerError, UnreadableInput, UsageError
from tracker.intake.drafts import ProblemKind
from tracker.intake.errors import NoDirectives
from tracker.intake.old_fonts import OldFont, old_font_of
from tracker.operations.import_preview import ImportedTable, ImportPreview
from tracker.operations.importing import (
    Imported,
    enter_import,
    is_import_done,
    preview_files,
)
from tracker.operations.table_preview import RowFate
from tracker.wording.importing import (
    ALL_ENTERED,
    CHECKING,
    NOTHING_ENTERED,
    READING,
    STORING,
    imported_lines,
    nothing_to_enter,
    preview_lines,
    question,
)


class NotConfirmed(UsageError):
    """Nobody can be asked, and nobody has said beforehand that the rows are to be entered."""


class RowsUnread(UnreadableInput):
    """Some rows could not be read, and nobody has said that the others are to be entered."""

    def __init__(self, preview: ImportPreview) -> None:
        super().__init__()
        self.number = len(preview.of_kind(RowFate.PROBLEM))
        self.font = next(filter(None, map(_font_in, preview.tables)), None)
        """The font of before Unicode that some of them seem to be typed in."""


def _font_in(table: ImportedTable) -> OldFont | None:
    lines = {
        row.line
        for row in table.preview.of_kind(RowFate.PROBLEM)
        if row.problem is not None and row.problem.kind is ProblemKind.OLD_FONT
    }
    rows = table.found.table.rows
    is_whole = bool(rows) and rows[0].line in lines
    return old_font_of(text for row in rows if is_whole or row.line in lines for text in row.texts)


def _configure(parser: CommandParser) -> None:
    file_arguments(parser)
    for flag in ("--dry-run", "--yes", "--skip-problems", "--all"):
        switch(parser, flag)
    text_option(parser, "--reported-until")
    switch(parser, "--json")


def _import(given: Any) -> int:
    place = find_place(given.db)
    require_readable_day(place, given.reported_until)
    preview = _preview(place, given)
    if not given.json:
        put_lines(preview_lines(preview, is_whole=given.all))
    entered: Imported | None = None
    trouble = _trouble(preview, given)
    if trouble is None and not given.dry_run:
        entered = _carried_out(place, preview, given)
    if given.json:
        put_json(imported_fields(preview, entered))
    elif entered is not None:
        put_lines(imported_lines(entered, preview))
    if trouble is not None:
        raise trouble
    return 0


def _preview(place: Place, given: Any) -> ImportPreview:
    document = document_named(given.document, today=place.desk.today)
    font = font_named(given.font)
    with shown_progress(READING):
        files = read_named(given.file)
    with shown_progress(CHECKING) as hear:
        preview = preview_files(place.desk, files, document=document, font=font, progress=hear)
    if not preview.rows:
        raise NoDirectives([(table.file, table.found) for table in preview.tables])
    return preview


def _trouble(preview: ImportPreview, given: Any) -> TrackerError | None:
    """Why nothing may be entered."""
    is_asked = can_ask() and not (given.yes or given.json or given.dry_run)
    if preview.of_kind(RowFate.PROBLEM) and not given.skip_problems and not is_asked:
        return RowsUnread(preview)
    is_agreed = given.yes or given.dry_run or is_asked
    return None if is_agreed or not _adds(preview) else NotConfirmed()


def _carried_out(place: Place, preview: ImportPreview, given: Any) -> Imported | None:
    """What has become of the rows; None where they add nothing or are not wanted."""
    if not _adds(preview):
        tell(nothing_to_enter(preview))
        if given.reported_until is not None:
            keep_day(place, told_day(place, preview, given.reported_until, may_ask=False))
        return None
    try:
        is_wanted = given.yes or agrees(question(preview))
        typed, may_ask = given.reported_until, not given.yes
        day = told_day(place, preview, typed, may_ask=may_ask) if is_wanted else None
    except KeyboardInterrupt:
        tell(NOTHING_ENTERED)
        raise
    if not is_wanted:
        tell(NOTHING_ENTERED)
        return None
    entered = _entered(place, preview)
    keep_day(place, day)
    return entered


def _adds(preview: ImportPreview) -> bool:
    return any(row.is_entered for row in preview.rows.values())


def _entered(place: Place, preview: ImportPreview) -> Imported:
    place.prepare()
    try:
        with shown_progress(STORING) as hear:
            return enter_import(place.desk, preview, progress=hear)
    except KeyboardInterrupt:
        # It may have come when all was written already.
        tell(ALL_ENTERED if is_import_done(place.desk) else NOTHING_ENTERED)
        raise


COMMANDS = {"import": Command(_configure, _import)}
