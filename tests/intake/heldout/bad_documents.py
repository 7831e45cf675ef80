"""Word documents and spreadsheets of LibreOffice whose tables are out of all bounds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Unpack

from tests.intake.heldout.archives import Content, Repeated, archive
from tests.intake.heldout.case import REFUSED, HostileFile, More, hostile, luring
from tests.intake.heldout.compound import MAGIC
from tests.intake.heldout.office import (
    BODY,
    MACRO_DOCUMENT_TYPE,
    REGISTER,
    document,
    document_parts,
    docx,
    ods,
    ods_parts,
    open_content,
    open_row,
    paragraph,
    relations,
    table_cell,
    table_row,
    word_table,
)


def _body(name: str, why: str, make: Callable[[], str], **more: Unpack[More]) -> HostileFile:
    """A document with another body."""
    return hostile(name, why, "docx", lambda: docx(body=make()), **more)


def _repeated(unit: str, times: int, template: str) -> Repeated:
    before, after = template.encode().split(b"|")
    return Repeated(head=before, unit=unit.encode(), times=times, tail=after)


def _nested(depth: int) -> str:
    inner = word_table()
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    return inner


def _spanned(properties: str, *, rows: int = 1) -> str:
    """The register, followed by rows of one cell with these properties."""
    odd = f"<w:tr>{table_cell('x', properties)}</w:tr>" * rows
    return word_table(rows="".join(table_row(row) for row in REGISTER) + odd)


def _in_rows(properties: str) -> str:
    """The register, each of whose rows has these properties."""
    return word_table().replace("<w:tr>", f"<w:tr><w:trPr>{properties}</w:trPr>")


def _merged_downwards(rows: int) -> str:
    """A cell that goes on through all rows, which have nothing else to hold on to."""
    return _spanned("<w:vMerge/>", rows=rows)


def _many_tables(count: int) -> str:
    return (word_table((("a",),)) + "<w:p/>") * count + word_table()


def _settings(inside: str) -> bytes:
    parts = document_parts()
    parts["word/_rels/document.xml.rels"] = relations([("settings", "settings.xml")])
    parts["word/settings.xml"] = str(parts[BODY]).replace("w:document", "w:settings") + inside
    return archive(parts)


WORD: tuple[HostileFile, ...] = (
    luring("million-paragraphs", "a million empty paragraphs before the table", "docx",
           lambda _: docx({BODY: _repeated("<w:p/>", 1_000_000, document("|" + word_table()))})),
    luring("million-words", "a paragraph in a million pieces", "docx",
           lambda _: docx({BODY: _repeated("<w:r><w:t>x</w:t></w:r>", 1_000_000,
                                           document(f"<w:p>|</w:p>{word_table()}"))})),
    luring("million-rows-docx", "a table of a million empty rows", "docx",
           lambda _: docx({BODY: _repeated("<w:tr/>", 1_000_000, document(word_table(rows="|")))}),
           most=0),
    luring("million-cells-in-a-row", "a row of a million cells", "docx",
           lambda _: docx({BODY: _repeated("<w:tc><w:p/></w:tc>", 1_000_000,
                                           document(word_table(rows="<w:tr>|</w:tr>")))}), most=0),
    _body("tables-in-tables", "tables a thousand deep", lambda: _nested(1_000)),
    _body("tables-in-tables-deep", "tables twenty thousand deep", lambda: _nested(20_000)),
    _body("many-tables", "five thousand tables before the register", lambda: _many_tables(5_000)),
    _body("span-huge", "a cell over two hundred million columns",
          lambda: _spanned('<w:gridSpan w:val="200000000"/>'), quick=True),
    _body("span-negative", "a cell over less than no columns",
          lambda: _spanned('<w:gridSpan w:val="-3"/>')),
    _body("span-nought", "a cell over no column", lambda: _spanned('<w:gridSpan w:val="0"/>')),
    _body("span-word", "a cell over a word of columns",
          lambda: _spanned('<w:gridSpan w:val="x"/>')),
    _body("span-digits", "a cell over a number of ten thousand digits",
          lambda: _spanned(f'<w:gridSpan w:val="{"9" * 10_000}"/>')),
    _body("span-thousands", "a thousand rows of a cell over ten thousand columns",
          lambda: _spanned('<w:gridSpan w:val="10000"/>', rows=1_000)),
    _body("skipped-before", "rows that skip two billion columns before they begin",
          lambda: _in_rows('<w:gridBefore w:val="2000000000"/>')),
    _body("skipped-behind", "rows that skip two billion columns at their end",
          lambda: _in_rows('<w:gridAfter w:val="2000000000"/>')),
    _body("merged-downwards", "a cell that goes on through three thousand rows",
          lambda: _merged_downwards(3_000)),
    _body("merged-from-nowhere", "a cell that goes on from nowhere",
          lambda: word_table(rows=f"<w:tr>{table_cell('x', '<w:vMerge/>')}</w:tr>"
                             + "".join(table_row(row) for row in REGISTER))),
    _body("merged-and-wide", "three thousand rows that go on, each over a thousand columns",
          lambda: _spanned('<w:gridSpan w:val="1000"/><w:vMerge/>', rows=3_000)),
    _body("merged-senseless", "a cell that goes on in a way that does not exist",
          lambda: _spanned('<w:vMerge w:val="đi"/><w:hMerge w:val="9"/>')),
    _body("cells-without-paragraphs", "cells that hold nothing, not even a paragraph",
          lambda: word_table().replace("<w:p>", "<w:sdt>").replace("</w:p>", "</w:sdt>"), most=3),
    _body("table-without-grid", "a table without columns",
          lambda: word_table().replace("<w:tblPr/><w:tblGrid/>", "")),
    _body("rows-in-controls", "rows and cells inside content controls",
          lambda: word_table().replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>").replace(
              "</w:tr>", "</w:tr></w:sdtContent></w:sdt>")),
    _body("deleted-and-inserted", "everything is deleted, and inserted again by somebody else",
          lambda: word_table().replace("<w:r>", '<w:del w:id="1"><w:r>').replace(
              "</w:r>", "</w:r></w:del>")),
    _body("table-in-a-text-box", "the register in a drawing",
          lambda: f"<w:p><w:r><w:pict><w:txbxContent>{word_table()}</w:txbxContent></w:pict></w:r>"
                  "</w:p>"),
    _body("field-that-starts-a-program", "a field that starts a program",
          lambda: '<w:p><w:fldSimple w:instr="DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe '
                  '&quot;/k calc&quot;"/></w:p>' + word_table()),
    _body("field-that-includes", "a field that includes another file",
          lambda: '<w:p><w:fldSimple w:instr="INCLUDETEXT /etc/passwd"/></w:p>' + word_table()),
    _body("no-table", "a document without a table", lambda: paragraph("Kính gửi"), most=0),
    _body("empty-body", "a document without a word", lambda: "", most=0),
    luring("body-missing", "the document part is not there", "docx",
           lambda _: archive({name: text for name, text in document_parts().items()
                              if name != BODY}), codes=REFUSED, most=0),
    luring("macros-docm", "a document with macros", "docm",
           lambda _: archive({**document_parts(main=MACRO_DOCUMENT_TYPE),
                              "word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 2048}),
           ),
    luring("chunk-of-another-format", "a part of the document is a web page", "docx",
           lambda traps: docx({
               "word/_rels/document.xml.rels": relations(
                   [("aFChunk", "x.html")], external=[f"aFChunk={traps.url}"]),
               "word/x.html": f"<script src='{traps.url}'></script><table><tr><td>x</table>"})),
    luring("embedded-package", "a program embedded in the document", "docx",
           lambda _: docx({
               "word/_rels/document.xml.rels": relations(
                   [("oleObject", "embeddings/oleObject1.bin"), ("control", "activeX/a.xml")]),
               "word/embeddings/oleObject1.bin": MAGIC + b"MZ" + b"\0" * 999,
               "word/activeX/a.xml": "<ocx/>"})),
    luring("settings-broken", "the settings are no XML", "docx", lambda _: _settings("<")),
    luring("numbering-in-a-circle", "relations that point at each other", "docx",
           lambda _: docx({"word/_rels/document.xml.rels": relations(
               [("styles", "document.xml"), ("numbering", "document.xml")])})),
    luring("million-relations", "a hundred thousand relations", "docx",
           lambda _: docx({"word/_rels/document.xml.rels": relations(
               [("image", "media/x.png")] * 100_000)})),
)  # fmt: skip


def _rows(attributes: str) -> str:
    """The register, and a row of one cell with these attributes."""
    odd = f"<table:table-row><table:table-cell {attributes}/></table:table-row>"
    return "".join(open_row(row) for row in REGISTER) + odd


def _task_repeated(times: int) -> str:
    """The last task of the register, so many times."""
    *rows, last = REGISTER
    return "".join(open_row(row) for row in rows) + open_row(
        last, f' table:number-rows-repeated="{times}"'
    )


def _ods(name: str, why: str, make: Callable[[], Content], **more: Unpack[More]) -> HostileFile:
    """A spreadsheet with another content."""
    return hostile(name, why, "ods", lambda: ods(make()), **more)


OPEN: tuple[HostileFile, ...] = (
    _ods("rows-repeated", "a task that is repeated a million times",
         lambda: open_content(_task_repeated(1_048_576)), quick=True),
    _ods("rows-repeated-billion", "a task that is repeated two billion times",
         lambda: open_content(_task_repeated(2_147_483_647))),
    _ods("rows-repeated-beyond", "a task that is repeated more often than can be counted",
         lambda: open_content(_task_repeated(10**30))),
    _ods("rows-repeated-negative", "a task that is repeated minus one times",
         lambda: open_content(_task_repeated(-1))),
    _ods("cells-repeated", "a cell that is repeated two billion times",
         lambda: open_content(_rows('table:number-columns-repeated="2147483647" '
                                    'office:value-type="float" office:value="1"'))),
    _ods("both-repeated", "a million rows of sixteen thousand equal cells",
         lambda: open_content(
             '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
             'table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
             "</table:table-row>"), most=0),
    _ods("empty-repeated", "a million rows of empty cells, then the register",
         lambda: open_content(
             '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
             'table:number-columns-repeated="16384"/></table:table-row>'
             + "".join(open_row(row) for row in REGISTER))),
    _ods("spans-huge", "a cell over a billion rows and columns",
         lambda: open_content(_rows('table:number-columns-spanned="1000000000" '
                                    'table:number-rows-spanned="1000000000"'))),
    _ods("blanks-counted", "a text with a billion blanks, which are only counted",
         lambda: open_content("".join(open_row(row) for row in REGISTER).replace(
             "Sở</text:p>", 'Sở<text:s text:c="1000000000"/></text:p>'))),
    _ods("tables-in-tables-ods", "tables a thousand deep",
         lambda: open_content("<table:table-row><table:table-cell><table:table>" * 1_000
                              + "</table:table></table:table-cell></table:table-row>" * 1_000),
         most=0),
    _ods("links-ods", "a table that is linked to another file",
         lambda: open_content('<table:table-source xlink:href="file:///etc/passwd"/>'
                              + "".join(open_row(row) for row in REGISTER))),
    _ods("not-xml-ods", "the content is no XML", lambda: b"\0" * 5_000, codes=REFUSED, most=0),
    luring("content-missing-ods", "the content is not there", "ods",
           lambda _: archive({name: text for name, text in ods_parts().items()
                              if name != "content.xml"}), codes=REFUSED, most=0),
    luring("encrypted-manifest", "the manifest says that the content is encrypted", "ods",
           lambda _: ods(b"\x8f" * 4_000, {"META-INF/manifest.xml": str(
               ods_parts()["META-INF/manifest.xml"]).replace(
                   'manifest:media-type="text/xml"/>',
                   'manifest:media-type="text/xml" manifest:size="9"><manifest:encryption-data/>'
                   "</manifest:file-entry>")}), codes=REFUSED, most=0),
)  # fmt: skip

FILES: tuple[HostileFile, ...] = (*WORD, *OPEN)
