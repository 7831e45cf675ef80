"""Reading the layouts of data/tracker.toml."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tracker.core.directive import Progress
from tracker.core.layout import (
    FIELDS,
    PLACEHOLDERS,
    Alignment,
    Field,
    Grouping,
    Layout,
    Orientation,
    RowChoice,
    RowOrder,
    RowSubject,
)
from tracker.resources import DEFAULT_SETTINGS, shipped
from tracker.settings.layout_parts import WrongLayout
from tracker.settings.layouts import load_layouts
from tracker.settings.office import load_settings
from tracker.settings.toml_file import SettingsProblem, UnreadableSettings
from tracker.wording.messages import sentence

SHIPPED = ("appendix", "plan", "extended", "overdue", "units")

COLUMN = '[[layouts.mine.columns]]\ntitle = "TT"\nfield = "ordinal"\nwidth = 5\n'


def load(folder: Path, text: str) -> dict[str, Layout]:
    """The layouts of a workspace whose settings read so."""
    path = folder / "data/tracker.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load_layouts(str(folder))


def mine(*, head: str = "", column: str = "", more: str = "") -> str:
    """A layout in two columns: head on line 3, the first column's extra on line 8."""
    return (
        f'[layouts.mine]\ntitle = "A"\n{head}\n'
        f'[[layouts.mine.columns]]\ntitle = "TT"\nfield = "ordinal"\nwidth = 5\n{column}\n'
        f'[[layouts.mine.columns]]\ntitle = "B"\nfield = "unit"\nwidth = 5\n{more}'
    )


def refused(folder: Path, text: str) -> WrongLayout:
    with pytest.raises(WrongLayout) as caught:
        load(folder, text)
    assert caught.value.path == str(folder / "data/tracker.toml")
    assert caught.value.exit_code == 2
    return caught.value


def test_every_office_has_the_shipped_layouts(tmp_path: Path) -> None:
    layouts = load_layouts(str(tmp_path / "new"))
    assert tuple(layouts) == SHIPPED
    assert [layout.name for layout in layouts.values()] == list(SHIPPED)
    whole = [layout.name for layout in layouts.values() if layout.is_whole]
    assert whole == ["appendix", "plan", "extended"]


def test_the_shipped_layouts_write_files_of_different_names(tmp_path: Path) -> None:
    layouts = load_layouts(str(tmp_path)).values()
    assert len({layout.file_stem for layout in layouts}) == len(SHIPPED)
    assert len({layout.tab for layout in layouts}) == len(SHIPPED)


def test_a_layout_says_little_and_the_rest_is_usual(tmp_path: Path) -> None:
    layout = load(tmp_path, mine())["mine"]
    assert (layout.title, layout.file_stem, layout.tab) == (("A",), "mine", "Mine")
    assert (layout.rows, layout.one_row_per) == (RowChoice.ALL, RowSubject.DIRECTIVE)
    assert (layout.group_by, layout.order) == (Grouping.NONE, RowOrder.ENTRY)
    assert (layout.orientation, layout.is_enclosed) == (Orientation.LANDSCAPE, True)
    assert layout.labels == {}
    assert layout.is_whole
    assert [(column.holds, column.alignment) for column in layout.columns] == [
        (Field.ORDINAL, Alignment.CENTER), (Field.UNIT, Alignment.CENTER)
    ]  # fmt: skip


def test_a_layout_says_everything(tmp_path: Path) -> None:
    text = mine(
        head='enclosure = false\nfile_stem = "a-1"\ntab = "A 1"\nrows = "overdue"\n'
        'group_by = "age"\norder = "worst_first"\norientation = "portrait"',
        column='align = "left"',
        more='[layouts.mine.labels]\noverdue = "Trễ"\n',
    )
    layout = load(tmp_path, text)["mine"]
    assert (layout.file_stem, layout.tab, layout.is_enclosed) == ("a-1", "A 1", False)
    assert (layout.rows, layout.group_by) == (RowChoice.OVERDUE, Grouping.AGE)
    assert (layout.order, layout.orientation) == (RowOrder.WORST_FIRST, Orientation.PORTRAIT)
    assert layout.labels == {Progress.OVERDUE: "Trễ"}
    assert layout.columns[0].alignment is Alignment.LEFT
    assert not layout.is_whole


def test_an_office_s_layout_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    layouts = load(tmp_path, mine().replace("mine", "plan"))
    assert tuple(layouts) == SHIPPED
    assert layouts["plan"].title == ("A",)


def test_a_heading_may_come_twice_and_widths_add_up_to_anything(tmp_path: Path) -> None:
    text = mine().replace('"B"', '"TT"').replace("width = 5", "width = 0.5")
    assert [column.title for column in load(tmp_path, text)["mine"].columns] == ["TT", "TT"]


def test_columns_may_be_written_on_a_line_each(tmp_path: Path) -> None:
    text = (
        '[layouts.mine]\ntitle = ["A", "B"]\ncolumns = [\n'
        '  { title = "TT", field = "ordinal", width = 5 }, # x\n'
        '  { title = "B", field = "unit", width = 5 },\n]\n'
    )
    assert len(load(tmp_path, text)["mine"].columns) == 2
    wrong = refused(tmp_path, text.replace('"unit"', '"unitt"'))
    assert (wrong.key, wrong.line, wrong.nearest) == ("layouts.mine.columns[2].field", 5, "unit")


@pytest.mark.parametrize(
    ("text", "key", "line", "problem", "nearest"),
    [
        (mine(head='titel = "A"'), "layouts.mine.titel", 3, "unknown_key", "title"),
        (mine(head='rows = "overdu"'), "layouts.mine.rows", 3, "not_a_choice", "overdue"),
        (mine(head="rows = 1"), "layouts.mine.rows", 3, "not_a_choice", None),
        (mine(head='group_by = "phong"'), "layouts.mine.group_by", 3, "not_a_choice", None),
        (mine(head='order = "worst"'), "layouts.mine.order", 3, "not_a_choice", "worst_first"),
        (mine(head="enclosure = 1"), "layouts.mine.enclosure", 3, "not_a_switch", None),
        (mine(head='file_stem = "a/b"'), "layouts.mine.file_stem", 3, "bad_name", None),
        (mine(head='file_stem = "Phụ lục"'), "layouts.mine.file_stem", 3, "bad_name", None),
        (mine(head='tab = "a:b"'), "layouts.mine.tab", 3, "bad_name", None),
        (mine(head="text_size = 15"), "layouts.mine.text_size", 3, "not_a_size", None),
        (mine(head="text_size = true"), "layouts.mine.text_size", 3, "not_a_size", None),
        (mine(column="wide = 5"), "layouts.mine.columns[1].wide", 8, "unknown_key", "width"),
        (mine(column='align = "giữa"'), "layouts.mine.columns[1].align", 8, "not_a_choice", None),
        (mine(more='align = "lef"'), "layouts.mine.columns[2].align", 13, "not_a_choice", "left"),
        (
            mine(more="[layouts.mine.labels]\noverdu = 'x'"),
            "layouts.mine.labels.overdu", 14, "unknown_key", "overdue",
        ),
        (
            mine(more="[layouts.mine.labels]\noverdue = ' '"),
            "layouts.mine.labels.overdue", 14, "not_text", None,
        ),
        (mine(more="layouts = 1"), "layouts.mine.columns[2].layouts", 13, "unknown_key", None),
        (
            mine().replace('title = "A"', 'title = "{perod} {x"'),
            "layouts.mine.title", 2, "unknown_placeholder", "period",
        ),
        (mine().replace('title = "A"', "title = []"), "layouts.mine.title", 2, "not_lines", None),
        (mine().replace('title = "A"', "title = 5"), "layouts.mine.title", 2, "not_lines", None),
        (
            mine().replace('title = "A"', 'title = ["a", 5]'),
            "layouts.mine.title", 2, "not_text", None,
        ),
        (
            mine().replace('title = "A"', 'title = "a\\u001bb"'),
            "layouts.mine.title", 2, "not_text", None,
        ),
        (mine().replace('title = "A"\n', ""), "layouts.mine.title", 1, "missing", None),
        (
            mine().replace('field = "ordinal"\n', ""),
            "layouts.mine.columns[1].field", 4, "missing", None,
        ),
        (
            mine().replace('field = "unit"\n', ""),
            "layouts.mine.columns[2].field", 9, "missing", None,
        ),
        (
            mine().replace('field = "unit"', 'field = "tien_do"'),
            "layouts.mine.columns[2].field", 11, "not_a_choice", None,
        ),
        (
            mine().replace('field = "unit"', 'field = "total"'),
            "layouts.mine.columns[2].field", 11, "does_not_fit", None,
        ),
        (
            mine(head='one_row_per = "unit"').replace('"unit"\nwidth', '"content"\nwidth'),
            "layouts.mine.columns[2].field", 11, "does_not_fit", None,
        ),
        (
            mine(head='one_row_per = "unit"\ngroup_by = "unit"'),
            "layouts.mine.group_by", 4, "does_not_fit", None,
        ),
        (mine(head='group_by = "age"'), "layouts.mine.group_by", 3, "does_not_fit", None),
        (mine().replace("width = 5", "width = 0", 1), "layouts.mine.columns[1].width", 7,
         "not_a_width", None),
        (mine().replace("width = 5", "width = -1", 1), "layouts.mine.columns[1].width", 7,
         "not_a_width", None),
        (mine().replace("width = 5", "width = true", 1), "layouts.mine.columns[1].width", 7,
         "not_a_width", None),
        (mine().replace("width = 5", "width = nan", 1), "layouts.mine.columns[1].width", 7,
         "not_a_width", None),
        (mine().replace("width = 5", "width = inf", 1), "layouts.mine.columns[1].width", 7,
         "not_a_width", None),
        (mine().replace("width = 5", "width = '5'", 1), "layouts.mine.columns[1].width", 7,
         "not_a_width", None),
        ('[layouts.mine]\ntitle = "A"\n', "layouts.mine.columns", 1, "missing", None),
        ('[layouts.mine]\ntitle = "A"\ncolumns = []\n', "layouts.mine.columns", 3,
         "no_columns", None),
        ('[layouts.mine]\ntitle = "A"\ncolumns = 5\n', "layouts.mine.columns", 3,
         "no_columns", None),
        ('[layouts.mine]\ntitle = "A"\ncolumns = [5]\n', "layouts.mine.columns[1]", 3,
         "not_a_section", None),
        ('[layouts.mine]\ntitle = "A"\n[layouts.mine.columns]\ntitle = "x"\n',
         "layouts.mine.columns", 3, "no_columns", None),
        ("[layouts]\nmine = 5\n", "layouts.mine", 2, "not_a_section", None),
        (mine().replace("mine", "Mine"), "layouts.Mine", 1, "bad_name", None),
        (mine().replace("mine", '"của tôi"'), "layouts.của tôi", 1, "bad_name", None),
        (mine().replace("mine", "1st"), "layouts.1st", 1, "bad_name", None),
        (mine() + mine().replace("mine", "other").replace('"unit"', '"x"'),
         "layouts.other.columns[2].field", 23, "not_a_choice", None),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_what_was_probably_meant(
    tmp_path: Path, text: str, key: str, line: int, problem: str, nearest: str | None
) -> None:
    wrong = refused(tmp_path, text)
    assert (wrong.key, wrong.line, wrong.problem, wrong.nearest) == (key, line, problem, nearest)


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        (mine(head='rows = "x"'), tuple(RowChoice)),
        (mine().replace('"unit"', '"total"'), FIELDS[RowSubject.DIRECTIVE]),
        (mine().replace('"A"', '"{x}"'), PLACEHOLDERS),
    ],
)
def test_the_words_that_would_do_are_named(
    tmp_path: Path, text: str, choices: tuple[str, ...]
) -> None:
    assert refused(tmp_path, text).choices == tuple(map(str, choices))


@pytest.mark.parametrize(
    "before",
    [
        'x = """\n[layouts.mine]\nrows = 5\n"""\n',
        "x = [\n  '[[layouts.mine.columns]]',\n  1,\n]\n",
        "# [layouts.mine]\n# rows = 5\n\n\n",
        'x = "[layouts.mine]"\n"a.b" = 1\n\'c d\'.e = 2\n',
    ],
)
def test_no_text_in_front_of_a_layout_shifts_its_lines(tmp_path: Path, before: str) -> None:
    (tmp_path / "data").mkdir()
    path = tmp_path / "data/tracker.toml"
    text = before + mine(head='rows = "overdu"')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WrongLayout) as caught:
        load_layouts(str(tmp_path))
    assert caught.value.line == before.count("\n") + 3


def test_a_mistake_in_a_layout_stops_no_command_that_draws_nothing(tmp_path: Path) -> None:
    refused(tmp_path, mine(head="rows = 5"))
    assert load_settings(str(tmp_path)).due_soon_days == 7


def test_settings_that_are_no_toml_have_no_layouts(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSettings) as caught:
        load(tmp_path, "[layouts.mine]\ntitle = A\n")
    assert (caught.value.problem, caught.value.line) == (SettingsProblem.NOT_TOML, 2)


def example() -> str:
    """The shipped settings with the example in them put to use."""
    text = Path(shipped(DEFAULT_SETTINGS)).read_text(encoding="utf-8")
    return re.sub(r"^#(?=\S)", "", text, flags=re.MULTILINE)


def test_the_documented_example_works_once_it_is_no_comment(tmp_path: Path) -> None:
    layouts = load(tmp_path, example())
    assert set(layouts) == {*SHIPPED, "theo-phong"}
    assert layouts["theo-phong"].group_by is Grouping.UNIT
    assert load_settings(str(tmp_path)).successors.of("phòng quản lý khoa học") == (
        "Phòng Quản lý Khoa học và Công nghệ"
    )


def test_the_shipped_file_documents_every_word_of_a_layout() -> None:
    text = Path(shipped(DEFAULT_SETTINGS)).read_text(encoding="utf-8")
    words = set(re.findall(r"[A-Za-z_]+", text))
    quoted = set(re.findall(r'"([a-z_]+)"', text))
    assert {field.value for field in Field} <= words
    for kind in (RowChoice, RowSubject, Grouping, RowOrder, Orientation, Alignment):
        assert {member.value for member in kind} <= quoted
    assert {progress.value for progress in Progress if progress != "withdrawn"} <= words
    assert set(re.findall(r"\{(\w+)\}", text)) == set(PLACEHOLDERS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            mine().replace("width = 5", "width = '5'", 1),
            "«layouts.mine.columns[1].width» cần một số lớn hơn 0, viết không có dấu nháy, nhưng "
            "đang là «5».",
        ),
        (mine().replace("mine", "Mine"), "«layouts.Mine» chỉ gồm chữ thường không dấu"),
        (
            mine(head='zzz = "x"'),
            "«layouts.mine.zzz» không phải là một mục của mẫu báo cáo. Các từ",
        ),
        (
            mine(head='group_by = "age"'),
            '«layouts.mine.group_by» đang là «age», chỉ dùng khi rows = "overdue". Các từ dùng',
        ),
        (
            mine(head='one_row_per = "unit"\ngroup_by = "unit"'),
            "«layouts.mine.group_by» không dùng được với loại dòng của mẫu này: «unit».",
        ),
    ],
)
def test_the_sentence_says_what_would_be_right(tmp_path: Path, text: str, said: str) -> None:
    told = sentence(refused(tmp_path, text))
    assert said in told
