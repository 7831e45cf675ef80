"""Cells as whoever reads them sees them, and what nobody could read."""

from __future__ import annotations

import unicodedata
from time import process_time

import pytest
from openpyxl import Workbook

from tests.intake.files.books import saved
from tracker.intake.errors import UnreadableFile
from tracker.intake.files.decoding import decode
from tracker.intake.files.workbook import tables_of
from tracker.intake.pasted_text import read_pasted
from tracker.intake.raw_table import cell_text

HEAPED = "a" + "\u0301\u0323" * 200_000


def test_a_cell_is_composed_and_its_marks_may_be_several() -> None:
    decomposed = unicodedata.normalize("NFD", " Ưu đãi <b>Ậ</b> ")
    assert cell_text(decomposed) == "Ưu đãi Ậ"


def test_marks_heaped_on_one_letter_do_not_hold_up_the_reading_of_whatever_file() -> None:
    book = Workbook()
    book.create_sheet("So").append(["TT", "Nội dung", HEAPED[:30_000]])
    begun = process_time()
    cell_text(HEAPED)
    with pytest.raises(UnreadableFile):
        decode(b"Vi\xf2c " + b"\xcc\xec" * 200_000)
    *_, table = tables_of(saved(book))
    read_pasted(f"TT\tNội dung\n1\t{HEAPED}")
    assert process_time() - begun < 10, "several times as long where marks are put in order"
    assert len(table.table.rows[0].cells[2]) > 29_000


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("'03/11/2023", "03/11/2023"),
        ("’0204123456", "0204123456"),
        ("'- Rà soát", "- Rà soát"),
        ("'5S' tại Sở", "'5S' tại Sở"),
        ("'Rà soát", "'Rà soát"),
        ("'", "'"),
    ],
)
def test_what_keeps_a_sheet_from_changing_a_number_is_not_seen(text: str, seen: str) -> None:
    assert cell_text(text) == seen
