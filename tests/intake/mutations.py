"""Files that were sound until something happened to them: bytes, members, XML, one number each.

The same kind and number always give the same bytes, so that a failure is repeated by its number.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from random import Random
from typing import TypeVar

from tests.intake.heldout.archives import Member, member, zipped
from tests.intake.heldout.bad_old import honest
from tests.intake.heldout.case import ROWS
from tests.intake.heldout.office import REGISTER, ods_parts
from tests.intake.tables import HEADINGS

T = TypeVar("T")
Members = dict[str, bytes]

KINDS = ("xlsx", "docx", "csv", "ods", "xls")

VALUES = (
    "", "0", "-1", "1", "2", "7", "255", "65536", "2147483648", "-9223372036854775809", "1e308",
    "1e-400", "NaN", "INF", "0x10", "9" * 400, "45270", "45270.75", "2958466", "60", "s", "d", "b",
    "e", "n", "str", "inlineStr", "date", "float", "true", "A1", "XFD1048576", "A1:XFD1048576",
    "ZZZZ99", "#REF!", "31/02/2023", "2023-02-30", "0001-01-01", "10/12/2023", "12/25/2023",
    "1/KH-UBND ngày 24/5/2023", "quý 99/2023", "Số/Ký hiệu", "Thời hạn", "TT", "<b>I</b>",
    "\u202e", "\u200b", "a\u0301" * 40, "=1+1", "restart", "continue", "http://127.0.0.1/",
)  # fmt: skip
"""What stands somewhere in a file that was damaged, or made by a strange program."""

BYTES = (b"\0", b"\xff", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"\xff\xff\xff\x7f", b"<", b">",
         b"&", b'"', b"\t", b"\r", b",", b";", b"\x1b[31m", b"]]>", b"PK\x05\x06")  # fmt: skip


def mutated(kind: str, number: int) -> bytes:
    """The file of a kind to which something has happened, one to four times."""
    random = Random(f"{kind} {number}")
    if kind == "csv":
        data = random.choice(csv_seeds())
        return _several(data, random, (_bytes_changed, _cells_changed))
    if kind == "xls":
        return _several(honest(), random, (_bytes_changed,))
    members = dict(random.choice(SEEDS[kind]()))
    how = random.random()
    if how < 0.2:
        return _several(archive(members), random, (_bytes_changed,))
    if how < 0.3:
        return archive(_several(members, random, (_members_changed,)))
    change = _bytes_changed if how < 0.5 else _xml_changed
    for _ in range(random.randint(1, 4)):
        name = _likely(members, random)
        members[name] = change(members[name], random)
    return archive(members)


@lru_cache(maxsize=512)
def _packed(name: str, data: bytes) -> Member:
    """Most members of a file are as they were, and need not be packed again."""
    return member(name, data)


def archive(members: Members) -> bytes:
    return zipped(_packed(name, data) for name, data in members.items())


def _likely(members: Mapping[str, bytes], random: Random) -> str:
    """A member, mostly one of those that hold the table."""
    holding = [name for name in members if re.search(r"sheet\d|document.xml|content|Strings", name)]
    return random.choice(holding if random.random() < 0.6 else sorted(members))


def _several(data: T, random: Random, changes: Sequence[Callable[[T, Random], T]]) -> T:
    for _ in range(random.randint(1, 4)):
        data = random.choice(changes)(data, random)
    return data


def _bytes_changed(data: bytes, random: Random) -> bytes:
    """One place is overwritten, cut out, doubled, filled or cut off."""
    at = random.randrange(len(data) + 1)
    length = random.choice((1, 1, 2, 4, 16, 100, 1_000))
    piece = data[at : at + length]
    new = random.choice(
        (
            bytes(byte ^ (1 << random.randrange(8)) for byte in piece[:1]) + piece[1:],
            random.choice(BYTES) + piece,
            random.choice(BYTES) + piece[1:],
            b"",
            piece * random.choice((2, 3, 50)),
            random.randbytes(len(piece)),
            bytes(len(piece)),
            piece[::-1],
        )
    )
    if random.random() < 0.03:
        return data[:at]
    return data[:at] + new + data[at + length :]


def _members_changed(members: Members, random: Random) -> Members:
    """One member is lost, empty, doubled, or another's."""
    names = sorted(members) or [""]
    one, other = random.choice(names), random.choice(names)
    left = {name: data for name, data in members.items() if name != one}
    held = members.get(one, b"")
    return random.choice(
        (
            left,
            {**members, one: b""},
            {**members, one: members.get(other, b"")},
            {**members, one: members.get(other, b""), other: held},
            {**left, one.upper(): held},
            {**left, f"{one}.bak": held},
            {**left, one: held},
            {**members, f"xl/worksheets/sheet{random.randint(0, 99)}.xml": held},
        )
    )


_TOKENS = re.compile(r"<[^>]*>|[^<]+")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')


def _xml_changed(data: bytes, random: Random) -> bytes:
    """One value, element or text of an XML part becomes another."""
    tokens: list[str] = _TOKENS.findall(data.decode("utf-8", "surrogateescape"))
    if not tokens:
        return data
    change = random.choice(
        (_value_changed, _value_changed, _value_changed, _attribute_lost, _text_changed,
         _text_changed, _element_lost, _element_repeated, _elements_swapped, _name_changed)
    )  # fmt: skip
    return "".join(change(tokens, random)).encode("utf-8", "surrogateescape")


def _where(tokens: list[str], random: Random, wanted: Callable[[str], object]) -> int | None:
    found = [at for at, token in enumerate(tokens) if wanted(token)]
    return random.choice(found) if found else None


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _at_attribute(
    tokens: list[str], random: Random, change: Callable[[re.Match[str]], str]
) -> list[str]:
    at = _where(tokens, random, _ATTRIBUTE.search)
    if at is None:
        return tokens
    found = random.choice(list(_ATTRIBUTE.finditer(tokens[at])))
    token = tokens[at][: found.start()] + change(found) + tokens[at][found.end() :]
    return [*tokens[:at], token, *tokens[at + 1 :]]


def _value_changed(tokens: list[str], random: Random) -> list[str]:
    return _at_attribute(
        tokens, random, lambda found: f'{found[1]}="{_quoted(random.choice(VALUES))}"'
    )


def _attribute_lost(tokens: list[str], random: Random) -> list[str]:
    return _at_attribute(tokens, random, lambda _: "")


def _text_changed(tokens: list[str], random: Random) -> list[str]:
    at = _where(tokens, random, lambda token: token[0] != "<" and token.strip())
    if at is None:
        return tokens
    return [*tokens[:at], _quoted(random.choice(VALUES)), *tokens[at + 1 :]]


def _name_changed(tokens: list[str], random: Random) -> list[str]:
    """An element, opened or closed, takes the name of another."""
    first, second = (_where(tokens, random, _opens) for _ in range(2))
    if first is None or second is None:
        return tokens
    name = re.match(r"<([\w:]+)", tokens[second])
    renamed = re.sub(r"^<[\w:]+", f"<{name[1]}" if name else "<x", tokens[first])
    return [*tokens[:first], renamed, *tokens[first + 1 :]]


def _opens(token: str) -> bool:
    return re.match(r"<\w", token) is not None


def _element(tokens: list[str], random: Random) -> slice:
    """From where an element opens to behind where it closes."""
    start = _where(tokens, random, _opens)
    if start is None:
        return slice(0, 0)
    depth = 0
    for at in range(start, len(tokens)):
        token = tokens[at]
        depth += _opens(token) and not token.endswith("/>")
        depth -= token.startswith("</")
        if depth <= 0:
            return slice(start, at + 1)
    return slice(start, start + 1)


def _element_lost(tokens: list[str], random: Random) -> list[str]:
    where = _element(tokens, random)
    return tokens[: where.start] + tokens[where.stop :]


def _element_repeated(tokens: list[str], random: Random) -> list[str]:
    where = _element(tokens, random)
    times = random.choice((2, 3, 30, 300))
    return tokens[: where.start] + tokens[where] * times + tokens[where.stop :]


def _elements_swapped(tokens: list[str], random: Random) -> list[str]:
    first, second = sorted(
        (_element(tokens, random) for _ in range(2)), key=lambda one: (one.start, one.stop)
    )
    if second.start < first.stop:
        return tokens[: first.stop] + tokens[second] + tokens[first.stop :]
    return (
        tokens[: first.start]
        + tokens[second]
        + tokens[first.stop : second.start]
        + tokens[first]
        + tokens[second.stop :]
    )


def _cells_changed(data: bytes, random: Random) -> bytes:
    """One cell of a text table becomes another, or its line is doubled or lost."""
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    separator = random.choice((b",", b";", b"\t"))
    cells = lines[at].split(separator)
    cells[random.randrange(len(cells))] = random.choice(VALUES).encode()
    new = random.choice(
        ([separator.join(cells)], [separator.join(cells)], [lines[at]] * 3, [],
         [random.choice(lines), lines[at]], [lines[at].replace(b",", separator)],
         [b'"' + lines[at]])
    )  # fmt: skip
    return b"\n".join([*lines[:at], *new, *lines[at + 1 :]])


@cache
def csv_seeds() -> tuple[bytes, ...]:
    """The register as different programs save it."""
    return tuple(
        _written(separator).encode(encoding)
        for separator, encoding in ((",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"))
    )


def _written(separator: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(REGISTER)
    return out.getvalue()


def _members_of(data: bytes) -> Members:
    """The members of an archive, without the moment in which it was made."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {
            name: file.read(name) for name in file.namelist() if not name.startswith("docProps/")
        }


@cache
def workbooks() -> tuple[Members, ...]:
    """A workbook with real days, merged titles and a second sheet."""
    import openpyxl  # noqa: PLC0415 - takes a third of a second, and only this needs it

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Phụ lục"])
    sheet.append(["KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 12 NĂM 2023"])
    sheet.merge_cells("A1:G1")
    sheet.merge_cells("A2:G2")
    sheet.append(HEADINGS)
    sheet.append(["I", "ĐÃ THỰC HIỆN: 01 nhiệm vụ"])
    first, *others = ROWS
    sheet.append([1, first[1], first[2], date(2023, 12, 10), date(2023, 11, 27), *first[5:]])
    for row in others:
        sheet.append(row)
    book.create_sheet("Ghi chú")["B2"] = "Không có nhiệm vụ nào ở đây"
    out = io.BytesIO()
    book.save(out)
    return (_members_of(out.getvalue()),)


@cache
def documents() -> tuple[Members, ...]:
    """A document with a title, a table with a merged row, and a signature."""
    import docx  # noqa: PLC0415 - takes a third of a second, and only this needs it

    file = docx.Document()
    file.add_paragraph("Phụ lục")
    table = file.add_table(rows=0, cols=len(HEADINGS))
    for row in (HEADINGS, ("I", "ĐÃ THỰC HIỆN: 01 nhiệm vụ", "", "", "", "", ""), *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.cell(1, 1).merge(table.cell(1, 6))
    file.add_paragraph("GIÁM ĐỐC")
    out = io.BytesIO()
    file.save(out)
    return (_members_of(out.getvalue()),)


@cache
def spreadsheets() -> tuple[Members, ...]:
    return ({name: str(text).encode() for name, text in ods_parts().items()},)


SEEDS = {"xlsx": workbooks, "docx": documents, "ods": spreadsheets}
