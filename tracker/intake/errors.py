"""Why a file cannot be read, or read in vain."""

from __future__ import annotations

from enum import StrEnum

from tracker.core.errors import UnreadableInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.intake.files.found import FoundTable


class FileTrouble(StrEnum):
    """What is wrong with a file; each has a sentence of its own that says what to do."""

    NOT_THERE = "not_there"
    IS_FOLDER = "is_folder"
    NOT_ALLOWED = "not_allowed"
    """The system does not let this account read it."""
    NO_FILE = "no_file"
    """A pipe, a device, or whatever else has no end."""
    EMPTY = "empty"
    UNKNOWN_KIND = "unknown_kind"
    OLD_DOCUMENT = "old_document"
    """Word of before 2007, or its text format: to be saved as ``.docx``."""
    OPEN_DOCUMENT = "open_document"
    """A text of LibreOffice (``.odt``): likewise."""
    PAPER = "paper"
    """A PDF or a picture: letters to look at, no table to read."""
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    EXTERNAL_LINKS = "external_links"
    ENTITIES = "entities"
    """It defines or calls entities of XML, as no office program does."""
    SUSPICIOUS_PARTS = "suspicious_parts"
    """Parts with the same name, or names that lead out of the file."""
    TOO_LARGE = "too_large"
    TOO_MANY_PARTS = "too_many_parts"
    EXPANDS_TOO_MUCH = "expands_too_much"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MUCH_TEXT = "too_much_text"
    TOO_SLOW = "too_slow"
    """Reading took longer than any real file does."""
    NOT_TEXT = "not_text"
    """In no encoding that is known."""
    NO_LETTERS = "no_letters"
    """In none at all: signs that only a machine reads."""
    NOTHING_IN_IT = "nothing_in_it"
    """It can be read, and no cell holds anything."""


class UnreadableFile(UnreadableInput):
    """A file that is not read, whole or in part."""

    def __init__(self, name: str, trouble: FileTrouble, *, detail: str = "") -> None:
        super().__init__(name, trouble)
        self.name = name
        """As it was asked for."""
        self.trouble = trouble
        self.detail = detail
        """The part, the limit or the number it is about, where there is one."""


class UnreadableFiles(UnreadableInput):
    """Several files that are not read."""

    def __init__(self, files: tuple[UnreadableFile, ...]) -> None:
        super().__init__(files)
        self.files = files


class NoDirectives(UnreadableInput):
    """Files that can be read, and of which no row is a directive."""

    def __init__(self, tables: Sequence[tuple[str, FoundTable]]) -> None:
        super().__init__()
        self.tables = tuple(tables)
        """Every table that is in them, with the name of its file."""
