"""All hostile and broken files that were thought up without a look at what guards against them."""

from __future__ import annotations

from tests.intake.heldout import (
    bad_archives,
    bad_cells,
    bad_documents,
    bad_old,
    bad_places,
    bad_text,
    bad_workbooks,
    bad_xml,
)
from tests.intake.heldout.case import HostileFile

CORPUS: tuple[HostileFile, ...] = (
    *bad_archives.FILES,
    *bad_xml.FILES,
    *bad_workbooks.FILES,
    *bad_cells.FILES,
    *bad_documents.FILES,
    *bad_old.FILES,
    *bad_text.FILES,
    *bad_places.FILES,
)
