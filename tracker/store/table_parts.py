"""The pieces of which migrations make tables, alike on both engines.

A table that was made by a migration stays as it was made: what is here may be added to, never
changed.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


def is_server() -> bool:
    """Whether the register is on PostgreSQL."""
    return op.get_context().dialect.name == "postgresql"


def make_table(name: str, *parts: sa.schema.SchemaItem, called: str = "") -> None:
    """Make a table whose checks have names, without which one made anew would lose them.

    ``called`` is what it is called for the time being, while another still has its name.
    """
    for part in parts:
        if isinstance(part, sa.CheckConstraint):
            part.name = f"{name}_{part.name}"
    op.create_table(called or name, *parts, sqlite_strict=True)


def key() -> sa.Column[int]:
    """The number by which a row is known."""
    return sa.Column("id", sa.Integer(), primary_key=True, nullable=False)


def reference(name: str, table: str) -> sa.Column[int]:
    """The number of a row of another table."""
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{table}.id"), nullable=False)


def text(name: str, *, is_optional: bool = False) -> sa.Column[str]:
    """A text."""
    return sa.Column(name, sa.Text(), nullable=is_optional)


def sorted_text(name: str) -> sa.Column[str]:
    """A text compared and sorted by code point."""
    kind = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)


def number(name: str, *, is_optional: bool = False) -> sa.Column[int]:
    """A whole number."""
    return sa.Column(name, sa.Integer(), nullable=is_optional)


def day(name: str, *, is_optional: bool = False) -> list[sa.schema.SchemaItem]:
    """A day: SQLite has text for it, and must be told to refuse what is none."""
    if is_server():
        return [sa.Column(name, sa.Date(), nullable=is_optional)]
    return [
        text(name, is_optional=is_optional),
        sa.CheckConstraint(f"{name} IS date({name}, '+0 days')", name=f"{name}_is_a_date"),
    ]


def flag(name: str) -> list[sa.schema.SchemaItem]:
    """0 or 1."""
    return [
        number(name),
        sa.CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_is_a_flag"),
    ]


def word(name: str, words: str, *, is_optional: bool = False) -> list[sa.schema.SchemaItem]:
    """One of a few words, given as SQL lists them."""
    return [
        text(name, is_optional=is_optional),
        sa.CheckConstraint(f"{name} IN ({words})", name=f"{name}_is_known"),
    ]


def index_where(name: str, table: str, columns: list[str], condition: str) -> None:
    """Make an index of those rows only that answer to a condition."""
    where = sa.text(condition)
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def keep_growing_only(*tables: str) -> None:
    """Refuse to change, remove or replace what has been written."""
    for table in tables:
        if is_server():
            refuse_on_server(table, "UPDATE OR DELETE OR TRUNCATE")
        else:
            refuse_on_sqlite(table, "UPDATE")
            refuse_on_sqlite(table, "DELETE")
            op.execute(
                f"CREATE TRIGGER {table}_is_never_replaced BEFORE INSERT ON {table} "
                f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) "
                f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            )


def refuse_on_sqlite(table: str, action: str) -> None:
    """Let SQLite refuse one kind of statement."""
    op.execute(
        f"CREATE TRIGGER {table}_refuses_{action.lower()} BEFORE {action} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} refuses {action.lower()}'); END"
    )


def refuse_on_server(table: str, actions: str) -> None:
    """Let PostgreSQL refuse some kinds of statements."""
    op.execute(f"""CREATE TRIGGER {table}_refuses BEFORE {actions} ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION register_refuses()""")
