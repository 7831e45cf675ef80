"""The program as a user meets it: a command line in; two streams, an exit code and files out."""

from __future__ import annotations

import argparse
import hashlib
import io
import json
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.main import main

Command = Sequence[str]

BAC_GIANG: tuple[Command, ...] = (
    ("add", "6340/UBND-NC", "--issued", "03/11/2023", "--content",
     "Rà soát thủ tục chưa có trên hệ thống một cửa", "--deadline", "10/12/2023",
     "--unit", "Văn phòng"),
    ("add", "3797/UBND-KGVX", "--issued", "10/7/2023", "--content",
     "V/v thực hiện Thông tư số 14/2023/TT-BKHCN ngày 30/6/2023", "--unit", "Phòng Quản lý"),
    ("add", "1950/UBND-KGVX", "--issued", "20/4/2023", "--content",
     "V/v áp dụng định mức chi của Đề án 996", "--deadline", "31/12/2023"),
    ("add", "2197/UBND-KGVX", "--issued", "30/4/2023", "--content",
     "V/v nhân rộng 5S trong trường học", "--deadline", "31/12/2024"),
    ("add", "333/TB-UBND", "--issued", "21/7/2023", "--content",
     "TB Kết luận buổi làm việc với Liên hiệp hội", "--unit", "Văn phòng"),
    ("add", "25/KH-UBND", "--issued", "24/5/2023", "--content",
     "Kế hoạch thực hiện Biên bản số 234-BB/TUBG-TUTN với Thái Nguyên",
     "--deadline", "10/01/2024"),
    ("add", "30/KH-UBND", "--issued", "25/6/2023", "--content",
     "Kế hoạch thực hiện Biên bản số 245-BB/TUBG-TULS với Lạng Sơn",
     "--deadline", "15/1/2024"),
    ("add", "31/KH-UBND", "--issued", "25/6/2023", "--content",
     "Kế hoạch thực hiện Kết luận số 221-KL/TUBG-TUHD với Hải Dương",
     "--deadline", "15/1/2024"),
    ("add", "3149/UBND-NC", "--issued", "12/6/2023", "--content",
     "Chấn chỉnh chế độ báo cáo: đúng hạn, đủ số liệu"),
    ("done", "6340/UBND-NC", "--result", "1514/KHCN-VP ngày 27/11/2023"),
    ("done", "333/TB-UBND", "--result", "298/BC-KHCN Ngày 30/10/2023"),
)  # fmt: skip
"""The nine directives of an office in December 2023, entered one by one."""

NOTE = "Dự thảo lần 1 đã hoàn thành, đang lấy ý kiến các sở"
RESULT = "Đã trình UBND tỉnh tại Báo cáo số 23/BC-SKHCHN ngày 24/02/2022"

BAC_KAN: tuple[Command, ...] = (
    ("add", "50/QĐ-UBND", "--issued", "14/01/2022", "--content", "Dự thảo Chỉ thị về nghiên cứu",
     "--deadline", "Tháng 3 năm 2022"),
    ("add", "50/QĐ-UBND", "--issued", "14/01/2022", "--content", "Tờ trình về mức chi sáng chế",
     "--deadline", "Tháng 6 năm 2022"),
    ("add", "50/QĐ-UBND", "--issued", "14/01/2022", "--content", "Tổng kết 10 năm Nghị quyết 20",
     "--deadline", "Tháng 9 năm 2022"),
    ("done", "1", "--result", RESULT),
    ("note", "2", "--on", "10/3/2022", "--text", NOTE),
)  # fmt: skip
"""One document with three directives, each due in a month."""


@dataclass(frozen=True)
class Answer:
    """What one command line led to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def items(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = self.json["items"]
        return items


def settle(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """Nothing of the machine reaches the program: no workspace above, no variables, no home."""
    home = folder / "home"
    for name in ("TRACKER_DB", "_ARGCOMPLETE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("TRACKER_HOME", str(home))
    monkeypatch.chdir(folder)
    # Noted so that they are put back: the program changes them for its whole process.
    monkeypatch.setattr(argparse, "_", argparse._)  # type: ignore[attr-defined]
    monkeypatch.setattr(argparse, "ngettext", argparse.ngettext)  # type: ignore[attr-defined]
    return home


class Program:
    """Runs command lines in a home of its own, on a day that stands still."""

    def __init__(
        self, home: Path, capture: Callable[[], tuple[str, str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.home = home
        self._capture = capture
        self._monkeypatch = monkeypatch
        self.clerk("lan")
        self.today(date(2024, 3, 1))

    def __call__(self, *arguments: str) -> Answer:
        code = main(list(arguments))
        out, err = self._capture()
        return Answer(code, out, err)

    def run(self, *arguments: str) -> Answer:
        """A command that must succeed."""
        answer = self(*arguments)
        assert answer.code == 0, answer
        return answer

    def run_all(self, commands: Sequence[Command]) -> None:
        for command in commands:
            self.run(*command)

    def refused(self, *arguments: str, code: int) -> str:
        """A command that must change nothing and say why; gives the sentence."""
        before = self.fingerprint()
        answer = self(*arguments)
        assert (answer.code, answer.out) == (code, ""), answer
        assert self.fingerprint() == before
        return answer.err

    def clerk(self, name: str) -> None:
        self._monkeypatch.setenv("TRACKER_USER", name)

    def today(self, day: date) -> None:
        now = datetime(day.year, day.month, day.day, 3, 15, tzinfo=UTC)
        self._monkeypatch.setattr("tracker.cli.place.now_utc", lambda: now)
        self._monkeypatch.setattr("tracker.cli.status.today", lambda: day)

    @property
    def register(self) -> Path:
        return self.home / "data" / "tracker.db"

    def fingerprint(self) -> str:
        """Of every byte of the register; empty where there is none."""
        if not self.register.exists():
            return ""
        return hashlib.sha256(self.register.read_bytes()).hexdigest()

    def list(self, *options: str) -> list[int]:
        """The ids of the directives a list gives."""
        return [item["id"] for item in self.run("list", "--json", *options).items]

    def row(self, reference: str, *options: str) -> dict[str, Any]:
        """The one row of a directive."""
        (row,) = self.run("show", reference, "--json", *options).items
        return row

    def progress(self, reference: str, as_of: str) -> str:
        return str(self.row(reference, "--as-of", as_of)["progress"])


class CapturingProgram(Program):
    """Catches the streams itself, for fixtures that outlive a test and what pytest catches."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(home, lambda: ("", ""), monkeypatch)

    def __call__(self, *arguments: str) -> Answer:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main(list(arguments))
        return Answer(code, out.getvalue(), err.getvalue())
