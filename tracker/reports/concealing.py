"""What leaves the register of a secret directive (mật): that it is there, and how it stands."""

from __future__ import annotations

from dataclasses import replace

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Citation
from tracker.core.report import ReportContents
from tracker.wording.secrecy import SECRET_CONTENT, SECRET_NUMBER


def concealed(row: AssessedDirective, *, are_numbers_shown: bool = False) -> AssessedDirective:
    """The row as it may be printed; one that is not secret as it is."""
    if not row.is_secret:
        return row
    facts = replace(row.facts, result_text=SECRET_CONTENT if row.facts.result_text else "")
    shown = replace(row, content=SECRET_CONTENT, facts=facts, result_documents=(), latest_note="")
    return shown if are_numbers_shown else _without_numbers(shown)


def concealed_contents(
    contents: ReportContents, *, are_numbers_shown: bool = False
) -> ReportContents:
    """A whole report as it may be printed, those left out of it too."""
    return replace(
        contents,
        rows=tuple(concealed(row, are_numbers_shown=are_numbers_shown) for row in contents.rows),
        left_out=tuple(
            (concealed(row, are_numbers_shown=are_numbers_shown), why)
            for row, why in contents.left_out
        ),
    )


def _without_numbers(row: AssessedDirective) -> AssessedDirective:
    letter = row.facts.extended_by
    return replace(
        row,
        document=_without_number(row.document),
        facts=replace(row.facts, extended_by=letter and _without_number(letter)),
    )


def _without_number(document: Citation) -> Citation:
    return replace(document, number=SECRET_NUMBER)
