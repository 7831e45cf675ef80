"""The stable English form of a comparison with somebody else's list, for programs."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.cli.table_json import place_fields, table_fields
from tracker.core.matching import Match
from tracker.core.reconciled import (
    MatchedTask,
    OnlyOurs,
    OnlyTheirs,
    OurTask,
    Reconciled,
    TheirTask,
    UnreadTask,
)
from tracker.operations.reconciling import Reconciliation
from tracker.reports.json_form import citation_fields, iso_day, row_fields

Fields = dict[str, object]


def reconciliation_fields(found: Reconciliation) -> Fields:
    """What ``reconcile --json`` prints; of what was made fit to be shown before."""
    outcome = found.outcome
    return {
        "period": found.period.key,
        "period_asked": found.is_period_asked,
        "as_of": found.as_of.isoformat(),
        "list_until": iso_day(found.told_until),
        "agrees": outcome.agrees,
        "counts": _counts(outcome),
        "tables": [table_fields(table) for table in found.tables],
        "differing": [_matched_fields(one, outcome) for one in outcome.differing],
        "only_theirs": [_only_theirs_fields(one, outcome) for one in outcome.only_theirs],
        "only_ours": [_only_ours_fields(one, outcome) for one in outcome.only_ours],
        "unread": [_unread_fields(one, found) for one in outcome.unread],
        "agreeing": [_matched_fields(one, outcome) for one in outcome.agreeing],
    }


def _counts(outcome: Reconciled) -> Fields:
    return {
        "theirs": outcome.theirs_count,
        "ours": outcome.ours_count,
        "agreeing": len(outcome.agreeing),
        "differing": len(outcome.differing),
        "only_theirs": len(outcome.only_theirs),
        "only_ours": len(outcome.only_ours),
        "unread": len(outcome.unread),
        "turns_apart": outcome.turns_apart,
    }


def _matched_fields(pair: MatchedTask, outcome: Reconciled) -> Fields:
    return {
        "ours": _our_fields(pair.ours, outcome),
        "theirs": _their_fields(pair.theirs),
        "match": _match_fields(pair.match),
        "differences": [
            {
                "field": one.aspect.value,
                "cause": one.cause.value,
                "slip": one.slip and one.slip.value,
            }
            for one in pair.disagreements
        ],
    }


def _only_theirs_fields(one: OnlyTheirs, outcome: Reconciled) -> Fields:
    return {
        "theirs": _their_fields(one.theirs),
        "cause": one.cause.value,
        "ours": one.ours and _our_fields(one.ours, outcome),
        "not_in_register": one.absent
        and {
            "id": one.absent.id,
            "document_number": one.absent.document.number,
            "issued_on": iso_day(one.absent.document.issued_on),
            "why": one.absent.why.value,
        },
        "match": one.match and _match_fields(one.match),
        "ids_of_document": list(one.ids),
        "repeats": one.repeats and place_fields(one.repeats),
        "contradicts_it": one.is_contradicting,
    }


def _only_ours_fields(one: OnlyOurs, outcome: Reconciled) -> Fields:
    return {
        "ours": _our_fields(one.ours, outcome),
        "cause": one.cause.value,
        "document_at": [place_fields(place) for place in one.lines],
    }


def _unread_fields(one: UnreadTask, found: Reconciliation) -> Fields:
    problem = found.theirs.problems[one.theirs.place]
    return {
        **place_fields(one.theirs.place),
        "kind": problem.kind.value,
        "field": problem.field.value,
        "seen": one.theirs.content if one.theirs.is_secret else problem.seen,
        "document_number": one.theirs.number,
        "content": one.theirs.content,
        "ours": one.ours and _our_fields(one.ours, found.outcome),
    }


def _our_fields(ours: OurTask, outcome: Reconciled) -> Fields:
    letter = outcome.letters.get(ours.row.id)
    period = outcome.reported_in.get(ours.row.id)
    # The row is fit to be shown already: a number that is in it may be shown.
    row: Mapping[str, object] = row_fields(ours.row, are_secret_numbers_shown=True)
    return {
        **row,
        "membership": ours.membership.value,
        "expected": ours.is_expected,
        "completed_later_on": ours.later and iso_day(ours.later.facts.completed_on),
        "halted_by": letter and citation_fields(letter),
        "reported_in": period and period.key,
    }


def _their_fields(theirs: TheirTask) -> Fields:
    return {
        **place_fields(theirs.place),
        "document_number": theirs.number,
        "issued_on": iso_day(theirs.issued_on),
        "content": theirs.content,
        "deadline_text": theirs.deadline and theirs.deadline.text,
        "deadline_kind": theirs.deadline and theirs.deadline.kind.value,
        "deadline": theirs.deadline and iso_day(theirs.deadline.due_on),
        "done": theirs.is_done,
        "completed_on": iso_day(theirs.completed_on),
        "result": theirs.result,
        "unit": theirs.unit,
        "claim": theirs.claim,
        "claimed_progress": theirs.claimed_progress and theirs.claimed_progress.value,
        "claimed_state": theirs.claimed_state and theirs.claimed_state.value,
        "progress_by_their_dates": theirs.progress and theirs.progress.value,
        "secret": theirs.is_secret,
    }


def _match_fields(match: Match) -> Fields:
    return {
        "document": match.document.value,
        "likeness": round(match.likeness, 3),
        "is_guess": match.is_guess,
    }
