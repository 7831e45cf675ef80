"""``tracker correct``, ``void`` and ``handover``: putting right what is long in the register."""

from __future__ import annotations

from typing import Any

from tracker.cli.changing import echo
from tracker.cli.dispatch import Command
from tracker.cli.output import put_lines, tell
from tracker.cli.parsing import CommandParser, add_reference, switch, text_option, whole_number
from tracker.cli.place import find_place
from tracker.cli.safety import server_folder
from tracker.operations.amending import Amendment, correct, void
from tracker.operations.handing_over import hand_over
from tracker.wording.amending import handed_over_lines
from tracker.wording.echoes import done_words
from tracker.wording.help import ARGUMENTS, PLACEHOLDERS
from tracker.wording.remarks import remark_sentence

_PARTS = (
    ("--to", "correct-to"),
    ("--by", "correct-by"),
    ("--on", "correct-on"),
    ("--reason", "correct-reason"),
    ("--text", "correct-text"),
    ("--result", "correct-result"),
)


def _configure_correct(parser: CommandParser) -> None:
    add_reference(parser)
    parser.add_argument(
        "event", metavar=PLACEHOLDERS["event"], type=whole_number, help=ARGUMENTS["event"]
    )
    for flag, words in _PARTS:
        text_option(parser, flag, words)
    switch(parser, "--remove")
    text_option(parser, "--because", default="")


def _correct(given: Any) -> int:
    place = find_place(given.db)
    amendment = Amendment(
        on=given.on,
        to=given.to,
        by=given.by,
        reason=given.reason,
        text=given.text,
        result=given.result,
        is_removed=given.remove,
        because=given.because,
    )
    entered = correct(place.desk, given.ref, given.event, amendment)
    return echo(entered, place, done_words("correct", entered.directive))


def _configure_void(parser: CommandParser) -> None:
    add_reference(parser)
    text_option(parser, "--reason", "void-reason", default="")
    text_option(parser, "--duplicate-of")


def _void(given: Any) -> int:
    place = find_place(given.db)
    entered = void(place.desk, given.ref, reason=given.reason, duplicate_of=given.duplicate_of)
    put_lines([done_words("void", entered.directive)])
    for remark in entered.remarks:
        tell(remark_sentence(remark))
    return 0


def _configure_handover(parser: CommandParser) -> None:
    parser.add_argument("name", metavar=PLACEHOLDERS["officer"], help=ARGUMENTS["from-officer"])
    text_option(parser, "--to", "to-officer", required=True)
    text_option(parser, "--unit", "filter-unit")


def _handover(given: Any) -> int:
    place = find_place(given.db)
    handed = hand_over(
        place.desk,
        given.name,
        to=given.to,
        unit=given.unit,
        server_folder=server_folder(place),
    )
    put_lines(handed_over_lines(handed))
    return 0


COMMANDS = {
    "correct": Command(_configure_correct, _correct),
    "void": Command(_configure_void, _void),
    "handover": Command(_configure_handover, _handover),
}
