"""A report or a list that the program itself wrote as JSON, as a table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.found import FoundTable, PlaceKind
from tracker.intake.raw_table import RawRow, RawTable, cell_text

Item = Mapping[str, Any]

_COLUMNS: tuple[tuple[str, Callable[[Item], object]], ...] = (
    ("so ky hieu", lambda it: it.get("document_number")),
    ("ngay van ban", lambda it: it.get("issued_on")),
    ("noi dung", lambda it: it.get("content")),
    ("ngay giao", lambda it: it.get("assigned_on")),
    ("thoi han", lambda it: _deadline(it)),
    ("ngay hoan thanh", lambda it: it.get("completed_on")),
    ("ket qua", lambda it: it.get("result_text")),
    ("co quan ban hanh", lambda it: it.get("issuing_body")),
    ("don vi chu tri", lambda it: it.get("unit")),
    ("don vi phoi hop", lambda it: "; ".join(it.get("supporting_units") or ())),
    ("can bo theo doi", lambda it: it.get("officer")),
    ("nguoi giao", lambda it: it.get("assigned_by")),
    ("ghi chu", lambda it: it.get("latest_note")),
)
"""A heading that ``headings`` knows, and what stands under it."""

_GROUPS = {
    "done": "I. DA THUC HIEN",
    "in_progress": "II. DANG THUC HIEN",
    "not_started": "III. CHUA THUC HIEN",
}


def tables_of(data: bytes) -> Iterator[FoundTable]:
    """The one table that such a file holds; ``UnreadableFile`` for any other JSON."""
    try:
        rows = list(_rows(json.loads(data.decode("utf-8-sig"))))
    except (ValueError, RecursionError, AttributeError, TypeError) as trouble:
        raise UnreadableFile("", FileTrouble.UNKNOWN_KIND) from trouble
    lines = (
        RawRow(line=line, cells=tuple(cell_text(str(cell or "")) for cell in cells))
        for line, cells in enumerate(rows)
    )
    yield FoundTable(
        kind=PlaceKind.TEXT,
        number=1,
        name="",
        table=RawTable(rows=tuple(lines), covered=frozenset()),
    )


def _rows(document: Any) -> Iterator[list[object]]:
    """The headings (line 0), then every directive, the first on line 1."""
    yield [heading for heading, _ in _COLUMNS]
    if "groups" not in document:
        yield from map(_cells, document["items"])
        return
    for group, items in document["groups"].items():
        yield [_GROUPS[group]]
        yield from map(_cells, items)


def _deadline(item: Item) -> object:
    """The deadline in force, with the turn of a recurring directive marked as on paper."""
    text = item.get("deadline_in_force_text") or item.get("deadline_text")
    turn = item.get("instance")
    return f"{text} (ky {turn})" if text and turn else text


def _cells(item: Item) -> list[object]:
    return [cell_of(item) for _, cell_of in _COLUMNS]
