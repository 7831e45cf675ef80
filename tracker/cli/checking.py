"""``tracker check``: is the register whole, and what in it should be looked at again?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.output import put_json, put_lines
from tracker.cli.parsing import CommandParser, switch, text_option
from tracker.cli.place import find_place
from tracker.cli.safety import server_folder
from tracker.core.data_check import DataFinding
from tracker.core.errors import DatabaseTrouble
from tracker.core.totals import SCHEMA_VERSION
from tracker.operations.examining import check_data
from tracker.operations.safekeeping import examine
from tracker.wording.data_check import data_footer, finding_lines
from tracker.wording.safety import integrity_footer, integrity_lines
from tracker.workspace import settings_file

WORTH_A_LOOK = 1


def _configure(parser: CommandParser) -> None:
    text_option(parser, "--as-of")
    switch(parser, "--strict")
    switch(parser, "--json")


def _check(given: Any) -> int:
    place = find_place(given.db)
    as_of = place.as_of(given.as_of)
    wrong = examine(
        place.desk,
        server_folder=server_folder(place),
        settings=Path(settings_file(place.workspace)),
    )
    is_broken = any(finding.is_damage for finding in wrong)
    # What is read from a broken register may be anything, its doubts too.
    doubts = () if is_broken else check_data(place.desk, as_of=as_of)
    if given.json:
        put_json(_fields(wrong, doubts))
    else:
        put_lines([*integrity_lines(wrong), integrity_footer(wrong)])
        if not is_broken:
            put_lines([*finding_lines(doubts), data_footer(doubts)])
    if is_broken:
        return DatabaseTrouble.exit_code
    return WORTH_A_LOOK if given.strict and (wrong or doubts) else 0


def _fields(wrong: Any, doubts: tuple[DataFinding, ...]) -> dict[str, object]:
    return {
        "schema_version": SCHEMA_VERSION,
        "register": [
            {"kind": one.kind.value, "subject": one.subject, "detail": one.detail} for one in wrong
        ],
        "data": [
            {
                "kind": one.doubt.value,
                "id": one.row.id,
                "instance": one.row.facts.instance and one.row.facts.instance.isoformat(),
                "document_number": one.row.document.number,
                "day": one.day and one.day.isoformat(),
                "number": one.number,
            }
            for one in doubts
        ],
    }


COMMANDS = {"check": Command(_configure, _check)}
