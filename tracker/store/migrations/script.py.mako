"""${message}"""

from __future__ import annotations

from alembic import op

revision = "${up_revision}"
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change.

    On SQLite a table made anew (``batch_alter_table``) loses its triggers and its strictness:
    pass ``table_kwargs={"sqlite_strict": True}`` and make the triggers again.
    """
