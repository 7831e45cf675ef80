"""Files of before 2007, and compound files that hold something else."""

from __future__ import annotations

import struct

from tests.intake.heldout.case import EITHER, REFUSED, HostileFile, hostile
from tests.intake.heldout.compound import (
    BOOK_START,
    ENDED,
    HEADER_FOLDER,
    HEADER_MORE,
    HEADER_SHIFT,
    HEADER_TABLES,
    MAGIC,
    SECTOR,
    book,
    bound_sheet,
    compound,
    label,
    labels,
    patched,
    record,
    xls,
)
from tests.intake.heldout.office import REGISTER


def honest() -> bytes:
    """The register as Excel 97 would write it."""
    return xls(labels(REGISTER))


def _header(at: int, value: int, form: str = "<I") -> bytes:
    return patched(honest(), at, value, form)


def _chain_in_a_circle() -> bytes:
    """The table of sectors leads from each sector of the workbook back to its first."""
    data = honest()
    first = 2
    return b"".join(
        (
            data[: SECTOR + 4 * first],
            struct.pack("<16I", *[first] * 16),
            data[SECTOR + 4 * first + 64 :],
        )
    )


def _folder_in_a_circle() -> bytes:
    """The first entry of the folder has itself on both sides, and inside."""
    data = honest()
    at = SECTOR * 2 + 128
    return data[: at + 68] + struct.pack("<3I", 1, 1, 1) + data[at + 80 :]


def _stream_size(size: int) -> bytes:
    return patched(honest(), SECTOR * 2 + 128 + 120, size)


def _strings(count: int, *, indexes: tuple[int, ...] = (0,)) -> bytes:
    """A table of strings that promises so many, and cells that point into it."""
    text = "Sở".encode("utf-16-le")
    table = record(0xFC, struct.pack("<2I", count, count) + struct.pack("<HB", 2, 1) + text)
    cells = b"".join(
        record(0xFD, struct.pack("<3HI", row, 0, 15, index)) for row, index in enumerate(indexes)
    )
    return xls(cells, globals_=table)


def _continued(count: int) -> bytes:
    """A table of strings that goes on over many records, each of which says nothing."""
    table = record(0xFC, struct.pack("<2I", 9, 9)) + record(0x3C, b"\0") * count
    return xls(labels(REGISTER), globals_=table)


def _rich_string() -> bytes:
    """A string with four billion bytes of phonetics and 65,535 runs of format."""
    inside = struct.pack("<HBHI", 2, 0x0D, 0xFFFF, 0xFFFFFFFF) + "Sở".encode("utf-16-le")
    table = record(0xFC, struct.pack("<2I", 1, 1) + inside)
    return xls(record(0xFD, struct.pack("<3HI", 0, 0, 15, 0)), globals_=table)


def _many_sheets(count: int) -> bytes:
    sheets = b"".join(bound_sheet(0, f"T{number}") for number in range(count))
    return compound({"Workbook": book(labels(REGISTER), globals_=sheets)})


def _numbers(count: int) -> bytes:
    """All rows and columns that the format allows, filled with numbers."""
    return xls(
        b"".join(
            record(0x203, struct.pack("<3Hd", at // 256, at % 256, 15, 1.0)) for at in range(count)
        )
    )


def _senseless_formula(column: int) -> bytes:
    opening = struct.pack("<3H8sHIH", 9, column, 15, b"\0" * 6 + b"\xff\xff", 0, 0, 99)
    return record(0x06, opening + bytes([column]) * 99)


def _encrypted(name: str, *more: str) -> bytes:
    streams = dict.fromkeys((name, *more), b"\x8f\x01" * 3_000)
    streams["EncryptionInfo"] = b"\4\0\4\0\x40\0\0\0<encryption/>"
    return compound(streams)


FILES: tuple[HostileFile, ...] = (
    hostile("honest-xls", "nothing is wrong with it", "xls", honest),
    *(hostile(f"cut-xls-at-{part:g}", "the copying was broken off", "xls",
           lambda part=part: honest()[: int(len(honest()) * part)], codes=codes)  # type: ignore[misc]
      for part, codes in ((0.001, REFUSED), (0.05, REFUSED), (0.2, REFUSED), (0.5, EITHER),
                          (0.9, EITHER))),
    hostile("header-only", "a compound file that ends behind its mark", "xls",
            lambda: MAGIC, codes=REFUSED),
    hostile("sector-size-huge", "a sector of two to the sixty-three bytes", "xls",
            lambda: _header(HEADER_SHIFT, 63, "<H")),
    hostile("sector-size-nought", "a sector of one byte", "xls",
            lambda: _header(HEADER_SHIFT, 0, "<H")),
    hostile("tables-without-number", "four billion tables of sectors", "xls",
            lambda: _header(HEADER_TABLES, 0xFFFFFFFF)),
    hostile("folder-beyond", "the folder lies behind the file", "xls",
            lambda: _header(HEADER_FOLDER, 0x7FFFFFFF)),
    hostile("more-tables-in-a-circle", "the list of tables goes on in itself", "xls",
            lambda: patched(_header(HEADER_MORE, 0), HEADER_MORE + 4, 0xFFFF)),
    hostile("chain-in-a-circle", "the sectors of the workbook lead in a circle", "xls",
            _chain_in_a_circle),
    hostile("folder-in-a-circle", "an entry of the folder is its own neighbour", "xls",
            _folder_in_a_circle),
    hostile("stream-of-four-gibibytes", "the workbook is said to have four gibibytes", "xls",
            lambda: _stream_size(0xFFFFFFFF)),
    hostile("stream-of-nothing", "the workbook is said to have no bytes", "xls",
            lambda: _stream_size(0)),
    hostile("no-workbook", "a compound file without a workbook", "xls",
            lambda: compound({"Contents": b"x" * 9_000}), codes=REFUSED),
    hostile("empty-compound", "a compound file without anything", "xls",
            lambda: compound({}), codes=REFUSED),
    hostile("word-97", "a document of Word 97",
            "doc", lambda: compound({"WordDocument": b"\xec\xa5" * 3_000}),
            codes=REFUSED),
    hostile("word-97-as-xls", "a document of Word 97, renamed", "xls",
            lambda: compound({"WordDocument": b"\xec\xa5" * 3_000, "1Table": b"x"}), codes=REFUSED),
    hostile("word-97-as-docx", "a document of Word 97 that calls itself a new one", "docx",
            lambda: compound({"WordDocument": b"\xec\xa5" * 3_000}), codes=REFUSED),
    hostile("encrypted-xlsx", "a workbook under a password", "xlsx",
            lambda: _encrypted("EncryptedPackage"), codes=REFUSED, quick=True),
    hostile("encrypted-docx", "a document under a password", "docx",
            lambda: _encrypted("EncryptedPackage"), codes=REFUSED),
    hostile("encrypted-and-open", "a workbook under a password, with an open one beside it", "xls",
            lambda: compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x",
                              "Workbook": book(labels(REGISTER))})),
    hostile("password-record", "a workbook of Excel 97 under a password", "xls",
            lambda: xls(labels(REGISTER), globals_=record(0x2F, b"\1\0\1\0" + b"\xaa" * 50)),
            codes=REFUSED),
    hostile("password-obfuscated", "a workbook under the password of 1995", "xls",
            lambda: xls(labels(REGISTER), globals_=record(0x2F, b"\0\0\xaa\xbb\xcc\xdd")),
            codes=REFUSED),
    hostile("macros-xls", "a workbook of Excel 97 with macros", "xls",
            lambda: compound({"Workbook": book(labels(REGISTER)), "_VBA_PROJECT_CUR": b"x",
                              "dir": b"\1"})),
    hostile("record-runs-on", "the last record is longer than the file", "xls",
            lambda: compound({"Workbook": book(labels(REGISTER))[:-4]
                              + struct.pack("<2H", 0x204, 0xFFFF)})),
    hostile("record-too-short", "records that are shorter than what they hold", "xls",
            lambda: xls(b"".join(record(kind, b"\0" * length) for kind in
                                 (0x203, 0x204, 0x205, 0x27E, 0xFD, 0xBD, 0x06, 0xD6, 0x200, 0xE5)
                                 for length in range(9))), most=0),
    hostile("sheet-elsewhere", "the sheet is said to begin behind the file", "xls",
            lambda: compound({"Workbook": BOOK_START + bound_sheet(0x7FFFFFFF) + ENDED}), most=0),
    hostile("sheet-in-the-middle", "the sheet is said to begin inside a record", "xls",
            lambda: compound({"Workbook": BOOK_START + bound_sheet(7) + ENDED}), most=0),
    hostile("strings-promised", "four billion strings are promised", "xls",
            lambda: _strings(0xFFFFFFFF), most=0),
    hostile("strings-beyond", "cells that point behind the last string", "xls",
            lambda: _strings(1, indexes=(1, 0x7FFFFFFF, 0xFFFFFFFF)), most=0),
    hostile("strings-continued", "strings that go on over two hundred thousand records", "xls",
            lambda: _continued(200_000)),
    hostile("string-with-everything", "a string with four billion bytes of phonetics", "xls",
            _rich_string,
            most=0),
    hostile("dimensions-huge", "the sheet says that it has four billion rows", "xls",
            lambda: xls(labels(REGISTER), dimensions=record(
                0x200, struct.pack("<2I3H", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)))),
    hostile("dimensions-backwards", "the sheet says that it ends before it begins", "xls",
            lambda: xls(labels(REGISTER), dimensions=record(
                0x200, struct.pack("<2I3H", 9, 1, 9, 1, 0)))),
    hostile("last-cell-xls", "a cell in a row and a column that the format does not have", "xls",
            lambda: xls(labels(REGISTER) + label(65_535, 65_535, "x"))),
    hostile("columns-backwards-xls", "a run of numbers that ends before it begins", "xls",
            lambda: xls(labels(REGISTER) + record(0xBD, struct.pack("<3HIH", 9, 9, 15, 0, 1)))),
    hostile("numbers-everywhere", "a third of a million numbers", "xls",
            lambda: _numbers(350_000), most=0),
    hostile("numbers-senseless", "numbers that are none", "xls",
            lambda: xls(b"".join(
                record(0x203, struct.pack("<3HQ", row, 0, 15, bits)) for row, bits in enumerate(
                    (0x7FF8000000000000, 0x7FF0000000000000, 0xFFF0000000000000, 1, 2**63)))),
            most=0),
    hostile("formula-of-garbage", "formulas that are noise", "xls",
            lambda: xls(labels(REGISTER) + b"".join(map(_senseless_formula, range(256))))),
    hostile("defined-names-of-garbage", "names whose formulas are noise", "xls",
            lambda: xls(labels(REGISTER), globals_=b"".join(
                record(0x18, bytes([at]) * 40) for at in range(256)))),
    hostile("many-sheets-xls", "ten thousand sheets that begin at the beginning", "xls",
            lambda: _many_sheets(10_000)),
    hostile("bare-records", "a workbook without a compound file around it", "xls",
            lambda: book(labels(REGISTER))),
    hostile("excel-2", "a workbook of 1987", "xls",
            lambda: struct.pack("<2H4s", 9, 4, b"\2\0\x10\0") + record(0x0A), codes=REFUSED),
    hostile("noise-behind-the-mark", "a compound file of noise", "xls",
            lambda: MAGIC + bytes((at * 7919 + at // 251) & 0xFF for at in range(200_000)),
            codes=REFUSED),
)  # fmt: skip
