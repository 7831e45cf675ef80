"""The end of a row whose columns have run together: its days, its claim, its result."""

from __future__ import annotations

import re

from tracker.core.citations import find_citations
from tracker.core.vietnamese import fold
from tracker.intake.claims import read_claim
from tracker.intake.documents import names_day
from tracker.intake.drafts import Field

_LAST_DAY = re.compile(r"\s([0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})$")
_MOST_WORDS = 5
_INTRODUCING = frozenset({"ngay", "den", "tu", "truoc", "het", "toi", "va", "tai", "luc"})
"""Words that make the day behind them a part of the sentence."""


def cut_tail(text: str) -> tuple[str, dict[Field, str]]:
    """The text without its tail, and the fields found there; only a claim tells a tail.

    Before the claim stand the deadline and the day of completion, one of them or none; a single
    day that the result repeats is that of completion.
    """
    body, result = _cut_result(text.rstrip())
    body, claim = _cut_claim(body)
    if not claim:
        return text, {}
    body, days = _cut_days(body)
    fields = {Field.PROGRESS: claim, Field.RESULT: result}
    if len(days) == 1 and names_day(result, days[0]):
        fields[Field.COMPLETED] = days[0]
    else:
        fields |= dict(zip((Field.DEADLINE, Field.COMPLETED), days, strict=False))
    return body, {field: found for field, found in fields.items() if found}


def _cut_result(text: str) -> tuple[str, str]:
    """A document at the very end."""
    last = find_citations(text)[-1:]
    if not last or text[last[0].end :].strip(" .;,") or last[0].start == 0:
        return text, ""
    return text[: last[0].start].rstrip(), text[last[0].start :]


def _cut_claim(text: str) -> tuple[str, str]:
    words = text[-80:].split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        claim = " ".join(words[-count:])
        if read_claim(claim) is not None:
            start = text.rindex(words[-count]) if count == 1 else _start_of(text, words[-count:])
            return text[:start].rstrip(), claim
    return text, ""


def _start_of(text: str, words: list[str]) -> int:
    """Where the last words of a text begin."""
    found = re.search(r"\s+".join(map(re.escape, words)) + r"\s*$", text)
    return len(text) if found is None else found.start()


def _cut_days(text: str) -> tuple[str, list[str]]:
    """Up to two days at the end that nothing introduces."""
    days: list[str] = []
    while len(days) < 2 and (found := _LAST_DAY.search(text)):
        if fold(text[max(0, found.start() - 20) : found.start()]).split(" ")[-1] in _INTRODUCING:
            break
        days.insert(0, found[1])
        text = text[: found.start()].rstrip()
    return text, days
