"""Keeping the day until which what is done was reported already, in the settings file itself."""

from __future__ import annotations

import re
import stat
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tracker.settings.toml_file import SettingsProblem, TomlFile, UnreadableSettings
from tracker.workspace import put_file

_SECTION = "rules"
_NAME = "reported_until"
_HEADING = re.compile(rf"\s*\[\s*{_SECTION}\s*\]")
_AFTER = re.compile(r"\s*\[")
_SUGGESTED = re.compile(rf"\s*#\s*{_NAME}\s*=")


def keep_reported_until(path: Path, day: date) -> None:
    """Write the day into a settings file; every other line stays as it is.

    In place of the one that is set, else of the line that suggests one, else under its heading.
    Raises ``UnreadableSettings`` where the file is written in a way that leaves no place for such a
    line, or ``OSError`` where it cannot be written; it stays as it is then.
    """
    file = TomlFile(path)
    section = file.document.get(_SECTION)
    is_set = isinstance(section, Mapping) and _NAME in section
    text = path.read_bytes().decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    said = f"{_NAME} = {day.isoformat()}"
    if is_set and (line := file.line_of((_SECTION, _NAME))) is not None:
        lines[line - 1] = said
    else:
        _put_in_section(lines, said)
    if not _says(lines, day):
        raise UnreadableSettings(str(path), SettingsProblem.NOT_TOML)
    mode = stat.S_IMODE(path.stat().st_mode)
    put_file(str(path), (end.join(lines) + end).encode(), mode=mode)


def _says(lines: list[str], day: date) -> bool:
    """Whether a file of these lines is read as meant: a section can be written in several ways."""
    try:
        section = tomllib.loads("\n".join(lines)).get(_SECTION)
    except tomllib.TOMLDecodeError:
        return False
    return isinstance(section, Mapping) and section.get(_NAME) == day


def _put_in_section(lines: list[str], said: str) -> None:
    """Put a line where the section suggests it, else under the heading of the section."""
    heading = next((n for n, line in enumerate(lines) if _HEADING.match(line)), None)
    if heading is None:
        lines += ["", f"[{_SECTION}]", said]
        return
    for place in range(heading + 1, len(lines)):
        if _AFTER.match(lines[place]):
            break
        if _SUGGESTED.match(lines[place]):
            lines[place] = said
            return
    lines.insert(heading + 1, said)
