"""Where a register is, and what may be shown of it."""

from __future__ import annotations

import pytest

from tracker.core.database_address import is_url, without_password


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://lan@server/register",
        "postgresql://lan@server:5432/register?sslmode=require&passfile=/etc/pgpass",
        "postgresql://lan@[::1]:5432/register",
        "postgresql:///register?host=/run/postgresql",
        "/home/lan/register.db",
        "sổ@2023:12.db",
        "C:\\sổ\\a.db",
    ],
)
def test_an_address_without_a_password_is_shown_as_it_is(address: str) -> None:
    assert without_password(address) == address


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("lan:bí mật@server:5432/register", "lan@server:5432/register"),
        ("lan:a@b:c@server/register", "lan@server/register"),
        (":bimat@server/register", "@server/register"),
        ("lan:s3/cr?et@server/register", "lan@server/register"),
        ("lan:s3%40cr?e%20t@server/register", "lan@server/register"),
        ("lan:s3@cr?et@server/register", "lan@server/register"),
        ("lan@server/register?password=bimat", "lan@server/register?"),
        ("server/register?a=1&PASSWORD=bimat&b=2", "server/register?a=1&b=2"),
        ("server/register?p%61ssword=bimat", "server/register?"),
        ("server/register?sslpassword=bimat", "server/register?"),
        ("lan@server:5432/register?password=bi@mat", "lan@server:5432/register?"),
        ("server:5432/register?p%61ssword=bi@mat", "server:5432/register?"),
        ("lan:bimat@server/register?password=bi@mat", "lan@server/register?"),
    ],
)
def test_a_password_is_shown_nowhere_in_an_address(address: str, shown: str) -> None:
    assert without_password(f"postgresql://{address}") == f"postgresql://{shown}"


@pytest.mark.parametrize(
    ("address", "expected"),
    [("postgresql://server/register", True), ("register.db", False), ("C:\\sổ\\a.db", False)],
)
def test_a_server_is_told_from_a_file(address: str, expected: bool) -> None:
    assert is_url(address) is expected
