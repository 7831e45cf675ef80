"""What is refused: one Vietnamese sentence, the right exit code, and not one byte changed."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.every_error import every_error
from tracker.wording.messages import _SENTENCES

ROOT = Path(__file__).parents[2]

ENGLISH = re.compile(
    r"\b(usage|error|required|arguments?|unrecognized|expected|invalid|choice|choose|options?|"
    r"traceback|exception|file|not|the|ambiguous|database)\b",
    re.IGNORECASE,
)
VIETNAMESE = re.compile(r"[À-ỹđĐ]")
OURS = re.compile(r"tracker(?: [a-z]+)? --help|--[a-z-]+|«[^»]*»|/\S+")
"""Names a user types or typed, which may be English."""


def require_sentence(said: str) -> None:
    """One sentence of Vietnamese on one line, with lines of candidates at most below it."""
    first, *rest = said.splitlines()
    assert VIETNAMESE.search(first)
    assert ENGLISH.search(OURS.sub("", first)) is None, first
    assert first[0].isupper() or first.startswith(("tracker ", "--", "«", "/")), first
    assert re.search(r"(?<![?.:])[?.:]$", first), first
    assert all(line.startswith("  ") for line in rest)
    assert said.endswith("\n")


def add(**changes: str) -> tuple[str, ...]:
    given = {"issued": "24/5/2023", "content": "Việc"} | changes
    return "add", "1/KH-UBND", *(part for key in given for part in (f"--{key}", given[key]))


RULING = ("--by", "95/UBND-NC ngày 12/12/2023")

TYPED_WRONG = (
    (add(issued="31/2/2024"), "tháng đó chỉ có 29 ngày"),
    (add(issued="2023-13-01"), "tháng chỉ có từ 1 đến 12"),
    (add(issued="24/5"), "thiếu năm"),
    (add(issued="24/5/1023"), "năm phải từ 1945"),
    (add(issued="mai kia"), "«mai kia»"),
    (add(issued=""), "Chưa ghi ngày"),
    (add(deadline="30/2/2024"), "chỉ có 29 ngày"),
    (add(deadline="30/02/2023"), "chỉ có 28 ngày"),
    (add(deadline="…./12/2023"), "còn để trống một phần"),
    (add(deadline="sớm nhé"), "Không hiểu thời hạn «sớm nhé»"),
    (add(assigned="32/1/2024"), "«32/1/2024»"),
    (add(content="  "), "--content"),
    (add(content="\x1b\x07"), "--content"),
    (("add", "", "--issued", "24/5/2023", "--content", "Việc"), "số ký hiệu"),
    (("add", "KH-UBND", "--issued", "24/5/2023", "--content", "Việc"), "thiếu số ở đầu"),
    (("add", "25", "--issued", "24/5/2023", "--content", "Việc"), "thiếu ký hiệu"),
    (("add", "25/KH-UBND", "--issued", "24/5/2023"), "--content"),
    (("add", "25/KH-UBND", "--content", "Việc"), "--issued"),
    (("add", "Phối hợp với tỉnh bạn"), "Không thấy số ký hiệu"),
    (("add", "25/KH-UBND Phối hợp"), "Không thấy ngày của văn bản"),
    (("add", "25/KH-UBND ngày 24/5/2023"), "chưa có nội dung"),
    (("add", "25/KH-UBND ngày 31/2/2023 Phối hợp"), "chỉ có 28 ngày"),
    (("add", "25/KH-UBND ngày 24/5/2023 Phối hợp hạn 31/11/2023"), "chỉ có 30 ngày"),
    (("edit", "6", "--issued", "31/2/2024"), "29 ngày"),
    (("edit", "6", "--content", ""), "--content"),
    (("edit", "6", "--deadline", "30/2/2024"), "29 ngày"),
    (("edit", "6", "--number", "KH"), "«KH»"),
    (("edit", "6", "--pin", "--unpin"), "--unpin"),
    (("done", "6"), "--undated"),
    (("done", "6", "--result", "đã xong"), "không nêu ngày"),
    (("done", "6", "--on", "31/2/2024"), "29 ngày"),
    (("done", "6", "--on", "1/2/2024", "--undated"), "--undated"),
    (("done", "6", "--on", "1/2/2024", "--for", "Q1/2024"), "không phải là tháng"),
    (("note", "6", "--text", " "), "--text"),
    (("note", "6"), "--text"),
    (("extend", "6", "--to", "31/01/2024"), "--by"),
    (("extend", "6", "--to", "31/01/2024", "--by", ""), "--by"),
    (("extend", "6", "--to", "31/01/2024", "--by", "120/UBND-KGVX"), "thiếu ngày"),
    (("extend", "6", "--to", "31/01/2024", "--by", "điện thoại"), "không thấy số ký hiệu"),
    (("extend", "6", "--to", "31/2/2024", *RULING), "29 ngày"),
    (("withdraw", "6", "--by", "1/UBND-NC ngày 1/2/2024 và 2/UBND-NC ngày 3/2/2024"), "chỉ được"),
    (("suspend", "6"), "--by"),
    (("suspend", "6", *RULING, "--on", "2024-02-30"), "29 ngày"),
    (("status", "--as-of", "31/2/2024"), "29 ngày"),
    (("status", "--as-of", "2023-13-01"), "từ 1 đến 12"),
    (("list", "--as-of", "hôm kia"), "«hôm kia»"),
    (("show", "6", "--as-of", ""), "Chưa ghi ngày"),
    (("list", "--progress", "muộn"), "--progress"),
    (("list", "--state", "late"), "--state"),
    (("list", "--sort", "tên"), "--sort"),
    (("list", "--limit", "-1"), "--limit"),
    (("list", "--due-within", "ba"), "--due-within"),
    (("list", "--limit"), "--limit"),
    (("list", "td:muộn"), "«td:muộn»"),
    (("list", "han<31/2/2024"), "29 ngày"),
    (("list", "hạn:1/2/2024..1/1/2024"), "đổi lại hai ngày"),
    (("list", "progess:late"), "«progress»"),
    (("list", "dv>3"), "don-vi"),
    (("list", "xep:han", "xep:so"), "bỏ một trong hai"),
    (("list", "--view", "10"), "--view"),
    (("list", "--trang", "2"), "--trang"),
    (("list", "--prog", "late"), "--prog"),
    (("status", "--json=1"), "--json"),
    (("status", "thêm"), "thêm"),
    (("show",), "NV"),
    (("show", "1", "2"), "2"),
    (("lst",), "«list»"),
    (("xyzzy",), "«xyzzy»"),
    (("--xyzzy",), "«--xyzzy»"),
    (("--db",), "--db"),
    (("help", "xyzzy"), "«xyzzy»"),
    (("completion", "cmd"), "powershell"),
    (("report",), "--from"),
    (("report", "13/2023"), "«13/2023»"),
    (("report", "--from", "1/1/2024"), "--to"),
    (("report", "--from", "2/1/2024", "--to", "1/1/2024"), "đổi chỗ"),
    (("report", "12/2023", "--from", "1/1/2024"), "bỏ một trong hai"),
    (("report", "12/2023", "--format", "pdf"), "--format"),
    (("report", "12/2023", "--layout", "đẹp"), "--layout"),
    (("report", "12/2023", "--date", "31/2/2024"), "29 ngày"),
    (("summary", "Q5/2023"), "«Q5/2023»"),
    (("list", "--db", "postgresql://lan:matkhau@may/so"), "lan@may"),
)


@pytest.mark.parametrize(("arguments", "named"), TYPED_WRONG, ids=str)
def test_what_was_typed_wrongly_is_named_and_nothing_is_done(
    bac_giang: Program, arguments: tuple[str, ...], named: str
) -> None:
    said = bac_giang.refused(*arguments, code=2)
    require_sentence(said)
    assert named in said
    assert "matkhau" not in said


UNKNOWN = (
    (("show", "99"), "«99»"),
    (("show", "0"), "«0»"),
    (("show", "9" * 30), "trong sổ"),
    (("show", "25/KH-UBND ngày 24/5/2022"), "trong sổ"),
    (("done", "1/XX-YY", "--on", "1/2/2024"), "«1/XX-YY»"),
    (("edit", "abc", "--unit", "VP"), "«abc»"),
    (("history", ""), "«»"),
    (("extend", "99", "--to", "31/01/2024", *RULING), "«99»"),
    (("show", "25/KH"), "25/KH-UBND ngày 24/5/2023"),
)


@pytest.mark.parametrize(("arguments", "named"), UNKNOWN, ids=str)
def test_what_is_not_in_the_register_is_not_found(
    bac_giang: Program, arguments: tuple[str, ...], named: str
) -> None:
    said = bac_giang.refused(*arguments, code=3)
    require_sentence(said)
    assert named in said


@pytest.mark.parametrize("command", [("show",), ("history",), ("start",), ("note", "--text", "x")])
def test_several_directives_of_one_name_are_listed_to_choose_from(
    bac_kan: Program, command: tuple[str, ...]
) -> None:
    said = bac_kan.refused(command[0], "50/QĐ-UBND ngày 14/01/2022", *command[1:], code=3)
    require_sentence(said)
    assert [line.split()[:2] for line in said.splitlines()[1:]] == [
        ["1", "50/QĐ-UBND"], ["2", "50/QĐ-UBND"], ["3", "50/QĐ-UBND"]
    ]  # fmt: skip


AGAINST_THE_RULES = (
    (("done", "6", "--on", "23/5/2023"), "nằm trước ngày giao"),
    (("done", "6", "--result", "1/BC-KHCN ngày 23/5/2023"), "nằm trước ngày giao"),
    (("done", "6", "--on", "02/3/2024"), "chưa đến"),
    (("done", "6", "--on", "+1"), "chưa đến"),
    (("done", "1", "--on", "1/2/2024"), "đã hoàn thành"),
    (("start", "6"), "Nhiệm vụ 6 (25/KH-UBND)"),
    (("note", "6", "--on", "31/12/2099", "--text", "x"), "chưa đến"),
    (("extend", "6", "--to", "31/01/2024", "--by", "1/UBND-NC ngày 02/3/2024"), "chưa đến"),
    (
        ("extend", "6", "--to", "31/01/2024", "--by", "1/UBND-NC ngày 23/5/2023"),
        "nằm trước ngày giao",
    ),
    (("extend", "6", "--to", "10/01/2024", *RULING), "không có gì thay đổi"),
    (("extend", "6", "--to", "10/01/2023", *RULING), "nằm trước ngày giao"),
    (("extend", "6", "--to", "", *RULING), "thời hạn mới"),
    (("withdraw", "6", "--by", "1/UBND-NC ngày 02/3/2024", "--on", "1/2/2024"), "chưa đến"),
    (("withdraw", "6", *RULING, "--on", "02/3/2024"), "chưa đến"),
    (("resume", "6", *RULING), "đang thực hiện"),
    (("reopen", "6", *RULING), "đang thực hiện"),
    (("suspend", "1", *RULING), "đã hoàn thành"),
    (add(issued="02/3/2024"), "chưa đến"),
    (add(assigned="02/3/2024"), "chưa đến"),
    (("edit", "6", "--issued", "02/3/2024"), "chưa đến"),
    (("edit", "1", "--issued", "28/11/2023"), "nằm trước ngày giao"),
)


@pytest.mark.parametrize(("arguments", "named"), AGAINST_THE_RULES, ids=str)
def test_what_a_rule_forbids_is_refused_with_the_reason(
    bac_giang: Program, arguments: tuple[str, ...], named: str
) -> None:
    said = bac_giang.refused(*arguments, code=4)
    require_sentence(said)
    assert named in said


SUSPENDED_AND_BACK = (
    ("suspend", "6", "--by", "96/UBND-NC ngày 12/12/2023"),
    ("resume", "6", "--by", "97/UBND-NC ngày 15/01/2024"),
)

WITHOUT_EFFECT = (
    (("suspend", "6", "--by", "98/UBND-NC ngày 01/12/2023"), SUSPENDED_AND_BACK),
    (("resume", "6", "--by", "98/UBND-NC ngày 01/12/2023"), SUSPENDED_AND_BACK[:1]),
    (("reopen", "1", "--by", "98/UBND-NC ngày 20/11/2023"), ()),
)


@pytest.mark.parametrize(("arguments", "before"), WITHOUT_EFFECT)
def test_what_would_be_lost_behind_a_later_event_is_refused_with_the_reason(
    bac_giang: Program, arguments: tuple[str, ...], before: tuple[tuple[str, ...], ...]
) -> None:
    bac_giang.run_all(before)
    require_sentence(bac_giang.refused(*arguments, code=4))


def test_a_series_with_turns_done_stays_a_series(program: Program) -> None:
    program.run("add", "1/KH-UBND ngày 02/10/2023 Báo cáo hạn trước ngày 25 hằng tháng")
    program.run("done", "1", "--on", "24/10/2023")
    said = program.refused("edit", "1", "--deadline", "31/12/2023", code=4)
    require_sentence(said)
    assert "kỳ đã ghi hoàn thành" in said


READS = (("status",), ("status", "--json"), ("list",), ("show", "1"), ("report", "12/2023"))
WRITES = (
    ("done", "6", "--on", "1/2/2024"),
    ("undo",),
    ("add", "1/KH-UBND ngày 24/5/2023 Việc"),
)


@pytest.mark.parametrize("arguments", [*READS, *WRITES[:2]], ids=str)
def test_a_register_that_was_named_wrongly_is_not_made(
    program: Program, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    missing = tmp_path / "khong-co" / "so.db"
    said = program.refused(*arguments, "--db", str(missing), code=6)
    require_sentence(said)
    assert str(missing) in said
    assert not missing.parent.exists()


def test_a_first_entry_that_is_refused_makes_nothing(program: Program) -> None:
    program.refused("add", "1/KH-UBND ngày 24/5/2023 Việc hạn 31/2/2024", code=2)
    program.refused("add", "1/KH-UBND ngày 24/5/2099 Việc", code=4)
    program.refused("done", "1", "--on", "1/2/2024", code=6)
    program.refused("undo", code=6)
    assert not program.home.exists()


@pytest.mark.parametrize("arguments", [*READS, *WRITES], ids=str)
def test_what_is_no_register_is_left_alone(
    program: Program, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    text = tmp_path / "ghi-chu.txt"
    text.write_text("Không phải sổ\n" * 200, encoding="utf-8")
    other = tmp_path / "khac.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    for path in (text, other):
        before = path.read_bytes()
        said = program.refused(*arguments, "--db", str(path), code=6)
        require_sentence(said)
        assert "không phải là sổ" in said
        assert path.read_bytes() == before


@pytest.mark.parametrize("arguments", [*READS, *WRITES], ids=str)
def test_a_folder_is_no_register(
    program: Program, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    folder = tmp_path / "thu-muc"
    folder.mkdir()
    require_sentence(program.refused(*arguments, "--db", str(folder), code=6))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("arguments", [*READS, *WRITES], ids=str)
def test_a_register_of_a_newer_program_is_left_alone(
    bac_giang: Program, arguments: tuple[str, ...]
) -> None:
    with sqlite3.connect(bac_giang.register) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    said = bac_giang.refused(*arguments, code=6)
    require_sentence(said)
    assert "mức 999" in said
    assert "nâng cấp chương trình" in said


@pytest.mark.parametrize("arguments", [*READS, *WRITES], ids=str)
def test_a_damaged_register_is_named_as_such(
    bac_giang: Program, arguments: tuple[str, ...]
) -> None:
    content = bac_giang.register.read_bytes()
    bac_giang.register.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    said = bac_giang.refused(*arguments, code=6)
    require_sentence(said)
    assert "bị hỏng" in said


def test_a_register_somebody_else_is_writing_is_waited_for_then_told(
    bac_giang: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.sqlite_file.PATIENCE_SECONDS", 0.05)
    other = sqlite3.connect(bac_giang.register, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    said = bac_giang.refused(*WRITES[0], code=6)
    other.close()
    require_sentence(said)
    assert "đang có người khác ghi" in said


@pytest.mark.parametrize("arguments", [("status",), ("list",), WRITES[0]], ids=" ".join)
def test_that_a_command_waits_for_somebody_else_is_told_before_it_is_refused(
    bac_giang: Program, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr("tracker.store.waiting.SILENT_SECONDS", 0.02)
    monkeypatch.setattr("tracker.store.sqlite_file.PATIENCE_SECONDS", 0.04)
    with closing(sqlite3.connect(bac_giang.register, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        answer = bac_giang(*arguments)
    waiting, refused = answer.err.splitlines()
    assert "đang có người khác ghi; đang đợi" in waiting
    assert "đợi một lát rồi chạy lại lệnh" in refused
    assert (answer.code, answer.out) == (6, "")


def test_a_folder_that_takes_no_files_is_told_before_anything_else(
    bac_giang: Program, tmp_path: Path
) -> None:
    taken = tmp_path / "tep"
    taken.write_text("x")
    for target in (taken / "phu-luc.xlsx", tmp_path, Path("/proc/phu-luc.xlsx")):
        said = bac_giang.refused("report", "12/2023", "--out", str(target), code=7)
        require_sentence(said)
        assert str(target) in said
    require_sentence(bac_giang.refused("demo", "--out", str(tmp_path), code=7))
    assert taken.read_text() == "x"


AS_NOBODY = """
import contextlib, io, os, sys
from tracker.cli.main import main
rehearsal, home, *arguments = sys.argv[1:]
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    os.environ["TRACKER_HOME"] = rehearsal
    main(arguments)
    main(["xyzzy"])
os.environ["TRACKER_HOME"] = home
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main(arguments))
"""
"""Root may write anywhere, so root steps down: late, since Python itself may be root's alone."""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder anybody may enter: those of pytest are closed to everybody else."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_read_only_folder_can_be_read_and_says_so_when_written(
    bac_giang: Program, open_folder: Path
) -> None:
    home = open_folder / "home"
    shutil.copytree(bac_giang.home, home)
    for path in (home, *home.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    register = home / "data/tracker.db"
    before = register.read_bytes()

    def as_nobody(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", AS_NOBODY, str(bac_giang.home), str(home), *arguments]
        return subprocess.run(
            command, env=environment, cwd=open_folder, capture_output=True, text=True, check=False
        )

    listed = as_nobody("list", "--json")
    assert (listed.returncode, listed.stderr) == (0, "")
    for arguments, code in ((WRITES[0], 6), (WRITES[2], 6), (("report", "12/2023"), 7)):
        answer = as_nobody(*arguments)
        assert (answer.returncode, answer.stdout) == (code, ""), answer
        require_sentence(answer.stderr)
        assert "chỉ cho đọc" in answer.stderr
    assert register.read_bytes() == before
    assert sorted(path.name for path in register.parent.iterdir()) == ["tracker.db", "tracker.toml"]


BROKEN_SETTINGS = (
    (b"[office\nname = 1", "dòng 1"),
    (b'[office]\nname = "S\xff"', "UTF-8"),
    (b'[office]\nnmae = "S"', "có phải «office.name»?\n"),
    (b"[rules]\ndue_soon_days = -1", "«rules.due_soon_days»"),
    (b'[rules]\ncut_off = "weekly"', "decree"),
    (b'[rules]\nreported_until = "2023-11-14"', "«rules.reported_until»"),
    (b'[files]\ndatabase = "postgresql://lan:matkhau@may/so"', "lan@may"),
)


@pytest.mark.parametrize(("content", "named"), BROKEN_SETTINGS, ids=str)
@pytest.mark.parametrize("arguments", [("status",), ("list",), *WRITES[2:]], ids=str)
def test_settings_that_cannot_be_understood_stop_every_command(
    bac_giang: Program, content: bytes, named: str, arguments: tuple[str, ...]
) -> None:
    (bac_giang.home / "data/tracker.toml").write_bytes(content + b"\n")
    said = bac_giang.refused(*arguments, code=2)
    require_sentence(said)
    assert named in said
    assert "matkhau" not in said


def test_a_bug_is_logged_for_the_maintainer_and_told_in_one_sentence(
    bac_giang: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("đứt dây")

    monkeypatch.setattr("tracker.cli.looking.list_directives", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    said = bac_giang.refused("list", code=70)
    require_sentence(said)
    (log,) = tmp_path.glob("tracker-loi-*.log")
    assert str(log) in said
    assert "RuntimeError: đứt dây" in log.read_text("utf-8")


def test_every_refusal_has_a_sentence_of_its_own() -> None:
    errors = every_error()
    assert len(errors) > 40
    assert [kind.__name__ for kind in errors if kind.__name__ not in _SENTENCES] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("remind", "--unit=--"),
        ("check", "--as-of=--"),
        ("report", "12/2023", "--date=--"),
        ("void", "6", "--reason=--", "--duplicate-of=--"),
        ("list", "--limit=--"),
        ("note", "6", "--text=--", "--on=--"),
    ],
)
def test_two_dashes_are_a_value_like_any_other(
    bac_giang: Program, arguments: tuple[str, ...]
) -> None:
    assert bac_giang(*arguments).code in (0, 2, 3)
