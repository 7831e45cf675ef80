"""The commands that record what happened to a directive."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.output import put_lines, tell
from tracker.cli.parsing import CommandParser, add_reference, switch, text_option
from tracker.cli.place import Place, find_place
from tracker.operations import progressing
from tracker.operations.entering import Entered
from tracker.operations.undoing import undo
from tracker.wording.echoes import done_words, standing_lines
from tracker.wording.remarks import remark_sentence
from tracker.wording.undoing import undone_words

Run = Callable[[Place, Any], Entered]


def echo(entered: Entered, place: Place, words: str) -> int:
    """Say what was recorded and how the directive stands now; remarks go beside it."""
    directive = entered.directive
    put_lines([words, *standing_lines(directive, place.desk.today, place.desk.policy)])
    for remark in entered.remarks:
        tell(remark_sentence(remark))
    return 0


def _command(name: str, run: Run, *options: Callable[[CommandParser], None]) -> Command:
    def configure(parser: CommandParser) -> None:
        add_reference(parser)
        for option in options:
            option(parser)

    def run_and_echo(given: Any) -> int:
        place = find_place(given.db)
        entered = run(place, given)
        return echo(entered, place, done_words(name, entered.directive))

    return Command(configure, run_and_echo)


def _on(words: str) -> Callable[[CommandParser], None]:
    return lambda parser: text_option(parser, "--on", words)


def _by(parser: CommandParser) -> None:
    text_option(parser, "--by", required=True)


def _completion_options(parser: CommandParser) -> None:
    text_option(parser, "--on", "on-done")
    text_option(parser, "--result", default="")
    switch(parser, "--undated")
    text_option(parser, "--for", dest="turn")


def _done(place: Place, given: Any) -> Entered:
    completion = progressing.Completion(
        on=given.on, result=given.result, is_undated=given.undated, turn=given.turn
    )
    return progressing.done(place.desk, given.ref, completion)


def _by_document(name: str) -> Command:
    def run(place: Place, given: Any) -> Entered:
        ruling = progressing.Ruling(by=given.by, on=given.on, reason=given.reason)
        return progressing.by_document(place.desk, given.ref, ruling, name=name)

    def reason(parser: CommandParser) -> None:
        text_option(parser, "--reason", default="")

    return _command(name, run, _by, _on("on-event"), reason)


def _no_arguments(_parser: CommandParser) -> None:
    """Everything is said by the command itself."""


def _undo(given: Any) -> int:
    # Late: this knows of imports, which no other command here has to do with.
    from tracker.cli.reported_before import day_left

    place = find_place(given.db)
    undone = undo(place.desk)
    put_lines(undone_words(undone))
    if words := day_left(place, undone):
        tell(words)
    return 0


COMMANDS = {
    "start": _command(
        "start",
        lambda place, given: progressing.start(place.desk, given.ref, on=given.on),
        _on("on-start"),
    ),
    "done": _command("done", _done, _completion_options),
    "note": _command(
        "note",
        lambda place, given: progressing.note(place.desk, given.ref, on=given.on, text=given.text),
        _on("on-note"),
        lambda parser: text_option(parser, "--text", "note-text", required=True),
    ),
    "extend": _command(
        "extend",
        lambda place, given: progressing.extend(place.desk, given.ref, to=given.to, by=given.by),
        lambda parser: text_option(parser, "--to", required=True),
        _by,
    ),
    **{name: _by_document(name) for name in ("withdraw", "suspend", "resume", "reopen")},
    "undo": Command(_no_arguments, _undo),
}
