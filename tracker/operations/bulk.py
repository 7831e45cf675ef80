"""Doing something to one directive, or the same to many: one operation, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from tracker.core.assessed import AssessedDirective
from tracker.core.errors import NotFound, Refused, TrackerError, UsageError
from tracker.core.life import Directive
from tracker.core.refusals import NothingChanges
from tracker.operations.actions import Action, Case, Decide
from tracker.operations.changing import changing
from tracker.operations.desk import Desk
from tracker.operations.entering import Entered
from tracker.operations.references import resolve
from tracker.operations.typed import Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.writing import Work


class RefusedInBulk(Refused):
    """One of several directives stands in the way; none of them was changed."""

    def __init__(self, id: int, number: str, cause: TrackerError, *, of: int) -> None:
        super().__init__(id, cause)
        self.id = id
        self.number = number
        """Of its document; empty where nothing in the register has this id."""
        self.cause = cause
        """Why it is refused for this one."""
        self.of = of
        """How many directives it was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A directive that was pointed at, as it was seen."""

    id: int
    version: int | None = None
    """The one that was on the screen; None takes it as it stands."""
    turn: date | None = None
    """For a recurring directive: the turn that was pointed at, by its nominal due day."""

    @classmethod
    def of(cls, row: AssessedDirective) -> Target:
        """What a row of a list shows."""
        return cls(id=row.id, version=row.version, turn=row.facts.instance)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRemark:
    """A remark, and the directives it is about."""

    remark: Remark
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """What has come of an action on several directives."""

    directives: tuple[Directive, ...]
    """Those that were changed, as they now stand, in the order they were pointed at."""
    unchanged: tuple[Directive, ...]
    """Those that were so already."""
    remarks: tuple[ToldRemark, ...]
    """Each once, however many directives it is about."""


def act(
    desk: Desk, reference: str, action: Action, *, expected_version: int | None = None
) -> Entered:
    """Do something to the one directive that is meant."""
    decide = action.read(desk.today)
    with changing(desk, action.name) as work:
        found = resolve(work.find, reference)
        directive = work.directive(found.id, expected_version=expected_version)
        return _carried_out(Case(directive=directive, work=work), decide)


def act_on(desk: Desk, targets: Sequence[Target], action: Action) -> Acted:
    """Do the same to every directive that was pointed at, in one operation.

    ``StaleRecord`` where one is not of the version that was seen. With several directives every
    refusal comes as ``RefusedInBulk``. What would leave one of several as it is is no refusal.
    """
    decide = action.read(desk.today)
    with changing(desk, action.name) as work:
        bulk = _Bulk(work, decide, targets)
        for target in targets:
            bulk.look_at(target)
        for target in dict.fromkeys(map(partial(_meant, action), targets)):
            bulk.carry_out(target)
        bulk.require_some_change()
    return bulk.acted()


def _meant(action: Action, target: Target) -> Target:
    """The same for all rows of a directive, unless the action is one for each turn."""
    return replace(target, version=None, turn=target.turn if action.is_of_turn else None)


def _carried_out(case: Case, decide: Decide) -> Entered:
    decision = decide(case)
    directive = case.directive
    for event in decision.events:
        directive = case.work.append(directive, event)
    return Entered(directive=directive, remarks=decision.remarks)


class _Bulk:
    """An action on several directives, under way."""

    def __init__(self, work: Work, decide: Decide, targets: Sequence[Target]) -> None:
        self._work = work
        self._decide = decide
        self._number = len({target.id for target in targets})
        self._standing: dict[int, Directive] = {}
        self._changed: set[int] = set()
        self._told: dict[Remark, dict[int, None]] = {}
        self._needless: list[tuple[Target, NothingChanges]] = []

    def look_at(self, target: Target) -> None:
        """Make sure that it is as it was seen."""
        with self._naming(target):
            self._standing[target.id] = self._work.directive(
                target.id, expected_version=target.version
            )

    def carry_out(self, target: Target) -> None:
        """Do it to one; what is so already is only remembered."""
        case = Case(directive=self._standing[target.id], work=self._work, turn=target.turn)
        with self._naming(target):
            try:
                entered = _carried_out(case, self._decide)
            except NothingChanges as refusal:
                self._needless.append((target, refusal))
                return
        self._standing[target.id] = entered.directive
        self._changed.add(target.id)
        for remark in entered.remarks:
            self._told.setdefault(remark, {})[target.id] = None

    def require_some_change(self) -> None:
        """Refuse what would leave every directive as it is."""
        if self._needless and not self._changed:
            target, refusal = self._needless[0]
            with self._naming(target):
                raise refusal

    def acted(self) -> Acted:
        """What has come of it."""
        directives = self._standing.values()
        return Acted(
            directives=tuple(one for one in directives if one.id in self._changed),
            unchanged=tuple(one for one in directives if one.id not in self._changed),
            remarks=tuple(
                ToldRemark(remark=remark, ids=tuple(ids)) for remark, ids in self._told.items()
            ),
        )

    @contextmanager
    def _naming(self, target: Target) -> Iterator[None]:
        """Say of several directives which one stands in the way."""
        try:
            yield
        except (UsageError, NotFound, Refused) as cause:
            if self._number == 1:
                raise
            found = self._work.find(id=target.id, with_void=True)
            number = found[0].document_number if found else ""
            raise RefusedInBulk(target.id, number, cause, of=self._number) from cause
