"""Old workbooks, pages and texts, and files that are something else altogether."""

from __future__ import annotations

import random
import struct
from pathlib import Path

from tests.intake.files.hostile.entering import READ, becomes
from tracker.intake.errors import FileTrouble as T

FIXTURES = Path(__file__).parents[1] / "fixtures"
MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def old_book() -> bytearray:
    return bytearray((FIXTURES / "awkward.xls").read_bytes())


def compound(*names: str) -> bytes:
    """A compound file with these names in its directory, and nothing else that is right."""
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2) + bytes(62)
        for name in names
    )
    return MARK + bytes(504) + entries + bytes(-len(entries) % 512)


@becomes(T.ENCRYPTED)
def workbook_with_a_password() -> bytes:
    return compound("Root Entry", "EncryptionInfo", "EncryptedPackage")


@becomes(T.OLD_DOCUMENT, ending="doc")
def old_document() -> bytes:
    return compound("Root Entry", "WordDocument", "1Table")


@becomes(T.UNKNOWN_KIND, ending="ppt")
def old_slides() -> bytes:
    return compound("Root Entry", "PowerPoint Document")


@becomes(T.MACROS, ending="xls")
def old_workbook_with_macros() -> bytes:
    return compound("Root Entry", "Workbook", "_VBA_PROJECT_CUR", "_VBA_PROJECT")


@becomes(T.DAMAGED, T.UNKNOWN_KIND, ending="xls")
def old_workbook_of_noise() -> bytes:
    return MARK + random.Random(1).randbytes(100_000)


@becomes(T.DAMAGED, ending="xls")
def old_workbook_of_its_name_only() -> bytes:
    return compound("Root Entry", "Workbook")


@becomes(T.DAMAGED, T.NOTHING_IN_IT, ending="xls")
def old_workbook_cut_in_half() -> bytes:
    data = bytes(old_book())
    return data[:1_536] + data[-1_024:]


@becomes(T.DAMAGED, T.UNKNOWN_KIND, ending="xls")
def old_workbook_whose_sectors_go_round() -> bytes:
    data = old_book()
    for place in range(512, 1_024, 4):
        data[place : place + 4] = struct.pack("<L", 1)
    return bytes(data)


@becomes(T.DAMAGED, READ, T.NOTHING_IN_IT, T.EXPANDS_TOO_MUCH, ending="xls")
def old_workbook_of_too_many_texts() -> bytes:
    data = old_book()
    place = data.index(b"\xfc\x00", 1_024)
    data[place + 4 : place + 12] = b"\xff\xff\xff\x7f" * 2
    return bytes(data)


@becomes(T.DAMAGED, READ, ending="xls")
def old_workbook_of_the_greatest_size() -> bytes:
    data = old_book()
    place = data.index(b"\x00\x02\x0e\x00", 1_024)
    data[place + 4 : place + 18] = struct.pack("<LLHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)
    return bytes(data)


@becomes(T.DAMAGED, READ, T.NOTHING_IN_IT, T.ENCRYPTED, T.EXPANDS_TOO_MUCH, T.UNKNOWN_KIND,
         T.EXTERNAL_LINKS, T.TOO_MUCH_TEXT, T.TOO_MANY_ROWS, ending="xls")  # fmt: skip
def old_workbook_with_bits_turned() -> bytes:
    data = old_book()
    chosen = random.Random(7)
    for _ in range(60):
        data[chosen.randrange(512, len(data))] ^= 1 << chosen.randrange(8)
    return bytes(data)


@becomes(T.UNKNOWN_KIND, ending="xls")
def workbook_of_the_oldest_kind() -> bytes:
    return b"\x09\x08\x08\x00\x00\x05\x10\x00" + bytes(200)


@becomes(T.OLD_DOCUMENT, ending="doc")
def rich_text() -> bytes:
    return b"{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times New Roman;}} x}"


@becomes(T.PAPER)
def printed_paper() -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"


@becomes(T.PAPER)
def picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(100)


@becomes(T.PAPER)
def photograph() -> bytes:
    return b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(100)


@becomes(T.UNKNOWN_KIND)
def markup_of_another_office() -> bytes:
    return (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
    )


@becomes(T.UNKNOWN_KIND)
def page_in_a_letter() -> bytes:
    return b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html></html>"


@becomes(T.UNKNOWN_KIND)
def archive() -> bytes:
    return b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(100)


@becomes(T.EMPTY)
def nothing() -> bytes:
    return b""


@becomes(T.EMPTY)
def blanks() -> bytes:
    return b" \r\n\t" * 1_000


@becomes(T.EMPTY)
def noughts() -> bytes:
    return bytes(100_000)


@becomes(T.EMPTY, ending="csv")
def only_the_mark_of_an_encoding() -> bytes:
    return b"\xef\xbb\xbf"


@becomes(T.TOO_LARGE, is_heavy=True)
def too_large() -> bytes:
    return b"PK\x03\x04" + bytes(20 * 2**20)


UNSURE = (READ, *T)
"""What becomes of it is for the reader of texts and pages to say, within the bounds."""


@becomes(*UNSURE, ending="html")
def deep_page() -> bytes:
    return b"<html><body>" + b"<div>" * 200_000 + b"x"


@becomes(*UNSURE, ending="html")
def deep_tables() -> bytes:
    return b"<html>" + b"<table><tr><td>" * 5_000 + b"x"


@becomes(*UNSURE, ending="html")
def cells_over_everything() -> bytes:
    cell = b'<td rowspan="1000000000" colspan="1000000000">x</td>'
    return b"<table>" + (b"<tr>" + cell * 10 + b"</tr>") * 10 + b"</table>"


@becomes(T.TOO_MUCH_TEXT, ending="html")
def page_of_many_cells() -> bytes:
    return b"<table>" + (b"<tr>" + b"<td>x" * 200) * 15_000


@becomes(*UNSURE, ending="csv")
def many_columns_of_text() -> bytes:
    return b"a;" * 100_000


@becomes(*UNSURE, ending="csv", is_heavy=True)
def one_line_without_end() -> bytes:
    return b"x" * (19 * 2**20)


@becomes(*UNSURE, ending="csv", is_heavy=True)
def quotes_without_end() -> bytes:
    return b'"' * (19 * 2**20)


@becomes(*UNSURE, ending="csv", is_heavy=True)
def lines_without_end() -> bytes:
    return b"a,b\n" * (4 * 2**20)


@becomes(*UNSURE, ending="csv", is_heavy=True)
def tabs_without_end() -> bytes:
    return b"\t" * (19 * 2**20)


@becomes(*UNSURE, ending="csv")
def noise() -> bytes:
    return b"\x01" + random.Random(3).randbytes(200_000)


@becomes(*UNSURE, ending="csv")
def half_of_a_two_byte_text() -> bytes:
    return ("\ufeffTT\tNội dung\n".encode("utf-16-le") * 100)[:-1]


@becomes(*UNSURE, ending="csv", is_heavy=True)
def blanks_between_words() -> bytes:
    return (b"a" + b" " * 5_000 + b"b\n") * 3_000
