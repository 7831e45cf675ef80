"""Zip archives that lie: cut, overlapping, encrypted, without end, or simply something else."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace

from tests.intake.heldout.archives import (
    STORED,
    Member,
    Repeated,
    archive,
    central_entry,
    deflated,
    end_record,
    local_header,
    member,
    zipped,
)
from tests.intake.heldout.case import REFUSED, HostileFile, hostile
from tests.intake.heldout.office import (
    BODY,
    SHEET,
    cell,
    document,
    document_parts,
    docx,
    ods,
    ods_parts,
    paragraph,
    sheet,
    workbook_parts,
    xlsx,
)

GIBIBYTE = 1 << 30


def _members() -> list[Member]:
    return [member(name, content) for name, content in workbook_parts().items()]


def _with_sheet(change: Callable[[Member], Member]) -> list[Member]:
    """The members of an honest workbook, the one of its sheet changed."""
    return [change(one) if one.name == SHEET.encode() else one for one in _members()]


def _docx_with_wrong_sums() -> bytes:
    return zipped(
        replace(member(name, content), crc=0) for name, content in document_parts().items()
    )


def _cut(data: bytes, part: float) -> bytes:
    return data[: int(len(data) * part)]


def _lying_sizes() -> bytes:
    """Both headers tell of ten bytes where a hundred mebibytes come out."""
    big = member(SHEET, Repeated(head=sheet("").encode(), unit=b" ", times=100 << 20))
    return zipped(_with_sheet(lambda _: replace(big, size=10)))


def _overlapping() -> bytes:
    """Two thousand entries that share one kernel of packed bytes."""
    kernel = member("xl/a", Repeated(unit=b"0", times=10 << 20))
    out = local_header(kernel) + kernel.packed
    honest = b"".join(local_header(one) + one.packed for one in _members())
    central, offset = b"", len(out)
    for one in _members():
        central += central_entry(one, offset)
        offset += len(local_header(one)) + len(one.packed)
    entries = [replace(kernel, name=f"xl/{number:04}".encode()) for number in range(2_000)]
    central += b"".join(central_entry(one, 0) for one in entries)
    body = out + honest
    return body + central + end_record(len(entries) + 5, len(central), len(body))


def _quoted_overlap() -> bytes:
    """Each member's packed bytes quote the header of the next and run on into it."""
    kernel = member("k", Repeated(unit=b"\0", times=2 << 20))
    headers: list[bytes] = [local_header(kernel)]
    listed: list[Member] = [kernel]
    inner, content = headers[0] + kernel.packed, b"\0" * kernel.size
    for number in range(250):
        packed = _stored_block(len(headers[0])) + inner
        content = headers[0] + content
        grown = Member(
            name=f"xl/{number:03}".encode(), packed=packed, crc=zlib.crc32(content),
            size=len(content), packed_size=len(packed),
        )  # fmt: skip
        headers.insert(0, local_header(grown))
        listed.insert(0, grown)
        inner = headers[0] + packed
    central, offset = b"", 0
    for one, header in zip(listed, headers, strict=True):
        central += central_entry(one, offset)
        offset += len(header) + 5
    return inner + central + end_record(len(listed), len(central), len(inner))


def _stored_block(length: int) -> bytes:
    """The head of a stored block of deflate, which quotes so many bytes."""
    return struct.pack("<BHH", 0, length, length ^ 0xFFFF)


def _wide_counts() -> bytes:
    """The end record of zip64 promises more entries, and more bytes, than any disk holds."""
    data = xlsx()
    end = len(data) - 22
    wide = struct.pack(
        "<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1 << 62, 1 << 62, 1 << 62, 1 << 62
    )
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, end, 1)
    return data[:end] + wide + locator + end_record(0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)


def _wide_member() -> bytes:
    """A member whose sizes stand in an extra field, and are eight exbibytes."""
    extra = struct.pack("<2H2Q", 1, 16, 1 << 63, 1 << 63)
    return zipped(
        _with_sheet(lambda one: replace(one, extra=extra, size=0xFFFFFFFF, packed_size=0xFFFFFFFF))
    )


def _short_extra() -> bytes:
    """The extra field of zip64 is cut off."""
    return zipped(_with_sheet(lambda one: replace(one, extra=b"\1\0\x10\0\0", size=0xFFFFFFFF)))


def _same_name_twice() -> bytes:
    other = member(SHEET, sheet(""))
    return zipped([*_members(), other])


def _local_name_differs() -> bytes:
    listed = _members()
    return zipped([replace(one, name=b"x" * len(one.name)) for one in listed], listed)


def _directory_elsewhere(shift: int) -> bytes:
    data = xlsx()
    end = len(data) - 22
    size, offset = struct.unpack_from("<2I", data, end + 12)
    return data[:end] + end_record(5, size, (offset + shift) & 0xFFFFFFFF)


def _count(count: int) -> bytes:
    data = xlsx()
    size, offset = struct.unpack_from("<2I", data, len(data) - 10)
    return data[:-22] + end_record(count, size, offset)


def _nested(levels: int) -> bytes:
    data = xlsx()
    for _ in range(levels):
        data = zipped([member("sheet.xlsx", data)])
    return data


def _quine_like() -> bytes:
    """An archive whose only member claims to be the archive itself."""
    return zipped([member("xl/workbook.xml", zipped([member("xl/workbook.xml", xlsx())]))])


def _endless_stream() -> bytes:
    """Packed bytes that never say that they end."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(sheet().encode() * 50) + packer.flush(zlib.Z_SYNC_FLUSH)
    return zipped(_with_sheet(lambda one: replace(one, packed=packed, packed_size=len(packed))))


def _many_members() -> bytes:
    """Sixty thousand members beside the five of a workbook."""
    extra = [member(f"xl/media/{number}.xml", b"") for number in range(60_000)]
    return zipped([*_members(), *extra])


def _many_huge_names() -> bytes:
    """Names of sixty-four thousand bytes each."""
    names = [b"%04d" % number + b"n" * 65_000 for number in range(200)]
    return zipped([*_members(), *(member(name, b"", STORED) for name in names)])


def _gibibyte_in(part: str) -> Repeated:
    """A part with a gibibyte of one letter where it has a bar."""
    before, after = part.encode().split(b"|")
    return Repeated(head=before, unit=b"A", times=GIBIBYTE, tail=after)


def _gibibyte_cell() -> bytes:
    return xlsx({SHEET: _gibibyte_in(sheet(f"<row>{cell('|')}</row>"))})


def _gibibyte_paragraph() -> bytes:
    return docx({BODY: _gibibyte_in(document(paragraph("|")))})


def _gibibyte_beside() -> bytes:
    """A part that no reader needs is a gibibyte of zeros."""
    return xlsx({"xl/media/image1.png": Repeated(unit=b"\0", times=GIBIBYTE)})


def _gibibyte_ods() -> bytes:
    return ods(Repeated(head=b"<?xml version='1.0'?><a>", unit=b" " * 1024, times=1 << 20))


def _thousand_medium_parts() -> bytes:
    """None of a thousand parts is large; together they are a gibibyte."""
    part = member("x", Repeated(unit=b"\0", times=1 << 20))
    return zipped(
        [*_members(), *(replace(part, name=b"xl/media/%d.png" % at) for at in range(1024))]
    )


def _bad_method(method: int) -> bytes:
    return zipped(_with_sheet(lambda one: replace(one, method=method)))


def _member_names(*names: bytes) -> bytes:
    return zipped([*_members(), *(member(name, b"x") for name in names)])


CUTS = tuple(
    hostile(
        f"cut-{ending}-at-{part:g}",
        "the copying was broken off",
        ending,
        lambda make=make, part=part: _cut(make(), part),  # type: ignore[misc]
        codes=REFUSED,
        quick=part == 0.5 and ending == "xlsx",
    )
    for ending, make in (("xlsx", xlsx), ("docx", docx), ("ods", ods))
    for part in (0.001, 0.1, 0.5, 0.9, 0.995)
)

FILES: tuple[HostileFile, ...] = (
    *CUTS,
    hostile("end-record-only", "an archive without members", "xlsx",
            lambda: end_record(0, 0, 0), codes=REFUSED),
    hostile("no-directory", "local headers, no directory", "xlsx",
            lambda: b"".join(local_header(one) + one.packed for one in _members()), codes=REFUSED),
    hostile("directory-shifted-forward", "the directory is said to lie elsewhere", "xlsx",
            lambda: _directory_elsewhere(7)),
    hostile("directory-shifted-back", "the directory is said to lie elsewhere", "xlsx",
            lambda: _directory_elsewhere(-7)),
    hostile("directory-beyond-the-end", "the directory is said to lie behind the file", "xlsx",
            lambda: _directory_elsewhere(1 << 30)),
    hostile("count-too-high", "the end record counts sixty thousand entries", "xlsx",
            lambda: _count(60_000)),
    hostile("count-too-low", "the end record counts one entry", "xlsx", lambda: _count(1)),
    hostile("count-of-none", "the end record counts no entry", "xlsx", lambda: _count(0)),
    hostile("comment-runs-on", "a comment that is longer than the file", "xlsx",
            lambda: xlsx()[:-2] + b"\xff\xff"),
    hostile("trailing-garbage", "a mebibyte behind the archive", "xlsx",
            lambda: xlsx() + b"\xa5" * (1 << 20)),
    hostile("leading-garbage", "a mebibyte before the archive", "xlsx",
            lambda: b"\xa5" * (1 << 20) + xlsx()),
    hostile("two-archives", "one workbook behind another", "xlsx", lambda: xlsx() + xlsx(rows="")),
    hostile("bad-crc", "the checksum of the sheet is wrong", "xlsx",
            lambda: zipped(_with_sheet(lambda one: replace(one, crc=one.crc ^ 1))),
            codes=REFUSED),
    hostile("bad-crc-docx", "the checksum of every part is wrong", "docx",
            _docx_with_wrong_sums, codes=REFUSED),
    hostile("garbage-in-stream", "the packed bytes of the sheet are noise", "xlsx",
            lambda: zipped(_with_sheet(
                lambda one: replace(one, packed=bytes(range(256)) * 4, packed_size=1024))),
            codes=REFUSED),
    hostile("endless-stream", "the packed bytes never say that they end", "xlsx", _endless_stream),
    hostile("lying-sizes", "ten bytes are promised, a hundred mebibytes come out", "xlsx",
            _lying_sizes,
            codes=REFUSED),
    hostile("size-too-large", "four gibibytes are promised, a few bytes come out", "xlsx",
            lambda: zipped(_with_sheet(lambda one: replace(one, size=0xFFFFFFF0)))),
    hostile("encrypted-flag", "a member is marked as encrypted", "xlsx",
            lambda: zipped(_with_sheet(lambda one: replace(one, flags=1))),
            codes=REFUSED),
    hostile("strongly-encrypted-flag", "strong encryption, masked headers", "xlsx",
            lambda: zipped(_with_sheet(lambda one: replace(one, flags=0x2041))), codes=REFUSED),
    hostile("encrypted-ods", "a member of an ods is marked as encrypted", "ods",
            lambda: zipped([replace(member(name, content), flags=1)
                            for name, content in ods_parts().items()]),
            codes=REFUSED),
    hostile("descriptor-flag", "sizes follow the data, and do not", "xlsx",
            lambda: zipped(_with_sheet(lambda one: replace(one, flags=8)))),
    hostile("method-unknown", "packed by a method that does not exist", "xlsx",
            lambda: _bad_method(77),
            codes=REFUSED),
    hostile("method-lzma", "said to be packed by LZMA", "xlsx",
            lambda: _bad_method(14), codes=REFUSED),
    hostile("method-bzip2", "said to be packed by bzip2", "xlsx",
            lambda: _bad_method(12), codes=REFUSED),
    hostile("method-stored", "said not to be packed", "xlsx",
            lambda: _bad_method(0), codes=REFUSED),
    hostile("overlapping-members", "two thousand entries share their bytes", "xlsx", _overlapping,
            codes=REFUSED),
    hostile("quoted-overlap", "each member runs on into the next", "xlsx",
            _quoted_overlap, codes=REFUSED),
    hostile("wide-counts", "zip64 promises more than any disk holds", "xlsx", _wide_counts),
    hostile("wide-member", "zip64 gives a member eight exbibytes", "xlsx", _wide_member),
    hostile("wide-extra-cut", "the extra field of zip64 is cut off", "xlsx", _short_extra),
    hostile("same-name-twice", "two sheets have one name", "xlsx", _same_name_twice),
    hostile("local-name-differs", "the directory tells of other names", "xlsx",
            _local_name_differs),
    hostile("nested-once", "a workbook in an archive named as one", "xlsx",
            lambda: _nested(1), codes=REFUSED),
    hostile("nested-fifty", "archives in archives", "xlsx", lambda: _nested(50), codes=REFUSED),
    hostile("archive-as-part", "the workbook part is an archive", "xlsx",
            _quine_like, codes=REFUSED),
    hostile("many-members", "sixty thousand members", "xlsx", _many_members),
    hostile("huge-names", "members with names of 65,000 bytes", "xlsx", _many_huge_names),
    hostile("gibibyte-cell", "a cell with a gibibyte of one letter", "xlsx",
            _gibibyte_cell, codes=REFUSED),
    hostile("gibibyte-paragraph", "a paragraph with a gibibyte of one letter",
            "docx", _gibibyte_paragraph,
            codes=REFUSED),
    hostile("gibibyte-beside", "a picture of a gibibyte of zeros", "xlsx", _gibibyte_beside),
    hostile("gibibyte-ods", "a gibibyte of blanks", "ods", _gibibyte_ods, codes=REFUSED),
    hostile("thousand-medium-parts", "a gibibyte in a thousand parts", "xlsx",
            _thousand_medium_parts),
    hostile("parent-paths", "members that climb out of the folder", "xlsx",
            lambda: _member_names(b"../../../../tmp/escaped", b"/etc/escaped", b"C:\\escaped")),
    hostile("acting-names", "members named by control characters", "xlsx",
            lambda: _member_names(b"\x1b[31m\x07", b"\0", b"a\r\nb", b"\xff\xfe", b"")),
    hostile("backslash-paths", "paths as an old Windows wrote them", "xlsx",
            lambda: zipped([replace(one, name=one.name.replace(b"/", b"\\"))
                            for one in _members()])),
    hostile("upper-case-paths", "paths in capitals", "xlsx",
            lambda: zipped([replace(one, name=one.name.upper()) for one in _members()])),
    hostile("folder-as-part", "the sheet is a folder", "xlsx",
            lambda: archive({**workbook_parts(), SHEET: "", f"{SHEET}/": ""})),
    hostile("raw-deflate", "packed bytes without an archive", "xlsx",
            lambda: deflated(sheet().encode()),
            codes=REFUSED),
)  # fmt: skip
