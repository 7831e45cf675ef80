"""Until when the completed tasks of the first import were reported already."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from tracker.cli.asking import asked_until_understood, can_ask
from tracker.cli.output import tell
from tracker.cli.place import Place
from tracker.core.errors import TrackerError
from tracker.core.periods import PeriodKind, latest_begun
from tracker.operations.import_preview import ImportPreview
from tracker.operations.importing import is_first_import
from tracker.operations.reported_until import proposed_until, read_reported_until
from tracker.settings.reported_until import keep_reported_until
from tracker.store.imports import IMPORT
from tracker.store.last_operation import LastOperation
from tracker.wording.asking import NO
from tracker.wording.importing import day_kept, day_not_kept, reported_question, reported_unknown
from tracker.wording.undoing import day_remains
from tracker.workspace import make_workspace, settings_file


def require_readable_day(place: Place, typed: str | None) -> None:
    """Refuse a day that cannot be understood before anything is read."""
    if typed is not None:
        _read_day(place, typed)


def told_day(
    place: Place, preview: ImportPreview, typed: str | None, *, may_ask: bool
) -> date | None:
    """The day said, else asked for on the first import that holds completed tasks."""
    if typed is not None:
        return _read_day(place, typed)
    done = sum(row.is_entered and row.completion is not None for row in preview.rows.values())
    latest = proposed_day(place, place.desk.today)
    if not done or latest is None or not is_first_import(place.desk.location):
        return None
    if not may_ask or not can_ask():
        tell(reported_unknown(done))
        return None
    proposed = proposed_until(preview, latest=latest)
    question = reported_question(done, proposed)
    return asked_until_understood(question, partial(_read_day, place, otherwise=proposed))


def keep_day(place: Place, day: date | None) -> None:
    """Keep the day in the settings, once the rows are entered; trouble is only told."""
    if day is not None:
        tell(kept(place, day)[0])


def kept(place: Place, day: date) -> tuple[str, bool]:
    """Keep the day in the settings; what to say of it, and whether it could be kept."""
    settings = Path(settings_file(place.workspace))
    try:
        make_workspace(place.workspace)
        keep_reported_until(settings, day)
    except (OSError, TrackerError):
        return day_not_kept(day, settings), False
    return day_kept(day, settings), True


def day_left(place: Place, undone: LastOperation, *, is_on_screen: bool = False) -> str:
    """What to say of the day once an import was taken back; empty where there is nothing to."""
    day = place.settings.reported_until
    if undone.operation != IMPORT or day is None:
        return ""
    return day_remains(day, Path(settings_file(place.workspace)), is_on_screen=is_on_screen)


def _read_day(place: Place, typed: str, *, otherwise: date | None = None) -> date | None:
    if not typed and otherwise is not None:
        return otherwise
    if typed.casefold() in NO:
        return None
    return read_reported_until(typed, today=place.desk.today)


def proposed_day(place: Place, today: date) -> date | None:
    """The day before the month begins that is reported on now; None where a day is set."""
    if place.settings.reported_until is not None:
        return None
    month = latest_begun(PeriodKind.MONTH, today, cut_off=place.settings.cut_off)
    return month.starts_on - timedelta(days=1)
