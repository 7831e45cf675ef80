"""Column types that mean the same on both engines."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Date, Dialect, Integer, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeDecorator, TypeEngine


class IsoDate(TypeDecorator[date]):
    """A day: ISO text on SQLite, which has no dates, and DATE on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of the engine."""
        return dialect.type_descriptor(Date() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        """A day as the engine takes it."""
        return value.isoformat() if value and dialect.name != "postgresql" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:  # noqa: ARG002
        """A day from what the engine gives: both give ISO text here."""
        return date.fromisoformat(value) if value else None


class Flag(TypeDecorator[bool]):
    """A truth, as 0 or 1 on both engines, so that both can sum it."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """The number stored."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:  # noqa: ARG002
        """The truth meant."""
        return None if value is None else bool(value)


SortedText = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
"""Text that is compared and sorted by code point on both engines."""


def dates_are_dates(table: str, *columns: str) -> list[CheckConstraint]:
    """Let SQLite refuse text that is no day; PostgreSQL knows by itself.

    Adding no days makes SQLite turn 30 February into the day it would be, which differs.
    """
    return [
        CheckConstraint(
            f"{column} IS date({column}, '+0 days')", name=f"{table}_{column}_is_a_date"
        ).ddl_if(dialect="sqlite")
        for column in columns
    ]


def flags_are_flags(table: str, *columns: str) -> list[CheckConstraint]:
    """Let both engines refuse a truth that is neither 0 nor 1."""
    return [
        CheckConstraint(f"{column} IN (0, 1)", name=f"{table}_{column}_is_a_flag")
        for column in columns
    ]


def one_of(table: str, column: str, values: type[Any]) -> CheckConstraint:
    """Let both engines refuse a word that is not one of an enumeration."""
    words = ", ".join(f"'{member.value}'" for member in values)
    return CheckConstraint(f"{column} IN ({words})", name=f"{table}_{column}_is_known")
