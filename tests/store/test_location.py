"""Where a register is, and what may be shown of it."""

from __future__ import annotations

import pytest

from tracker.store.location import is_url, without_password


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("postgresql://lan@server/register", "postgresql://lan@server/register"),
        ("postgresql://lan:bí mật@server:5432/register", "postgresql://lan@server:5432/register"),
        ("postgresql://lan:a@b:c@server/register", "postgresql://lan@server/register"),
        ("postgresql://:bimat@server/register", "postgresql://@server/register"),
        ("postgresql:///register", "postgresql:///register"),
        ("/home/lan/register.db", "/home/lan/register.db"),
        ("sổ@2023:12.db", "sổ@2023:12.db"),
    ],
)
def test_a_location_is_shown_without_its_password(location: str, shown: str) -> None:
    assert without_password(location) == shown


@pytest.mark.parametrize(
    ("location", "expected"),
    [("postgresql://server/register", True), ("register.db", False), ("C:\\sổ\\a.db", False)],
)
def test_a_server_is_told_from_a_file(location: str, expected: bool) -> None:
    assert is_url(location) is expected
