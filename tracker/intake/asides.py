"""Rows inside a table that say something of the others: notes, and headings without a number."""

from __future__ import annotations

import re

from tracker.core.citations import find_citations
from tracker.core.document_number import LEADING_WORDS
from tracker.core.vietnamese import fold
from tracker.intake.columns import Columns
from tracker.intake.dittos import is_ditto
from tracker.intake.documents import DAY
from tracker.intake.drafts import Field, RowKind
from tracker.intake.looks import Look, is_lost, look_of
from tracker.intake.plain_words import plain_words
from tracker.intake.raw_table import RawRow

_LONGEST_HEADING = 100
_NOTE = re.compile(
    r"\s*(?:\(?\*{1,3}\)|\[[0-9*]{1,3}\]|\*{0,3}\s*(?:ghi chu|chu thich|luu y)\s*[:.(])"
)
_PART_OF_PART = re.compile(r"[IVX]{1,5}(?:\.[0-9]{1,2}){1,2}[.)]?")
_MARKED = re.compile(rf"[IVX]{{1,5}}\s*[.):-]\s*(?i:{LEADING_WORDS})\W*")
_DAY = re.compile(rf"{DAY}|\bngay [0-9]")
_WORDS = frozenset({Look.SHORT, Look.LONG, Look.DEADLINE})
_OTHERS = re.compile(
    r"(?:cac |nhung )?(?:nhiem vu|cong viec|viec)(?: (?:khac|phat sinh|bo sung|dot xuat"
    r"|(?:trong )?(?:thang|quy|nam)(?: nay)?(?: [0-9]{1,4})*))+"
)
"""What a heading calls the tasks below it, in whatever column."""
_GROUNDS = re.compile(
    r"(?:[ivx0-9]{1,4} )?(?:danh muc |danh sach |cac )*(?:van ban |tai lieu |co so )?"
    r"(?:phap ly |lam )?can cu(?: phap ly| ban hanh| thuc hien)*"
)


def aside(row: RawRow, columns: Columns) -> RowKind | None:
    """What a row is that stands across the columns of a table; None where it may be a directive."""
    if len(row.texts) == 2:
        return RowKind.SECTION if _is_part_of_part(row, columns) else None
    if len(row.texts) != 1 or len(row.cells) < 2:
        return None
    (text,) = row.texts
    is_numbered = Field.NUMBER in columns
    if _OTHERS.fullmatch(plain_words(text)):
        return RowKind.SECTION
    if not is_numbered and _is_marked_document(text):
        return RowKind.SECTION
    if columns[:1] != (Field.ORDINAL,) or row.cells[0] != text:
        return None
    return (
        RowKind.NOTE
        if _NOTE.match(fold(text[:_LONGEST_HEADING]))
        else _heading(text, is_numbered=is_numbered)
    )


def is_above_grounds(row: RawRow | None) -> bool:
    """Whether a line above a table calls it a list of what the tasks are founded on."""
    return row is not None and _GROUNDS.fullmatch(plain_words(row.texts[0])) is not None


def _heading(text: str, *, is_numbered: bool) -> RowKind | None:
    """A heading where the place in the list should be: a few words, or the document of its rows.

    What names a document, or a day, where each row does so, may be a directive out of its place.
    """
    cited = find_citations(text)
    if any(found.issued_on for found in cited):
        return None if is_numbered else RowKind.SECTION
    is_word = look_of(text) in _WORDS and not is_ditto(text) and not is_lost(text)
    is_heading = is_word and not cited and not _DAY.search(fold(text))
    return RowKind.SECTION if is_heading and len(text) <= _LONGEST_HEADING else None


def _is_part_of_part(row: RawRow, columns: Columns) -> bool:
    """Whether a row heads ``II.1``, in a table whose rows name a document each."""
    mark, text = row.texts
    if Field.NUMBER not in columns or not _PART_OF_PART.fullmatch(mark):
        return False
    return look_of(text) in (Look.SHORT, Look.DEADLINE) and not _DAY.search(fold(text))


def _is_marked_document(text: str) -> bool:
    """Whether a text begins with a Roman number and a document with its day."""
    cited = find_citations(text)
    if not cited or cited[0].issued_on is None:
        return False
    return _MARKED.fullmatch(text[: cited[0].start]) is not None
