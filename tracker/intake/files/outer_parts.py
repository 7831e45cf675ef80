"""What in an office file would run something or load other files; an ordinary link does neither."""

from __future__ import annotations

import re
from typing import NoReturn

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.markup import by_name

_MACRO_FOLDERS = ("basic", "scripts", "xl/macrosheets", "xl/intlmacrosheets")
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")
_LINK_FOLDERS = ("xl/externallinks", "xl/querytables")
_LINK_PARTS = ("xl/connections.xml",)
_MACRO_TYPES = ("macroenabled", "vbaproject", "macrosheet")
_HARMLESS = "/hyperlink"
_TEMPLATE = "/attachedTemplate"
_ON_A_DISK = re.compile(r"(?:file:///)?[A-Za-z]:[\\/]|[^\\/:]+\Z")
"""Word writes so where the template lay on the computer of the writer; elsewhere it is nothing."""


def check_name(part: str) -> None:
    """Refuse a part whose name says what it does."""
    name = part.casefold()
    if name.rpartition("/")[2] in _MACRO_PARTS or _is_under(name, _MACRO_FOLDERS):
        refuse_macros([])
    if name in _LINK_PARTS or _is_under(name, _LINK_FOLDERS):
        refuse_links([])


def check_type(attributes: list[str]) -> None:
    """Refuse content that the file itself says holds macros."""
    declared = by_name(attributes).get("ContentType", "").casefold()
    if any(kind in declared for kind in _MACRO_TYPES):
        refuse_macros(attributes)


def check_relationship(attributes: list[str]) -> None:
    """Refuse what lies outside of the file and is loaded with it."""
    named = by_name(attributes)
    is_outside = named.get("TargetMode", "").casefold() == "external"
    kind = named.get("Type", "")
    is_own_template = kind.endswith(_TEMPLATE) and _ON_A_DISK.match(named.get("Target", ""))
    if is_outside and not kind.endswith(_HARMLESS) and not is_own_template:
        refuse_links(attributes)


def refuse_links(_attributes: list[str]) -> NoReturn:
    """Refuse what is there only to load other files."""
    raise UnreadableFile("", FileTrouble.EXTERNAL_LINKS)


def refuse_macros(_attributes: list[str]) -> NoReturn:
    """Refuse what is there only to run."""
    raise UnreadableFile("", FileTrouble.MACROS)


def refuse_encryption(_attributes: list[str]) -> NoReturn:
    """Refuse what can be read with a password only."""
    raise UnreadableFile("", FileTrouble.ENCRYPTED)


def _is_under(name: str, folders: tuple[str, ...]) -> bool:
    return any(name.startswith(f"{folder}/") for folder in folders)
