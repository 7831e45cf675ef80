"""Reading data/tracker.toml."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from tracker.core.periods import CutOff
from tracker.core.rules import DeadlinePolicy
from tracker.core.successors import Successors
from tracker.resources import shipped
from tracker.settings.office import (
    SETTINGS,
    Expected,
    Settings,
    SuccessorCircle,
    UnknownSetting,
    WrongSetting,
    load_settings,
)
from tracker.settings.toml_file import SettingsProblem, UnreadableSettings

DEFAULT = Path(shipped("tracker.toml"))


def load(folder: Path, text: str | bytes) -> Settings:
    """The settings of a workspace whose file reads so."""
    path = folder / "data/tracker.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_settings(str(folder))


def test_a_workspace_not_made_yet_has_the_defaults(tmp_path: Path) -> None:
    assert load_settings(str(tmp_path / "new")) == Settings(
        office_name="Sở Khoa học và Công nghệ",
        office_short_name="Sở KH&CN",
        office_symbol="KHCN",
        committee="UBND tỉnh",
        due_soon_days=7,
        deadline_policy=DeadlinePolicy.NOMINAL,
        cut_off=CutOff.DECREE,
        reported_until=None,
        database="data/tracker.db",
        exports="exports",
        font="Times New Roman",
        margin_top_mm=20,
        margin_bottom_mm=20,
        margin_left_mm=30,
        margin_right_mm=15,
        secret_numbers=False,
        backups_kept=30,
        successors=Successors(),
        views=(),
    )


def test_the_shipped_file_as_a_workspaces_own_gives_the_defaults(tmp_path: Path) -> None:
    defaults = load_settings(str(tmp_path / "new"))
    assert load(tmp_path, DEFAULT.read_bytes()) == defaults


def test_the_shipped_file_documents_every_key() -> None:
    text = DEFAULT.read_text(encoding="utf-8")
    names = re.findall(r"^(?:# )?([a-z_]+) = ", text, flags=re.MULTILINE)
    assert sorted(names) == sorted(setting.key.partition(".")[2] for setting in SETTINGS)
    for setting in SETTINGS:
        for choice in setting.choices:
            assert f'#   "{choice}"' in text


def test_every_field_has_one_key_and_every_key_its_own_name() -> None:
    of_free_names = ("successors", "views")
    named = [field.name for field in fields(Settings) if field.name not in of_free_names]
    assert [setting.field for setting in SETTINGS] == named
    names = [setting.key.partition(".")[2] for setting in SETTINGS]
    assert len(set(names)) == len(names)


def test_what_the_office_sets_counts_and_the_rest_is_default(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        '[office]\nsymbol = "SKHCN"\n[rules]\ndue_soon_days = 3\ncut_off = "calendar"\n'
        'deadline_policy = "next_working_day"\nreported_until = 2023-11-14\n'
        "[report]\nmargin_left_mm = 27.5\n",
    )
    assert settings.office_symbol == "SKHCN"
    assert settings.due_soon_days == 3
    assert settings.cut_off is CutOff.CALENDAR
    assert settings.deadline_policy is DeadlinePolicy.NEXT_WORKING_DAY
    assert settings.reported_until == date(2023, 11, 14)
    assert settings.margin_left_mm == 27.5
    assert settings.committee == "UBND tỉnh"


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path, "") == load_settings(str(tmp_path / "new"))


def test_what_a_windows_editor_does_to_the_file_does_no_harm(tmp_path: Path) -> None:
    text = '[office]\r\ncommittee = "UBND thành phố"\r\n'
    assert load(tmp_path, b"\xef\xbb\xbf" + text.encode()).committee == "UBND thành phố"


def test_text_in_another_unicode_form_is_brought_to_one(tmp_path: Path) -> None:
    decomposed = "Ba\u0306\u0301c Giang"
    assert load(tmp_path, f'[office]\ncommittee = " {decomposed} "\n').committee == "Bắc Giang"


@pytest.mark.parametrize(
    ("text", "key", "line", "nearest"),
    [
        ("\n[rules]\n# x\ndue_son_days = 7\n", "rules.due_son_days", 4, "rules.due_soon_days"),
        ("due_soon_days = 7\n", "due_soon_days", 1, "rules.due_soon_days"),
        ('[rules]\nfont = "Arial"\n', "rules.font", 2, "report.font"),
        ('[ofice]\nname = "x"\n', "ofice", 1, "office"),
        ("[rules]\nxyzzy = 1\n", "rules.xyzzy", 2, None),
        ("rules.xyzzy = 1\n", "rules.xyzzy", 1, None),
        ('[ "rules" ]\n"xyzzy"=1\n', "rules.xyzzy", 2, None),
        ("rules = {xyzzy = 1}\n", "rules.xyzzy", 1, None),
    ],
)
def test_an_unknown_key_is_named_with_its_line_and_the_key_probably_meant(
    tmp_path: Path, text: str, key: str, line: int | None, nearest: str | None
) -> None:
    with pytest.raises(UnknownSetting) as caught:
        load(tmp_path, text)
    error = caught.value
    assert (error.key, error.line, error.nearest) == (key, line, nearest)
    assert error.path == str(tmp_path / "data/tracker.toml")
    assert error.exit_code == 2


@pytest.mark.parametrize(
    ("text", "key", "line", "found", "expected"),
    [
        ("[rules]\ndue_soon_days = '7'", "rules.due_soon_days", 2, "7", Expected.DAYS),
        ("[rules]\ndue_soon_days = true", "rules.due_soon_days", 2, True, Expected.DAYS),
        ("[rules]\ndue_soon_days = -1", "rules.due_soon_days", 2, -1, Expected.DAYS),
        ("[rules]\ndue_soon_days = 366", "rules.due_soon_days", 2, 366, Expected.DAYS),
        ("[rules]\ncut_off = 'x'", "rules.cut_off", 2, "x", Expected.CHOICE),
        ("[rules]\ncut_off = 15", "rules.cut_off", 2, 15, Expected.CHOICE),
        ("[rules]\nreported_until = '14/11/2023'", "rules.reported_until", 2, "14/11/2023", "date"),
        ("[office]\nname = 1", "office.name", 2, 1, Expected.TEXT),
        ("[office]\nname = ' '", "office.name", 2, " ", Expected.TEXT),
        ('[office]\nname = "a\\nb"', "office.name", 2, "a\nb", Expected.TEXT),
        ('[office]\nname = "a\\u001b[2J"', "office.name", 2, "a\x1b[2J", Expected.TEXT),
        ("[office.name]\nx = 1", "office.name", 1, {"x": 1}, Expected.TEXT),
        ("[report]\nmargin_top_mm = true", "report.margin_top_mm", 2, True, Expected.MILLIMETRES),
        ("[report]\nmargin_top_mm = 101", "report.margin_top_mm", 2, 101, Expected.MILLIMETRES),
        ("office = 'x'", "office", 1, "x", Expected.SECTION),
        ("[[office]]\nname = 'x'", "office", 1, [{"name": "x"}], Expected.SECTION),
    ],
)
def test_a_value_that_will_not_do_is_named_with_what_is_expected(
    tmp_path: Path, text: str, key: str, line: int, found: object, expected: str
) -> None:
    with pytest.raises(WrongSetting) as caught:
        load(tmp_path, text)
    error = caught.value
    assert (error.key, error.line, error.found, error.expected) == (key, line, found, expected)
    assert error.exit_code == 2


def test_an_instant_is_not_a_day(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting):
        load(tmp_path, "[rules]\nreported_until = 2023-11-14T10:00:00\n")


def test_a_number_that_is_none_is_not_a_margin(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting):
        load(tmp_path, "[report]\nmargin_top_mm = nan\n")


def test_a_wrong_choice_names_the_choices(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting) as caught:
        load(tmp_path, '[rules]\ndeadline_policy = "next"\n')
    assert caught.value.choices == ("nominal", "next_working_day")


@pytest.mark.parametrize(
    ("content", "problem", "line"),
    [
        (b"[office]\nname = So KHCN\n", SettingsProblem.NOT_TOML, 2),
        (b"[rules]\nreported_until = 14/11/2023\n", SettingsProblem.NOT_TOML, 2),
        (b"[rules]\nreported_until = 2023-11-31\n", SettingsProblem.NOT_TOML, 2),
        (b'[office]\n\nname = """x\n\n', SettingsProblem.NOT_TOML, 3),
        (b"[rules]\ndue_soon_days = " + b"9" * 5000, SettingsProblem.NOT_TOML, None),
        ("[office]\nname = 'Sở'".encode("utf-16"), SettingsProblem.NOT_UTF8, None),
        ("[office]\nname = 'Sơ'".encode("cp1258"), SettingsProblem.NOT_UTF8, None),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_line(
    tmp_path: Path, content: bytes, problem: SettingsProblem, line: int | None
) -> None:
    with pytest.raises(UnreadableSettings) as caught:
        load(tmp_path, content)
    assert (caught.value.problem, caught.value.line) == (problem, line)
    assert caught.value.exit_code == 2


def test_settings_that_are_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "data/tracker.toml").mkdir(parents=True)
    with pytest.raises(UnreadableSettings) as caught:
        load_settings(str(tmp_path))
    assert caught.value.problem is SettingsProblem.NOT_READABLE


@pytest.mark.parametrize(
    ("text", "key", "found", "expected"),
    [
        ("[report]\nsecret_numbers = 1", "report.secret_numbers", 1, Expected.SWITCH),
        ("[report]\nsecret_numbers = 'no'", "report.secret_numbers", "no", Expected.SWITCH),
        ("[files]\nbackups_kept = 0", "files.backups_kept", 0, Expected.COUNT),
        ("[files]\nbackups_kept = 1001", "files.backups_kept", 1001, Expected.COUNT),
        ("[files]\nbackups_kept = true", "files.backups_kept", True, Expected.COUNT),
        ("[successors]\n'Phòng A' = 5", "successors.Phòng A", 5, Expected.TEXT),
        ("[successors]\n'Phòng A' = ''", "successors.Phòng A", "", Expected.TEXT),
    ],
)
def test_switches_counts_and_names_are_what_they_have_to_be(
    tmp_path: Path, text: str, key: str, found: object, expected: Expected
) -> None:
    with pytest.raises(WrongSetting) as caught:
        load(tmp_path, text)
    error = caught.value
    assert (error.key, error.line) == (key, 2)
    assert (error.found, error.expected) == (found, expected)


def test_whether_secret_numbers_are_printed_and_how_many_backups_stay(tmp_path: Path) -> None:
    settings = load(tmp_path, "[report]\nsecret_numbers = true\n[files]\nbackups_kept = 1\n")
    assert (settings.secret_numbers, settings.backups_kept) == (True, 1)


def test_successors_are_read_whatever_stands_in_a_name(tmp_path: Path) -> None:
    successors = load(
        tmp_path, '[successors]\n"Phòng A. (cũ) = #1" = "Phòng B"\nC = "D"\n'
    ).successors
    assert successors.of("Phòng A. (cũ) = #1") == "Phòng B"
    assert successors.of("C") == "D"


@pytest.mark.parametrize(
    ("text", "names", "line"),
    [
        ('[successors]\n"A" = "A"\n', ("A",), 2),
        ('[successors]\n"X" = "Y"\n"A b" = "B"\n"B" = "a  B"\n', ("A b", "B"), 3),
    ],
)
def test_successors_that_lead_round_in_a_circle_are_refused_with_their_line(
    tmp_path: Path, text: str, names: tuple[str, ...], line: int
) -> None:
    with pytest.raises(SuccessorCircle) as caught:
        load(tmp_path, text)
    assert (caught.value.names, caught.value.line) == (names, line)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("section", ["successors", "views", "layouts"])
def test_a_section_of_free_names_is_still_a_section(tmp_path: Path, section: str) -> None:
    with pytest.raises(WrongSetting) as caught:
        load(tmp_path, f"{section} = 5\n")
    assert (caught.value.key, caught.value.expected) == (section, Expected.SECTION)


def test_a_section_in_the_middle_of_a_text_is_none(tmp_path: Path) -> None:
    text = (
        'rules = {due_soon_days = 7}\n[office]\nname = """\\\n  [rules]\\\n  x = 1"""\nxyzzy = 1\n'
    )
    with pytest.raises(UnknownSetting) as caught:
        load(tmp_path, text)
    assert (caught.value.key, caught.value.line) == ("office.xyzzy", 6)
