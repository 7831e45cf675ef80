"""``tracker reconcile``: the province's list beside the register."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.named_files import document_named, file_arguments, font_named, read_named
from tracker.cli.output import put_json, put_lines, tell
from tracker.cli.parsing import CommandParser, switch, text_option
from tracker.cli.place import find_place
from tracker.cli.reconciled_json import reconciliation_fields
from tracker.cli.report_office import report_office
from tracker.core.totals import SCHEMA_VERSION
from tracker.operations.reconciled_file import RECONCILED_FORMAT, write_reconciliation
from tracker.operations.reconciling import ReconcileRequest, Reconciliation, reconcile
from tracker.operations.report_formats import check_suffix
from tracker.reports.concealing import concealed_outcome
from tracker.wording.reconciling import reconciliation_lines, side_lines, written_words
from tracker.wording.reporting import as_of_early, kept_older

SOMETHING_DIFFERS = 1

_EXPORTS = ""
"""What ``--out`` stands for where no file is named."""


def _configure(parser: CommandParser) -> None:
    file_arguments(parser)
    text_option(parser, "--period", "reconcile-period")
    text_option(parser, "--as-of")
    text_option(parser, "--out", "reconcile-out", nargs="?", const=_EXPORTS)
    switch(parser, "--json")


def _reconcile(given: Any) -> int:
    if given.out:
        check_suffix(Path(given.out), RECONCILED_FORMAT, has_choice=False)
    place = find_place(given.db)
    request = ReconcileRequest(
        period=given.period,
        as_of=given.as_of,
        document=document_named(given.document, today=place.desk.today),
        font=font_named(given.font),
    )
    office = report_office(place)
    found = reconcile(place.desk, office, read_named(given.file), request)
    outcome = concealed_outcome(found.outcome, are_numbers_shown=office.are_secret_numbers_shown)
    shown = replace(found, outcome=outcome)
    if given.json:
        put_json({"schema_version": SCHEMA_VERSION, **reconciliation_fields(shown)})
    else:
        put_lines(reconciliation_lines(shown))
    _tell_beside(shown)
    if given.out is not None:
        written = write_reconciliation(office, found, Path(given.out) if given.out else None)
        tell(written_words(written.path))
        if written.older is not None:
            tell(kept_older(written.older))
    return 0 if found.outcome.agrees else SOMETHING_DIFFERS


def _tell_beside(found: Reconciliation) -> None:
    if found.is_period_asked and found.as_of < found.period.ends_on:
        tell(as_of_early(found.period, found.as_of))
    for line in side_lines(found):
        tell(line)


COMMANDS = {"reconcile": Command(_configure, _reconcile)}
