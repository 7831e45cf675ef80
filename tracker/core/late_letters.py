"""What a letter that is told late makes of a completion."""

from __future__ import annotations

from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline
from tracker.core.directive import Citation, Facts, Progress
from tracker.core.rules import Policy, classify
from tracker.core.timeline import with_deadline


def judged_after(
    facts: Facts, deadline: Deadline, letter: Citation, *, days_off: DaysOff, policy: Policy
) -> Progress | None:
    """The judgement on what is done, once a letter moves its deadline.

    None where the letter leaves it alone: it is younger than the completion, or another letter
    that is younger than it is in force.
    """
    day, in_force = facts.completed_on, facts.extended_by
    if day is None or day < letter.issued_on:
        return None
    if in_force is not None and letter.issued_on < in_force.issued_on:
        return None
    after = with_deadline(facts, deadline, days_off, since=letter.issued_on)
    return classify(after, day, policy).progress
