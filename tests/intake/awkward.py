"""The ways in which real appendices are awkward; each makes a tidy one so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from tests.intake.grids import Cell, Grid, decomposed, rows_of

Way = Callable[[Grid], Grid]

_HEADINGS = 2
"""The row of the headings of the appendix."""
_SECOND_PAGE = 6
"""Where its second page begins: with the head of the second group."""
_DAY = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")


def _mapped(grid: Grid, change: Callable[[int, list[Cell]], list[Cell]]) -> Grid:
    """Every row changed, known by its place."""
    return replace(
        grid, rows=rows_of([change(place, list(row)) for place, row in enumerate(grid.rows)])
    )


def _below_headings(change: Callable[[list[Cell]], list[Cell]]) -> Way:
    def way(grid: Grid) -> Grid:
        return _mapped(grid, lambda place, row: change(row) if place > _HEADINGS else row)

    return way


def _between(grid: Grid, place: int, *rows: list[Cell]) -> Grid:
    """More rows before a place; what is merged stands above them."""
    kept = [list(row) for row in grid.rows]
    return replace(grid, rows=rows_of([*kept[:place], *rows, *kept[place:]]))


def _blank() -> list[Cell]:
    return [""] * 7


def phantom_column(grid: Grid) -> Grid:
    """An empty column slips in on the second page."""
    return _mapped(
        grid,
        lambda place, row: [row[0], "", *row[1:]] if place >= _SECOND_PAGE else [*row, ""],
    )


def phantom_column_first(grid: Grid) -> Grid:
    """The whole table stands one column further right, and two rows further down."""
    moved = _mapped(grid, lambda _, row: ["", *row])
    kept: list[list[Cell]] = [[""] * 8, [""] * 8, *map(list, moved.rows)]
    return replace(grid, rows=rows_of(kept), merged=())


def cut_row(grid: Grid) -> Grid:
    """The end of a page cuts a row: the rest of its content stands alone below a blank row."""
    place = len(grid.rows) - 3
    row = list(grid.rows[place])
    words = str(row[2]).split(" ")
    kept = [list(one) for one in grid.rows]
    kept[place] = [*row[:2], " ".join(words[:6]), *row[3:]]
    rest: list[Cell] = ["", "", " ".join(words[6:]), "", "", "", ""]
    return replace(grid, rows=rows_of([*kept[: place + 1], _blank(), rest, *kept[place + 1 :]]))


def merged_groups(grid: Grid) -> Grid:
    """The heads of the groups are merged over the whole table."""
    heads = [place for place, row in enumerate(grid.rows) if str(row[0]) in ("I", "II", "III")]
    joined = _mapped(
        grid,
        lambda place, row: [f"{row[0]}. {row[1]}", *[""] * 6] if place in heads else row,
    )
    merged = (*grid.merged, *((place, 0, place, 6) for place in heads))
    return replace(joined, merged=merged)


def two_row_headings(grid: Grid) -> Grid:
    """The document's number and date in columns of their own, under one heading."""

    def parted(row: list[Cell]) -> list[Cell]:
        number, _, day = str(row[1]).partition(" Ngày ")
        return [row[0], number, day, *row[2:]]

    upper: list[Cell] = ["TT", "Văn bản chỉ đạo", "", *grid.rows[_HEADINGS][2:]]
    lower: list[Cell] = ["", "Số, ký hiệu", "Ngày ban hành", *[""] * 5]
    rows = [
        [*grid.rows[0], ""],
        [*grid.rows[1], ""],
        upper,
        lower,
        *(parted(list(row)) for row in grid.rows[_HEADINGS + 1 :]),
    ]
    merged = ((2, 1, 2, 2), *((2, place, 3, place) for place in (0, *range(3, 8))))
    return replace(grid, rows=rows_of(rows), merged=merged)


def tags(grid: Grid) -> Grid:
    """Tags of bold type, left by a program that read the page."""
    return _below_headings(lambda row: [f"<b>{cell}</b>" if cell else "" for cell in row])(grid)


def float_ordinals(grid: Grid) -> Grid:
    """The ordinals are numbers with a fraction."""

    def change(row: list[Cell]) -> list[Cell]:
        return [float(str(row[0])) if str(row[0]).isdigit() else row[0], *row[1:]]

    return _below_headings(change)(grid)


def serials(grid: Grid) -> Grid:
    """The days have lost their format: a sheet counts them."""
    return _days(grid, lambda day: (day - date(1899, 12, 30)).days)


def real_days(grid: Grid) -> Grid:
    """The days are days, with the midnight that sheets add."""
    return _days(grid, lambda day: datetime.combine(day, time()))


def days_with_hours(grid: Grid) -> Grid:
    """The days are days with an hour."""
    return _days(grid, lambda day: datetime.combine(day, time(16, 30)))


def days_from_1904(grid: Grid) -> Grid:
    """The days of a workbook that counts from 1904, as Macs did."""
    return replace(real_days(grid), counts_from_1904=True)


def mixed_days(grid: Grid) -> Grid:
    """Some days are days, others texts."""
    changed = real_days(grid)
    pairs = zip(grid.rows, changed.rows, strict=True)
    rows = [list(new if place % 2 else old) for place, (old, new) in enumerate(pairs)]
    return replace(grid, rows=rows_of(rows))


def short_days(grid: Grid) -> Grid:
    """Days without zeros in front, and with dots."""
    return grid.with_texts(
        lambda text: (
            _DAY.sub(lambda it: f"{int(it[1])}.{int(it[2])}.{it[3]}", text)
            if _DAY.fullmatch(text)
            else text
        )
    )


def eth(grid: Grid) -> Grid:
    """The letter of an Icelandic keyboard for Đ, as some fonts had it."""
    return grid.with_texts(lambda text: text.replace("Đ", "\u00d0").replace("đ", "\u00f0"))


def hard_blanks(grid: Grid) -> Grid:
    """Blanks that do not break, signs without width, a break inside the cell of the document."""
    return grid.with_texts(
        lambda text: text.replace(" Ngày ", "\nNgày\u00a0").replace(" của ", "\u00a0của\u200b ")
    )


def signed(grid: Grid) -> Grid:
    """Numbers of columns, a total, and the block of signatures."""
    numbers: list[Cell] = [f"({place})" for place in range(1, 8)]
    tail: list[list[Cell]] = [
        ["", "Tổng cộng", "09", "", "", "", ""],
        _blank(),
        ["", "Nơi nhận:", "", "", "", "KT. GIÁM ĐỐC", ""],
        ["", "- UBND tỉnh (b/c);", "", "", "", "PHÓ GIÁM ĐỐC", ""],
        ["", "- Lưu: VT.", "", "", "", "Nguyễn Văn B", ""],
    ]
    tailed = replace(grid, rows=rows_of([*map(list, grid.rows), *tail]))
    return _between(tailed, _HEADINGS + 1, numbers)


def other_order(grid: Grid) -> Grid:
    """Other headings, in another order, with columns that nobody asked for."""
    titles: list[Cell] = [
        "STT", "Trích yếu nội dung", "Văn bản giao", "Đánh giá", "Hạn xử lý", "Sản phẩm",
        "Ngày hoàn thành thực tế", "Lĩnh vực",
    ]  # fmt: skip

    def change(place: int, row: list[Cell]) -> list[Cell]:
        if place == _HEADINGS:
            return titles
        if place < _HEADINGS or str(row[0]) in ("I", "II", "III"):
            return [*row, ""]
        return [row[0], row[2], row[1], row[5], row[3], row[6], row[4], "KHCN"]

    return _mapped(grid, change)


def repeated_headings(grid: Grid) -> Grid:
    """The headings stand again at the top of the second page."""
    return _between(grid, _SECOND_PAGE, list(grid.rows[_HEADINGS]))


def no_headings(grid: Grid) -> Grid:
    """Somebody has copied the rows alone."""
    return replace(grid, rows=grid.rows[_HEADINGS + 1 :], merged=())


def hidden_rows(grid: Grid) -> Grid:
    """A filter was left on: what it hides is there all the same."""
    return replace(grid, hidden=(5, 8, 9))


def strokes(grid: Grid) -> Grid:
    """Blank cells are filled with a stroke."""

    def change(row: list[Cell]) -> list[Cell]:
        if not str(row[0]).isdigit():
            return row
        return [cell if cell != "" else "-" for cell in row]

    return _below_headings(change)(grid)


def blank_rows(grid: Grid) -> Grid:
    """Every other row is blank."""
    kept = [one for row in grid.rows for one in (list(row), _blank())]
    return replace(grid, rows=rows_of(kept), merged=())


def _days(grid: Grid, change: Callable[[date], Cell]) -> Grid:
    def changed(row: list[Cell]) -> list[Cell]:
        return [
            change(date(int(found[3]), int(found[2]), int(found[1])))
            if isinstance(cell, str) and (found := _DAY.fullmatch(cell))
            else cell
            for cell in row
        ]

    return _below_headings(changed)(grid)


def decomposed_letters(grid: Grid) -> Grid:
    """Letters and their marks apart, as Macs keep them."""
    return grid.with_texts(decomposed)


def shouted(grid: Grid) -> Grid:
    """Headings in capitals, with breaks and numbers in them."""
    return _mapped(
        grid,
        lambda place, row: (
            [str(cell).upper().replace(" ", "\n") for cell in row] if place == _HEADINGS else row
        ),
    )


def over_blank_column(column: int) -> Way:
    """A heading is merged over two columns, of which the left one stays blank below."""

    def way(grid: Grid) -> Grid:
        wide = _mapped(
            grid,
            lambda place, row: (
                [*row[: column + 1], "", *row[column + 1 :]]
                if place <= _HEADINGS
                else [*row[:column], "", *row[column:]]
            ),
        )
        return replace(wide, merged=((_HEADINGS, column, _HEADINGS, column + 1),))

    return way


def day_beside_document(grid: Grid) -> Grid:
    """One heading is merged over the documents and, in a column of their own, their days."""

    def parted(place: int, row: list[Cell]) -> list[Cell]:
        number, _, day = str(row[1]).partition(" ngày ")
        return [row[0], row[1] if place <= _HEADINGS else number, day, *row[2:]]

    return replace(_mapped(grid, parted), merged=((_HEADINGS, 1, _HEADINGS, 2),))


WAYS: dict[str, Way] = {
    way.__name__: way
    for way in (
        phantom_column, phantom_column_first, cut_row, merged_groups, two_row_headings, tags,
        float_ordinals, serials, real_days, days_with_hours, days_from_1904, mixed_days,
        short_days, eth, hard_blanks, signed, other_order, repeated_headings, no_headings,
        hidden_rows, strokes, blank_rows, decomposed_letters, shouted, day_beside_document,
    )
} | {
    f"over_blank_column_{column}": over_blank_column(column) for column in range(7)
}  # fmt: skip
"""Each by its name."""
