"""What a row has from the one above where the file has merged their cells."""

from __future__ import annotations

from tests.builders import TODAY
from tracker.intake.drafts import Draft, Field, TakenOver
from tracker.intake.raw_table import RawRow, RawTable
from tracker.intake.rows import read_table

HEADINGS = (
    "TT", "Số ký hiệu", "Ngày ban hành", "Nội dung công việc", "Thời hạn", "Ngày hoàn thành",
    "Tiến độ", "Kết quả", "Đơn vị chủ trì", "Đơn vị phối hợp", "Người theo dõi", "Lãnh đạo giao",
    "Cơ quan ban hành", "Ngày giao", "Ghi chú",
)  # fmt: skip
ABOVE = (
    "1", "25/KH-UBND", "24/5/2023", "Phối hợp với tỉnh", "10/01/2024", "27/11/2023", "Đúng hạn",
    "151/KHCN-VP ngày 27/11/2023", "Phòng QLKH", "Văn phòng", "Nguyễn Văn An", "Phó Giám đốc",
    "UBND tỉnh", "25/5/2023", "Gấp",
)  # fmt: skip
SHARED = ("deadline", "unit", "supporting_units", "officer", "assigned_by", "issuing_body",
          "assigned", "completed", "progress", "result")  # fmt: skip


def drafts(
    *rows: tuple[str, ...], covered: set[tuple[int, int]], headings: tuple[str, ...] = HEADINGS
) -> tuple[Draft, ...]:
    every = (headings, *rows)
    table = RawTable(
        rows=tuple(RawRow(line=line, cells=row) for line, row in enumerate(every, start=1)),
        covered=frozenset(covered),
    )
    reading = read_table(table, today=TODAY)
    assert reading.problems == ()
    return reading.drafts


def below(content: str, **cells: str) -> tuple[str, ...]:
    """A row with a number in the list, a content, and whatever is said by the heading."""
    named = {"TT": "2", "Nội dung công việc": content, **cells}
    return tuple(named.get(heading, "") for heading in HEADINGS)


def test_a_row_has_all_that_holds_for_it_too_from_merged_cells_and_nothing_of_its_own() -> None:
    everywhere = {(3, place) for place in range(1, len(HEADINGS))} - {(3, 3)}
    first, second = drafts(ABOVE, below("Rà soát thủ tục"), covered=everywhere)
    assert (second.number, second.issued, second.document_line) == ("25/KH-UBND", "24/5/2023", 2)
    assert [getattr(second, name) for name in SHARED] == [getattr(first, name) for name in SHARED]
    assert (second.content, second.note) == ("Rà soát thủ tục", "")
    assert sorted(second.taken_over[0].fields) == sorted(map(Field, SHARED))
    assert [one.line for one in second.taken_over] == [2]
    assert first.taken_over == ()


def test_a_blank_cell_that_is_not_merged_stays_blank() -> None:
    _, second = drafts(ABOVE, below("Rà soát thủ tục"), covered={(3, 1)})
    assert (second.unit, second.deadline, second.taken_over) == ("", "", ())


def test_a_cell_over_three_rows_is_told_where_it_stands_and_one_within_where_it_begins() -> None:
    third = below("Soạn báo cáo")
    second = below("Rà soát thủ tục", **{"Thời hạn": "15/01/2024"})
    covered = {(line, place) for line in (3, 4) for place in (1, 8)} | {(4, 4)}
    *_, last = drafts(ABOVE, second, third, covered=covered)
    assert (last.unit, last.deadline) == ("Phòng QLKH", "15/01/2024")
    assert set(last.taken_over) == {
        TakenOver(line=2, fields=(Field.UNIT,)),
        TakenOver(line=3, fields=(Field.DEADLINE,)),
    }


def test_two_documents_of_one_day_share_its_cell() -> None:
    row = below("Rà soát thủ tục", **{"Số ký hiệu": "26/KH-UBND"})
    _, second = drafts(ABOVE, row, covered={(3, 2)})
    assert (second.number, second.issued) == ("26/KH-UBND", "24/5/2023")
    assert second.taken_over == (TakenOver(line=2, fields=(Field.ISSUED,)),)


def test_nothing_is_taken_over_a_row_that_heads_a_group() -> None:
    group = ("II", "Đang thực hiện: 1", *[""] * 13)
    named = {"Số ký hiệu": "26/KH-UBND", "Ngày ban hành": "30/6/2023"}
    _, second = drafts(ABOVE, group, below("Rà soát thủ tục", **named), covered={(4, 8)})
    assert (second.unit, second.taken_over) == ("", ())


def test_a_cell_with_the_unit_and_its_officer_gives_both() -> None:
    headings = ("TT", "Số ký hiệu", "Nội dung công việc", "Đơn vị, cán bộ thực hiện")
    above = ("1", "25/KH-UBND ngày 24/5/2023", "Phối hợp với tỉnh", "Phòng QLKH\n(Nguyễn Văn An)")
    _, second = drafts(
        above, ("2", "", "Rà soát thủ tục", ""), covered={(3, 1), (3, 3)}, headings=headings
    )
    assert (second.unit, second.officer) == ("Phòng QLKH", "Nguyễn Văn An")
    assert second.taken_over == (TakenOver(line=2, fields=(Field.UNIT, Field.OFFICER)),)
