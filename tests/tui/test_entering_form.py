from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.desks import app_over, copied, desk_of
from tests.tui.keyboard import Keyboard, send
from tests.tui.pilot import play
from tests.tui.test_acting import form_of, notice
from tracker.operations.desk import Desk
from tracker.operations.entering import Entered, Entry, add
from tracker.operations.known_names import KnownNames
from tracker.operations.queries import show
from tracker.store.errors import LockedRegister
from tracker.tui.dialogs.answers import NeitherYesNorNo, answer_note
from tracker.tui.dialogs.field import Field, Note
from tracker.tui.dialogs.form import Form, Task
from tracker.tui.dialogs.names import NameSuggester
from tracker.tui.entering import recording
from tracker.tui.entering.form import entry_of, fields

ENTRY = Entry(
    number="31/KH-UBND",
    issued="24/5/2023",
    content="Phối hợp với tỉnh Cao Bằng",
    deadline="10/01/2024",
)
FIRST = ("number", "issued", "content", "deadline")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = desk_of(tmp_path_factory.mktemp("filled"))
    add(
        made,
        Entry(
            number="1/KH-UBND",
            issued="24/5/2023",
            content="Việc",
            unit="Phòng Quản lý khoa học",
            supporting_units=("Văn phòng",),
        ),
    )
    return made


@pytest.fixture
def desk(filled: Desk, tmp_path: Path) -> Desk:
    return copied(filled, tmp_path)


def note(pilot: Pilot[None], name: str) -> str:
    """What is said beside a field."""
    shown = form_of(pilot).row(name).query_one(".note")
    return str(shown.render()) if shown.display else ""


def put(pilot: Pilot[None], **texts: str) -> None:
    """Fill fields in, as if it were typed."""
    for name, text in texts.items():
        form_of(pilot).row(name).put(text, is_typed=True)


def entered(desk: Desk, id: int) -> Entry:
    """A directive, as it would have to be typed."""
    (row,) = show(desk, f"#{id}", as_of=desk.today).rows
    return Entry(
        number=row.document.number,
        issued=f"{row.document.issued_on:%d/%m/%Y}",
        content=row.content,
        unit=row.unit,
        issuing_body=row.issuing_body,
        officer=row.officer,
        is_pinned=row.is_pinned,
    )


def test_a_directive_is_entered_in_the_form_in_six_keys_beyond_what_it_says(
    desk: Desk, filled: Desk, tmp_path: Path
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[int, str, str]:
        keyboard = Keyboard(pilot)
        await keyboard.press("b")
        for name in FIRST:
            if name != "number":
                await keyboard.press("enter")
            await keyboard.type(getattr(ENTRY, name))
        understood = note(pilot, "deadline")
        await keyboard.press("ctrl+s")
        await keyboard.settle()
        return keyboard.overhead, understood, notice(pilot)

    overhead, understood, said = play(app_over(desk), script)
    (tmp_path / "other").mkdir()
    other = copied(filled, tmp_path / "other")
    add(other, ENTRY)
    assert overhead <= 6
    assert understood == "thứ Tư, 10/01/2024, còn 27 ngày"
    assert show(desk, "#2", as_of=desk.today) == show(other, "#2", as_of=desk.today)
    assert said.startswith("Đã ghi nhiệm vụ 2: 31/KH-UBND ngày 24/5/2023")


def test_the_next_one_begins_with_the_body_the_day_and_the_unit_and_nothing_else(
    desk: Desk,
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[dict[str, str], str]:
        keyboard = Keyboard(pilot)
        await keyboard.press("b")
        put(pilot, number="31/KH-UBND", issued="24/5/2023", content="Một", deadline="10/01/2024")
        put(pilot, unit="Văn phòng", issuing_body="UBND tỉnh", officer="Lan", is_pinned="có")
        await keyboard.press("ctrl+n")
        await keyboard.settle()
        kept = {name: text for name, text in form_of(pilot).values.items() if text}
        await keyboard.type("32/KH-UBND")
        await keyboard.press("enter", "enter")
        await keyboard.type("Hai")
        await keyboard.press("ctrl+s")
        await keyboard.settle()
        return kept, notice(pilot)

    kept, said = play(app_over(desk), script)
    assert kept == {"issued": "24/5/2023", "unit": "Văn phòng", "issuing_body": "UBND tỉnh"}
    assert "Đã ghi nhiệm vụ 3: 32/KH-UBND" in said
    second = Entry(
        number="32/KH-UBND",
        issued="24/05/2023",
        content="Hai",
        unit="Văn phòng",
        issuing_body="UBND tỉnh",
    )
    assert entered(desk, 3) == second
    assert entered(desk, 2) == replace(
        second, number="31/KH-UBND", content="Một", officer="Lan", is_pinned=True
    )


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"number": "không số"}, "number"),
        ({"issued": "32/13/2023"}, "issued"),
        ({"issued": ""}, "issued"),
        ({"content": ""}, "content"),
        ({"is_secret": "chắc"}, "is_secret"),
    ],
)
def test_a_refused_form_goes_to_the_field_that_is_wrong_and_says_it_there(
    desk: Desk, wrong: dict[str, str], name: str
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str | None, str]:
        keyboard = Keyboard(pilot)
        await keyboard.press("b")
        put(pilot, **{"number": "31/KH-UBND", "issued": "24/5/2023", "content": "Một", **wrong})
        form_of(pilot).set_focus(form_of(pilot).row("officer").typed)
        await keyboard.press("ctrl+s")
        await keyboard.settle()
        focused = form_of(pilot).focused
        return focused.id if focused else None, note(pilot, name)

    focused, said = play(app_over(desk), script)
    assert focused == f"field-{name}"
    assert said.endswith(".")


def test_a_date_kept_for_the_next_one_gives_way_to_what_is_typed_and_a_typed_one_is_typed_on(
    desk: Desk,
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        keyboard = Keyboard(pilot)
        await keyboard.press("b")
        put(pilot, number="31/KH-UBND", issued="24/5/2023", content="Một")
        await keyboard.press("ctrl+n")
        await keyboard.settle()
        await keyboard.press("enter")
        await keyboard.type("24/6/20")
        replaced = form_of(pilot).values["issued"]
        await keyboard.press("shift+tab", "enter")
        await keyboard.type("23")
        return replaced, form_of(pilot).values["issued"]

    assert play(app_over(desk), script) == ("24/6/20", "24/6/2023")


def test_a_form_of_one_field_says_that_enter_saves() -> None:
    def keys(*names: str) -> list[tuple[str, str]]:
        asked = [Field(name=name, label=name) for name in names]
        form = Form(Task(title="", save=dict, fields=asked))
        return [(key, action) for key, _, action in form.hints()]

    assert keys("one") == [("Enter", "save"), ("Esc", "leave")]
    assert keys("one", "two") == [("Enter", "next"), ("Ctrl+S", "save"), ("Esc", "leave")]


def test_what_is_refused_is_put_aside_and_taken_back_by_a_key_so_that_neither_is_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def locked_once(desk: Desk, entry: Entry) -> Entered:
        tried.append(entry.number)
        if len(tried) == 1:
            raise LockedRegister(desk.location)
        return add(desk, entry)

    monkeypatch.setattr(recording, "add", locked_once)

    async def script(pilot: Pilot[None]) -> tuple[list[str], str, bool]:
        keyboard = Keyboard(pilot)
        await keyboard.press("b")
        put(pilot, number="31/KH-UBND", issued="24/5/2023", content="Một")
        form_of(pilot).action_save_and_next()  # type: ignore[attr-defined]
        put(pilot, number="32/KH-UBND", content="Hai")
        await keyboard.settle()
        numbers, trouble = [form_of(pilot).values["number"]], form_of(pilot).trouble
        for key in ("ctrl+r", "ctrl+s", "ctrl+r"):
            await keyboard.press(key)
            await keyboard.settle()
            numbers.append(form_of(pilot).values["number"])
        await keyboard.press("escape")
        is_open = isinstance(pilot.app.screen, Form)
        await keyboard.press("ctrl+s")
        await keyboard.settle()
        return numbers, trouble, is_open

    numbers, trouble, is_open = play(app_over(desk), script)
    assert numbers == ["32/KH-UBND", "31/KH-UBND", "", "32/KH-UBND"]
    assert "đang có người khác ghi" in trouble
    assert is_open
    assert [entered(desk, id).content for id in (2, 3)] == ["Một", "Hai"]


def test_why_one_was_refused_is_told_below_the_next_one_and_under_its_field_when_taken_back(
    desk: Desk,
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, str, str]:
        keyboard = Keyboard(pilot)
        await keyboard.press("b")
        put(pilot, number="31/KH-UBND", issued="31/2/2023", content="Một")
        await keyboard.press("ctrl+n")
        await keyboard.settle()
        below = form_of(pilot).trouble
        await keyboard.press("ctrl+r")
        await keyboard.settle()
        return below, form_of(pilot).row("issued").note.text, form_of(pilot).trouble

    below, under, below_then = play(app_over(desk), script)
    assert "«31/2/2023»" in below
    assert (under, below_then) == (below, "")


@pytest.mark.parametrize(
    ("typed", "is_list", "offered"),
    [
        ("phong q", False, "Phòng Quản lý khoa học"),
        ("Thanh tra, van", True, "Thanh tra, Văn phòng"),
        ("Thanh tra, ", True, None),
        ("phong a", False, None),
    ],
)
def test_names_are_offered_without_accents_as_they_are_known(
    typed: str, is_list: bool, offered: str | None
) -> None:
    suggester = NameSuggester(("Phòng Quản lý khoa học", "Văn phòng"), is_list=is_list)
    assert asyncio.run(suggester.get_suggestion(typed)) == offered


def test_arrows_move_in_a_long_text_and_leave_it_at_its_ends(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str | None]:
        keyboard = Keyboard(pilot)
        await keyboard.press("b", "down", "down", "ctrl+j")
        found = []
        for key in ("up", "up", "down", "down", "down", "up"):
            await keyboard.press(key)
            assert pilot.app.focused is not None
            found.append(pilot.app.focused.id)
        return found

    content, deadline = "field-content", "field-deadline"
    assert play(app_over(desk), script) == [
        content,
        "field-issued",
        content,
        content,
        deadline,
        content,
    ]


def test_a_paste_keeps_its_lines_in_the_content_and_blanks_for_them_elsewhere(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> dict[str, str]:
        await pilot.press("b")
        for name, text in (
            ("number", "31/KH-UBND\r\n"),
            ("content", "Một\nhai"),
            ("unit", "Văn\nphòng"),
        ):
            pilot.app.set_focus(form_of(pilot).row(name).typed)
            pilot.app.post_message(events.Paste(text))
            await pilot.pause()
        return form_of(pilot).values

    values = play(app_over(desk), script)
    assert (values["number"], values["content"]) == ("31/KH-UBND", "Một\nhai")
    assert values["unit"] == "Văn phòng"


def test_a_form_filled_in_with_an_input_method_in_one_burst_holds_what_it_composed(
    desk: Desk,
) -> None:
    composed = (*"Tie", "backspace", *"ês", "backspace", "backspace", *"ến")

    async def script(pilot: Pilot[None]) -> dict[str, str]:
        await pilot.press("b")
        send(pilot, *"31/KH", "enter", *"24/5/2023", "enter", *composed, "enter", "enter")
        send(pilot, *composed)
        for _ in range(5):
            await pilot.pause()
        return {name: text for name, text in form_of(pilot).values.items() if text}

    assert play(app_over(desk), script) == {
        "number": "31/KH",
        "issued": "24/5/2023",
        "content": "Tiến",
        "unit": "Tiến",
    }


def test_a_mark_that_is_neither_yes_nor_no_is_refused_and_one_half_typed_is_not() -> None:
    values = dict.fromkeys((field.name for field in fields(KnownNames())), "")
    assert not entry_of(values).is_pinned
    assert entry_of({**values, "is_pinned": "CO"}).is_pinned
    with pytest.raises(NeitherYesNorNo):
        entry_of({**values, "is_pinned": "chắc"})
    assert answer_note("is_pinned", "kh") == Note()
    assert answer_note("is_pinned", "chắc").role == "bad"
