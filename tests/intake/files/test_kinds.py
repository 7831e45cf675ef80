from __future__ import annotations

import pytest

from tests.intake.files.books import awkward_book, saved
from tests.intake.files.hostile.others import compound
from tests.intake.files.zips import document, open_book
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.found import FileKind
from tracker.intake.files.kinds import kind_of

PAGE = "<html><body><table><tr><td>Số</td></tr></table></body></html>"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (saved(awkward_book()), FileKind.WORKBOOK),
        (document(""), FileKind.DOCUMENT),
        (open_book(""), FileKind.OPEN_WORKBOOK),
        (compound("Root Entry", "Workbook"), FileKind.OLD_WORKBOOK),
        (compound("Root Entry", "Book"), FileKind.OLD_WORKBOOK),
        (PAGE.encode(), FileKind.PAGE),
        (PAGE.upper().encode(), FileKind.PAGE),
        (b"\xef\xbb\xbf \r\n<!-- a --> <!DOCTYPE html PUBLIC 'x'>" + PAGE.encode(), FileKind.PAGE),
        (b"<?xml version='1.0'?>" + PAGE.encode(), FileKind.PAGE),
        (("\ufeff" + PAGE).encode("utf-16-le"), FileKind.PAGE),
        (("\ufeff" + PAGE).encode("utf-16-be"), FileKind.PAGE),
        (PAGE.encode("utf-16-le"), FileKind.PAGE),
        (b"<table><tr><td>1</td></tr></table>", FileKind.PAGE),
        (b"TT;So\n1;2\n", FileKind.TEXT),
        (b"<b> la gi?\nTT;So\n"[4:], FileKind.TEXT),
        (b"<chua ro> 1\t2\n", FileKind.TEXT),
        ("\ufeffTT\tSố".encode("utf-16-le"), FileKind.TEXT),
        ("TT\tSố".encode(), FileKind.TEXT),
        (b"PK la viet tat\n", FileKind.TEXT),
    ],
    ids=lambda one: one.value if isinstance(one, FileKind) else "file",
)
def test_a_file_is_told_by_what_it_holds(data: bytes, kind: FileKind) -> None:
    assert kind_of(data, "báo cáo.pdf") is kind


def test_a_refusal_has_the_name_of_the_file() -> None:
    with pytest.raises(UnreadableFile) as refused:
        kind_of(b"%PDF-1.4", "a/b.xlsx")
    assert (refused.value.name, refused.value.trouble) == ("a/b.xlsx", FileTrouble.PAPER)


def test_a_first_part_under_a_password_is_told_as_such() -> None:
    book = bytearray(open_book(""))
    # The bit that says so, in the heading of the first part and in the list of all.
    book[6] |= 1
    book[book.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableFile) as refused:
        kind_of(bytes(book), "sổ.ods")
    assert refused.value.trouble is FileTrouble.ENCRYPTED
