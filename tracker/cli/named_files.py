"""The files named on a command line, and what has to be said to understand them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tracker.cli.parsing import CommandParser, UnknownChoice, text_option
from tracker.intake.files.found import FileTables
from tracker.intake.files.limits import FILE_BYTES
from tracker.intake.files.reading import read_bytes, read_file, read_files
from tracker.intake.old_fonts import OldFont
from tracker.operations.typed import read_authority
from tracker.wording.help import ARGUMENTS, PLACEHOLDERS

_STDIN = "-"


def file_arguments(parser: CommandParser) -> None:
    """Let files be named, the document that their rows lack, and the font they are typed in."""
    parser.add_argument("file", metavar=PLACEHOLDERS["file"], nargs="+", help=ARGUMENTS["file"])
    text_option(parser, "--document")
    text_option(parser, "--font")


def read_named(names: Sequence[str]) -> tuple[FileTables, ...]:
    """Every file, or none. ``-`` is what a pipe brings."""
    return read_files(map(Path, names), read_one=_read_one)


def _read_one(path: Path) -> FileTables:
    """A file, or what comes in; nothing where stdin was closed."""
    if str(path) != _STDIN:
        return read_file(path)
    data = b"" if sys.stdin is None else sys.stdin.buffer.read(FILE_BYTES + 1)
    return read_bytes(data, _STDIN)


def document_named(text: str | None, *, today: date) -> str:
    """The document of rows that name none; refused unless it has a number and a date."""
    if text:
        read_authority(text, today=today)
    return text or ""


def font_named(name: str | None) -> OldFont | None:
    """The font of before Unicode by its name."""
    if name is not None and name not in set(OldFont):
        raise UnknownChoice("--font", name, tuple(OldFont))
    return None if name is None else OldFont(name)
