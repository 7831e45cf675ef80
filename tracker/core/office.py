"""The names an office goes by in its reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeNames:
    """Who reports, and to whom; kept with every issued report, for names change."""

    name: str
    """As in a heading: ``Sở Khoa học và Công nghệ``."""
    short_name: str
    """As in a sentence: ``Sở KH&CN``."""
    symbol: str
    """As in document symbols: ``KHCN`` gives ``369/BC-KHCN``."""
    committee: str
    """The body that assigns, whose chair assigns too."""
