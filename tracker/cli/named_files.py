"""The files named on a command line, and what has to be said to understand them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tracker.cli.output import tell
from tracker.cli.parsing import CommandParser, UnknownChoice, text_option
from tracker.intake.errors import UnreadableFile
from tracker.intake.files.found import FileTables
from tracker.intake.files.limits import FILE_BYTES
from tracker.intake.files.reading import read_bytes, read_file
from tracker.intake.old_fonts import OldFont
from tracker.operations.typed import read_authority
from tracker.wording.help import ARGUMENTS, PLACEHOLDERS
from tracker.wording.messages import sentence

_STDIN = "-"


def file_arguments(parser: CommandParser) -> None:
    """Let files be named, the document that their rows lack, and the font they are typed in."""
    parser.add_argument("file", metavar=PLACEHOLDERS["file"], nargs="+", help=ARGUMENTS["file"])
    text_option(parser, "--document")
    text_option(parser, "--font")


def read_files(names: Sequence[str]) -> list[FileTables]:
    """Every file, or none: each that cannot be read is named. ``-`` is what a pipe brings."""
    read: list[FileTables] = []
    refused: list[UnreadableFile] = []
    for name in names:
        try:
            read.append(_read_stdin() if name == _STDIN else read_file(Path(name)))
        except UnreadableFile as trouble:
            refused.append(trouble)
    for one in refused[:-1]:
        tell(sentence(one))
    if refused:
        raise refused[-1]
    return read


def _read_stdin() -> FileTables:
    """What comes in; nothing where stdin was closed."""
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
