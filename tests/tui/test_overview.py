from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
import rich.color
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.theme import Theme

from tests.tui.desks import Clock, app_over, desk_of
from tests.tui.pilot import play
from tests.tui.test_acting import settle
from tests.tui.test_register_screen import documents, line, screen_of
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.progressing import Completion, done
from tracker.tui.overview.charts_pane import ChartsPane
from tracker.tui.overview.screen import OverviewScreen, list_counted
from tracker.tui.palette import chart_styles_of
from tracker.tui.themes import THEMES
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.title_line import TitleLine
from tracker.wording.cell_width import cells
from tracker.wording.charts import Line, Role
from tracker.wording.overview_pane import EMPTY, EMPTY_ON_DAY, NOTHING_COUNTED, POINTER

TODAY = date(2023, 12, 14)
_SERIAL = count(1)
HARD_NAME = 'Phòng "A", khong'


def enter(desk: Desk, unit: str, deadline: str, *, assigned: str = "") -> str:
    """Enter a directive; gives how it is referred to."""
    entry = Entry(
        number="25/KH-UBND",
        issued="01/9/2023",
        content=f"Việc {next(_SERIAL)}",
        deadline=deadline,
        unit=unit,
        assigned=assigned,
    )
    return str(add(desk, entry).directive.id)


def day(shift: int) -> str:
    return f"{TODAY + timedelta(days=shift):%d/%m/%Y}"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with something in every chart, and something beside each that looks alike."""
    folder = tmp_path_factory.mktemp("filled")
    desk = desk_of(folder)
    for unit, late in ((HARD_NAME, 1), (HARD_NAME, 8), ("Phòng B", 31), ("Phòng B", 30), ("", 7)):
        enter(desk, unit, day(-late))
    for ahead in (0, 3, 3, 5, 12, 60):
        enter(desk, "Phòng B", day(ahead))
    for assigned in (0, -29, -30, -90, -91):
        enter(desk, "", "", assigned=day(assigned))
    for deadline, on in ((day(-3), day(-4)), (day(-30), day(-4)), ("", day(-40)), ("", day(-13))):
        done(desk, enter(desk, "Phòng B", deadline), Completion(result="1/BC-KHCN", on=on))
    return folder


@pytest.fixture
def desk(filled: Path, tmp_path: Path) -> Desk:
    made = desk_of(tmp_path)
    with closing(sqlite3.connect(filled / "tracker.db")) as of:
        of.execute("VACUUM INTO ?", (made.location,))
    return made


def charts_of(pilot: Pilot[None]) -> ChartsPane:
    screen = pilot.app.screen
    assert isinstance(screen, OverviewScreen)
    return screen.charts


def seen(pilot: Pilot[None]) -> list[str]:
    """The lines of the charts that are on the screen."""
    pane = charts_of(pilot)
    return [pane.render_line(y).text for y in range(pane.size.height)]


def notice(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(Notice).text


async def open_charts(pilot: Pilot[None]) -> None:
    await pilot.press("o")
    await settle(pilot)


def title(pilot: Pilot[None]) -> str:
    found = pilot.app.screen.query_one(TitleLine)
    return "".join(piece.text for piece in (*found.left, *found.right))


def pointed(pilot: Pilot[None]) -> str:
    """What the line under the cursor says, which is seen."""
    (found,) = [text for text in seen(pilot) if text.startswith(POINTER)]
    return found


def figure(drawn: Line) -> int:
    """The first figure of a bar: how many it counts."""
    return int(next(part.text for part in drawn if part.role is Role.FIGURE))


def test_every_bar_leads_to_as_many_directives_as_its_figure_says(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[list[int], list[int]]:
        await open_charts(pilot)
        page = charts_of(pilot)._page
        await pilot.press("escape")
        screen, figures, rows = screen_of(pilot), [], []
        for stop in page.stops:
            assert stop.counted is not None
            list_counted(screen, stop.counted)
            figures.append(figure(page.lines[stop.line]))
            rows.append(len(documents(pilot)))
        return figures, rows

    figures, rows = play(app_over(desk), script)
    assert rows == figures
    # Months, divisions, spans overdue, spans open, weeks, days.
    assert figures == [1, 3, *(2, 2, 1), *(1, 2, 2), *(1, 2, 2), *(3, 1, 1), *(1, 2, 1, 1)]


def test_a_bar_that_is_chosen_by_key_or_mouse_lists_what_it_counts_and_nothing_else(
    desk: Desk,
) -> None:
    async def chosen(pilot: Pilot[None]) -> tuple[str, set[str]]:
        await pilot.pause()
        screen = screen_of(pilot)
        assert screen.focused is screen.table
        assert screen.view.typed == ""
        units = {row.unit for row in screen.table.window.rows(100)}
        return line(pilot, "finding"), units

    async def script(pilot: Pilot[None]) -> list[tuple[str, set[str]]]:
        await pilot.press("slash", "z", "enter")
        await open_charts(pilot)
        await pilot.press("tab", "enter")
        lists = [await chosen(pilot)]
        await open_charts(pilot)
        place = next(y for y, text in enumerate(seen(pilot)) if text.strip().startswith("Phòng"))
        await pilot.click(ChartsPane, offset=(10, place + 1))
        assert HARD_NAME in pointed(pilot)
        await pilot.click(ChartsPane, offset=(10, place + 1), times=2)
        return [*lists, await chosen(pilot)]

    lists = play(app_over(desk), script, size=(100, 40))
    for (over_the_table, units), unit in zip(lists, ("Phòng B", HARD_NAME), strict=True):
        assert f"Quá hạn: {unit} · " in over_the_table
        assert units == {unit}


def test_the_register_is_as_it_was_when_the_charts_are_left(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[tuple[object, list[str], int]]:
        await pilot.press("slash", "1", "enter", "down", "down")
        states: list[tuple[object, list[str], int]] = []
        for key in ("", "escape", "q", "o"):
            if key:
                await open_charts(pilot)
                await pilot.press("down", key)
                await pilot.pause()
            screen = screen_of(pilot)
            states.append((screen.view, documents(pilot), screen.table.cursor))
        return states

    before, *after = play(app_over(desk), script)
    assert after == [before] * 3
    assert before[2] == 2


def test_each_chart_is_reached_by_one_key_and_its_title_is_seen_whatever_the_size(
    desk: Desk,
) -> None:
    async def script(pilot: Pilot[None]) -> list[list[str]]:
        await open_charts(pilot)
        reached = [seen(pilot)]
        for size in ((80, 24), (60, 20), (60, 20), (140, 40), (140, 40), (80, 24)):
            before = pointed(pilot)
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert pointed(pilot)[:12] == before[:12]
            await pilot.press("tab")
            await pilot.pause()
            reached.append(seen(pilot))
            assert size[0] - 8 < max(cells(text.rstrip()) for text in reached[-1]) < size[0]
        return reached

    *reached, again = play(app_over(desk), script)
    titles = (
        "Hoàn thành theo tháng",
        "Quá hạn theo đơn vị",
        "Quá hạn bao lâu",
        "Chưa xong, không thời hạn",
        "Đến hạn trong 8 tuần tới",
        "Đến hạn từng ngày",
    )
    for shown, words in zip(reached, titles, strict=True):
        assert any(words in text for text in shown)
    assert again == reached[0]


def test_the_arrows_reach_every_bar_and_the_wheel_scrolls(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[int, int, str, float]:
        await open_charts(pilot)
        pane = charts_of(pilot)
        passed = set()
        for _ in pane._page.stops:
            passed.add(pointed(pilot))
            pane.action_move(1)
        last = seen(pilot)[-1]
        await pilot.press("up", "k", "down", "j", "pageup", "pagedown")
        assert seen(pilot)[-1] == last
        await pilot.press("home")
        await pilot._post_mouse_events([MouseScrollDown], pane)
        await pilot.pause()
        return len(passed), len(pane._page.stops), last, pane.scroll_offset.y

    passed, bars, last, scrolled = play(app_over(desk), script)
    assert passed == bars
    assert "thứ Tư 27/12" in last
    assert scrolled > 0


def test_the_day_is_changed_there_too_and_the_register_follows(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        await open_charts(pilot)
        await pilot.press("v")
        await pilot.press(*"+37", "enter")
        await settle(pilot)
        found = [title(pilot), charts_of(pilot).text]
        await pilot.press("escape")
        found += [title(pilot), str(screen_of(pilot).data.totals.overdue)]
        await open_charts(pilot)
        await pilot.press("0")
        await settle(pilot)
        return [*found, title(pilot), charts_of(pilot).text]

    there, charts, register, overdue, back, today = play(app_over(desk), script)
    assert "Tổng quan" in there
    assert "TÍNH ĐẾN 20/01/2024" in there
    assert "Quá hạn 10 nhiệm vụ" in charts
    assert "TÍNH ĐẾN 20/01/2024" in register
    assert overdue == "10"
    assert "hôm nay, thứ Năm, 14/12/2023" in back
    assert "Quá hạn 05 nhiệm vụ" in today


def test_what_another_process_changes_and_a_new_day_appear_by_themselves(desk: Desk) -> None:
    clock = Clock(desk)

    async def script(pilot: Pilot[None]) -> list[str]:
        await open_charts(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, OverviewScreen)
        await pilot.press("tab")
        found = []
        enter(desk, "Phòng C", day(-2))
        for today in (TODAY, TODAY + timedelta(days=1)):
            clock.move_to(today)
            screen.look_for_news()
            await settle(pilot)
            found.append(charts_of(pilot).text + pointed(pilot))
        return [*found, title(pilot)]

    changed, next_day, at_last = play(app_over(clock), script)
    assert "Quá hạn 06 nhiệm vụ" in changed
    assert "Phòng B" in changed.splitlines()[-1]
    assert "Quá hạn 07 nhiệm vụ" in next_day
    assert "15/12/2023" in at_last


def test_an_empty_register_names_the_next_key_and_so_does_a_day_before_it(
    desk: Desk, tmp_path: Path
) -> None:
    async def script(pilot: Pilot[None]) -> str:
        await open_charts(pilot)
        await pilot.press("down", "tab", "enter")
        assert notice(pilot) == ""
        return "\n".join(text.strip() for text in seen(pilot)).strip()

    empty = tmp_path / "empty"
    empty.mkdir()
    assert play(app_over(desk_of(empty)), script) == "\n".join(EMPTY)
    assert not (empty / "tracker.db").exists()
    assert play(app_over(desk, as_of=date(2020, 1, 1)), script) == "\n".join(EMPTY_ON_DAY)


def test_a_chart_without_bars_is_reached_and_says_that_there_is_nothing_to_list(
    tmp_path: Path,
) -> None:
    desk = desk_of(tmp_path)
    enter(desk, "Phòng A", day(3))

    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        await open_charts(pilot)
        await pilot.press("tab", "enter")
        await pilot.pause()
        return pointed(pilot), notice(pilot)

    at, said = play(app_over(desk), script)
    assert "Quá hạn theo đơn vị" in at
    assert said == NOTHING_COUNTED


def test_a_damaged_register_is_told_in_a_sentence_and_comes_back_by_itself(desk: Desk) -> None:
    file = Path(desk.location)
    whole = file.read_bytes()

    async def script(pilot: Pilot[None]) -> list[str]:
        await open_charts(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, OverviewScreen)
        found = []
        for content in (b"no register at all" * 100, whole):
            file.write_bytes(content)
            screen.look_for_news()
            await settle(pilot)
            found += [notice(pilot), charts_of(pilot).text]
        return found

    trouble, kept, quiet, again = play(app_over(desk), script)
    assert trouble
    assert "Quá hạn 05 nhiệm vụ" in kept
    assert quiet == ""
    assert "Quá hạn 05 nhiệm vụ" in again


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_part_of_a_chart_can_be_read_on_its_ground(theme: Theme) -> None:
    least = 7.0 if theme.name == "tracker-contrast" else 4.5
    styles = chart_styles_of(theme)
    assert set(styles) == set(Role)
    for role, style in styles.items():
        assert style.color is not None
        assert style.bgcolor is not None
        assert contrast(style.color, style.bgcolor) >= least, role


def contrast(*colours: rich.color.Color) -> float:
    """How far two colours are apart, as WCAG counts it."""
    darker, lighter = sorted(luminance(*colour.get_truecolor().normalized) for colour in colours)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(*parts: float) -> float:
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
