"""Every class of error that the program knows."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import tracker
from tracker.core.errors import TrackerError


def every_error() -> list[type[TrackerError]]:
    """All that may be raised, those that only others are made from left out."""
    for module in pkgutil.walk_packages(tracker.__path__, "tracker."):
        if ".migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return [kind for kind in _below(TrackerError) if not kind.__name__.startswith("_")]


def _below(kind: type[TrackerError]) -> Iterator[type[TrackerError]]:
    for below in kind.__subclasses__():
        yield below
        yield from _below(below)
