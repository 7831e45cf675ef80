"""Stored text that tries to act, and a register in which it stands everywhere."""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.tui.desks import desk_of, fill
from tracker.operations.desk import Desk
from tracker.operations.progressing import note

MARKUP = (
    "[red]x[/red]",
    "[@click=app.quit]x[/]",
    "[/] [bold ]x[",
    "\\[red]x [$error]y",
    "[link='http://x']x[/link]",
    "%s {0} {x} $HOME `id`",
    unicodedata.normalize("NFD", "Thái Nguyên"),
    "漢字かな 😀",
)
"""Printable: comes out as it is (in composed letters)."""

INJECTED = (
    "\x1b]52;c;SU5KRUNURUQ=\x07\x1b]0;INJECTED\x07",
    "\x1b[31;5;45m\x1b[2J\x1bP1$r0m\x1b\\",
    "\x9b31;5;45m\x9d0;INJECTED\x9c",
    "\x00\x08\x7f\r\u2028\x0b\x0c\x85",
    "\u202e\u2066\u200f\u200b\ufeff\U000e0041",
)
"""Acts on a terminal, or on whoever reads it."""

WRAPPED = tuple(f"trước{text}sau" for text in INJECTED)
"""The same between letters that are seen."""

LONG = "dài " * 3_000

TEXTS = (*MARKUP, *WRAPPED, LONG)


def hostile_desk(folder: Path, texts: tuple[str, ...] = TEXTS) -> Desk:
    """A desk at a register that somebody else has written to, past everything that cleans.

    A directive for each text, the first text in the first; each has it in every column.
    """
    desk = desk_of(folder)
    lines = [f"{n}/KH-UBND ngày 24/5/2023 Việc hạn {n}/01/2024" for n in range(1, len(texts) + 1)]
    fill(desk, lines)
    for number in range(1, len(texts) + 1):
        note(replace(desk, who="an"), f"{number}/KH-UBND", on=None, text=f"NOTE-{number}")
    with closing(sqlite3.connect(desk.location)) as register, register:
        triggers = register.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (trigger,) in triggers.fetchall():
            register.execute(f"DROP TRIGGER {trigger}")
        for number, text in enumerate(texts, 1):
            register.execute(
                "UPDATE directive SET document_number = ?, content = ?, unit = ?, officer = ?,"
                " assigned_by = ?, issuing_body = ?, deadline_text = ? WHERE id = ?",
                [*[text] * 7, number],
            )
            register.execute(
                "UPDATE operation SET who = ? WHERE id IN"
                " (SELECT operation_id FROM event WHERE directive_id = ?)",
                [text, number],
            )
            for column in ("payload", "new_values"):
                register.execute(
                    f"UPDATE event SET {column} = json_replace({column}, '$.text', ?, '$.note', ?)"
                    " WHERE directive_id = ? AND kind = 'noted'",
                    [text, text, number],
                )
    return desk
