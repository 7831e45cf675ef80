"""What may be said of a secret directive (mật): that it is there, and when it is due.

On the path of the quick commands: imports nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SECRET_CONTENT = "(văn bản mật)"
"""Stands for the content."""

SECRET_NUMBER = "(mật)"
"""Stands for the document number, where that may not be printed either."""


def shown_content(row: Any) -> str:
    """The content, unless it is secret."""
    return SECRET_CONTENT if row.is_secret else str(row.content)


def shown_number(row: Any, *, are_secret_shown: bool) -> str:
    """The document number, unless it is secret and the office does not allow it."""
    is_hidden = row.is_secret and not are_secret_shown
    return SECRET_NUMBER if is_hidden else str(row.document.number)
