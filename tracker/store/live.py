"""Which events count. Imports only what a quick read may load."""

from __future__ import annotations

IS_LIVE = "NOT EXISTS (SELECT 1 FROM operation AS u WHERE u.undoes = event.operation_id)"
"""An event counts unless its operation was taken back."""
