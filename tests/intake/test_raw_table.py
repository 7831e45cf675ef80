"""Cells as whoever reads them sees them, and what nobody could read."""

from __future__ import annotations

import unicodedata

import pytest
from openpyxl import Workbook

from tests.intake.files.books import saved
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.decoding import decode
from tracker.intake.files.workbook import tables_of
from tracker.intake.raw_table import cell_text

HEAPED = "a" + "\u0301\u0323" * 40_000


def test_a_cell_is_composed_and_its_marks_may_be_several() -> None:
    decomposed = unicodedata.normalize("NFD", " Ưu đãi <b>Ậ</b> ")
    assert cell_text(decomposed) == "Ưu đãi Ậ"


def test_marks_heaped_on_one_letter_are_refused_in_whatever_file() -> None:
    book = Workbook()
    book.create_sheet("So").append(["TT", "Nội dung", HEAPED[:30_000]])
    for read in (
        lambda: cell_text(HEAPED),
        lambda: list(tables_of(saved(book))),
        lambda: decode(b"Vi\xf2c " + b"\xcc\xec" * 40_000),
    ):
        with pytest.raises(UnreadableFile) as caught:
            read()
        assert caught.value.trouble is FileTrouble.DAMAGED
