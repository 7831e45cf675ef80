"""What each action asks for, how that is understood while it is typed, and what is made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.core.assessed import AssessedDirective
from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline
from tracker.core.directive import Citation, State
from tracker.core.errors import UsageError
from tracker.core.late_letters import judged_after
from tracker.core.vietnamese import fold
from tracker.operations.previewing import (
    Preview,
    preview_deadline,
    preview_document,
    preview_happened,
    preview_result,
)
from tracker.tui.dialogs.field import Field, Note
from tracker.tui.dialogs.form import Notes, Values
from tracker.tui.dialogs.understood import noted, noted_result
from tracker.wording.acting import (
    DAY_UNKNOWN,
    FIELDS,
    FOLLOWS_DOCUMENT,
    TODAY,
    UNKNOWN_DAY,
    done_already_words,
    turned_words,
)
from tracker.wording.previewing import preview_words

if TYPE_CHECKING:
    from tracker.core.rules import Policy
    from tracker.operations.actions import Action
    from tracker.operations.known_names import KnownNames


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What understanding the fields of a form needs to know."""

    today: date
    days_off: DaysOff
    policy: Policy
    names: KnownNames
    rows: Sequence[AssessedDirective]
    """What it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionForm:
    """The form of an action."""

    fields: Callable[[Ground], tuple[Field, ...]]
    make: Callable[[Values], Action]
    check: Callable[[Values, Ground], Notes]


class NothingTyped(UsageError):
    """A form was saved that says nothing."""


def field(name: str, words: str = "", *, lines: int = 1, names: tuple[str, ...] = ()) -> Field:
    """A field with its Vietnamese words."""
    label, hint, help = FIELDS[words or name]
    return Field(name=name, label=label, hint=hint, help=help, lines=lines, names=names)


def _document(text: str, ground: Ground) -> Note:
    return noted("by", preview_document(text, today=ground.today), ground.today)


def _day(text: str, ground: Ground, *, otherwise: str) -> Note:
    if not text.strip():
        return Note(otherwise)
    return noted("on", preview_happened(text, today=ground.today), ground.today)


# Hoàn thành


def _is_unknown(text: str) -> bool:
    return fold(text) == fold(UNKNOWN_DAY)


def _complete(values: Values) -> Action:
    from tracker.operations.completing import Completion, completing

    on = values["on"].strip()
    said = Completion(
        on=None if not on or _is_unknown(on) else on,
        result=values["result"],
        is_undated=_is_unknown(on),
    )
    return completing(said)


def _check_completion(values: Values, ground: Ground) -> Notes:
    documents = preview_result(values["result"], today=ground.today)
    notes = {"result": Note()}
    if values["result"].strip():
        is_day_said = bool(values["on"].strip())
        notes["result"] = noted_result(documents, ground.today, is_day_said=is_day_said)
    if _is_unknown(values["on"]):
        return {**notes, "on": Note(DAY_UNKNOWN)}
    days = [document.issued_on for document in documents.value or ()]
    follows = preview_words("on", _understood(max(days)), ground.today) if days else ""
    return {**notes, "on": _day(values["on"], ground, otherwise=follows)}


def _understood(day: date) -> Preview[date]:
    from tracker.operations.previewing import understood

    return understood(day)


# Gia hạn


def _extend(values: Values) -> Action:
    from tracker.operations.actions import extending

    return extending(to=values["to"], by=values["by"])


def _check_extension(values: Values, ground: Ground) -> Notes:
    letter = preview_document(values["by"], today=ground.today)
    deadline = preview_deadline(
        values["to"],
        assigned_on=letter.value.issued_on if letter.value else None,
        today=ground.today,
        days_off=ground.days_off,
    )
    to = noted("to", deadline, ground.today) if values["to"].strip() else Note()
    by = noted("by", letter, ground.today)
    if done := [row for row in ground.rows if _is_done(row)]:
        by = _about_the_done(done, by, letter.value, deadline.value, ground)
    return {"to": to, "by": by}


def _is_done(row: AssessedDirective) -> bool:
    """A turn that is done is left alone by what comes later in its series."""
    return row.facts.state is State.DONE and row.facts.instance is None


def _about_the_done(
    done: Sequence[AssessedDirective],
    note: Note,
    letter: Citation | None,
    deadline: Deadline | None,
    ground: Ground,
) -> Note:
    """That the judgement on what is done already may change, and then how it does."""
    if not note.text:
        return Note(done_already_words(done), "warning")
    if letter is None or deadline is None:
        return note
    turned = []
    for row in done:
        after = judged_after(
            row.facts, deadline, letter, days_off=ground.days_off, policy=ground.policy
        )
        if after not in (None, row.assessment.progress):
            turned.append((row, after))
    return Note(f"{note.text}\n{turned_words(turned)}", "warning") if turned else note


# Theo văn bản của tỉnh


def _ruling(name: str) -> ActionForm:
    def make(values: Values) -> Action:
        from tracker.operations.actions import Ruling, ruling

        on = values["on"].strip() or None
        return ruling(name, Ruling(by=values["by"], on=on, reason=values["reason"]))

    return ActionForm(
        fields=lambda _: (field("by"), field("on"), field("reason")), make=make, check=_check_ruling
    )


def _check_ruling(values: Values, ground: Ground) -> Notes:
    return {
        "by": _document(values["by"], ground),
        "on": _day(values["on"], ground, otherwise=FOLLOWS_DOCUMENT),
    }


# Những việc khác


def _check_day_or_today(values: Values, ground: Ground) -> Notes:
    return {"on": _day(values["on"], ground, otherwise=TODAY)}


def _start(values: Values) -> Action:
    from tracker.operations.actions import starting

    return starting(on=values["on"].strip() or None)


def _note(values: Values) -> Action:
    from tracker.operations.actions import noting

    return noting(text=values["text"], on=values["on"].strip() or None)


def _assign(values: Values) -> Action:
    from tracker.operations.correcting import Correction, editing

    unit, officer = (values[name].strip() or None for name in ("unit", "officer"))
    if unit is None and officer is None:
        raise NothingTyped
    return editing(Correction(unit=unit, officer=officer))


def _void(values: Values) -> Action:
    from tracker.operations.amending import voiding

    return voiding(reason=values["reason"])


def _nothing_to_check(_values: Values, _ground: Ground) -> Notes:
    return {}


FORMS: Mapping[str, ActionForm] = {
    "done": ActionForm(
        fields=lambda _: (field("result"), field("on", "on_done")),
        make=_complete,
        check=_check_completion,
    ),
    "extend": ActionForm(
        fields=lambda _: (field("to"), field("by")), make=_extend, check=_check_extension
    ),
    "note": ActionForm(
        fields=lambda _: (field("text", lines=3), field("on", "on_note")),
        make=_note,
        check=_check_day_or_today,
    ),
    "start": ActionForm(
        fields=lambda _: (field("on", "on_start"),), make=_start, check=_check_day_or_today
    ),
    **{name: _ruling(name) for name in ("withdraw", "suspend", "resume", "reopen")},
    "assign": ActionForm(
        fields=lambda ground: (
            field("unit", names=ground.names.units),
            field("officer", names=ground.names.officers),
        ),
        make=_assign,
        check=_nothing_to_check,
    ),
    "void": ActionForm(
        fields=lambda _: (field("reason", "void_reason"),), make=_void, check=_nothing_to_check
    ),
}
"""By the name of the command."""
