"""What the process that reads a file says to the one that asked: one line of JSON for a table.

The last line says that this was all, or why there is no more; without it the process has died.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.found import FoundTable, PlaceKind, RemarkedLines, SheetRemark
from tracker.intake.raw_table import RawRow, RawTable

_END = {"end": True}


def line_of(table: FoundTable) -> bytes:
    """A table, as it is sent."""
    return _line(
        {
            "kind": table.kind,
            "number": table.number,
            "name": table.name,
            "has_columns": table.table.has_columns,
            "rows": [(row.line, row.cells) for row in table.table.rows],
            "real_days": sorted(table.table.real_days),
            "covered": None if table.table.covered is None else sorted(table.table.covered),
            "not_calculated": sorted(table.table.not_calculated),
            "remarks": [(remarked.remark, remarked.lines) for remarked in table.remarks],
            "fonts": table.font_names,
        }
    )


def last_line(trouble: FileTrouble | None = None, detail: str = "") -> bytes:
    """That everything has been sent, or what is the trouble."""
    return _line(_END if trouble is None else {"trouble": trouble, "detail": detail})


def tables_in(lines: Iterable[bytes]) -> Iterator[FoundTable]:
    """The tables as they were sent.

    Raises ``UnreadableFile`` with the trouble that was sent, and ``ValueError``, ``TypeError`` or
    ``KeyError`` where the lines end early or are none of these.
    """
    for line in lines:
        said: dict[str, Any] = json.loads(line)
        if said == _END:
            return
        if "trouble" in said:
            raise UnreadableFile("", FileTrouble(said["trouble"]), detail=str(said["detail"]))
        yield _table(said)
    raise ValueError


def _line(said: dict[str, Any]) -> bytes:
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return written.encode("utf-8", "replace") + b"\n"


def _places(said: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    return frozenset((line, place) for line, place in said)


def _table(said: dict[str, Any]) -> FoundTable:
    return FoundTable(
        kind=PlaceKind(said["kind"]),
        number=int(said["number"]),
        name=str(said["name"]),
        table=RawTable(
            rows=tuple(RawRow(line=line, cells=tuple(cells)) for line, cells in said["rows"]),
            has_columns=bool(said["has_columns"]),
            real_days=_places(said["real_days"]),
            covered=None if said["covered"] is None else _places(said["covered"]),
            not_calculated=_places(said["not_calculated"]),
        ),
        remarks=tuple(
            RemarkedLines(remark=SheetRemark(remark), lines=tuple(lines))
            for remark, lines in said["remarks"]
        ),
        font_names=tuple(said["fonts"]),
    )
