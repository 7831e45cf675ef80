"""Zips put together by hand, part by part, as no office program would write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

Parts = Mapping[str, bytes | str]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_OPEN_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def zipped(parts: Parts, *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these parts in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def relationships(*targets: tuple[str, str], mode: str = "") -> str:
    """What a part refers to: kind and target of each, marked ``r1``, ``r2`` and so on."""
    outside = f' TargetMode="{mode}"' if mode else ""
    listed = "".join(
        f'<Relationship Id="r{place}" Type="{_RELATED}/{kind}" Target="{target}"{outside}/>'
        for place, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def types(*main: str) -> str:
    """The content types, with those of the parts named first."""
    listed = "".join(f'<Override PartName="/p" ContentType="{kind}"/>' for kind in main)
    return f'<Types xmlns="{_PACKAGE}/content-types">{listed}</Types>'


def sheet(rows: str, *, before: str = "", after: str = "") -> str:
    """A sheet with the rows given as they are to stand in it."""
    return f'<worksheet xmlns="{_MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def workbook_parts(*sheets: str, **changed: bytes | str) -> dict[str, bytes | str]:
    """The parts of a workbook; those changed go by the names of their files without endings."""
    named = "".join(
        f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, len(sheets) + 1)
    )
    others = (("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml"))
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": types("application/xml"),
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": changed.pop(
            "workbook",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>{named}</sheets></workbook>',
        ),
        "xl/_rels/workbook.xml.rels": relationships(
            *(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)),
            *((kind, target) for kind, target in others if kind in changed),
        ),
    }
    for place, text in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{place}.xml"] = text
    return parts | {f"xl/{name}.xml": text for name, text in changed.items()}


def workbook(*sheets: str, **changed: bytes | str) -> bytes:
    """A workbook; see ``workbook_parts``."""
    return zipped(workbook_parts(*sheets, **changed))


def cells(texts: Iterable[str], line: int = 1) -> str:
    """A row of a sheet with these texts."""
    held = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{line}">{held}</row>'


def document_parts(body: str, **changed: bytes | str) -> dict[str, bytes | str]:
    """The parts of a document with the body given."""
    return {
        "[Content_Types].xml": types(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        ).replace("/p", "/word/document.xml"),
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{_WORDS}"><w:body>{body}</w:body></w:document>',
        **{f"word/{name}": text for name, text in changed.items()},
    }


def document(body: str, **changed: bytes | str) -> bytes:
    """A document with the body given."""
    return zipped(document_parts(body, **changed))


def open_book_parts(rows: str) -> dict[str, bytes | str]:
    """The parts of an open workbook with the rows given."""
    names = "".join(
        f' xmlns:{short}="{_OPEN}:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    return {
        "mimetype": _OPEN_TYPE,
        "META-INF/manifest.xml": "<manifest/>",
        "content.xml": f"<office:document-content{names}><office:body><office:spreadsheet>"
        f'<table:table table:name="S">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>",
    }


def open_book(rows: str) -> bytes:
    """An open workbook with the rows given."""
    return zipped(open_book_parts(rows))
