"""What the office decides: ``data/tracker.toml`` read into one frozen object.

Defaults are those of the shipped file, so that no office's name stands in the code. Nothing here
is reachable globally: the command line reads the settings and passes values down. The layouts in
the same file are read apart, by those who draw them.
"""

from __future__ import annotations

import os.path
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any

from tracker.core.errors import UsageError
from tracker.core.periods import CutOff
from tracker.core.rules import DeadlinePolicy
from tracker.core.saved_views import SavedView
from tracker.core.successors import Successors
from tracker.core.vietnamese import nfc
from tracker.resources import DEFAULT_SETTINGS, shipped
from tracker.settings.toml_file import Key, TomlFile
from tracker.settings.views import VIEWS, read_views
from tracker.workspace import settings_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything an office can set."""

    office_name: str
    """As in reports: ``Sở Khoa học và Công nghệ``."""
    office_short_name: str
    """As in a sentence: ``Sở KH&CN``."""
    office_symbol: str
    """The office's part of a document symbol: ``KHCN``."""
    committee: str
    """The body that assigns, whose chair assigns too: ``UBND tỉnh``."""
    due_soon_days: int
    """Open and due within so many days: sắp đến hạn."""
    deadline_policy: DeadlinePolicy
    cut_off: CutOff
    """Where a reporting month begins and ends."""
    reported_until: date | None
    """What was done on or before this day counts as already reported."""
    database: str
    """As written: a path that counts from the workspace, or a URL."""
    exports: str
    """The folder of finished reports, as written."""
    backups_kept: int
    """How many of the dated backups stay."""
    font: str
    margin_top_mm: float
    margin_bottom_mm: float
    margin_left_mm: float
    margin_right_mm: float
    secret_numbers: bool
    """The number of a secret document may be printed; its content never is."""
    successors: Successors
    """Divisions and offices that were merged or renamed."""
    views: tuple[SavedView, ...]
    """The filters with a name that the office wrote for itself."""


class Expected(StrEnum):
    """What a setting has to be."""

    TEXT = "text"
    """Text on one line, not empty."""
    DAYS = "days"
    """A whole number of days, 0 to 365."""
    MILLIMETRES = "millimetres"
    """A number, 0 to 100."""
    DATE = "date"
    """A day, year first and without quotes."""
    SWITCH = "switch"
    """``true`` or ``false``."""
    COUNT = "count"
    """A whole number, 1 to 1000."""
    CHOICE = "choice"
    """One of ``choices``."""
    SECTION = "section"
    """A section of its own: ``[office]``."""


class UnknownSetting(UsageError):
    """A key the program does not know, most likely mistyped."""

    def __init__(self, path: str, key: str, *, line: int | None, nearest: str | None) -> None:
        super().__init__(path, key, line, nearest)
        self.path = path
        self.key = key
        """With its section: ``rules.due_son_days``."""
        self.line = line
        self.nearest = nearest
        """The known key, or section, that was probably meant."""


class WrongSetting(UsageError):
    """A known key with a value it cannot have."""

    def __init__(self, path: str, setting: Setting, *, line: int | None, found: object) -> None:
        super().__init__(path, setting.key, line, found)
        self.path = path
        self.key = setting.key
        self.line = line
        self.found = found
        """The value as read."""
        self.expected = setting.expected
        self.choices = setting.choices
        """The values allowed, where only some are."""


class SuccessorCircle(UsageError):
    """Names that are said to follow one another lead back to where they began."""

    def __init__(self, path: str, names: tuple[str, ...], *, line: int | None) -> None:
        super().__init__(path, names, line)
        self.path = path
        self.names = names
        self.line = line


def _read_text(value: object) -> str | None:
    """Text on one line; unsuitable where nothing, or nothing printable, is left of it."""
    text = nfc(value).strip() if isinstance(value, str) else ""
    return text if text and text.isprintable() else None


def _read_days(value: object) -> int | None:
    return value if type(value) is int and 0 <= value <= 365 else None


def _read_millimetres(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value <= 100 else None


def _read_switch(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _read_count(value: object) -> int | None:
    return value if type(value) is int and 1 <= value <= 1000 else None


def _read_date(value: object) -> date | None:
    return value if type(value) is date else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One key of the settings file and the field it fills."""

    key: str
    field: str
    expected: Expected
    read: Callable[[object], object | None]
    """The value for the field; None where it will not do."""
    choices: tuple[str, ...] = ()
    is_optional: bool = False


def _text(key: str, field: str) -> Setting:
    return Setting(key=key, field=field, expected=Expected.TEXT, read=_read_text)


def _margin(side: str) -> Setting:
    return Setting(
        key=f"report.margin_{side}_mm",
        field=f"margin_{side}_mm",
        expected=Expected.MILLIMETRES,
        read=_read_millimetres,
    )


def _choice(key: str, field: str, kind: type[StrEnum]) -> Setting:
    by_value = {member.value: member for member in kind}

    def read(value: object) -> StrEnum | None:
        return by_value.get(value) if isinstance(value, str) else None

    return Setting(
        key=key, field=field, expected=Expected.CHOICE, read=read, choices=tuple(by_value)
    )


SETTINGS = (
    _text("office.name", "office_name"),
    _text("office.short_name", "office_short_name"),
    _text("office.symbol", "office_symbol"),
    _text("office.committee", "committee"),
    Setting(
        key="rules.due_soon_days", field="due_soon_days", expected=Expected.DAYS, read=_read_days
    ),
    _choice("rules.deadline_policy", "deadline_policy", DeadlinePolicy),
    _choice("rules.cut_off", "cut_off", CutOff),
    Setting(
        key="rules.reported_until",
        field="reported_until",
        expected=Expected.DATE,
        read=_read_date,
        is_optional=True,
    ),
    _text("files.database", "database"),
    _text("files.exports", "exports"),
    Setting(
        key="files.backups_kept", field="backups_kept", expected=Expected.COUNT, read=_read_count
    ),
    _text("report.font", "font"),
    _margin("top"),
    _margin("bottom"),
    _margin("left"),
    _margin("right"),
    Setting(
        key="report.secret_numbers",
        field="secret_numbers",
        expected=Expected.SWITCH,
        read=_read_switch,
    ),
)
"""Every key of a name of its own."""

SUCCESSORS = "successors"
"""The section whose keys are names of divisions."""

LAYOUTS = "layouts"
"""The section that is read by ``settings.layouts``."""

_BY_KEY = {setting.key: setting for setting in SETTINGS}
_BY_NAME = {setting.key.partition(".")[2]: setting.key for setting in SETTINGS}
_FREE_SECTIONS = (SUCCESSORS, VIEWS, LAYOUTS)
_SECTIONS = (
    *dict.fromkeys(setting.key.partition(".")[0] for setting in SETTINGS),
    *_FREE_SECTIONS,
)


def load_settings(workspace: str) -> Settings:
    """The settings of a workspace, completed by the shipped defaults."""
    path = settings_file(workspace)
    values = _read_settings(Path(path)) if os.path.exists(path) else {}  # noqa: PTH110
    if any(setting.field not in values for setting in SETTINGS if not setting.is_optional):
        values = _read_settings(Path(shipped(DEFAULT_SETTINGS))) | values
    fields: dict[str, Any] = {setting.field: values.get(setting.field) for setting in SETTINGS}
    return Settings(
        **fields, successors=values.get(SUCCESSORS, Successors()), views=values.get(VIEWS, ())
    )


def _read_settings(path: Path) -> dict[str, Any]:
    """Checked values by field, of the keys the file holds."""
    file = TomlFile(path)
    return {**dict(_checked(file)), SUCCESSORS: _successors(file), VIEWS: read_views(file)}


def _checked(file: TomlFile) -> Iterator[tuple[str, object]]:
    """Each field with its value; the first thing wrong is raised."""
    for place, value in _flatten(file.document):
        key = ".".join(place)
        setting = _BY_KEY.get(key) or _section(key)
        if setting is None:
            raise UnknownSetting(
                str(file.path), key, line=file.line_of(place), nearest=_nearest_key(key)
            )
        yield setting.field, _value(file, place, setting, value)


def _value(file: TomlFile, place: Key, setting: Setting, value: object) -> object:
    read = setting.read(value)
    if read is None:
        raise WrongSetting(str(file.path), setting, line=file.line_of(place), found=value)
    return read


def _flatten(document: Mapping[str, object]) -> Iterator[tuple[tuple[str, ...], object]]:
    """Keys with their section; an unknown section is one key, a free one is none."""
    for section, content in document.items():
        if section not in _SECTIONS or not isinstance(content, dict):
            yield (section,), content
        elif section not in _FREE_SECTIONS:
            yield from (((section, name), value) for name, value in content.items())


def _successors(file: TomlFile) -> Successors:
    section = file.document.get(SUCCESSORS, {})
    names = {}
    for old, new in section.items() if isinstance(section, dict) else ():
        place = (SUCCESSORS, old)
        names[old] = str(_value(file, place, _text(f"{SUCCESSORS}.{old}", ""), new))
    successors = Successors(names)
    if circle := successors.circle():
        line = file.line_of((SUCCESSORS, circle[0]))
        raise SuccessorCircle(str(file.path), circle, line=line)
    return successors


def _section(key: str) -> Setting | None:
    """What is wrong when the name of a section is given a value."""
    if key not in _SECTIONS:
        return None
    return Setting(key=key, field="", expected=Expected.SECTION, read=lambda _: None)


def _nearest_key(key: str) -> str | None:
    """The key or section probably meant: by its whole name, else by its name in any section."""
    close = get_close_matches(key, [*_BY_KEY, *_SECTIONS], n=1, cutoff=0.75)
    if close:
        return close[0]
    by_name = get_close_matches(key.rpartition(".")[2], _BY_NAME, n=1, cutoff=0.6)
    return _BY_NAME[by_name[0]] if by_name else None
