"""The few settings a quick read needs, without the cost of reading the settings file.

Loading a TOML reader takes longer than counting a hundred thousand directives. So the values are
kept beside the settings in a small text file, which counts only while it provably belongs to them.
"""

from __future__ import annotations

import os

from tracker import __version__
from tracker.workspace import put_file, settings_file

_FORMAT = 2
_LONGEST = 8192
_SETTLED_NS = 2_000_000_000
"""File systems tell time in steps of up to two seconds: what was kept sooner after the settings
were written could have missed a change within the same step."""


class QuickSettings:
    """The settings that decide what ``status`` counts."""

    __slots__ = ("database", "deadline_policy", "due_soon_days", "office_short_name")

    def __init__(
        self, *, database: str, due_soon_days: int, deadline_policy: str, office_short_name: str
    ) -> None:
        self.database = database
        """As written: a path that counts from the workspace, or a URL."""
        self.due_soon_days = due_soon_days
        self.deadline_policy = deadline_policy
        """The value of a ``DeadlinePolicy``."""
        self.office_short_name = office_short_name
        """As in a sentence: ``Sở KH&CN``; empty where no workspace is made yet."""


def shipped_quick_settings() -> QuickSettings:
    """What the shipped file says, for a workspace not made yet; a test holds the two together."""
    return QuickSettings(
        database="data/tracker.db",
        due_soon_days=7,
        deadline_policy="nominal",
        office_short_name="",
    )


def load_quick_settings(workspace: str) -> QuickSettings:
    """What ``settings.load_settings`` would say, from the kept values where they still hold."""
    if not os.path.lexists(settings_file(workspace)):
        return shipped_quick_settings()
    stamp = _stamp(settings_file(workspace))
    kept = None if stamp is None else _read_kept(cache_file(workspace), stamp)
    if kept is not None:
        return kept
    # Late: this loads the reader that the kept values are there to avoid.
    from tracker.settings.office import load_settings  # noqa: PLC0415

    settings = load_settings(workspace)
    quick = QuickSettings(
        database=settings.database,
        due_soon_days=settings.due_soon_days,
        deadline_policy=settings.deadline_policy.value,
        office_short_name=settings.office_short_name,
    )
    if stamp is not None:
        _keep(cache_file(workspace), stamp, quick)
    return quick


def cache_file(workspace: str) -> str:
    """Where the values are kept; may be deleted at any time."""
    folder, name = os.path.split(settings_file(workspace))
    return os.path.join(folder, f".{name}.cache")


def _stamp(path: str) -> os.stat_result | None:
    """What tells one state of the settings from another; taken before they are read."""
    try:
        return os.stat(path)
    except OSError:
        return None


def _heading(stamp: os.stat_result) -> str:
    """The lines that must match to the letter for the rest to count."""
    return (
        f"tracker {__version__} format {_FORMAT}\n"
        f"mtime_ns={stamp.st_mtime_ns}\nsize={stamp.st_size}\n"
    )


def _keep(path: str, stamp: os.stat_result, quick: QuickSettings) -> None:
    """Keep the values for the next time; a folder that cannot be written is no trouble."""
    if "\n" in quick.database or "\r" in quick.database:
        return
    body = (
        f"{_heading(stamp)}database={quick.database}\n"
        f"due_soon_days={quick.due_soon_days}\ndeadline_policy={quick.deadline_policy}\n"
        f"office_short_name={quick.office_short_name}\n"
    ).encode()
    try:
        put_file(path, body + _seal(body), mode=stamp.st_mode & 0o666)
    except OSError:
        return


def _read_kept(path: str, stamp: os.stat_result) -> QuickSettings | None:
    """The kept values; None unless they belong to exactly these settings."""
    try:
        with open(path, "rb") as file:
            kept_at = os.fstat(file.fileno()).st_mtime_ns
            content = file.read(_LONGEST)
        if kept_at - stamp.st_mtime_ns < _SETTLED_NS:
            return None
        return _parse(content, _heading(stamp))
    except (OSError, ValueError):
        return None


def _parse(content: bytes, heading: str) -> QuickSettings | None:
    """The values, if the heading matches and the seal is unbroken."""
    end = content.rfind(b"seal=")
    body = content[: max(end, 0)]
    text = body.decode()
    if content[len(body) :] != _seal(body) or not text.startswith(heading):
        return None
    values = dict(line.split("=", 1) for line in text[len(heading) :].split("\n") if line)
    if set(values) != set(QuickSettings.__slots__):
        return None
    return QuickSettings(
        database=values["database"],
        due_soon_days=int(values["due_soon_days"]),
        deadline_policy=values["deadline_policy"],
        office_short_name=values["office_short_name"],
    )


def _seal(body: bytes) -> bytes:
    """A last line that no damaged or unfinished file would carry."""
    return b"seal=%d\n" % sum(place * byte for place, byte in enumerate(body, 1))
