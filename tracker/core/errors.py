"""Refusals, as classes that carry data. Their Vietnamese sentences are in ``wording.messages``."""

from __future__ import annotations


class TrackerError(Exception):
    """Something asked for that cannot be done. ``exit_code`` is what the process ends with."""

    exit_code = 70


class UsageError(TrackerError):
    """What was typed cannot be understood."""

    exit_code = 2


class NotFound(TrackerError):
    """Nothing, or more than one thing, answers to the reference."""

    exit_code = 3


class Refused(TrackerError):
    """A rule or a conflict forbids it."""

    exit_code = 4


class UnreadableInput(TrackerError):
    """A file given as input cannot be read."""

    exit_code = 5


class DatabaseTrouble(TrackerError):
    """The register cannot be used: locked, newer, damaged, missing."""

    exit_code = 6


class CannotWriteFile(TrackerError):
    """An output file cannot be written."""

    exit_code = 7
