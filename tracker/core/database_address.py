"""The address of a register: a path, or the URL of a database server."""

from __future__ import annotations

_SECRET_PARAMETERS = ("password", "sslpassword")


def is_url(address: str) -> bool:
    """Whether this names a database server rather than a file."""
    return "://" in address


def without_password(address: str) -> str:
    """The address as it may be shown; equal to the address where it holds no password."""
    scheme, mark, rest = address.partition("://")
    if not mark:
        return address
    place, question_mark, query = _split(rest)
    kept = "&".join(pair for pair in query.split("&") if not _is_secret(pair))
    return f"{scheme}://{_without_credentials(place)}{question_mark}{kept}"


def _split(rest: str) -> tuple[str, str, str]:
    """The place and the query. A question mark before the last ``@`` is one of the password,
    unless what follows is itself a secret parameter."""
    place, question_mark, query = rest.partition("?")
    if "@" in query and not any("=" in pair and _is_secret(pair) for pair in query.split("&")):
        return _without_credentials(rest).partition("?")
    return place, question_mark, query


def _without_credentials(place: str) -> str:
    """``user:password@host`` as ``user@host``; the password may hold any sign."""
    user, colon, rest = place.partition(":")
    if not colon or "/" in user or "@" not in rest:
        return place
    return f"{user}@{rest.rpartition('@')[2]}"


def _is_secret(pair: str) -> bool:
    """Whether a parameter is a password, or may be hiding one."""
    name = pair.partition("=")[0].lower()
    return name in _SECRET_PARAMETERS or "%" in name
