"""Text that tries to act: kept as text, shown as text, and what had to go is told."""

from __future__ import annotations

import csv
import io
import os
import re
import sqlite3
import subprocess
import sys
import unicodedata
from contextlib import closing
from datetime import date
from html import unescape
from pathlib import Path

import openpyxl
import pytest

from tests.cli.program import Answer, Program

ROOT = Path(__file__).parents[2]

KEPT = (
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+84 và -84",
    "- Rà soát các đề tài",
    "@SUM(A1)",
    "[red]x[/red]",
    "[@click=app.quit]x[/]",
    "_x001B_[31m",
    "<script>alert(1)</script> & &amp;",
    "'; DROP TABLE directive; --",
    "%s %(x)s {0} {x} $HOME `id`",
    "Có \"nháy kép\", 'nháy đơn', phẩy; chấm phẩy",
    "dòng một\ndòng hai\n\n- dòng bốn",
    "trước\u00a0sau",
    "😀 và 漢字",
    "\\x1b[31m \\n",
    "NULL",
    "0123",
    "1/2",
    "Đề án ½ ² ﬁ Ⅳ",
)
"""Comes back to the letter."""

CHANGED = (
    ("\x1b[31mđỏ\x1b[0m", "[31mđỏ[0m", 2),
    ("\x1b]0;tiêu đề\x07sau", "]0;tiêu đềsau", 2),
    ("\x9b31mđỏ", "31mđỏ", 1),
    ("đảo \u202egnưgn\u202c chiều", "đảo gnưgn chiều", 2),
    ("vô\u200bhình\ufeff", "vôhình", 2),
    ("chuông\x07 xóa\x08\x7f", "chuông xóa", 3),
    ("a\r\nb\rc\u2028d", "a\nb\nc\nd", 0),
    ("cột\tcột", "cột cột", 0),
    (unicodedata.normalize("NFD", "Hợp tác với Thái Nguyên"), "Hợp tác với Thái Nguyên", 0),
    ("  thừa hai đầu  ", "thừa hai đầu", 0),
)
"""What was typed, what is kept, and how many characters had to go."""

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]")


def require_inert(answer: Answer) -> None:
    """Nothing that acts on a terminal is on either stream."""
    assert answer.code == 0
    for stream in (answer.out.removeprefix("\ufeff").replace("\r\n", "\n"), answer.err):
        assert CONTROL.search(stream) is None, repr(stream)


def entered(program: Program, text: str) -> Answer:
    """The text wherever a clerk may type one."""
    answer = program.run(
        "add", "1/KH-UBND", "--issued", "24/5/2023", "--content", text, "--unit", text,
        "--officer", text, "--assigned-by", text, "--issuing-body", text, "--support", text,
    )  # fmt: skip
    require_inert(answer)
    ruling = ("--by", "95/UBND-NC ngày 12/12/2023", "--reason", text)
    for command in (
        ("note", "1", "--text", text),
        ("suspend", "1", *ruling),
        ("resume", "1", *ruling),
        ("done", "1", "--on", "1/2/2024", "--result", text),
    ):
        require_inert(program.run(*command))
    return answer


def require_kept_everywhere(program: Program, text: str, folder: Path) -> None:
    row = program.row("1")
    assert [row[key] for key in ("content", "unit", "officer", "assigned_by", "latest_note",
                                 "result_text")] == [text] * 6  # fmt: skip
    for command in (("status",), ("list",), ("show", "1"), ("history", "1"), ("list", "--json"),
                    ("history", "1", "--json"), ("status", "--as-of", "1/1/2024")):  # fmt: skip
        require_inert(program.run(*command))
    assert " ".join(text.split()) in " ".join(program.run("list").out.split())
    table = program.run("list", "--csv")
    require_inert(table)
    (line,) = csv.DictReader(io.StringIO(table.out.removeprefix("\ufeff"), newline=""))
    assert line["Nội dung"] == (f"'{text}" if text[0] in "=+-@" else text)
    path = folder / "report.xlsx"
    program.run("report", "2/2024", "--out", str(path))
    (sheet,) = openpyxl.load_workbook(path).worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert text in [unescaped(cell.value) for cell in cells]
    for name in ("txt", "html", "json"):
        require_inert(program.run("report", "2/2024", "--format", name))
    html = program.run("report", "2/2024", "--format", "html").out
    assert "<script" not in html
    shown = unescape(re.sub(r"<br ?/?>", "\n", html))
    assert " ".join(text.split()) in " ".join(shown.split())


def unescaped(value: object) -> object:
    """What Excel shows: it reads ``_x005F_`` as an underline, openpyxl does not."""
    return value.replace("_x005F_", "_") if isinstance(value, str) else value


@pytest.mark.parametrize("text", KEPT)
def test_text_that_looks_like_more_than_text_is_only_text(
    program: Program, tmp_path: Path, text: str
) -> None:
    assert "ký tự điều khiển" not in entered(program, text).err
    require_kept_everywhere(program, text, tmp_path)


@pytest.mark.parametrize(("typed", "kept", "removed"), CHANGED)
def test_what_would_act_is_taken_out_and_told(
    program: Program, tmp_path: Path, typed: str, kept: str, removed: int
) -> None:
    said = entered(program, typed).err
    told = f"Lưu ý: đã bỏ {removed} ký tự điều khiển không in được trong nội dung."
    assert (told in said.splitlines()) is (removed > 0)
    assert (f"đã bỏ {5 * removed} ký tự" in said) is (removed > 0)
    require_kept_everywhere(program, kept, tmp_path)


def test_a_text_longer_than_a_cell_of_excel_goes_on_and_nothing_is_lost(
    program: Program, tmp_path: Path
) -> None:
    words = [f"từ{number}" for number in range(6000)]
    text = " ".join(words)
    assert len(text) > 33_000
    program.run("add", "1/KH-UBND", "--issued", "24/5/2023", "--content", text)
    assert program.row("1")["content"] == text
    assert text in program.run("list").out
    assert text in program.run("show", "1").out
    path = tmp_path / "report.xlsx"
    program.run("report", "2/2024", "--out", str(path))
    (sheet,) = openpyxl.load_workbook(path).worksheets
    printed = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row).split()
    assert [word for word in printed if word.startswith("từ")] == words
    text_report = program.run("report", "2/2024", "--format", "txt").out
    assert [word for word in text_report.split() if word.startswith("từ")] == words


def test_a_line_typed_in_decomposed_letters_is_understood(program: Program) -> None:
    line = "50/QĐ-UBND ngày 24/5/2023 Phối hợp với tỉnh bạn, thời hạn 10/01/2024"
    program.run("add", unicodedata.normalize("NFD", line))
    row = program.row(unicodedata.normalize("NFD", "50/QĐ-UBND"))
    assert (row["content"], row["deadline"]) == ("Phối hợp với tỉnh bạn", "2024-01-10")
    assert program.list("--search", unicodedata.normalize("NFD", "tỉnh bạn")) == [1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("\x1b]0;x\x07",),
        ("show", "\x1b[2J\n\x9b1"),
        ("list", "--\x1b[2J"),
        ("list", "td:\x1b[2J\x9b"),
        ("list", "--view", "\x1b[2J"),
        ("list", "--progress", "\x1b[2J"),
        ("list", "--limit", "\x1b[2J"),
        ("status", "--as-of", "\x1b[2J"),
        ("list", "--db", "/tmp/\x1b[2J\x9b"),
        ("list", "--db", "postgresql://\x1b[2J@may/so?x=\x9b"),
        ("report", "12/2023", "--format", "\x1b[2J"),
        ("report", "\x1b[2J"),
        ("completion", "\x1b[2J"),
        ("add", "\x1b[2J"),
        ("done", "1", "--result", "\x1b[2J"),
        ("extend", "1", "--to", "1/1/2024", "--by", "\x1b[2J"),
    ],
    ids=repr,
)
def test_what_is_quoted_in_a_refusal_cannot_act_either(
    bac_giang: Program, arguments: tuple[str, ...]
) -> None:
    answer = bac_giang(*arguments)
    assert answer.code in {2, 3, 6}
    assert answer.out == ""
    assert CONTROL.search(answer.err) is None


def test_neither_clerk_nor_file_nor_office_can_act(bac_giang: Program, tmp_path: Path) -> None:
    bac_giang.clerk("lan\x1b[31m\x9b")
    bac_giang.run("note", "1", "--text", "Đã xem")
    for command in (("history", "1"), ("history", "1", "--json"), ("undo",)):
        require_inert(bac_giang.run(*command))
    path = tmp_path / "\x1b[31m\u202e.xlsx"
    require_inert(bac_giang.run("report", "12/2023", "--out", str(path)))
    assert path.exists()
    options = ("--number", "=1+1\x1b[31m", "--format")
    for name in ("txt", "html"):
        require_inert(bac_giang.run("report", "12/2023", *options, name))
    bac_giang.run("report", "12/2023", *options, "xlsx", "--out", str(tmp_path / "so.xlsx"))


def test_the_bytes_on_the_console_are_utf_8_wherever_it_is(bac_giang: Program) -> None:
    bac_giang.run("edit", "1", "--content", "Đề án \x1b[31m😀")
    invalid = b"/tmp/\xff\xfe.db"
    command = [sys.executable, "-m", "tracker"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1258",
                   "TRACKER_HOME": str(bac_giang.home)}  # fmt: skip
    for arguments, code in ((["show", "1"], 0), (["list", "--db", invalid], 6), (["--help"], 0)):
        answer = subprocess.run(
            [*command, *arguments], env=environment, capture_output=True, check=False
        )
        assert answer.returncode == code
        for stream in (answer.stdout, answer.stderr):
            assert CONTROL.search(stream.decode("utf-8")) is None


def test_days_are_those_of_vietnam_whatever_the_clock_of_the_machine(program: Program) -> None:
    program.today(date(2024, 1, 10))
    program.run("add", "1/KH-UBND ngày 24/5/2023 Việc hạn 10/01/2024")
    assert program.run("status", "--json").json["overdue"] == 0
    program.today(date(2024, 1, 11))
    assert program.run("status", "--json").json["overdue"] == 1


ACTING = "a\x1b[31m\x9b31m\x7f\u202eb\u200b\u2028"


def test_what_was_smuggled_into_the_register_cannot_act_when_it_is_read(
    bac_giang: Program,
) -> None:
    with closing(sqlite3.connect(bac_giang.register)) as register, register:
        for (trigger,) in register.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            register.execute(f"DROP TRIGGER {trigger}")
        register.execute("UPDATE directive SET content = ?, unit = ? WHERE id = 1", [ACTING] * 2)
        register.execute("UPDATE operation SET who = ?", [ACTING])
        register.execute("UPDATE event SET new_values = ? WHERE id = 1", ['{"unit": "\\ud800"}'])
    for command in (
        ("status",), ("list",), ("list", "--csv"), ("list", "--json"), ("show", "1"),
        ("show", "1", "--json"), ("history", "1"), ("history", "1", "--json"),
    ):  # fmt: skip
        require_inert(bac_giang.run(*command))
    assert bac_giang.row("1")["content"] == ACTING
    assert bac_giang.run("history", "1", "--json").json["events"][0]["recorded_by"] == ACTING
