"""Help: Vietnamese to the last word, and every example in it works."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.program import BAC_GIANG, Program
from tracker import __version__
from tracker.cli.dispatch import MODULES
from tracker.wording.command_groups import COMMAND_GROUPS
from tracker.wording.help import COMMANDS

COMMAND_NAMES = tuple(MODULES)

ENGLISH = re.compile(
    r"\b(usage|options|positional|arguments?|show this|help message|and exit|default|required)\b",
    re.IGNORECASE,
)

EXAMPLES = [
    pytest.param(name, example, id=f"{name}-{number}")
    for name, words in COMMANDS.items()
    for number, example in enumerate(words.examples, 1)
]


UNDONE = (("undo",),)
NOT_STARTED = tuple(
    ("add", f"{number}/KH-UBND ngày 1/3/2022 Việc", "--not-started") for number in range(1, 4)
)

LETTER = ("--by", "120/UBND-KGVX ngày 05/01/2024")
EXTENDED = (
    ("extend", "25/KH-UBND", "--to", "31/01/2024", *LETTER),
    ("note", "3", "--on", "01/12/2023", "--text", "Đang làm"),
    ("note", "3", "--on", "05/12/2023", "--text", "Sắp xong"),
    ("extend", "3", "--to", "31/01/2024", *LETTER),
)
ISSUED = (("report", "12/2023", "--issue"),)

PRINTED = tuple(
    ("report", "12/2023", "--format", name.rpartition(".")[2], "--out", name)
    for name in ("phu-luc-11-2026.docx", "so-theo-doi.xlsx", "thang-10.xlsx", "thang-11.xlsx",
                 "ke-hoach.docx", "bang-cu.xlsx")
)  # fmt: skip

PREPARED = {
    "import": PRINTED,
    "correct": EXTENDED,
    "handover": (("edit", "3", "--officer", "Nguyễn Văn An"),),
    "reports": ISSUED,
    "diff": ISSUED,
    "retract": ISSUED,
    "reconcile": (("report", "12/2023", "--out", "danh-sach-tinh.xlsx"),),
    "remind": (("edit", "6", "--unit", "Văn phòng"),),
    "restore": (("backup", "so-thang-12.db"),),
    "add": len(BAC_GIANG) * UNDONE,
    "done": 2 * UNDONE,
    "start": NOT_STARTED,
    "resume": (("suspend", "3", "--by", "96/UBND-NC ngày 12/12/2023"),),
}
"""What an example takes for granted, beyond the register of an office."""


def test_every_command_has_its_words_and_its_place_in_the_overview() -> None:
    assert set(COMMANDS) == set(MODULES)
    assert sorted(name for names in COMMAND_GROUPS.values() for name in names) == sorted(MODULES)


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("help",)])
def test_the_overview_names_every_command_and_every_exit_code(
    program: Program, arguments: tuple[str, ...]
) -> None:
    out = program.run(*arguments).out
    for name in COMMAND_NAMES:
        assert re.search(rf"^  {name} +\S", out, re.MULTILINE)
    for code in ("0", "1", "2", "3", "4", "5", "6", "7", "70", "130"):
        assert re.search(rf"\b{code}\s[a-zđ]", out)
    assert "--strict" in out
    assert ENGLISH.search(out) is None
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize("name", COMMAND_NAMES)
def test_every_command_explains_itself_in_vietnamese_with_an_example(
    program: Program, name: str
) -> None:
    answer = program(name, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer == program("help", name) == program(name, "-h")
    assert answer.out.startswith("Cách dùng: tracker ")
    assert ENGLISH.search(answer.out) is None
    assert "Ví dụ:\n  " in answer.out
    assert COMMANDS[name].summary in " ".join(answer.out.split())
    for example in COMMANDS[name].examples:
        assert example in answer.out


@pytest.mark.parametrize(
    ("name", "has_days", "has_reference"),
    [
        ("status", True, False),
        ("done", True, True),
        ("extend", True, True),
        ("edit", True, True),
        ("show", True, True),
        ("history", False, True),
        ("undo", False, False),
        ("backup", False, False),
        ("handover", False, False),
        ("days-off", True, False),
    ],
)
def test_only_what_a_command_takes_is_explained(
    program: Program, name: str, *, has_days: bool, has_reference: bool
) -> None:
    told = " ".join(program.run(name, "--help").out.split())
    assert ("Ngày viết theo kiểu" in told) is has_days
    assert ("NV là mã số" in told) is has_reference


def test_what_is_said_of_secret_documents_is_true(bac_giang: Program) -> None:
    told = " ".join(bac_giang.run("add", "--help").out.split())
    assert "chỉ show và history cho xem" in told
    bac_giang.run("edit", "6", "--secret", "--content", "Nội dung kín")
    for name in ("show", "history"):
        assert "Nội dung kín" in bac_giang.run(name, "6").out
    for command in (("list",), ("remind", "--as-of", "11/01/2024")):
        assert "Nội dung kín" not in bac_giang.run(*command).out


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_every_example_in_the_help_can_be_typed_as_it_stands(
    program: Program, bac_giang_home: Path, bac_kan_home: Path, name: str, example: str
) -> None:
    homes = {"note": bac_kan_home, "start": None}
    if home := homes.get(name, bac_giang_home):
        shutil.copytree(home, program.home)
    program.run_all(PREPARED.get(name, ()))
    if example.endswith("remove 11/5/2024"):
        program.run("days-off", "add", "11/5/2024", "--working")
    line = re.sub(r"^eval \"\$\((.*)\)\"$", r"\1", example).split(" > ")[0]
    word, *arguments = shlex.split(line)
    assert word == "tracker"
    answer = program(*arguments)
    wanted = {"tui": 2}.get(arguments[0], 1 if "--fail-on-overdue" in arguments else 0)
    assert answer.code == wanted, answer  # what needs a terminal says so
    assert name in ("list", "tui") or answer.out


def test_no_help_loads_or_makes_a_register(program: Program) -> None:
    program.run("--help")
    program.run("add", "--help")
    assert not program.home.exists()


def test_the_version_is_said(program: Program) -> None:
    assert program.run("--version").out == f"tracker {__version__}\n"


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_what_an_option_takes_is_no_call_for_help(bac_giang: Program, word: str) -> None:
    bac_giang.run("note", "6", "--text", word)
    assert bac_giang.row("6")["latest_note"] == word
    bac_giang.run("edit", "6", f"--unit={word}")
    assert bac_giang.row("6")["unit"] == word
    for arguments in (("show", "--", word), ("list", "--as-of", word), ("status", "--as-of", word)):
        assert bac_giang(*arguments).code in (2, 3)


@pytest.mark.parametrize("place", [(), ("6",), ("6", "--text", "x"), ("6", "--text", "-h")])
def test_help_is_given_wherever_it_is_asked_for(bac_giang: Program, place: tuple[str, ...]) -> None:
    assert bac_giang.run("note", *place, "-h") == bac_giang.run("note", "--help")
    assert bac_giang.row("6")["latest_note"] == ""
