"""Help on what has the focus, and everything that can be done found by typing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from tests.tui.desks import app_over, desk_of, fill
from tests.tui.drawn import text
from tests.tui.keyboard import burst
from tests.tui.pilot import play
from tests.tui.reports_played import pressed, typed
from tracker.operations.desk import Desk
from tracker.tui.commands import COMMANDS, ON_ONE_DIRECTIVE
from tracker.tui.dialogs.chooser import Chooser, ChooserList
from tracker.tui.dialogs.form import Form, _Fields
from tracker.tui.dialogs.series import SeriesForm
from tracker.tui.entering.line_box import LineBox
from tracker.tui.entering.rows_screen import RowsScreen
from tracker.tui.entering.rows_table import RowsTable
from tracker.tui.helping.screen import HelpScreen
from tracker.tui.overview.charts_pane import ChartsPane
from tracker.tui.overview.screen import OverviewScreen
from tracker.tui.reporting.issued import IssuedScreen
from tracker.tui.reporting.screen import ReportScreen
from tracker.tui.reporting.working import WorkingScreen
from tracker.tui.screens.directive import DirectiveScreen, WholeText
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.themes import THEMES
from tracker.tui.widgets.cursor_view import CursorView
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.register_table import RegisterTable
from tracker.tui.widgets.search_box import SearchBox
from tracker.tui.widgets.summary_bar import SummaryBar
from tracker.wording import commands as words
from tracker.wording.commands import key_name
from tracker.wording.help_topics import TOPICS
from tracker.wording.labels import PROGRESS
from tracker.wording.register_table import SIGN
from tracker.wording.screen import AS_OF_FIELD, AS_OF_HELP, HOW_TO_QUIT
from tracker.wording.screen_help import WORDS, theme_set


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_of(tmp_path)
    fill(made)
    return made


def titles(pilot: Pilot[Any]) -> list[str]:
    """The parts of the help that is open."""
    screen = pilot.app.screen
    assert isinstance(screen, HelpScreen)
    return [section.title for section in screen.sections]


def options(pilot: Pilot[Any]) -> list[str]:
    """What the list that is open offers."""
    screen = pilot.app.screen
    assert isinstance(screen, Chooser)
    return [choice.value for choice in screen._shown]


def test_help_begins_with_what_has_the_focus_on_any_screen_or_dialog(desk: Desk) -> None:
    places = {
        "table": (),
        "summary": ("shift+tab",),
        "search": ("tab", "slash"),
        "chooser": ("escape", "x"),
        "form": ("escape", "v"),
        "directive": ("escape", "enter"),
        "line": ("escape", "n"),
        "overview": ("escape", "o"),
    }

    async def script(pilot: Pilot[None]) -> dict[str, list[str]]:
        found = {}
        for name, keys in places.items():
            await pilot.press(*keys, "f1")
            found[name] = titles(pilot)
            if name == "form":
                assert AS_OF_HELP.split(";")[0] in " ".join(text(pilot.app).split())
            await pilot.press("f1")
        return found

    found = play(app_over(desk), script)
    assert found.pop("form")[:2] == [f"Ô «{AS_OF_FIELD}»", TOPICS["form"].title]
    assert {name: heading[0] for name, heading in found.items()} == {
        name: TOPICS[name].title for name in found
    }
    assert found["search"][1] != found["table"][1]


def test_help_tells_every_command_with_its_keys_and_every_progress_with_its_sign(
    desk: Desk,
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, set[tuple[str, str]]]:
        await pilot.press("question_mark")
        screen = pilot.app.screen
        assert isinstance(screen, HelpScreen)
        rows = {(row.name, row.text) for part in screen.sections for row in part.rows}
        return text(pilot.app), rows

    shown, rows = play(app_over(desk), script, size=(100, 180))
    for command in COMMANDS:
        label, details = words.COMMANDS[command.name]
        assert (" ".join(map(key_name, command.keys)), f"{label}: {details}") in rows
        assert f"{label}: {details.split()[0]}" in shown
    for name, word in PROGRESS.items():
        assert any(row.name == f"{SIGN[name]} {word}" for row in WORDS.rows)


def test_one_key_closes_help_and_the_focus_is_where_it_was(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        await pilot.press("slash", *"abc")
        seen = []
        for key in ("escape", "f1", "q"):
            await pilot.press("f1", key)
            seen.append(type(pilot.app.screen).__name__)
        await pilot.press("d")
        assert isinstance(pilot.app.focused, SearchBox)
        return [*seen, pilot.app.focused.value]

    assert play(app_over(desk), script) == ["RegisterScreen"] * 3 + ["abcd"]


def test_help_is_searched_without_accents(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        await pilot.press("f1", "slash", *"tuong p")
        found = [text(pilot.app)]
        await pilot.press("z")
        found.append(text(pilot.app))
        await pilot.press("escape")
        found.append(text(pilot.app))
        await pilot.press("escape")
        return [*found, type(pilot.app.screen).__name__]

    one, none, everything, screen = play(app_over(desk), script)
    assert words.COMMANDS["theme"].details in one
    assert words.COMMANDS["done"].label not in one
    assert words.COMMANDS["theme"].label not in none
    assert TOPICS["table"].title in everything
    assert screen == "RegisterScreen"


def keys_of(*classes: type[Widget]) -> set[str]:
    """The keys that classes bind themselves."""
    return {
        key
        for cls in classes
        for binding in cls.__dict__["BINDINGS"]
        for key in binding.key.split(",")
    }


@pytest.mark.parametrize(
    ("topic", "bound"),
    [
        ("table", keys_of(CursorView, RegisterTable)),
        ("summary", keys_of(SummaryBar)),
        ("search", keys_of(SearchBox) | {"enter"}),
        ("chooser", keys_of(Chooser, ChooserList)),
        ("form", keys_of(Form, _Fields, SeriesForm) | {"right", "ctrl+j"}),
        ("line", keys_of(LineBox) | {"enter"}),
        ("rows", keys_of(RowsScreen, RowsTable, CursorView)),
        ("overview", keys_of(OverviewScreen, ChartsPane)),
        ("reports", keys_of(ReportScreen, WorkingScreen)),
        ("issued", keys_of(IssuedScreen, WorkingScreen) | {"enter"}),
        (
            "directive",
            keys_of(WholeText)
            | {"up", "down", "pageup", "pagedown", "home", "end", "y", "escape", "q", "ctrl+c"},
        ),
    ],
)
def test_help_names_the_keys_a_part_of_the_screen_has_and_no_others(
    topic: str, bound: set[str]
) -> None:
    assert {key for each in TOPICS[topic].keys for key in each.keys.split(",")} == bound


def test_a_command_is_found_without_accents_and_nothing_typed_behind_it_is_lost(
    desk: Desk,
) -> None:
    kept: dict[str, object] = {}

    async def script(pilot: Pilot[None]) -> tuple[list[str], str, list[str], list[str]]:
        await pilot.press("ctrl+p", *"gia han")
        found = options(pilot)
        await pilot.press("escape")
        await burst(pilot, "ctrl+p", *"ngay", "space", *"khac", "enter", *"20")
        form = pilot.app.screen
        assert isinstance(form, Form)
        typed = form.values["as_of"]
        await pilot.press("backspace", "backspace", "escape", "ctrl+p")
        recent = options(pilot)
        await pilot.press("escape", "enter", "ctrl+p")
        return found, typed, recent, options(pilot)

    found, typed, recent, on_one = play(app_over(desk, kept=kept), script)
    assert found[0] == "command:extend"
    assert typed == "20"
    assert recent[0] == "command:as_of"
    assert set(recent) > {"view:6", "theme:tracker-light", "command:search", "command:extend"}
    assert {name.removeprefix("command:") for name in on_one if "command:" in name} == {
        name for name in ON_ONE_DIRECTIVE if name != "palette"
    }
    assert kept["recent"] == ("command:as_of",)


def test_saved_views_are_in_the_same_list(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> str:
        await pilot.press("ctrl+p", *"qua h", "down", "up", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, RegisterScreen)
        return screen.view.saved_text

    assert play(app_over(desk), script) == "tien-do:qua-han xep:han"


def test_what_is_no_command_of_the_screen_is_said_and_chooses_nothing(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, bool]:
        await pressed(pilot, "ctrl+p", *"doi chieu")
        shown = text(pilot.app)
        await pressed(pilot, "enter", "down", "enter")
        return shown, isinstance(pilot.app.screen, Chooser)

    shown, is_open = play(app_over(desk), script, size=(80, 24))
    assert "dòng lệnh: tracker reconcile TỆP" in shown
    assert is_open


def test_on_the_screen_of_reports_the_list_has_what_can_be_done_there(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[list[str], str, str]:
        await pressed(pilot, "r", "ctrl+p")
        found = options(pilot)
        await typed(pilot, "kiem tra")
        await pressed(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReportScreen)
        part = screen.part
        await pressed(pilot, "ctrl+p")
        await typed(pilot, "nen sang")
        await pressed(pilot, "enter")
        return found, part, screen.query_one(Notice).text

    found, part, said = play(app_over(desk), script)
    keys = ["c", "m", "v", "h", "l", "1", "2", "3", "4", "g", "p", "y", "d", "f5", "escape"]
    assert found[: len(keys)] == [f"reports:{key}" for key in keys]
    assert found[len(keys) :] == [
        "command:help",
        "command:theme",
        "command:quit",
        *(f"theme:{theme.name}" for theme in THEMES),
    ]
    assert part == "checks"
    assert said == theme_set("tracker-light")


def test_on_the_overview_the_list_has_what_can_be_done_there_and_what_was_chosen_last(
    desk: Desk,
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[list[str], list[str], bool]:
        await pressed(pilot, "o", "ctrl+p")
        found = options(pilot)
        await typed(pilot, "ngay khac")
        await pressed(pilot, "enter")
        is_asked = isinstance(pilot.app.screen, Form)
        await pressed(pilot, "escape", "ctrl+p")
        return found, options(pilot), is_asked

    found, again, is_asked = play(app_over(desk), script)
    assert [name for name in found if ":" in name and name.startswith("overview")] == [
        "overview:v",
        "overview:0",
        "overview:escape,q,o",
    ]
    assert is_asked
    assert (again[0], set(again)) == ("overview:v", set(found))


def test_everything_on_the_list_of_issued_reports_is_found_too(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[list[str], str]:
        await pressed(pilot, "r", "d", "ctrl+p")
        found = options(pilot)
        await typed(pilot, "tro giup")
        await pressed(pilot, "enter")
        return found, titles(pilot)[0]

    found, helped = play(app_over(desk), script)
    assert {"issued:i", "issued:s", "issued:l", "issued:a", "issued:f5"} <= set(found)
    assert helped == TOPICS["issued"].title


def test_a_directive_without_a_row_is_not_opened(tmp_path: Path) -> None:
    async def script(pilot: Pilot[None]) -> bool:
        await pilot.press("ctrl+p", *"mo toan bo", "enter")
        return isinstance(pilot.app.screen, DirectiveScreen)

    assert not play(app_over(desk_of(tmp_path)), script)


def test_the_key_that_ends_other_programs_tells_how_to_end_this_one(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> str:
        await pilot.press("ctrl+c")
        return pilot.app.screen.query_one(Notice).text

    assert play(app_over(desk), script) == HOW_TO_QUIT
