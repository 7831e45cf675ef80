from __future__ import annotations

import pytest

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files import wire
from tracker.intake.files.found import FoundTable, PlaceKind, RemarkedLines, SheetRemark
from tracker.intake.raw_table import RawRow, RawTable

TABLE = FoundTable(
    kind=PlaceKind.SHEET,
    number=2,
    name="Tháng\n12",
    table=RawTable(
        rows=(RawRow(line=3, cells=("một\u2028hai\r\nba", '"')), RawRow(line=9, cells=("", "x"))),
        has_columns=False,
        real_days=frozenset({(3, 1), (9, 0)}),
    ),
    remarks=(RemarkedLines(remark=SheetRemark.HIDDEN_ROWS, lines=(3,)),),
    font_names=(".VnTime",),
)


def test_tables_arrive_as_they_were_sent() -> None:
    lines = [wire.line_of(TABLE), wire.line_of(TABLE), wire.last_line()]
    assert list(wire.tables_in(lines)) == [TABLE, TABLE]
    assert all(line.count(b"\n") == 1 for line in lines)


def test_a_trouble_arrives_with_what_it_is_about() -> None:
    with pytest.raises(UnreadableFile) as refused:
        list(wire.tables_in([wire.last_line(FileTrouble.MACROS, "xl/vbaProject.bin")]))
    assert refused.value.trouble is FileTrouble.MACROS
    assert refused.value.detail == "xl/vbaProject.bin"


def test_half_a_letter_of_two_does_not_stop_the_answer() -> None:
    table = FoundTable(
        kind=PlaceKind.TEXT, number=1, name="",
        table=RawTable(rows=(RawRow(line=1, cells=("a\ud800b",)),)),
    )  # fmt: skip
    (found,) = wire.tables_in([wire.line_of(table), wire.last_line()])
    assert found.table.rows[0].cells == ("a?b",)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [b""],
        [b"x"],
        [b"{}"],
        [b"[]"],
        [b"1"],
        [wire.line_of(TABLE)],
        [wire.line_of(TABLE)[:-9]],
    ],
)
def test_an_answer_that_is_none_is_told_from_one(lines: list[bytes]) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        list(wire.tables_in(lines))
