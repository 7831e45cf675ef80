"""Everything that was ever recorded of a directive, what was put right since included.

Whoever imports an old table again must not be told that it differs: the register knew what stands
there, and knows better by now.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from tracker.core.deadline import Deadline
from tracker.core.directive import Assignment
from tracker.core.events import Assigned, Completed, Corrected, Edited, Extended, Noted
from tracker.core.life import Directive
from tracker.core.vietnamese import fold

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """What was ever recorded of one directive."""

    directive: Directive

    @property
    def assignments(self) -> Iterator[Assignment]:
        """The assignment, and every form that a correction gave it."""
        for event in self.directive.events:
            if isinstance(event, Assigned):
                yield event.assignment
            elif isinstance(event, Edited):
                yield event.after

    @property
    def deadlines(self) -> Iterator[Deadline]:
        """Those that were assigned, and those that letters have set."""
        yield from (assignment.deadline for assignment in self.assignments)
        yield from (event.deadline for event in self.of_kind(Extended))

    def completion_days(self, turn: date | None) -> frozenset[date | None]:
        """The days of every completion of a turn, or of whatever turn where none is said.

        None where one was without a day.
        """
        return frozenset(
            event.completed_on
            for event in self.of_kind(Completed)
            if turn is None or event.instance in (None, turn)
        )

    @property
    def results(self) -> frozenset[str]:
        """The results, folded."""
        return frozenset(fold(event.result_text) for event in self.of_kind(Completed))

    @property
    def prose(self) -> frozenset[str]:
        """What was noted or told as a result, whole and line by line, folded."""
        texts = [event.text for event in self.of_kind(Noted)]
        texts += [event.result_text for event in self.of_kind(Completed)]
        lines = [line for text in texts for line in text.split("\n")]
        return frozenset(map(fold, (*texts, *lines)))

    def of_kind(self, kind: type[Kind]) -> Iterator[Kind]:
        """The events of a kind, those that were put right or removed too."""
        for event in self.directive.events:
            if isinstance(event, kind):
                yield event
            elif isinstance(event, Corrected) and isinstance(event.replacement, kind):
                yield event.replacement
