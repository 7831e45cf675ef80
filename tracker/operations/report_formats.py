"""The formats a sheet is written in, and what the names of files promise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from tracker.core.errors import UsageError
from tracker.core.layout import Layout
from tracker.core.periods import ReportingPeriod
from tracker.reports.sheet import Sheet


class SuffixOfOtherFormat(UsageError):
    """The name of a file would tell programs that it is something else."""

    def __init__(self, path: Path, suffix: str, *, wanted: str, known_format: str) -> None:
        super().__init__(str(path), suffix, wanted)
        self.path = path
        self.suffix = suffix
        self.wanted_suffix = f".{wanted}"
        self.known_format = known_format
        """The ``--format`` that goes with the suffix; empty where there is none."""


# Late, each of them: what draws a format is slow to load, and the others do without it.


def _html(sheet: Sheet) -> bytes:
    from tracker.reports.html import sheet_html  # noqa: PLC0415

    return sheet_html(sheet).encode()


def _text(sheet: Sheet) -> bytes:
    from tracker.reports.text import sheet_text  # noqa: PLC0415

    return sheet_text(sheet).encode()


def _workbook(sheet: Sheet) -> bytes:
    from tracker.reports.workbook import workbook_bytes  # noqa: PLC0415

    return workbook_bytes(sheet)


def _document(sheet: Sheet) -> bytes:
    from tracker.reports.document import document_bytes  # noqa: PLC0415

    return document_bytes(sheet)


SHEET_FORMATS: dict[str, Callable[[Sheet], bytes]] = {
    "xlsx": _workbook,
    "docx": _document,
    "txt": _text,
    "html": _html,
}
"""Those that draw a sheet, and how each does."""

FILE_FORMATS = frozenset({"xlsx", "docx"})
"""Those that cannot be printed on a terminal."""

ALL_FORMATS = (*SHEET_FORMATS, "json")

USUAL_FORMAT = "xlsx"
"""The format of a report unless another is asked for."""

_SUFFIXES = {
    **{f".{name}": name for name in ALL_FORMATS},
    ".htm": "html",
    **dict.fromkeys(
        (".csv", ".doc", ".odp", ".ods", ".odt", ".pdf", ".ppt", ".pptx", ".rtf",
         ".xls", ".xlsb", ".xlsm", ".xml", ".zip"),
        "",
    ),
}  # fmt: skip
"""The formats that names of files promise; empty for those the program does not write."""


def check_suffix(path: Path, format_name: str, *, has_choice: bool = True) -> None:
    """Refuse a name that promises another format; a suffix nobody knows promises nothing.

    Without a choice of formats none is advised.
    """
    # Blanks and dots at the end of a name do not count everywhere.
    suffix = Path(path.name.rstrip(" .")).suffix.lower()
    promised = _SUFFIXES.get(suffix, format_name)
    if promised != format_name:
        known = promised if has_choice else ""
        raise SuffixOfOtherFormat(path, suffix, wanted=format_name, known_format=known)


def file_name(
    period: ReportingPeriod,
    as_of: date,
    layout: Layout,
    suffix: str,
    *,
    is_beside_issued: bool = False,
) -> str:
    """A plain ASCII name that says layout and period: ``phu-luc-2023-12.xlsx``.

    A report as of another day than the last of its period says that too, and one computed anew
    never takes the name of the one that was issued.
    """
    day = "" if as_of == period.ends_on else f"-tinh-den-{as_of.isoformat()}"
    anew = "-tinh-lai" if is_beside_issued else ""
    return f"{layout.file_stem}-{period.key.replace('..', '-den-')}{day}{anew}.{suffix}"
