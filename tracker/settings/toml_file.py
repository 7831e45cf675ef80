"""A settings file as it was written: what it holds, and on which line each thing stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from tracker.core.errors import UsageError

Key = tuple[str | int, ...]
"""The names, and in lists of tables the places, that lead to a value."""

_NAME = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)"""
_NAMES = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADING = re.compile(rf"[ \t]*(?P<list>\[)?\[[ \t]*(?P<names>{_NAMES})[ \t]*\]")
_PAIR = re.compile(rf"[ \t]*(?P<names>{_NAMES})[ \t]*=")


class SettingsProblem(StrEnum):
    """Why the settings cannot be read at all."""

    NOT_READABLE = "not_readable"
    """The file is there and cannot be opened."""
    NOT_UTF8 = "not_utf8"
    """Saved in another encoding."""
    NOT_TOML = "not_toml"
    """A line is not written as ``key = value``."""


class UnreadableSettings(UsageError):
    """The settings file cannot be read."""

    def __init__(self, path: str, problem: SettingsProblem, *, line: int | None = None) -> None:
        super().__init__(path, problem, line)
        self.path = path
        self.problem = problem
        self.line = line


class TomlFile:
    """A file that was read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._text = _read_text(path)
        self.document: Mapping[str, object] = self._parsed()

    def line_of(self, key: Key) -> int | None:
        """The line on which a value, or what it is a part of, is set."""
        lines: dict[Key, int] = {}
        for place, line in _places(self._text):
            for length in range(1, len(place) + 1):
                lines.setdefault(place[:length], line)
        parts = (key[:length] for length in range(len(key), 0, -1))
        return next((lines[part] for part in parts if part in lines), None)

    def _parsed(self) -> Mapping[str, object]:
        try:
            return tomllib.loads(self._text)
        except ValueError as trouble:  # a TOML error, or a number too long to be one
            line = _line_of_trouble(str(trouble), self._text)
            raise UnreadableSettings(
                str(self.path), SettingsProblem.NOT_TOML, line=line
            ) from trouble


def _read_text(path: Path) -> str:
    """The text, without the mark some editors put in front of it."""
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as trouble:
        raise UnreadableSettings(str(path), SettingsProblem.NOT_UTF8) from trouble
    except OSError as trouble:
        raise UnreadableSettings(str(path), SettingsProblem.NOT_READABLE) from trouble


def _line_of_trouble(message: str, text: str) -> int | None:
    """The line a TOML error is about; the last one where it ran off the end."""
    if "at end of document" in message:
        return len(text.rstrip().split("\n"))
    found = re.search(r"at line (\d+)", message)
    return int(found[1]) if found else None


def _places(text: str) -> Iterator[tuple[Key, int]]:
    """Every heading and every pair of a document that is known to be sound."""
    lines = text.split("\n")
    heading: Key = ()
    counts: dict[Key, int] = {}
    number = 0
    while number < len(lines):
        line = lines[number]
        if found := _HEADING.match(line):
            heading = _resolved(_names(found["names"]), counts, is_list=found["list"] is not None)
            yield heading, number + 1
        elif found := _PAIR.match(line):
            key = heading + _names(found["names"])
            yield key, number + 1
            value = _value(lines[number:], found.end())
            yield from (((*key, place), number + line) for place, line in _elements(value))
            number += len(value) - 1
        number += 1


def _names(written: str) -> Key:
    return tuple(
        name if name[0] not in "\"'" else tomllib.loads(f"x = {name}")["x"]
        for name in re.findall(_NAME, written)
    )


def _resolved(names: Key, counts: dict[Key, int], *, is_list: bool) -> Key:
    """A heading with the place of each list of tables on the way: the one begun last."""
    place: Key = ()
    for depth, name in enumerate(names, 1):
        place = (*place, name)
        if is_list and depth == len(names):
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = (*place, counts[place])
    return place


def _value(lines: list[str], start: int) -> list[str]:
    """The lines a value goes on for: until it can be read."""
    value = [lines[0][start:]]
    for line in lines[1:]:
        if _read("\n".join(value)) is not None:
            break
        value.append(line)
    return value


def _elements(value: list[str]) -> Iterator[tuple[int, int]]:
    """The elements of a list, and on which line of its value each ends."""
    known = 0
    for count in range(1, len(value) + 1):
        begun = "\n".join(value[:count])
        found = _read(begun) or _read(f"{begun}\n]")
        if isinstance(found, list):
            yield from ((place, count) for place in range(known, len(found)))
            known = max(known, len(found))


def _read(value: str) -> object | None:
    try:
        found: object = tomllib.loads(f"x = {value}")["x"]
    except ValueError:
        return None
    return found
