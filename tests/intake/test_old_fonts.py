"""Text typed in fonts of before Unicode is told from other text, and turned."""

from __future__ import annotations

import pytest

from tests.builders import TODAY
from tests.intake.files.encodings import ALPHABET, in_tcvn3, in_vni
from tests.intake.tables import APPENDIX, HEADINGS, lines
from tracker.intake.drafts import ProblemKind, TableReading
from tracker.intake.old_fonts import OldFont, old_font_of, to_unicode
from tracker.intake.pasted_text import read_pasted
from tracker.intake.rows import read_table

EVERY_LETTER = f"{ALPHABET}đ bcdghklmnpqrstvx 0123456789/-.,"
WRITTEN_IN = {OldFont.TCVN3: in_tcvn3, OldFont.VNI: in_vni}


def reading(text: str, font: OldFont | None = None) -> TableReading:
    return read_table(read_pasted(text), today=TODAY, font=font)


@pytest.mark.parametrize("font", OldFont)
def test_each_letter_of_the_language_is_turned_and_no_two_are_written_alike(font: OldFont) -> None:
    written = [WRITTEN_IN[font](letter) for letter in EVERY_LETTER]
    assert len(set(written)) == len(set(EVERY_LETTER))
    assert [to_unicode(form, font) for form in written] == list(EVERY_LETTER)
    assert to_unicode("".join(written), font) == EVERY_LETTER


def test_capitals_with_a_tone_are_kept_by_vni_and_small_letters_in_tcvn3() -> None:
    capitals = f"{ALPHABET.upper()}Đ"
    assert to_unicode(in_vni(capitals), OldFont.VNI) == capitals
    assert to_unicode(in_tcvn3(capitals), OldFont.TCVN3).upper() == capitals
    assert to_unicode(in_tcvn3("ĂÂĐÊÔƠƯ"), OldFont.TCVN3) == "ĂÂĐÊÔƠƯ"


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("Uû ban nh©n d©n tØnh B¾c Giang", OldFont.TCVN3, "Uỷ ban nhân dân tỉnh Bắc Giang"),
        ("Uyû ban nhaân daân tænh, ñöôïc giao", OldFont.VNI, "Uỷ ban nhân dân tỉnh, được giao"),
        ("SÔÛ NOÄI VUÏ thöïc hieän, Aø", OldFont.VNI, "SỞ NỘI VỤ thực hiện, À"),
    ],
)
def test_text_as_offices_left_it_is_told_and_turned(text: str, font: OldFont, shown: str) -> None:
    assert old_font_of([text, text]) is font
    assert to_unicode(text, font) == shown


@pytest.mark.parametrize(
    "text",
    ["Phối hợp với tỉnh Thái Nguyên «đợt 1» · § 5", "Cong van, khong dau", "Hoà, uý, thuê", ""],
)
def test_other_text_is_in_no_old_font(text: str) -> None:
    assert old_font_of([text] * 9) is None


def test_what_was_typed_without_the_font_stays_as_it_is() -> None:
    assert to_unicode("Thời hạn: 25% · «a»", OldFont.TCVN3) == "Thời hạn: 25% · «a»"


@pytest.mark.parametrize("font", OldFont)
def test_a_table_in_an_old_font_is_read_only_where_the_font_is_said(font: OldFont) -> None:
    text = WRITTEN_IN[font](APPENDIX.replace("ĐÃ THỰC HIỆN", "Đã thực hiện"))
    assert [problem.kind for problem in reading(text).problems] == [ProblemKind.OLD_FONT]
    assert reading(text).drafts == ()
    told = [one.content.lower() for one in reading(APPENDIX).drafts]
    assert [one.content.lower() for one in reading(text, font).drafts] == told
    assert reading(text, font).problems == ()


def test_a_row_in_an_old_font_between_others_is_told_and_turned_by_itself() -> None:
    content = "Phối hợp với tỉnh Thái Nguyên, báo cáo kết quả"
    text = lines(
        HEADINGS,
        ("1", "25/KH-UBND ngày 24/5/2023", "Rà soát thủ tục", "10/01/2024", "", "", ""),
        ("2", "30/KH-UBND", in_tcvn3(content), "15/01/2024", "", "Chưa đến hạn", "Công an tỉnh"),
        ("3", "31/KH-UBND ngày 25/6/2023", content, "15/01/2024", "", "", ""),
    ).replace("30/KH-UBND", "30/KH-UBND ngày 25/6/2023")
    assert [draft.line for draft in reading(text).drafts] == [2, 4]
    assert [(one.line, one.kind) for one in reading(text).problems] == [(3, ProblemKind.OLD_FONT)]
    turned = reading(text, OldFont.TCVN3)
    assert [draft.content for draft in turned.drafts] == ["Rà soát thủ tục", content, content]
    assert turned.problems == ()
