"""Where a register is: a path of a file, or the URL of a database server."""

from __future__ import annotations


def is_url(location: str) -> bool:
    """Whether this names a database server rather than a file."""
    return "://" in location


def without_password(location: str) -> str:
    """The location as it may be shown."""
    scheme, mark, rest = location.partition("://")
    credentials, at, address = rest.rpartition("@")
    if not mark or not at:
        return location
    return f"{scheme}://{credentials.partition(':')[0]}@{address}"
