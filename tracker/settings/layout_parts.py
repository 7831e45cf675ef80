"""The values a layout is made of: what each has to be, and what is said where it is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from tracker.core.errors import UsageError
from tracker.core.layout import PLACEHOLDERS
from tracker.core.vietnamese import nfc
from tracker.settings.toml_file import Key

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

_WIDEST = 10_000

_SMALLEST, _LARGEST = 8, 14

_Word = TypeVar("_Word", bound=StrEnum)


class LayoutProblem(StrEnum):
    """What is wrong with a layout."""

    UNKNOWN_KEY = "unknown_key"
    MISSING = "missing"
    NOT_A_SECTION = "not_a_section"
    """A value where a section of its own belongs."""
    NO_COLUMNS = "no_columns"
    """Not a list of sections, each a column, or an empty one."""
    BAD_NAME = "bad_name"
    """Not small letters, digits and hyphens, a letter first; 40 at most."""
    NOT_TEXT = "not_text"
    """Not text on one line."""
    NOT_LINES = "not_lines"
    """Neither a text nor a list of texts."""
    NOT_A_SWITCH = "not_a_switch"
    NOT_A_WIDTH = "not_a_width"
    """Not a number above zero, 10 000 at most."""
    NOT_A_SIZE = "not_a_size"
    """Not a number of points, 8 to 14."""
    NOT_A_CHOICE = "not_a_choice"
    """None of the words there are."""
    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    """Braces around something that stands for no value."""
    DOES_NOT_FIT = "does_not_fit"
    """A word there is, but not for rows like these."""


class WrongLayout(UsageError):
    """A layout in the settings cannot be used."""

    def __init__(self, path: str, mistake: LayoutMistake, *, line: int | None) -> None:
        super().__init__(path, mistake, line)
        self.path = path
        self.line = line
        self.key = key_text(mistake.key)
        """``layouts.x.columns[1].width``: columns are counted from one."""
        self.problem = mistake.problem
        self.found = mistake.found
        """The value or the word as written; None where something is missing."""
        self.choices = mistake.choices
        """The words that would do, where only some do."""
        close = get_close_matches(str(mistake.found), mistake.choices, n=1)
        self.nearest = close[0] if close else None
        """The one of them that was probably meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutMistake:
    """One thing that is wrong, and what would be right."""

    key: Key
    problem: LayoutProblem
    found: object = None
    choices: tuple[str, ...] = ()


class Mistaken(Exception):
    """Raised where a mistake is found; where its line can be told, it becomes ``WrongLayout``."""

    def __init__(self, mistake: LayoutMistake) -> None:
        super().__init__(mistake)
        self.mistake = mistake


def mistaken(
    key: Key, problem: LayoutProblem, found: object = None, *, choices: tuple[str, ...] = ()
) -> Mistaken:
    """What to raise about a key."""
    return Mistaken(LayoutMistake(key=key, problem=problem, found=found, choices=choices))


def key_text(key: Key) -> str:
    """A key as it is quoted: places in lists in brackets, counted from one."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in key)
    return "".join(parts).removeprefix(".")


Read = Callable[[Key, Any], Any]
"""Reads the value of a key, or raises ``Mistaken``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One key of a section and the field it fills."""

    field: str
    read: Read
    is_needed: bool = False


def read_parts(key: Key, section: object, parts: Mapping[str, Part]) -> dict[str, Any]:
    """The values of a section by field."""
    table = read_section(key, section)
    for name in table:
        if name not in parts:
            unknown = LayoutProblem.UNKNOWN_KEY
            raise mistaken((*key, name), unknown, name, choices=tuple(parts))
    for name, part in parts.items():
        if part.is_needed and name not in table:
            raise mistaken((*key, name), LayoutProblem.MISSING)
    return {parts[name].field: parts[name].read((*key, name), table[name]) for name in table}


def read_section(key: Key, value: object) -> Mapping[str, object]:
    """A section of its own."""
    if not isinstance(value, dict):
        raise mistaken(key, LayoutProblem.NOT_A_SECTION, value)
    return value


def read_text(key: Key, value: object) -> str:
    """Text on one line, something printable left of it."""
    text = nfc(value).strip() if isinstance(value, str) else ""
    if not text or not text.isprintable():
        raise mistaken(key, LayoutProblem.NOT_TEXT, value)
    return text


def read_lines(key: Key, value: object) -> tuple[str, ...]:
    """A text or several, whatever is in braces in them the name of a value."""
    written = [value] if isinstance(value, str) else value
    if not isinstance(written, list) or not written:
        raise mistaken(key, LayoutProblem.NOT_LINES, value)
    lines = tuple(read_text(key, line) for line in written)
    for name in _PLACEHOLDER.findall("\n".join(lines)):
        if name not in PLACEHOLDERS:
            unknown = LayoutProblem.UNKNOWN_PLACEHOLDER
            raise mistaken(key, unknown, name, choices=PLACEHOLDERS)
    return lines


def read_switch(key: Key, value: object) -> bool:
    """``true`` or ``false``."""
    if not isinstance(value, bool):
        raise mistaken(key, LayoutProblem.NOT_A_SWITCH, value)
    return value


def read_width(key: Key, value: object) -> float:
    """A number above zero."""
    number = _number(value)
    if number is None or not 0 < number <= _WIDEST:
        raise mistaken(key, LayoutProblem.NOT_A_WIDTH, value)
    return number


def read_size(key: Key, value: object) -> float:
    """A size of type that can be read and is no title's."""
    number = _number(value)
    if number is None or not _SMALLEST <= number <= _LARGEST:
        raise mistaken(key, LayoutProblem.NOT_A_SIZE, value)
    return number


def _number(value: object) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number else None  # type: ignore[return-value]


def reader_of_name(pattern: str) -> Read:
    """Reads a name that is part of a command or of a file's name."""
    form = re.compile(pattern)

    def read(key: Key, value: object) -> str:
        if not isinstance(value, str) or not form.fullmatch(value):
            raise mistaken(key, LayoutProblem.BAD_NAME, value)
        return value

    return read


def reader_of_choice(kind: type[_Word]) -> Read:
    """Reads one of the words there are."""
    by_value = {member.value: member for member in kind}

    def read(key: Key, value: object) -> _Word:
        if not isinstance(value, str) or value not in by_value:
            problem = LayoutProblem.NOT_A_CHOICE
            raise mistaken(key, problem, value, choices=tuple(by_value))
        return by_value[value]

    return read
