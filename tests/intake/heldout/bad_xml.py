"""XML that reaches out, swells up or digs down: entities, inclusions, depth, encodings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Unpack

from tests.intake.heldout.archives import Content
from tests.intake.heldout.case import (
    EITHER,
    REFUSED,
    SECRET,
    HostileFile,
    More,
    Traps,
    hostile,
    luring,
)
from tests.intake.heldout.office import (
    BODY,
    REGISTER,
    SHEET,
    cell,
    document,
    document_parts,
    docx,
    ods,
    open_content,
    relations,
    sheet,
    sheet_rows,
    word_table,
    workbook_parts,
    xlsx,
)

HERE = "@@"
"""Where a part gets its reference to an entity."""


def _marked() -> tuple[tuple[str, ...], ...]:
    """The register, with a mark at the end of its first content."""
    first = REGISTER[1]
    changed = (*first[:2], first[2] + HERE, *first[3:])
    return (tuple(REGISTER[0]), changed, *(tuple(row) for row in REGISTER[2:]))


def _declared(xml: str, doctype: str, reference: str = "") -> str:
    """A part with a document type, and what refers to it."""
    head, line, rest = xml.partition("?>")
    return f"{head}{line}{doctype}{rest}".replace(HERE, reference)


def _sheet(doctype: str, reference: str = "") -> str:
    return _declared(sheet(sheet_rows(_marked())), doctype, reference)


def _body(doctype: str, reference: str = "") -> str:
    return _declared(document(word_table(_marked())), doctype, reference)


def _open_body(doctype: str, reference: str = "") -> str:
    text = open_content().replace("Sở</text:p>", f"Sở{HERE}</text:p>")
    return _declared(text, doctype, reference)


def _laughs(levels: int = 9, width: int = 10) -> str:
    lines = ['<!ENTITY l0 "lol">']
    lines += [f'<!ENTITY l{level} "{f"&l{level - 1};" * width}">' for level in range(1, levels + 1)]
    return f"<!DOCTYPE x [{''.join(lines)}]>"


def _inner() -> str:
    return f'<!DOCTYPE x [<!ENTITY e "{SECRET}">]>'


def _outer(address: str) -> str:
    return f'<!DOCTYPE x [<!ENTITY e SYSTEM "{address}">]>'


def _parameter(address: str) -> str:
    return f'<!DOCTYPE x [<!ENTITY % p SYSTEM "{address}"> %p;]>'


def _other_type(address: str) -> str:
    return f'<!DOCTYPE x SYSTEM "{address}">'


def _in_part(part: str, doctype: str) -> bytes:
    """A workbook one of whose parts has a document type."""
    return xlsx({part: _declared(str(workbook_parts()[part]), doctype)})


def _properties(doctype: str, reference: str) -> bytes:
    core = (
        f'<?xml version="1.0"?>{doctype}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats'
        '.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{reference}</dc:title></cp:coreProperties>"
    )
    return docx({"docProps/core.xml": core})


def _recoded(text: str, encoding: str, *, said: str = "UTF-8") -> bytes:
    return text.replace('encoding="UTF-8"', f'encoding="{said}"').encode(encoding)


def _deep(levels: int) -> str:
    return "<a>" * levels + "</a>" * levels


def _deep_body(levels: int) -> str:
    opened = "<w:ins>" * levels
    return document(f"{opened}{word_table()}{'</w:ins>' * levels}")


def _attributes(count: int) -> str:
    many = " ".join(f'a{number}="{number}"' for number in range(count))
    return sheet().replace("<sheetData>", f"<sheetPr {many}/><sheetData>")


def _prefixes(count: int) -> str:
    """Each element of a chain declares a prefix of its own."""
    opened = "".join(f'<p{at}:a xmlns:p{at}="urn:{at}">' for at in range(count))
    closed = "".join(f"</p{at}:a>" for at in reversed(range(count)))
    return sheet().replace("<sheetData>", f"{opened}{closed}<sheetData>")


def _refused(
    name: str, why: str, ending: str, make: Callable[[Traps], bytes], **more: Unpack[More]
) -> HostileFile:
    more["codes"] = REFUSED
    return luring(name, why, ending, make, **more)


def _in_sheet(
    name: str, why: str, make: Callable[[], Content], **more: Unpack[More]
) -> HostileFile:
    """A workbook whose sheet is odd; nothing in it is refused for its own sake."""
    return hostile(name, why, "xlsx", lambda: xlsx({SHEET: make()}), **more)


ENTITIES: tuple[HostileFile, ...] = (
    _refused("laughs-in-sheet", "a billion laughs in the sheet", "xlsx",
             lambda _: xlsx({SHEET: _sheet(_laughs(), "&l9;")}), quick=True),
    _refused("laughs-in-document", "a billion laughs in a document", "docx",
             lambda _: docx({BODY: _body(_laughs(), "&l9;")})),
    _refused("laughs-in-ods", "a billion laughs in a spreadsheet of LibreOffice", "ods",
             lambda _: ods(_open_body(_laughs(), "&l9;"))),
    _refused("laughs-in-workbook-part", "a billion laughs in the list of sheets", "xlsx",
             lambda _: _in_part("xl/workbook.xml", _laughs())),
    _refused("laughs-in-relations", "a billion laughs in the relations", "xlsx",
             lambda _: _in_part("_rels/.rels", _laughs())),
    _refused("laughs-in-content-types", "a billion laughs in the content types", "xlsx",
             lambda _: _in_part("[Content_Types].xml", _laughs())),
    luring("laughs-in-properties", "a billion laughs in the title of the document", "docx",
           lambda _: _properties(_laughs(), "&l9;"), codes=EITHER),
    _refused("laughs-utf-16", "a billion laughs in UTF-16", "xlsx",
             lambda _: xlsx({SHEET: _recoded(_sheet(_laughs(), "&l9;"), "utf-16", said="UTF-16")})),
    _refused("laughs-utf-16-silent", "a billion laughs in UTF-16 that says it is UTF-8", "xlsx",
             lambda _: xlsx({SHEET: _recoded(_sheet(_laughs(), "&l9;"), "utf-16")})),
    _refused("laughs-utf-16-without-mark", "a billion laughs in UTF-16 without a mark", "docx",
             lambda _: docx({BODY: _recoded(_body(_laughs(), "&l9;"), "utf-16-be", said="UTF-16")}),
             ),
    _refused("laughs-utf-32", "a billion laughs in UTF-32", "docx",
             lambda _: docx({BODY: _recoded(_body(_laughs(), "&l9;"), "utf-32", said="UTF-32")}),
             ),
    _refused("laughs-utf-7", "a billion laughs, the declaration hidden in UTF-7", "docx",
             lambda _: docx({BODY: _recoded(_body(_laughs(), "&l9;"), "utf-7", said="UTF-7")}),
             ),
    _refused("laughs-utf-16-ods", "a billion laughs in UTF-16, in an ods", "ods",
             lambda _: ods(_recoded(_open_body(_laughs(), "&l9;"), "utf-16", said="UTF-16")),
             ),
    _refused("quadratic", "one long entity, a hundred thousand times", "xlsx",
             lambda _: xlsx({SHEET: _sheet(f'<!DOCTYPE x [<!ENTITY e "{"e" * 100_000}">]>',
                                           "&e;" * 100_000)})),
    _refused("entity-of-itself", "an entity that is made of itself", "xlsx",
             lambda _: xlsx({SHEET: _sheet('<!DOCTYPE x [<!ENTITY e "&e;">]>', "&e;")})),
    _refused("inner-entity", "an entity whose text stands in the file", "xlsx",
             lambda _: xlsx({SHEET: _sheet(_inner(), "&e;")})),
    _refused("inner-entity-docx", "an entity whose text stands in the document", "docx",
             lambda _: docx({BODY: _body(_inner(), "&e;")})),
    _refused("inner-entity-ods", "an entity whose text stands in the spreadsheet", "ods",
             lambda _: ods(_open_body(_inner(), "&e;"))),
    _refused("entity-of-a-file", "an entity that is another file", "xlsx",
             lambda traps: xlsx({SHEET: _sheet(_outer(traps.secret), "&e;")}), quick=True),
    _refused("entity-of-a-file-docx", "an entity that is another file", "docx",
             lambda traps: docx({BODY: _body(_outer(traps.secret), "&e;")})),
    _refused("entity-of-a-file-ods", "an entity that is another file", "ods",
             lambda traps: ods(_open_body(_outer(traps.secret), "&e;"))),
    _refused("entity-of-a-file-utf-16", "an entity that is another file, in UTF-16", "docx",
             lambda traps: docx({BODY: _recoded(_body(_outer(traps.secret), "&e;"), "utf-16",
                                                said="UTF-16")})),
    _refused("entity-of-a-device", "an entity that never ends", "docx",
             lambda _: docx({BODY: _body(_outer("file:///dev/zero"), "&e;")})),
    _refused("entity-of-a-server", "an entity that lies on a server", "docx",
             lambda traps: docx({BODY: _body(_outer(traps.url), "&e;")})),
    _refused("parameter-entity", "a parameter entity that lies on a server", "docx",
             lambda traps: docx({BODY: _body(_parameter(traps.url))})),
    _refused("parameter-entity-xlsx", "a parameter entity that is another file", "xlsx",
             lambda traps: xlsx({SHEET: _sheet(_parameter(traps.secret))})),
    luring("type-on-a-server", "a document type that lies on a server", "docx",
           lambda traps: docx({BODY: _body(_other_type(traps.url))}), codes=EITHER),
    luring("type-in-a-file-ods", "a document type that is another file", "ods",
           lambda traps: ods(_open_body(_other_type(traps.secret))), codes=EITHER),
    luring("type-without-entities", "a document type that does nothing", "xlsx",
           lambda _: xlsx({SHEET: _sheet("<!DOCTYPE worksheet>")}), codes=EITHER),
    luring("attribute-defaults", "a document type that gives a part attributes", "xlsx",
           lambda _: xlsx({SHEET: _sheet('<!DOCTYPE x [<!ATTLIST c t CDATA "s">]>')}),
           codes=EITHER),
    luring("inclusion", "an inclusion of another file", "docx",
           lambda traps: docx({BODY: document(
               '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" '
               f'href="{traps.secret}"/>{word_table()}')}), codes=EITHER),
    luring("inclusion-in-sheet", "an inclusion of what lies on a server", "xlsx",
           lambda traps: xlsx({SHEET: sheet(before=
               '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
               f'href="{traps.url}"/>')}), codes=EITHER),
    luring("style-instruction", "an instruction to fetch a style sheet", "docx",
           lambda traps: docx({BODY: _body(
               f'<?xml-stylesheet type="text/xsl" href="{traps.url}"?>')}),
           codes=EITHER),
    luring("schema-place", "a schema that lies on a server", "docx",
           lambda traps: docx({BODY: document().replace(
               "<w:document ", '<w:document xmlns:i="http://www.w3.org/2001/XMLSchema-instance" '
               f'i:schemaLocation="urn:x {traps.url}" ')}), codes=EITHER),
    luring("remote-template", "a template that lies on a server", "docx",
           lambda traps: docx({
               "word/_rels/document.xml.rels": relations([("settings", "settings.xml")]),
               "word/_rels/settings.xml.rels": relations(
                   [], external=[f"attachedTemplate={traps.url}/x.dotm"]),
               "word/settings.xml": document_parts()[BODY]}), codes=EITHER),
    luring("remote-picture", "a picture that lies on a server", "docx",
           lambda traps: docx({"word/_rels/document.xml.rels": relations(
               [], external=[f"image={traps.url}/x.png"])}), codes=EITHER),
    luring("remote-frame", "a frame that lies on a server, and one that is a file", "docx",
           lambda traps: docx({"word/_rels/document.xml.rels": relations(
               [], external=[f"frame={traps.url}", f"subDocument={traps.secret}"])}),
           codes=EITHER),
)  # fmt: skip

SHAPES: tuple[HostileFile, ...] = (
    _in_sheet("deep-xml", "elements a hundred thousand levels deep",
              lambda: sheet(before=_deep(100_000))),
    _in_sheet("deep-cell", "a cell a hundred thousand levels deep",
              lambda: sheet(f'<row><c t="inlineStr">{_deep(100_000)}</c></row>'), most=0),
    luring("deep-document", "insertions a hundred thousand levels deep", "docx",
           lambda _: docx({BODY: _deep_body(100_000)}), codes=EITHER),
    _refused("deep-ods", "groups a hundred thousand levels deep", "ods",
             lambda _: ods(open_content("<table:table-row-group>" * 100_000
                                        + "</table:table-row-group>" * 100_000))),
    _in_sheet("many-attributes", "three hundred thousand attributes", lambda: _attributes(300_000)),
    _in_sheet("many-prefixes", "twenty thousand prefixes within one another",
              lambda: _prefixes(20_000)),
    _in_sheet("long-name", "a name of ten million letters",
              lambda: sheet(before=f"<{'n' * 10_000_000}/>")),
    _in_sheet("long-attribute", "an attribute of fifty million letters",
              lambda: sheet(before=f'<sheetPr x="{"v" * 50_000_000}"/>')),
    _in_sheet("long-comment", "a comment of fifty million letters",
              lambda: sheet(before=f"<!--{'c' * 50_000_000}-->")),
    _in_sheet("many-instructions", "a million instructions", lambda: sheet(before="<?a?>" * 10**6)),
    _in_sheet("raw-text", "cells in CDATA", lambda: sheet().replace(
        "<t xml:space=\"preserve\">", "<t><![CDATA[").replace("</t>", "]]></t>")),
    _in_sheet("null-characters", "references to characters that XML forbids",
              lambda: _sheet("", "&#0;&#x1F;&#xFFFF;&#xD800;"), most=3),
    _in_sheet("raw-nulls", "bytes of zero in the XML", lambda: sheet().replace("Sở", "S\0")),
    _in_sheet("not-closed", "the XML stops in the middle",
              lambda: sheet()[:-200]),
    _in_sheet("two-roots", "two sheets in one part", lambda: sheet() + sheet().partition("?>")[2]),
    _in_sheet("wrong-utf-8", "bytes that are not UTF-8",
              lambda: sheet().encode().replace("Sở".encode(), b"S\xff\xc0\xaf")),
    _in_sheet("cp1258-silent", "the code page of an old Windows, not declared",
              lambda: sheet("").encode() + "V/v tri\u00ean khai".encode("cp1258")),
    _in_sheet("unknown-encoding", "an encoding that nobody knows",
              lambda: _recoded(sheet(), "utf-8", said="x-vietnam-9")),
    _in_sheet("ebcdic", "the encoding of a mainframe",
              lambda: _recoded(sheet(""), "cp037", said="cp037"), most=0),
    _in_sheet("utf-16-honest", "an honest sheet in UTF-16",
              lambda: _recoded(sheet(), "utf-16", said="UTF-16")),
    _in_sheet("not-xml", "the sheet is no XML at all", lambda: b"\x89PNG\r\n\x1a\n" * 100, most=0),
    _in_sheet("empty-part", "the sheet has no bytes", lambda: b"", most=0),
    _in_sheet("no-namespace", "the sheet forgot its namespace",
              lambda: sheet().replace('xmlns="http', 'xmlns:s="http')),
    _in_sheet("other-root", "the sheet is a list of strings",
              lambda: sheet().replace("worksheet", "sst"), most=3),
    _in_sheet("many-cells-in-a-row", "a row of a million cells without addresses",
              lambda: sheet(f"<row>{cell('x') * 1_000_000}</row>"), most=0),
)  # fmt: skip

FILES: tuple[HostileFile, ...] = (*ENTITIES, *SHAPES)
