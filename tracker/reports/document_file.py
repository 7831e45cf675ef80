"""A Word document as a file: its page, what it tells about itself, and the same bytes always."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO

from docx import Document as open_template
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import Section
from docx.shared import Mm

from tracker.core.vietnamese import clean
from tracker.reports.document_look import LANGUAGE, set_look, style_id
from tracker.reports.packing import packed_anew
from tracker.reports.sheet import Paper

_NEEDED = frozenset(
    {
        RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.SETTINGS,
    }
)
"""The parts of the library's template that are kept; the rest is of another program's making."""

_TITLE_LIMIT = 255


def new_document(paper: Paper, *, title: str, as_of: date) -> Document:
    """Start an empty document: its look, its page, and no date but that of the report."""
    document = open_template()
    _keep_needed(document.part.rels)
    _keep_needed(document.part.package.rels)
    set_look(document, paper)
    _set_properties(document, title=title, as_of=as_of)
    _set_up_page(document.sections[0], paper)
    return document


def _keep_needed(relations: Relationships) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype not in _NEEDED]:
        del relations[key]


def _set_properties(document: Document, *, title: str, as_of: date) -> None:
    properties = document.core_properties
    properties._element[:] = []
    properties.title = clean(title)[0][:_TITLE_LIMIT]
    properties.language = LANGUAGE
    properties.created = properties.modified = datetime.combine(as_of, time())


def _set_up_page(section: Section, paper: Paper) -> None:
    """Make a page ready to print: numbered in its upper margin from page two on."""
    is_wide = paper.width > paper.height
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(paper.width), Mm(paper.height)
    section.top_margin, section.bottom_margin = Mm(paper.top), Mm(paper.bottom)
    section.left_margin, section.right_margin = Mm(paper.left), Mm(paper.right)
    section.header_distance = Mm(paper.top / 2)
    section.footer_distance = Mm(paper.bottom / 2)
    section.gutter = Mm(0)
    section.different_first_page_header_footer = True
    for header in (section.first_page_header, section.header):
        header.is_linked_to_previous = False
        header.paragraphs[0]._p.style = style_id("page number")
    number = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"/>'
    section.header.paragraphs[0]._p.append(parse_xml(number))


def saved(document: Document) -> bytes:
    """Save without the clock: the time of saving does not go in."""
    raw = BytesIO()
    document.save(raw)
    return packed_anew(raw)
