"""Every key that a sentence names does what the sentence says, on the screen that says it.

The sentences are searched for keys; what each key means there stands in ``MEANT``, and is looked
up in the bindings. A key that is in no phrase of ``MEANT``, or that does something else by now,
fails.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

import tracker.wording
from tracker.core.saved_views import built_in_views
from tracker.tui.dialogs.chooser import ChooserList
from tracker.tui.dialogs.field import FieldText
from tracker.tui.dialogs.form import Form
from tracker.tui.entering.line_box import LineBox, LineText
from tracker.tui.entering.paste_box import PasteBox
from tracker.tui.entering.rows_screen import RowsScreen
from tracker.tui.entering.rows_table import RowsTable
from tracker.tui.helping.screen import HelpScreen
from tracker.tui.overview.charts_pane import ChartsPane
from tracker.tui.overview.screen import OverviewScreen
from tracker.tui.reporting.issued import IssuedScreen
from tracker.tui.reporting.reading import ReadingScreen
from tracker.tui.reporting.screen import ReportScreen
from tracker.tui.screens.directive import DirectiveScreen, WholeText
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.widgets.line_list import LineList
from tracker.tui.widgets.register_table import RegisterTable
from tracker.wording import (
    entering,
    hints,
    overview_pane,
    report_acts,
    report_screen,
    rows_screen,
    screen_help,
)
from tracker.wording.commands import key_name
from tracker.wording.screen import NOTHING_FOUND

Place = type[Widget] | type[App[None]]
Meaning = tuple[Place, str]
"""Where a key is pressed, and the action it is bound to there."""

NAMED = r"Ctrl(?:\+[A-Za-z]+)+|\b(?:Esc|Enter|Tab|F\d+)\b|[↑↓←→]"
"""Keys that are known by their names wherever they stand."""
PRESSED = r"(?:(?<=bấm )|(?<=Bấm )|(?<=phím ))[A-Za-z0-9/](?![\w/])"
GOING_ON = (
    r"(?:(?<=rồi )|(?<=hay )|(?<=hoặc )|(?<=bằng )|(?<=, ))[A-Za-z0-9/]"
    r"(?= để| rồi| hay| \(| «|[,.;:)]|$)"
)
KEY = re.compile(f"{NAMED}|{PRESSED}|{GOING_ON}")
ONLY_KEYS = re.compile(rf"(?:{NAMED}|PgUp|PgDn|\s)+")
"""What stands at the foot of a screen beside its words."""

OTHERWISE = {
    "help", "serving", "calendar", "differences", "history", "filter_messages", "hints", "asking",
    "importing", "reconciling", "table_differences",
}  # fmt: skip
"""Modules that speak of a terminal, of numbers, or of what became of what; hints are below."""
TAKEN_WITHOUT_BINDING: dict[type, dict[str, str]] = {
    FieldText: {"Enter": "go_on", "Ctrl+J": "break_line"}
}
"""Keys that would be typed, if what they are typed into did not look at them first."""
BY_THE_TERMINAL = ("Ctrl+V", "Ctrl+Shift+V")
"""Pasting is bound by the terminal."""


def command(name: str) -> Meaning:
    """What the register does."""
    return RegisterScreen, f"command('{name}')"


FORM_LEFT, FORM_SAVED = (Form, "leave"), (Form, "save")
REPORT_LEFT = (ReportScreen, "leave")
LOOKED_AGAIN = (ReportScreen, "look_again")
NEW_LINE = (FieldText, "break_line")

MEANT: dict[str, dict[str, tuple[Meaning, ...]]] = {
    "acting": {"Ctrl+J xuống dòng": (NEW_LINE,)},
    "commands": {"từ mọi nơi bằng Ctrl+Q": ((App, "quit"),)},
    "conflicts": {"Bấm Ctrl+S lần nữa để ghi theo biểu mẫu này; Esc": (FORM_SAVED, FORM_LEFT)},
    "detail_pane": {"bấm Enter để xem": ((RegisterTable, "choose"),)},
    "dialogs": {
        "Bấm Esc lần nữa để bỏ": (FORM_LEFT,),
        "bấm Ctrl+S để ghi lại": (FORM_SAVED,),
    },
    "editing": {"bấm A để bỏ hết dấu": (command("unmark"),)},
    "entering": {
        "Bấm Enter lần nữa để ghi lại": ((LineText, "go_on"),),
        "Ctrl+J xuống dòng": (NEW_LINE,),
        "→ nhận tên gợi ý": ((Input, "cursor_right"),),
        "sửa lại nhiệm vụ này (về bảng, phím s)": (command("edit"),),
    },
    "help_topics": {
        "hoàn tác được bằng một phím u": (command("undo"),),
        "rồi bấm Ctrl+C để chép": ((Screen, "screen.copy_text"),),
        "rồi bấm y hay Ctrl+C để chép đoạn đó": (
            (DirectiveScreen, "copy"),
            (Screen, "screen.copy_text"),
        ),
        "di chuyển rồi bấm Enter": ((ChooserList, "screen.choose"),),
        "Đứng ở một thanh rồi bấm Enter": ((ChartsPane, "choose"),),
    },
    "overview_pane": {
        "bằng phím ↑ ↓, rồi bấm Enter để xem các nhiệm vụ": (
            (ChartsPane, "move(-1)"),
            (ChartsPane, "move(1)"),
            (ChartsPane, "choose"),
        ),
        "Bấm Esc để về sổ, rồi n để nhập": ((OverviewScreen, "leave"), command("enter_line")),
        "Bấm 0 để về hôm nay, v để xem theo ngày khác": (
            (OverviewScreen, "today"),
            (OverviewScreen, "as_of"),
        ),
    },
    "rows_screen": {
        "bấm Esc để thôi": ((RowsScreen, "leave"),),
        "Bấm Esc rồi dán lại": ((RowsScreen, "leave"),),
        "bấm t để đọc hết": ((RowsScreen, "remarks"),),
        "Bấm Esc rồi chọn tệp khác": ((RowsScreen, "leave"),),
    },
    "report_acts": {
        "bấm v rồi Enter để nói rõ là tính đến …, rồi bấm p": (
            (ReportScreen, "choose_day"),
            FORM_SAVED,
            (ReportScreen, "issue"),
        ),
        "bấm d, chọn báo cáo mã …, bấm l để lấy lại": (
            (ReportScreen, "list_issued"),
            (IssuedScreen, "retract"),
        ),
        "hoặc bấm Esc để bỏ tệp đó": (REPORT_LEFT,),
        "Bấm a để xem cả những bản đã lấy lại": ((IssuedScreen, "switch_all"),),
        "Bấm Esc về bản xem trước rồi bấm p để phát hành": (
            (IssuedScreen, "leave"),
            (ReportScreen, "issue"),
        ),
        "bấm Esc về bản xem trước, bấm c chọn kỳ đó rồi bấm p để phát hành": (
            (IssuedScreen, "leave"),
            (ReportScreen, "choose_period"),
            (ReportScreen, "issue"),
        ),
        "bấm c để chọn kỳ khác, v để chọn ngày khác": (
            (ReportScreen, "choose_period"),
            (ReportScreen, "choose_day"),
        ),
        "bấm m để chọn mẫu": ((ReportScreen, "choose_layout"),),
        "bấm g vẫn ghi được đúng tệp": ((ReportScreen, "write"),),
        "sửa xong thì bấm F5": (LOOKED_AGAIN,),
        "đợi một lát rồi bấm F5": (LOOKED_AGAIN,),
        "bấm Esc về sổ rồi bấm n để nhập": (REPORT_LEFT, command("enter_line")),
        "bấm v để chọn ngày": ((ReportScreen, "choose_day"),),
        "bấm Esc, rồi F5 để đọc lại; xem lại rồi bấm p": (
            FORM_LEFT,
            LOOKED_AGAIN,
            (ReportScreen, "issue"),
        ),
    },
    "report_screen": {
        "Esc, chọn nhiệm vụ, bấm h (ngày hoàn thành) hoặc s (thời hạn)": (
            REPORT_LEFT,
            command("done"),
            command("edit"),
        ),
        "bấm F5 để đọc lại": (LOOKED_AGAIN,),
    },
    "screen": {
        "bấm 0 để về hôm nay": (command("today"),),
        "bấm m để chọn việc làm chung": (command("menu"),),
        "Thoát bằng q hay Ctrl+Q": (command("quit"), (App, "quit")),
        "bấm i để nhập cả tệp": (command("import"),),
        "hoặc p để dán bảng": (command("paste"),),
        "Bấm n để nhập từng nhiệm vụ bằng một dòng, b để nhập bằng biểu mẫu": (
            command("enter_line"),
            command("enter_form"),
        ),
        "thoát bằng q rồi gõ tracker demo": (command("quit"),),
        "Bấm Esc để bỏ tìm kiếm và bộ lọc, 6 để xem tất cả": (
            command("clear"),
            (RegisterScreen, "view_by_key('6')"),
        ),
    },
    "screen_help": {
        "bấm m, hoặc Ctrl+P rồi gõ tên lệnh": (command("menu"), command("palette")),
    },
    "screen_refusals": {
        "bấm s («…»)": (command("edit"),),
        "bấm m rồi chọn «…»": (command("menu"),),
        "bấm d rồi a để xem cả những bản đã lấy lại": (
            (ReportScreen, "list_issued"),
            (IssuedScreen, "switch_all"),
        ),
        "bấm d để xem các báo cáo": ((ReportScreen, "list_issued"),),
        "bấm u để hoàn tác": (command("undo"),),
        "bấm / để tìm": (command("search"),),
        "bấm 0 về hôm nay, hoặc v để chọn ngày muộn hơn": (command("today"), command("as_of")),
        "bấm Esc về bảng, bảng tự đọc lại": ((DirectiveScreen, "close"),),
        "bấm Esc, xem lại rồi bấm u": (FORM_LEFT, command("undo")),
        "hoặc m để ghi bổ sung": (command("menu"),),
        "(bấm d, chọn báo cáo đó, bấm l)": (
            (ReportScreen, "list_issued"),
            (IssuedScreen, "retract"),
        ),
        "hoặc bấm n để nhập nhiệm vụ đầu tiên": (command("enter_line"),),
        "bấm Esc về bảng, chọn nhiệm vụ rồi bấm Enter": (FORM_LEFT, (RegisterTable, "choose")),
        "bấm r (Báo cáo), d, chọn báo cáo đó rồi bấm l để lấy lại": (
            command("reports"),
            (ReportScreen, "list_issued"),
            (IssuedScreen, "retract"),
        ),
    },
}

SOURCES = {path.stem: path for path in Path(tracker.wording.__file__).parent.glob("*.py")}


def texts(module: str) -> Iterator[str]:
    """What a module may say; an ellipsis for what is filled in."""
    tree = ast.parse(SOURCES[module].read_text("utf-8"))
    nodes = list(ast.walk(tree))
    beside = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            beside |= {id(part) for part in node.values}
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values
            )
    for node in nodes:
        if isinstance(node, ast.Constant) and id(node) not in beside:
            text = str(node.value)
            if ONLY_KEYS.fullmatch(text) is None:
                yield text


def binding_parts(binding: Binding) -> tuple[str, str]:
    return binding.key, binding.action


def bound_in(place: Place) -> dict[str, set[str]]:
    """The actions of each key, by its name on the keyboard."""
    actions = defaultdict(set)
    for cls in place.__mro__:
        for key, action in TAKEN_WITHOUT_BINDING.get(cls, {}).items():
            actions[key].add(action)
        for binding in cls.__dict__.get("BINDINGS", ()):
            keys, action, *_ = binding if isinstance(binding, tuple) else binding_parts(binding)
            for key in map(str.strip, keys.split(",")):
                if not {"alt", "super"} & set(key.split("+")):
                    actions[key_name(key)].add(action)
    return actions


@pytest.mark.parametrize("module", sorted(set(SOURCES) - OTHERWISE))
def test_every_key_in_a_sentence_does_what_the_sentence_says(module: str) -> None:
    phrases = MEANT.get(module, {})
    said = list(texts(module))
    for phrase, meanings in phrases.items():
        assert any(phrase in text for text in said), phrase
        keys = KEY.findall(phrase)
        assert len(keys) == len(meanings), phrase
        for key, (place, action) in zip(keys, meanings, strict=True):
            assert action in bound_in(place)[key], (phrase, key)
    for text in said:
        rest = text
        for phrase in (*sorted(phrases, key=len, reverse=True), *BY_THE_TERMINAL):
            rest = rest.replace(phrase, "")
        assert KEY.findall(rest) == [], text


def test_the_view_that_shows_everything_is_on_the_key_that_is_told() -> None:
    (number,) = (view.number for view in built_in_views(due_soon_days=7) if not view.filter_text)
    assert f"{number} để xem tất cả" in NOTHING_FOUND[-1]


FEET: list[tuple[tuple[Place, ...], Iterable[tuple[str, str, str]]]] = [
    ((RegisterScreen,), (*hints.REGISTER, *hints.ANOTHER_DAY, *hints.hints_for(2))),
    ((DirectiveScreen, WholeText), hints.DIRECTIVE),
    ((OverviewScreen, ChartsPane), overview_pane.HINTS),
    (
        (ReportScreen,),
        (
            *report_screen.asked_pieces(period="", layout="", as_of="", with_supporting=False),
            *(
                hint
                for is_as_issued in (False, True)
                for hint in report_screen.preview_hints(is_standing=True, is_as_issued=is_as_issued)
            ),
            *report_screen.preview_hints(is_standing=False, is_as_issued=False),
        ),
    ),
    ((IssuedScreen, LineList), report_acts.LIST_HINTS),
    ((IssuedScreen,), [(*hint, "switch_all") for hint in report_acts.ALL_HINTS.values()]),
    ((ReadingScreen,), report_acts.READING_HINTS),
    ((RowsScreen, RowsTable), rows_screen.hints(2, flagged=1, remarks=1, is_old=True)),
    ((PasteBox,), rows_screen.BOX_HINTS),
    ((LineBox, LineText), entering.LINE_HINTS),
    ((HelpScreen,), screen_help.HELP_HINTS),
]

IN_A_LIST = {"look": "choose", "leave_out": "choose", "save": "go_on"}
"""What the key runs in the list or line that has the focus, where a press runs something else."""


@pytest.mark.parametrize(
    ("places", "foot"),
    FEET,
    ids=[f"{places[0].__name__}-{at}" for at, (places, _) in enumerate(FEET)],
)
def test_every_key_at_the_foot_of_a_screen_does_what_a_press_on_it_does(
    places: tuple[Place, ...], foot: Iterable[tuple[str, str, str]]
) -> None:
    for key, words, press in foot:
        if press:
            bound = set().union(*(bound_in(place)[key] for place in places))
            wanted = {press, f"command('{press}')", f"screen.{press}", IN_A_LIST.get(press)}
            assert wanted & {*bound, *(action.partition("(")[0] for action in bound)}, (key, words)
