"""The views an office wrote for itself, each a name and a filter as it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from tracker.core.errors import UsageError
from tracker.core.saved_views import MOST_OWN_VIEWS, SavedView, own_views
from tracker.core.vietnamese import nfc
from tracker.settings.toml_file import TomlFile

VIEWS = "views"
"""The section whose keys are names of views."""

_ANY_DAY = date(2024, 1, 1)
"""Whether a filter can be understood does not depend on the day it is used."""


class ViewProblem(StrEnum):
    """What is wrong with a view."""

    BAD_NAME = "bad_name"
    """Nothing printable on one line, or a number, by which views are called already."""
    NOT_TEXT = "not_text"
    """Not a filter in quotes, on one line."""
    BAD_FILTER = "bad_filter"
    TOO_MANY = "too_many"


class WrongView(UsageError):
    """A view in the settings cannot be used."""

    def __init__(
        self, file: TomlFile, name: str, problem: ViewProblem, *, trouble: UsageError | None = None
    ) -> None:
        super().__init__(str(file.path), name, problem.value)
        self.path = str(file.path)
        self.name = name
        self.line = file.line_of((VIEWS, name))
        self.problem = problem
        self.trouble = trouble
        """What is wrong with the filter, where that is the problem."""
        self.most = MOST_OWN_VIEWS


def read_views(file: TomlFile) -> tuple[SavedView, ...]:
    """The views of a settings file; the first thing wrong is raised as ``WrongView``."""
    section = file.document.get(VIEWS, {})
    filters: dict[str, str] = {}
    for name, text in section.items() if isinstance(section, Mapping) else ():
        if len(filters) == MOST_OWN_VIEWS:
            raise WrongView(file, name, ViewProblem.TOO_MANY)
        if not _is_line(name) or name.strip().isdecimal():
            raise WrongView(file, name, ViewProblem.BAD_NAME)
        if not _is_line(text):
            raise WrongView(file, name, ViewProblem.NOT_TEXT)
        filters[_composed(name)] = _understood(file, name, _composed(text))
    return own_views(filters)


def _is_line(value: object) -> bool:
    """Whether it is text on one line, with something printable in it."""
    text = _composed(value) if isinstance(value, str) else ""
    return text != "" and text.isprintable()


def _composed(text: str) -> str:
    return nfc(text).strip()


def _understood(file: TomlFile, name: str, text: str) -> str:
    # Late: most commands read the settings, and few offices have views of their own.
    from tracker.core.filter_grammar import parse_filter  # noqa: PLC0415

    try:
        parse_filter(text, today=_ANY_DAY)
    except UsageError as trouble:
        raise WrongView(file, name, ViewProblem.BAD_FILTER, trouble=trouble) from trouble
    return text
