"""A register that clerks have worked on in every way still says the same wherever it is asked."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from tests.cli.program import Program

FIRST_DAY = date(2023, 9, 1)

DEADLINES = (
    "", "10/12/2023", "31/12/2023", "Quý I/2024", "Tháng 2 năm 2024", "trước ngày 25 hằng tháng",
    "hằng quý", "thường xuyên", "10 ngày làm việc", "1 tháng", "khi có hướng dẫn", "15/1/2024",
)  # fmt: skip


class Clerks:
    """What two clerks might type, day after day; much of it is refused."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._entered = 0

    def day(self, span: int = 180) -> str:
        day = FIRST_DAY + timedelta(days=self._random.randrange(span))
        return f"{day:%d/%m/%Y}"

    def name(self) -> str:
        return self._random.choice(("lan", "hoa"))

    def _reference(self) -> str:
        return str(self._random.randint(1, self._entered))

    def _document(self) -> str:
        return f"{self._random.randint(1, 99)}/UBND-NC ngày {self.day()}"

    def command(self) -> tuple[str, ...]:
        name = self._random.choice(
            ("add", "add", "edit", "start", "done", "done", "note", "extend", "withdraw", "suspend",
             "resume", "reopen", "undo")
        )  # fmt: skip
        if name == "add" or not self._entered:
            self._entered += 1
            started = self._random.choice(((), ("--not-started",)))
            return ("add", f"{self._entered}/KH-UBND", "--issued", self.day(90), "--content",
                    "Việc", "--deadline", self._random.choice(DEADLINES), *started)  # fmt: skip
        if name == "undo":
            return (name,)
        return (name, self._reference(), *self._said(name))

    def _said(self, name: str) -> tuple[str, ...]:
        said = {
            "edit": ("--deadline", self._random.choice(DEADLINES)),
            "start": ("--on", self.day()),
            "done": self._random.choice(
                (("--on", self.day()), ("--undated",), ("--result", self._document()))
            ),
            "note": ("--on", self.day(), "--text", "Đang làm"),
            "extend": ("--to", self._random.choice(DEADLINES), "--by", self._document()),
        }
        return said.get(name, ("--by", self._document()))


def require_agreement(program: Program, as_of: str) -> None:
    status = program.run("status", "--json", "--as-of", as_of).json
    items = program.run("list", "--json", "--as-of", as_of).items
    progress = Counter(item["progress"] for item in items)
    counted = [item for item in items if item["progress"] != "withdrawn"]
    assert status["total"] == len(counted)
    groups = {name: status[name]["total"] for name in ("done", "in_progress", "not_started")}
    assert groups == {name: sum(item["group"] == name for item in counted) for name in groups}
    for name in ("overdue", "withdrawn", "needs_review"):
        assert status[name] == progress[name]
    assert status["done"]["on_time"] == progress["on_time"]
    assert status["done"]["late"] == progress["late"]
    assert status["no_deadline"] == sum(item["no_deadline"] for item in counted)
    assert status["due_soon"] == sum(item["due_soon"] for item in counted)


@pytest.mark.parametrize("seed", [1, 2])
def test_status_and_list_agree_on_every_day_of_a_worn_register(program: Program, seed: int) -> None:
    clerks = Clerks(seed)
    codes: Counter[int] = Counter()
    for step in range(80):
        program.clerk(clerks.name())
        codes[program(*clerks.command()).code] += 1
        if step % 10 == 9:
            require_agreement(program, clerks.day(400))
    assert set(codes) <= {0, 2, 3, 4}
    assert codes[0] > 20
    require_agreement(program, "01/3/2024")
