"""Zips that are broken, unfold to too much, hide something, or would load or run something."""

from __future__ import annotations

import io
import struct
import zipfile

from tests.intake.files.books import awkward_book, saved
from tests.intake.files.hostile.entering import READ, becomes
from tests.intake.files.zips import (
    cells,
    document_parts,
    open_book_parts,
    relationships,
    sheet,
    types,
    workbook,
    workbook_parts,
    zipped,
)
from tracker.intake.errors import FileTrouble as T

ONE_CELL = sheet(cells(["x"]))
HONEST = workbook_parts(ONE_CELL)
HONEST_DOCUMENT = document_parts("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
HONEST_OPEN = open_book_parts("")
SHEET = "xl/worksheets/sheet1.xml"
ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{more}]>'
LAUGHS = ENTITY.format(
    more="".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
)
MACRO_BOOK = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"


@becomes(T.ENTITIES)
def laughs_in_a_sheet() -> bytes:
    return workbook(LAUGHS + sheet(cells(["&i;"])))


@becomes(T.ENTITIES)
def entity_of_great_length() -> bytes:
    entity = f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>'
    return workbook(ONE_CELL, sharedStrings=f"{entity}<sst><si><t>{'&a;' * 10_000}</t></si></sst>")


@becomes(T.ENTITIES)
def file_in_the_workbook() -> bytes:
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return workbook(ONE_CELL, workbook=f"{entity}<workbook>&e;</workbook>")


@becomes(T.ENTITIES)
def parameter_entity_in_styles() -> bytes:
    entity = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>'
    return workbook(ONE_CELL, styles=f"{entity}<styleSheet/>")


@becomes(T.ENTITIES)
def definition_elsewhere() -> bytes:
    return workbook(f'<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">{ONE_CELL}')


@becomes(T.ENTITIES)
def doctype_in_two_byte_letters() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + ENTITY.format(more="") + ONE_CELL
    return zipped({**HONEST, SHEET: text.encode("utf-16")})


@becomes(T.ENTITIES)
def doctype_in_a_part_that_calls_itself_a_picture() -> bytes:
    related = relationships(("worksheet", "media/image1.png"))
    text = ENTITY.format(more="") + ONE_CELL
    return zipped({**HONEST, "xl/_rels/workbook.xml.rels": related, "xl/media/image1.png": text})


@becomes(T.ENTITIES)
def entity_that_nobody_defined() -> bytes:
    return workbook(sheet(cells(["&nothing;"])))


@becomes(T.ENTITIES)
def doctype_in_the_properties() -> bytes:
    return zipped({**HONEST, "docProps/custom.xml": ENTITY.format(more="") + "<Properties/>"})


@becomes(T.ENTITIES, ending="docx")
def laughs_in_a_document() -> bytes:
    parts = dict(HONEST_DOCUMENT)
    return zipped({**parts, "word/document.xml": f"{LAUGHS}{parts['word/document.xml']!s}"})


@becomes(T.ENTITIES, ending="ods")
def laughs_in_an_open_workbook() -> bytes:
    parts = dict(HONEST_OPEN)
    return zipped({**parts, "content.xml": f"{LAUGHS}{parts['content.xml']!s}"})


@becomes(T.DAMAGED)
def encoding_that_readers_understand_differently() -> bytes:
    return workbook('<?xml version="1.0" encoding="UTF-7"?>' + ONE_CELL)


@becomes(T.EXPANDS_TOO_MUCH, is_heavy=True)
def part_of_much_text() -> bytes:
    return workbook(sheet(cells(["x" * (200 * 2**20)])))


@becomes(T.EXPANDS_TOO_MUCH, is_heavy=True)
def picture_of_many_blanks() -> bytes:
    return zipped({**HONEST, "xl/media/image1.png": b"\x89PNG" + bytes(200 * 2**20)})


@becomes(T.EXPANDS_TOO_MUCH, is_heavy=True)
def many_parts_of_some_size() -> bytes:
    return zipped({**HONEST, **{f"xl/media/{n}.bin": bytes(2**20) for n in range(200)}})


@becomes(T.EXPANDS_TOO_MUCH, T.DAMAGED, is_heavy=True)
def one_part_under_many_names() -> bytes:
    """Every entry of the list leads to the same packed bytes."""
    data = zipped({**HONEST, "xl/media/z.bin": bytes(2**20)})
    begins = data.index(b"PK\x01\x02")
    last = data.rindex(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    entries = b"".join(
        data[last:end].replace(b"xl/media/z.bin", b"xl/media/" + f"{n:05}"[-1:].encode() + b".bin")
        for n in range(10)
    )
    count = data[begins:last].count(b"PK\x01\x02") + 10
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, last - begins + len(entries),
                       begins, 0)  # fmt: skip
    return data[:last] + entries + tail


@becomes(T.DAMAGED)
def part_larger_than_it_says() -> bytes:
    data = bytearray(zipped({**HONEST, "xl/media/z.bin": bytes(2**20)}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        begins = data.rindex(mark)
        data[begins + place : begins + place + 4] = struct.pack("<L", 10)
    return bytes(data)


@becomes(T.TOO_MANY_PARTS)
def too_many_parts() -> bytes:
    return zipped({**HONEST, **{f"xl/{n}.bin": b"" for n in range(2_100)}})


@becomes(T.TOO_MANY_PARTS)
def a_list_of_parts_without_end() -> bytes:
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *(0,) * 16) + b"a"
    return zipped(HONEST)[:-22] + entry * 200_000 + zipped(HONEST)[-22:]


@becomes(T.SUSPICIOUS_PARTS)
def part_named_twice() -> bytes:
    out = io.BytesIO(zipped({k: v for k, v in HONEST.items() if k != SHEET}))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/Worksheets/Sheet1.xml", ONE_CELL)
        archive.writestr(SHEET, ONE_CELL)
    return out.getvalue()


@becomes(T.SUSPICIOUS_PARTS)
def part_that_leads_up() -> bytes:
    return zipped({**HONEST, "xl/../../evil.xml": "<a/>"})


@becomes(T.SUSPICIOUS_PARTS)
def part_that_begins_at_the_top() -> bytes:
    return zipped({**HONEST, "/evil.xml": "<a/>"})


@becomes(T.SUSPICIOUS_PARTS)
def part_with_a_backslash() -> bytes:
    return zipped({**HONEST, "xl\\evil.xml": "<a/>"})


@becomes(T.SUSPICIOUS_PARTS)
def part_whose_name_acts_on_a_terminal() -> bytes:
    return zipped({**HONEST, "../\x1b]0;x\x07\n\u202e.xml": "<a/>"})


@becomes(T.SUSPICIOUS_PARTS)
def part_on_another_drive() -> bytes:
    return zipped({**HONEST, "C:evil.xml": "<a/>"})


@becomes(T.ENCRYPTED)
def part_with_a_password() -> bytes:
    data = bytearray(zipped(HONEST))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        begins = data.rindex(mark)
        data[begins + place] |= 1
    return bytes(data)


@becomes(T.DAMAGED)
def packed_in_another_way() -> bytes:
    return zipped(HONEST, compression=zipfile.ZIP_LZMA)


@becomes(T.DAMAGED)
def packed_in_a_third_way() -> bytes:
    return zipped(HONEST, compression=zipfile.ZIP_BZIP2)


@becomes(T.DAMAGED)
def cut_in_half() -> bytes:
    data = saved(awkward_book())
    return data[: len(data) // 2]


@becomes(T.DAMAGED)
def without_its_list_of_parts() -> bytes:
    return saved(awkward_book())[:-22]


@becomes(T.DAMAGED)
def bytes_turned_over() -> bytes:
    data = bytearray(workbook(sheet(cells(map(str, range(2_000))))))
    for place in range(1_000, len(data) - 2_000, 7):
        data[place] ^= 0xFF
    return bytes(data)


@becomes(T.DAMAGED)
def only_the_mark_of_a_zip() -> bytes:
    return b"PK\x03\x04" + bytes(100)


@becomes(T.UNKNOWN_KIND)
def zip_of_other_files() -> bytes:
    return zipped({"readme.txt": "x", "inner.zip": zipped(HONEST)})


@becomes(READ)
def zip_inside() -> bytes:
    return zipped({**HONEST, "xl/embeddings/inner.zip": zipped({"z": bytes(2**20)})})


@becomes(T.MACROS, ending="xlsm")
def macros() -> bytes:
    return zipped({**HONEST, "xl/vbaProject.bin": _ole_mark()})


@becomes(T.MACROS)
def macros_by_declaration() -> bytes:
    return zipped({**HONEST, "[Content_Types].xml": types(MACRO_BOOK)})


@becomes(T.MACROS)
def macros_of_the_oldest_kind() -> bytes:
    return zipped({**HONEST, "xl/macrosheets/sheet1.xml": "<macrosheet/>"})


@becomes(T.MACROS)
def macros_under_another_name() -> bytes:
    related = relationships(("worksheet", "m.xml"))
    return zipped({**HONEST, "xl/_rels/workbook.xml.rels": related, "xl/m.xml": "<macrosheet/>"})


@becomes(T.MACROS, ending="docm")
def macros_in_a_document() -> bytes:
    return zipped({**HONEST_DOCUMENT, "word/vbaProject.bin": _ole_mark()})


@becomes(T.MACROS, ending="ods")
def macros_in_an_open_workbook() -> bytes:
    return zipped({**HONEST_OPEN, "Basic/Standard/Module1.xml": "<module/>"})


@becomes(T.EXTERNAL_LINKS)
def links_to_another_workbook() -> bytes:
    return zipped({**HONEST, "xl/externalLinks/externalLink1.xml": "<externalLink/>"})


@becomes(T.EXTERNAL_LINKS)
def links_under_another_name() -> bytes:
    return zipped({**HONEST, "xl/other.xml": "<externalLink/>"})


@becomes(T.EXTERNAL_LINKS)
def data_from_a_server() -> bytes:
    return zipped({**HONEST, "xl/connections.xml": "<connections/>"})


@becomes(T.EXTERNAL_LINKS)
def object_that_lies_outside() -> bytes:
    related = relationships(("oleObject", "file:///c:/x.xls"), mode="External")
    return zipped({**HONEST, "xl/worksheets/_rels/sheet1.xml.rels": related})


@becomes(T.EXTERNAL_LINKS, ending="docx")
def template_on_a_server() -> bytes:
    related = relationships(("attachedTemplate", "http://127.0.0.1/t.dotm"), mode="External")
    return zipped({**HONEST_DOCUMENT, "word/_rels/settings.xml.rels": related})


@becomes(T.EXTERNAL_LINKS, ending="docx")
def picture_on_a_server() -> bytes:
    related = relationships(("image", "http://127.0.0.1/x.png"), mode="External")
    return zipped({**HONEST_DOCUMENT, "word/_rels/document.xml.rels": related})


@becomes(T.EXTERNAL_LINKS, ending="ods")
def sheet_of_another_file() -> bytes:
    link = '<table:table-source xmlns:xlink="x" xlink:href="file:///c:/x.ods"/>'
    return zipped(open_book_parts(link))


@becomes(T.ENCRYPTED, ending="ods")
def open_workbook_with_a_password() -> bytes:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    return zipped({**HONEST_OPEN, "META-INF/manifest.xml": manifest})


@becomes(T.DAMAGED)
def without_a_workbook() -> bytes:
    return zipped({name: data for name, data in HONEST.items() if name != "xl/workbook.xml"})


@becomes(T.DAMAGED)
def without_its_sheet() -> bytes:
    return zipped({name: data for name, data in HONEST.items() if name != SHEET})


@becomes(T.UNKNOWN_KIND, ending="xlsb")
def binary_workbook() -> bytes:
    return zipped({"[Content_Types].xml": types(), "xl/workbook.bin": b"\x83\x01\x00"})


@becomes(T.UNKNOWN_KIND, ending="pptx")
def slides() -> bytes:
    return zipped({"[Content_Types].xml": types(), "ppt/presentation.xml": "<p/>"})


@becomes(T.OPEN_DOCUMENT, ending="odt")
def open_text() -> bytes:
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({**HONEST_OPEN, "mimetype": kind})


def _ole_mark() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
