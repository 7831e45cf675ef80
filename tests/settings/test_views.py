"""Reading the views of data/tracker.toml."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.builders import TODAY
from tracker.core import filter_words as words
from tracker.core.filter_grammar import parse_filter
from tracker.core.filter_pieces import UnknownFilterKey
from tracker.core.filter_terms import UnknownFilterValue, UnreadableFilterDate
from tracker.core.filters import ContradictoryFilter, FilterKey
from tracker.core.saved_views import SavedView
from tracker.resources import DEFAULT_SETTINGS, shipped
from tracker.settings.office import load_settings
from tracker.settings.views import ViewProblem, WrongView
from tracker.wording.messages import sentence

SHIPPED = Path(shipped(DEFAULT_SETTINGS)).read_text(encoding="utf-8")


def load(folder: Path, text: str) -> tuple[SavedView, ...]:
    """The views of a workspace whose settings read so."""
    path = folder / "data/tracker.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load_settings(str(folder)).views


def refused(folder: Path, text: str) -> WrongView:
    with pytest.raises(WrongView) as caught:
        load(folder, text)
    assert caught.value.path == str(folder / "data/tracker.toml")
    assert caught.value.exit_code == 2
    return caught.value


def test_an_office_has_no_views_of_its_own_at_first(tmp_path: Path) -> None:
    assert load_settings(str(tmp_path / "new")).views == ()
    assert load(tmp_path, SHIPPED) == ()


def test_views_are_kept_as_they_are_written_and_counted_from_seven(tmp_path: Path) -> None:
    text = """[views]
"Việc của phòng Quản lý" = 'don-vi:"Phòng Quản lý" tinh-trang:chua-xong'
Tháng_này = "xong:thang-nay"
"Ba\u0302y" = " lang son "
""".replace("Tháng_này", '"Tháng này"')
    assert load(tmp_path, text) == (
        SavedView(
            number=7,
            name="Việc của phòng Quản lý",
            filter_text='don-vi:"Phòng Quản lý" tinh-trang:chua-xong',
        ),
        SavedView(number=8, name="Tháng này", filter_text="xong:thang-nay"),
        SavedView(number=9, name="Bây", filter_text="lang son"),
    )


def test_the_example_in_the_shipped_file_can_be_used(tmp_path: Path) -> None:
    uncommented = re.sub(r'^#("Việc của phòng)', r"\1", SHIPPED, flags=re.MULTILINE)
    assert uncommented != SHIPPED
    (view,) = load(tmp_path, uncommented)
    assert parse_filter(view.filter_text, today=TODAY).units == ("Phòng Quản lý",)


def test_the_shipped_file_explains_every_key_and_every_value() -> None:
    section = SHIPPED.split("\n[views]\n")[1].split("\n# ---")[0]
    said = set(re.findall(r"[a-z]+(?:-[a-z]+)*", section))
    keys = set(words.choices(words.KEYS)) - {words.written(words.KEYS, FilterKey.DUE_WITHIN)}
    values = (words.PROGRESS, words.STATE, words.ROLE, words.THERE_IS, words.ORDER)
    assert keys | {word for table in values for word in words.choices(table)} <= said


@pytest.mark.parametrize(
    ("filter_text", "trouble"),
    [
        ("td:muon", UnknownFilterValue),
        ("tien-dp:cham", UnknownFilterKey),
        ("han<31/2/2024", UnreadableFilterDate),
        ("xep:han xep:so", ContradictoryFilter),
    ],
)
def test_a_filter_that_cannot_be_understood_is_refused_with_its_line(
    tmp_path: Path, filter_text: str, trouble: type[Exception]
) -> None:
    error = refused(tmp_path, f'[views]\n"A" = "lang"\n\n"B" = "{filter_text}"\n')
    assert (error.name, error.line, error.problem) == ("B", 4, ViewProblem.BAD_FILTER)
    assert type(error.trouble) is trouble
    said = sentence(error)
    assert "dòng 4" in said
    assert "«B»" in said
    assert sentence(error.trouble)[1:] in said


@pytest.mark.parametrize(
    ("line", "name", "problem"),
    [
        ('"" = "lang"', "", ViewProblem.BAD_NAME),
        ('" " = "lang"', " ", ViewProblem.BAD_NAME),
        ('7 = "lang"', "7", ViewProblem.BAD_NAME),
        ('"a\\u001b[2J" = "lang"', "a\x1b[2J", ViewProblem.BAD_NAME),
        ("A = 7", "A", ViewProblem.NOT_TEXT),
        ('A = ""', "A", ViewProblem.NOT_TEXT),
        ('A = "lang\\nson"', "A", ViewProblem.NOT_TEXT),
        ('A = ["lang"]', "A", ViewProblem.NOT_TEXT),
        ("A.B = 'lang'", "A", ViewProblem.NOT_TEXT),
    ],
)
def test_a_view_has_a_name_and_a_filter_each_on_one_line(
    tmp_path: Path, line: str, name: str, problem: ViewProblem
) -> None:
    error = refused(tmp_path, f"[views]\n{line}\n")
    assert (error.name, error.line, error.problem) == (name, 2, problem)
    assert "\x1b" not in sentence(error)


def test_a_fourth_view_is_one_too_many(tmp_path: Path) -> None:
    lines = [f'"Việc {number}" = "viec"' for number in range(4)]
    error = refused(tmp_path, "\n".join(["[views]", *lines]))
    assert (error.name, error.line, error.problem) == ("Việc 3", 5, ViewProblem.TOO_MANY)
    assert "chỉ được 3" in sentence(error)
