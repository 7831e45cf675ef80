"""Bringing files into the register: chosen, looked over, entered in one go."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.intake.files.reading import require_file
from tracker.tui.dialogs.chooser import Choice, Chooser
from tracker.tui.dialogs.field import Field
from tracker.tui.dialogs.form import Form, Task, Values
from tracker.tui.dialogs.opening import open_over
from tracker.tui.entering.files import SavedFile, paths_in, recent_files, usual_folders
from tracker.tui.entering.recording import tell_imported
from tracker.wording.choosing_files import (
    CHOOSE_TITLE,
    NAME_FIELD,
    NAME_HINT,
    NAME_IT,
    NAME_SAVE,
    SEARCH_FILES,
    file_details,
)

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen


_NAME_IT = ""
"""Chosen by whoever wants to type the name of a file."""


async def open_import(screen: RegisterScreen) -> None:
    """Offer the files lately saved; any other can be named."""
    files = await asyncio.to_thread(recent_files, usual_folders())
    if not files:
        await _ask_for_name(screen)
        return
    named = Choice(value=_NAME_IT, label=NAME_IT)
    offered = (_choice(file, screen.surroundings.today) for file in files)

    async def chosen(path: str | None) -> None:
        if path == _NAME_IT:
            await _ask_for_name(screen)
        elif path is not None:
            await look_over_files(screen, (Path(path),))

    chooser = Chooser(CHOOSE_TITLE, (*offered, named), placeholder=SEARCH_FILES)
    await open_over(screen, chooser, chosen)


def _choice(file: SavedFile, today: date) -> Choice[str]:
    details = file_details(file.folder, file.saved_at.isoformat(), today)
    return Choice(value=str(file.path), label=file.path.name, details=details)


async def look_over_files(screen: RegisterScreen, paths: Sequence[Path]) -> None:
    """Show what files hold before any of it is entered."""
    # Late: reading tables is slow to load.
    from tracker.tui.entering.rows_screen import RowsScreen
    from tracker.tui.entering.sources import ChosenFiles

    rows_screen = RowsScreen(screen.surroundings, ChosenFiles(paths))
    await open_over(screen, rows_screen, partial(tell_imported, screen, is_file=True))


async def _ask_for_name(screen: RegisterScreen) -> None:
    def save(values: Values) -> tuple[Path, ...]:
        paths = paths_in(values["path"])
        for path in paths:
            require_file(path)
        return paths

    async def named(paths: tuple[Path, ...] | None) -> None:
        if paths:
            await look_over_files(screen, paths)

    field = Field(name="path", label=NAME_FIELD, hint=NAME_HINT)
    task = Task(title=CHOOSE_TITLE, fields=[field], save=save, save_words=NAME_SAVE)
    await open_over(screen, Form(task), named)
