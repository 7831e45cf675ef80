"""``tracker add`` and ``tracker edit``."""

from __future__ import annotations

from typing import Any

from tracker.cli.changing import echo
from tracker.cli.dispatch import Command
from tracker.cli.output import tell
from tracker.cli.parsing import (
    BadArguments,
    CommandParser,
    add_reference,
    switch,
    text_option,
)
from tracker.cli.place import find_place
from tracker.operations.correcting import Correction, edit
from tracker.operations.entering import Entry, add, entry_from_line, require_readable
from tracker.wording.echoes import done_words
from tracker.wording.help import ANY_TEXT, ARGUMENTS, PLACEHOLDERS
from tracker.wording.messages import MORE_THAN_A_NUMBER, TURN_WITHOUT_COMPLETION
from tracker.wording.status import new_register

_TEXTS = ("assigned", "unit", "officer", "assigned-by", "issuing-body")


def _shared_options(parser: CommandParser, default: str | None) -> None:
    for name in ("issued", "content", "deadline"):
        text_option(parser, f"--{name}", default=None)
    for name in _TEXTS:
        text_option(parser, f"--{name}", default=default)
    parser.add_argument("--support", metavar=ANY_TEXT, action="append", help=ARGUMENTS["support"])


def _configure_add(parser: CommandParser) -> None:
    # Several words: a line typed without quotes is as clear as one with them.
    parser.add_argument("text", nargs="+", metavar=PLACEHOLDERS["text"], help=ARGUMENTS["text"])
    _shared_options(parser, "")
    for flag in ("--not-started", "--pin", "--supporting", "--secret"):
        switch(parser, flag)


def _add(given: Any) -> int:
    place = find_place(given.db)
    entry = _entry(given, place.desk.today)
    require_readable(place.desk, entry)
    place.prepare()
    is_first = place.is_without_register
    entered = add(place.desk, entry)
    if is_first:
        tell(new_register(place.desk.location))
    return echo(entered, place, done_words("add", entered.directive))


def _entry(given: Any, today: Any) -> Entry:
    """From single options where a date or a content is given, else from the whole line."""
    beside = {
        "assigned": given.assigned,
        "issuing_body": given.issuing_body,
        "unit": given.unit,
        "supporting_units": tuple(given.support or ()),
        "officer": given.officer,
        "assigned_by": given.assigned_by,
        "is_started": not given.not_started,
        "is_pinned": given.pin,
        "is_supporting": given.supporting,
        "is_secret": given.secret,
    }
    text = " ".join(given.text)
    if given.issued is None and given.content is None:
        if given.deadline is not None:
            beside["deadline"] = given.deadline
        return entry_from_line(text, today=today, more=beside)
    if given.issued is None or given.content is None:
        raise BadArguments("tracker add", MORE_THAN_A_NUMBER)
    return Entry(
        number=text,
        issued=given.issued,
        content=given.content,
        deadline=given.deadline or "",
        **beside,
    )


def _configure_edit(parser: CommandParser) -> None:
    add_reference(parser)
    text_option(parser, "--number")
    _shared_options(parser, None)
    text_option(parser, "--completed-on")
    text_option(parser, "--result")
    text_option(parser, "--for", "for-edit", dest="turn")
    for yes, no in (("pin", "unpin"), ("supporting", "leading"), ("secret", "not-secret")):
        either = parser.add_mutually_exclusive_group()
        for name, value in ((yes, True), (no, False)):
            either.add_argument(
                f"--{name}", dest=yes, action="store_const", const=value, help=ARGUMENTS[name]
            )


def _edit(given: Any) -> int:
    place = find_place(given.db)
    correction = Correction(
        number=given.number,
        issued=given.issued,
        content=given.content,
        deadline=given.deadline,
        assigned=given.assigned,
        issuing_body=given.issuing_body,
        unit=given.unit,
        supporting_units=None if given.support is None else tuple(given.support),
        officer=given.officer,
        assigned_by=given.assigned_by,
        is_pinned=given.pin,
        is_supporting=given.supporting,
        is_secret=given.secret,
        completed_on=given.completed_on,
        result=given.result,
        turn=given.turn,
    )
    if given.turn is not None and not correction.is_about_completion:
        raise BadArguments("tracker edit", TURN_WITHOUT_COMPLETION)
    entered = edit(place.desk, given.ref, correction)
    return echo(entered, place, done_words("edit", entered.directive))


COMMANDS = {
    "add": Command(_configure_add, _add),
    "edit": Command(_configure_edit, _edit),
}
