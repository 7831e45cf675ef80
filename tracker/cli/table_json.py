"""The stable English form of tables in files, and of places in them, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.core.reconciled import ListPlace
    from tracker.operations.import_preview import ImportedTable
    from tracker.operations.read_rows import Place
    from tracker.operations.their_list import TheirTable


def table_fields(table: ImportedTable | TheirTable) -> Mapping[str, object]:
    """Which table it is, and whether it holds directives."""
    return {
        "file": table.file,
        "kind": table.found.kind.value,
        "number": table.found.number,
        "name": table.found.name,
        "is_register": table.is_register,
    }


def place_fields(place: Place | ListPlace) -> Mapping[str, int]:
    """Where a row stands: its table, from 0, and the line of that."""
    return {"table": place.table, "line": place.line}
