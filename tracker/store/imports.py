"""Whether tables were ever imported. Imports only what a quick read may load."""

from __future__ import annotations

from tracker.store.live import stands
from tracker.store.rows import Reading

IMPORT = "import"
"""The name of the operation."""

_IMPORTED = f"""
SELECT 1 FROM operation WHERE name = '{IMPORT}' AND {stands("operation.id")} LIMIT 1"""


def is_imported_into(reading: Reading) -> bool:
    """Whether an import stands that was not taken back."""
    return bool(reading.rows(_IMPORTED, {}))
