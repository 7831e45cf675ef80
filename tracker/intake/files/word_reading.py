"""Following a Word document element by element, keeping what its reader sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tracker.intake.files.budget import MOST_COLUMNS, Budget
from tracker.intake.files.flow import MOST_TITLES, Flow
from tracker.intake.files.word_table import WordTable

_NOT_SHOWN = frozenset({"del", "moveFrom", "Fallback", "rt"})
"""What was deleted or moved away, what only older programs show, what stands above other text."""

_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CODE, _RESULT = "begin", "separate"
_END = "end"
_NO = frozenset({"0", "false", "off", "none"})
_PRIVATE = range(0xE000, 0xF900)


@dataclass(slots=True)
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    list_of: tuple[str, str] | None = None
    """The list and the level in which Word numbers it."""
    runs_on: bool = False
    """Its end was deleted, so that the next one goes on with it."""


class WordReader:
    """What has been seen of a document so far."""

    def __init__(self, budget: Budget) -> None:
        self.flow = Flow(budget)
        self._budget = budget
        self._tables: list[WordTable] = []
        self._paragraphs: list[_Paragraph] = []
        self._begun = ""
        """A paragraph that runs on."""
        self._unseen = 0
        """How many elements are open of which nothing is seen."""
        self._is_hidden = False
        """Whether the open run is."""
        self._fields: list[str] = []
        """For each open field, whether its code or its result is being read."""
        self._is_placeholder = False
        self._contents: list[bool] = []
        """For each open control of a form, whether only a hint stands in it."""
        self._counted: Counter[tuple[str, str]] = Counter()
        self._begin: dict[str, Callable[[], None]] = {
            "p": self._begin_paragraph,
            "tbl": self._begin_table,
            "tr": self._begin_row,
            "tc": self._begin_cell,
        }
        self._end: dict[str, Callable[[Any], None]] = {
            "p": self._end_paragraph,
            "tbl": self._end_table,
            "tr": self._end_row,
            "tc": self._end_cell,
            "t": self._end_text,
            "sym": self._end_symbol,
            "r": self._end_run,
            "fldChar": self._end_field_sign,
            "rPr": self._end_run_properties,
            "numPr": self._end_numbering,
            "trPr": self._end_row_properties,
            "tcPr": self._end_cell_properties,
            "sdtPr": self._end_content_properties,
            **dict.fromkeys(_SIGNS, self._end_sign),
        }

    def take(self, event: str, element: Any) -> None:
        """Go on with the beginning or the end of an element of ``lxml``."""
        name = element.tag.rpartition("}")[2]
        if event == "start":
            if name in _NOT_SHOWN:
                self._unseen += 1
            elif name == "sdtContent":
                self._begin_content()
            elif not self._unseen and name in self._begin:
                self._begin[name]()
        elif name in _NOT_SHOWN:
            self._unseen -= 1
        elif name == "sdtContent":
            self._end_content()
        elif not self._unseen and name in self._end:
            self._end[name](element)

    def _begin_paragraph(self) -> None:
        self._paragraphs.append(_Paragraph())

    def _end_paragraph(self, element: Any) -> None:
        self._fields.clear()
        paragraph = self._paragraphs.pop()
        text = self._begun + "".join(paragraph.parts)
        self._begun = text if paragraph.runs_on else ""
        cell = self._tables[-1].cell if self._tables else None
        if paragraph.list_of is not None:
            self._counted[paragraph.list_of] += 1
        if not paragraph.runs_on and cell is not None:
            cell.paragraphs.append(text)
            cell.number = self._counted[paragraph.list_of] if paragraph.list_of else cell.number
        elif not paragraph.runs_on and not self._tables:
            self.flow.take_paragraph(text)
        _forget(element)

    def _begin_table(self) -> None:
        cell = self._tables[-1].cell if self._tables else None
        inside = "\n".join(cell.paragraphs[-MOST_TITLES:] if cell else ()) if self._tables else None
        self._tables.append(WordTable(self.flow.open_table(inside=inside), self._budget))

    def _end_table(self, element: Any) -> None:
        self._tables.pop().close()
        _forget(element)

    def _begin_row(self) -> None:
        if self._tables:
            self._tables[-1].open_row()

    def _end_row(self, element: Any) -> None:
        if self._tables:
            self._tables[-1].close_row()
        _forget(element)

    def _begin_cell(self) -> None:
        if self._tables:
            self._tables[-1].open_cell()

    def _end_cell(self, element: Any) -> None:
        self._begun = ""
        _forget(element)

    def _begin_content(self) -> None:
        self._contents.append(self._is_placeholder)
        self._unseen += self._is_placeholder
        self._is_placeholder = False

    def _end_content(self) -> None:
        self._unseen -= self._contents.pop()

    def _end_content_properties(self, element: Any) -> None:
        self._is_placeholder = _is_on(element, "showingPlcHdr")

    def _put(self, text: str) -> None:
        if self._paragraphs and not self._is_hidden and _CODE not in self._fields:
            self._budget.take_text(len(text))
            self._paragraphs[-1].parts.append(text)

    def _end_text(self, element: Any) -> None:
        self._put(element.text or "")

    def _end_sign(self, element: Any) -> None:
        if _name_of(element.getparent()) == "r":
            self._put(_SIGNS[_name_of(element)])

    def _end_symbol(self, element: Any) -> None:
        """A sign of another font: kept where its code means the same in any."""
        code = _number(_said(element, "char"), base=16)
        if 0x20 <= code < 0xD800 or code in range(_PRIVATE.stop, 0xFFFE):
            self._put(chr(code))

    def _end_run(self, _element: Any) -> None:
        self._is_hidden = False

    def _end_run_properties(self, element: Any) -> None:
        parent = _name_of(element.getparent())
        if parent == "r":
            self._is_hidden = _is_on(element, "vanish")
        elif parent == "pPr" and self._paragraphs:
            self._paragraphs[-1].runs_on = _is_on(element, "del")

    def _end_field_sign(self, element: Any) -> None:
        kind = _said(element, "fldCharType")
        if kind == _CODE:
            self._fields.append(_CODE)
        elif self._fields and kind == _RESULT:
            self._fields[-1] = _RESULT
        elif self._fields and kind == _END:
            self._fields.pop()

    def _end_numbering(self, element: Any) -> None:
        number, level = (_said(_child(element, name), "val") for name in ("numId", "ilvl"))
        if self._paragraphs and number not in ("", "0"):
            self._paragraphs[-1].list_of = (number, level)

    def _end_row_properties(self, element: Any) -> None:
        if self._tables:
            row = self._tables[-1].row
            row.indent = min(_number(_said(_child(element, "gridBefore"), "val")), MOST_COLUMNS)
            row.is_hidden = _is_on(element, "hidden")
            row.is_deleted = _is_on(element, "del")

    def _end_cell_properties(self, element: Any) -> None:
        cell = self._tables[-1].cell if self._tables else None
        if cell is None:
            return
        span = _number(_said(_child(element, "gridSpan"), "val"))
        cell.span = max(1, min(span, MOST_COLUMNS))
        merges = [_child(element, name) for name in ("vMerge", "hMerge")]
        cell.is_covered = any(
            merge is not None and _said(merge, "val") != "restart" for merge in merges
        )


def _name_of(element: Any) -> str:
    return "" if element is None else str(element.tag).rpartition("}")[2]


def _child(element: Any, name: str) -> Any:
    """The first child of a name; None where there is none."""
    return next((child for child in element if _name_of(child) == name), None)


def _is_on(element: Any, name: str) -> bool:
    """Whether a property is there and not switched off."""
    child = _child(element, name)
    return child is not None and _said(child, "val") not in _NO


def _said(element: Any, name: str) -> str:
    """An attribute, in whichever of the namespaces of Word."""
    if element is None:
        return ""
    return next(
        (str(said) for key, said in element.attrib.items() if key.rpartition("}")[2] == name), ""
    )


def _number(text: str, *, base: int = 10) -> int:
    """A number as written; 0 for anything else."""
    try:
        return max(int(text[:8], base), 0)
    except ValueError:
        return 0


def _forget(element: Any) -> None:
    """Free what has been read, so that a long document takes no more room than a short one."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
