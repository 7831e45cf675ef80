"""How a Word document looks: its styles and settings, none of them left to a template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tracker.reports.print_rows import TITLE_SIZE
from tracker.reports.sheet import Paper

LANGUAGE = "vi-VN"

_FONT_NAME_LIMIT = 31
"""Word calls a file damaged that names a longer one."""

_PAGE_NUMBER_SIZE = 13

_BODY_SIZE = 14

_FIRST_LINE_INDENT = 1.27
"""Centimetres."""

_TWIPS_PER_POINT = 20

_TWIPS_PER_CM = 1440 / 2.54

_SETTINGS = f"""
<w:settings {nsdecls("w")}>
  <w:zoom w:percent="100"/>
  <w:defaultTabStop w:val="720"/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat>
    <w:compatSetting w:name="compatibilityMode"
      w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
  </w:compat>
  <w:themeFontLang w:val="{LANGUAGE}"/>
  <w:decimalSymbol w:val=","/>
  <w:listSeparator w:val=";"/>
</w:settings>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What a style of paragraphs sets."""

    size: float | None = None
    """In points; None: that of the table."""
    side: str = "center"
    is_bold: bool = False
    is_italic: bool = False
    keeps_next: bool = False
    """On the page of what follows."""
    space_before: float = 0
    """Points."""
    indent: float = 0
    """Of the first line, in centimetres."""


_LOOKS = {
    "title": _Look(size=TITLE_SIZE, is_bold=True, keeps_next=True),
    "enclosure": _Look(size=TITLE_SIZE, is_italic=True, keeps_next=True),
    "heading": _Look(is_bold=True, keeps_next=True),
    "group": _Look(side="left", is_bold=True, keeps_next=True),
    "center": _Look(),
    "left": _Look(side="left"),
    "total center": _Look(is_bold=True),
    "total left": _Look(side="left", is_bold=True),
    "body": _Look(size=_BODY_SIZE, side="both", space_before=6, indent=_FIRST_LINE_INDENT),
    "page number": _Look(size=_PAGE_NUMBER_SIZE),
    "end": _Look(size=1),
}


def style_id(name: str) -> str:
    """Identify the style for what stands so: ``title``, ``heading``, ``left``, ``body``..."""
    return "Tracker" + name.title().replace(" ", "")


def set_look(document: Document, paper: Paper) -> None:
    """Replace the styles and settings of a document by those of a report."""
    document.settings.element[:] = list(parse_xml(_SETTINGS))
    document.styles.element[:] = list(parse_xml("".join(_styles(paper))))


def _styles(paper: Paper) -> Iterator[str]:
    plain = _text_properties(_Look(), paper)
    yield f"""<w:styles {nsdecls("w")}>
      <w:docDefaults>
        <w:rPrDefault>{plain}</w:rPrDefault>
        <w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>
      </w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal">
        <w:name w:val="Normal"/><w:qFormat/>{plain}
      </w:style>
      <w:style w:type="table" w:default="1" w:styleId="TableNormal">
        <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
      </w:style>"""
    for name, look in _LOOKS.items():
        yield f"""<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(name)}">
          <w:name w:val="tracker {name}"/><w:basedOn w:val="Normal"/><w:qFormat/>
          {_paragraph_properties(look)}{_text_properties(look, paper)}
        </w:style>"""
    yield "</w:styles>"


def _paragraph_properties(look: _Look) -> str:
    return f"""<w:pPr>
      {"<w:keepNext/>" if look.keeps_next else ""}<w:widowControl/>
      <w:spacing w:before="{look.space_before * _TWIPS_PER_POINT:.0f}" w:after="0"
        w:line="240" w:lineRule="auto"/>
      <w:ind w:firstLine="{look.indent * _TWIPS_PER_CM:.0f}"/>
      <w:jc w:val="{look.side}"/>
    </w:pPr>"""


def _text_properties(look: _Look, paper: Paper) -> str:
    """Every style names the font itself, so that what is pasted elsewhere keeps it."""
    name = quoteattr(paper.plain_font[:_FONT_NAME_LIMIT])
    half_points = f"{(look.size or paper.text_size) * 2:.0f}"
    return f"""<w:rPr>
      <w:rFonts w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name}/>
      {"<w:b/><w:bCs/>" if look.is_bold else ""}{"<w:i/><w:iCs/>" if look.is_italic else ""}
      <w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>
      <w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>
    </w:rPr>"""
