"""A workbook without the cells of its sheets: their names, the texts and formats they share."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.budget import LONGEST_CELL, MOST_CHARACTERS
from tracker.intake.files.cell_looks import Style
from tracker.intake.files.markup import Attributes, LocalNames, by_name, follow
from tracker.intake.files.number_formats import BUILT_IN, GENERAL
from tracker.intake.files.parts import chunks
from tracker.intake.files.sheet_text import unescaped

_TRUE = ("1", "true", "on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Where a sheet is, and what it is called."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What all the sheets share."""

    sheets: tuple[Sheet, ...]
    texts: tuple[str, ...]
    styles: tuple[Style, ...]
    is_from_1904: bool


@dataclass(slots=True)
class _Elements:
    """The elements of a part that are looked for, in order, with their attributes."""

    wanted: frozenset[str]
    found: list[tuple[str, Attributes]] = field(default_factory=list)
    _local: LocalNames = field(default_factory=LocalNames)

    def start(self, name: str, attributes: list[str]) -> None:
        if self._local[name] in self.wanted:
            self.found.append((self._local[name], by_name(attributes)))


def read_book(archive: zipfile.ZipFile) -> Book:
    """What all the sheets share.

    Raises ``UnreadableFile`` where a part is missing or broken.
    """
    main = _main_part(archive)
    related = _related(archive, main)
    described = _elements(archive, main, "workbookPr", "sheet")
    sheets = [_sheet(attributes, related) for name, attributes in described if name == "sheet"]
    properties = next((found for name, found in described if name == "workbookPr"), {})
    parts = [sheet.part for sheet in sheets if sheet is not None]
    if len(set(parts)) < len(parts):
        raise UnreadableFile("", FileTrouble.DAMAGED, detail=main)
    return Book(
        sheets=tuple(filter(None, sheets)),
        texts=_texts(archive, _first(related, "sharedStrings")),
        styles=_styles(archive, _first(related, "styles")),
        is_from_1904=is_true(properties.get("date1904")),
    )


def is_true(written: str | None) -> bool:
    """Whether an attribute says yes."""
    return written is not None and written.lower() in _TRUE


def _main_part(archive: zipfile.ZipFile) -> str:
    return _first(_related(archive, ""), "officeDocument") or "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class _Related:
    """A part that another refers to."""

    kind: str
    part: str


def _related(archive: zipfile.ZipFile, part: str) -> dict[str, _Related]:
    """What a part refers to, by the marks it uses for them."""
    folder, name = posixpath.split(part)
    where = posixpath.join(folder, "_rels", f"{name}.rels")
    if where not in archive.namelist():
        return {}
    return {
        attributes.get("Id", ""): _Related(
            attributes.get("Type", "").rpartition("/")[2],
            _resolved(folder, attributes.get("Target", "")),
        )
        for _, attributes in _elements(archive, where, "Relationship")
    }


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _first(related: dict[str, _Related], kind: str) -> str | None:
    return next((found.part for found in related.values() if found.kind == kind), None)


def _sheet(attributes: Attributes, related: dict[str, _Related]) -> Sheet | None:
    """A sheet with cells; nothing for a chart that has a page to itself."""
    found = related.get(attributes.get("id", ""))
    if found is None:
        raise UnreadableFile("", FileTrouble.DAMAGED, detail=attributes.get("name", ""))
    if found.kind != "worksheet":
        return None
    is_hidden = attributes.get("state", "visible") != "visible"
    return Sheet(name=attributes.get("name", ""), part=found.part, is_hidden=is_hidden)


def _elements(archive: zipfile.ZipFile, part: str, *wanted: str) -> list[tuple[str, Attributes]]:
    elements = _Elements(frozenset(wanted))
    follow(chunks(archive, part), start=elements.start)
    return elements.found


def _styles(archive: zipfile.ZipFile, part: str | None) -> tuple[Style, ...]:
    if part is None:
        return ()
    reading = _StyleReading()
    follow(chunks(archive, part), start=reading.start, end=reading.end)
    return tuple(reading.styles())


class _StyleReading:
    """The formats of cells in the order in which cells refer to them."""

    def __init__(self) -> None:
        self._local = LocalNames()
        self._inside = ""
        self._codes: dict[str, str] = {}
        self._fonts: list[str] = []
        self._cells: list[Attributes] = []

    def start(self, name: str, pairs: list[str]) -> None:
        local = self._local[name]
        if local in ("fonts", "cellXfs", "dxfs"):
            self._inside = local
        elif local == "numFmt" and self._inside != "dxfs":
            attributes = by_name(pairs)
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", GENERAL)
        elif self._inside == "fonts":
            self._take_font(local, pairs)
        elif local == "xf" and self._inside == "cellXfs":
            self._cells.append(by_name(pairs))

    def end(self, name: str) -> None:
        if self._local[name] == self._inside:
            self._inside = ""

    def _take_font(self, local: str, pairs: list[str]) -> None:
        if local == "font":
            self._fonts.append("")
        elif local == "name" and self._fonts:
            self._fonts[-1] = by_name(pairs).get("val", "")

    def styles(self) -> Iterable[Style]:
        for attributes in self._cells:
            number = attributes.get("numFmtId", "0")
            code = self._codes.get(number) or BUILT_IN.get(_small(number), GENERAL)
            font = _small(attributes.get("fontId", ""))
            name = self._fonts[font] if 0 <= font < len(self._fonts) else ""
            yield Style(number_format=code, font=name)


def _small(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else -1


def _texts(archive: zipfile.ZipFile, part: str | None) -> tuple[str, ...]:
    if part is None:
        return ()
    reading = _TextReading()
    follow(chunks(archive, part), start=reading.start, end=reading.end, text=reading.text)
    return tuple(reading.texts)


class _TextReading:
    """The texts that cells share, each without its formats and without how it is pronounced."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._local = LocalNames()
        self._pieces: list[str] = []
        self._is_text = self._is_aside = False
        self._left = MOST_CHARACTERS
        self._left_of_one = LONGEST_CELL

    def start(self, name: str, _attributes: list[str]) -> None:
        local = self._local[name]
        if local == "si":
            self._pieces = []
            self._left_of_one = LONGEST_CELL
        elif local == "rPh":
            self._is_aside = True
        elif local == "t":
            self._is_text = not self._is_aside

    def end(self, name: str) -> None:
        local = self._local[name]
        if local == "t":
            self._is_text = False
        elif local == "rPh":
            self._is_aside = False
        elif local == "si":
            self.texts.append(unescaped("".join(self._pieces)))

    def text(self, piece: str) -> None:
        if not self._is_text:
            return
        self._left -= len(piece)
        self._left_of_one -= len(piece)
        if self._left < 0 or self._left_of_one < 0:
            raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)
        self._pieces.append(piece)
