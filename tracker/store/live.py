"""Which operations, events and reports still count. Imports only what a quick read may load."""

from __future__ import annotations


def stands(operation_id: str) -> str:
    """Return the SQL condition that the operation of this column was not taken back."""
    return f"NOT EXISTS (SELECT 1 FROM operation AS u WHERE u.undoes = {operation_id})"


def in_force(report: str) -> str:
    """Return the SQL condition that the issued report of this name was not retracted."""
    return (
        "NOT EXISTS (SELECT 1 FROM report_retraction AS taken "
        f"WHERE taken.report_id = {report}.id AND {stands('taken.operation_id')})"
    )


IS_LIVE = stands("event.operation_id")
"""An event counts unless its operation was taken back."""
