"""Word documents written element by element, with what no library writes."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def package(body: str, *, before: str = "", names: str = _NAMES) -> bytes:
    """A document with this body; ``before`` stands above its root element."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as parts:
        text = f"{before}<w:document {names}><w:body>{body}</w:body></w:document>"
        parts.writestr("word/document.xml", text)
    return data.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of texts, or of elements as they stand."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(map(r, runs))}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of a text; elements as they stand."""
    if text.startswith("<w:"):
        return text
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def tc(content: str, properties: str = "") -> str:
    """A cell of one text, or of elements as they stand."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of texts, or of cells as they stand."""
    inner = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str | Sequence[str]) -> str:
    """A table of rows, each as it stands or as its texts."""
    return (
        "<w:tbl>"
        + "".join(row if isinstance(row, str) else tr(*row) for row in rows)
        + ("</w:tbl>")
    )
