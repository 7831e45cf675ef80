"""An index of what a search looks through, in a file; a server searches without."""

from __future__ import annotations

from alembic import op

from tracker.store.search_index import make
from tracker.store.table_parts import is_server

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a register of the second form to the third."""
    if not is_server():
        make(op.get_bind().exec_driver_sql)
