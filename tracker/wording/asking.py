"""The answers that are understood at the terminal."""

from __future__ import annotations

YES = frozenset({"c", "co", "có", "y", "yes", "đồng ý"})
NO = frozenset({"", "k", "khong", "không", "n", "no"})
"""Enter alone is none: nothing happens unasked."""

NOT_UNDERSTOOD = "Trả lời c (có) hoặc k (không)."
