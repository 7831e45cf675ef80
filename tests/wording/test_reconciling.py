"""What is said of the province's list beside the register, on the screen and back to them."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.builders import a_citation, a_completion, a_deadline, an_extension, every_month
from tests.two_lists import ours_of, theirs_of
from tracker.core.dates import DateProblem, UnreadableDate
from tracker.core.directive import Group, Progress
from tracker.core.disagreeing import UnitNames
from tracker.core.matching import Match, SameDocument
from tracker.core.periods import CutOff, parse_period
from tracker.core.reconciled import (
    Absence,
    AbsentTask,
    Aspect,
    Cause,
    Disagreement,
    ListPlace,
    MatchedTask,
    OnlyOurs,
    OnlyOursCause,
    OnlyTheirs,
    OnlyTheirsCause,
    OurTask,
    Reconciled,
    TheirTask,
    UnreadTask,
)
from tracker.core.reconciling import reconciled
from tracker.core.slips import Slip
from tracker.intake.drafts import Draft, Field, GroupRow, ProblemKind, RowProblem, TableReading
from tracker.intake.files.found import FoundTable, PlaceKind
from tracker.intake.raw_table import RawTable
from tracker.wording.reconciled_missing import missing_here, missing_there
from tracker.wording.reconciled_rows import match_words
from tracker.wording.reconciled_to_do import to_do
from tracker.wording.reconciled_to_tell import to_tell
from tracker.wording.reconciled_unread import unread_here
from tracker.wording.reconciled_values import their_progress
from tracker.wording.reconciling import ASPECT, reconciliation_lines, side_lines
from tracker.wording.table_places import Places

CERTAIN = Match(ours=0, theirs=0, document=SameDocument.NUMBER_AND_DATE, likeness=1.0)
NOTHING = Reconciled(matched=(), only_theirs=(), unread=(), only_ours=())
DONE = date(2023, 11, 27)


def a_table(file: str = "a.xlsx", name: str = "", number: int = 1, **reading: Any) -> Any:
    found = FoundTable(
        kind=PlaceKind.SHEET if name else PlaceKind.TABLE,
        number=number,
        name=name,
        table=RawTable(rows=()),
    )
    is_register = reading.pop("is_register", True)
    return SimpleNamespace(
        file=file, found=found, is_register=is_register, reading=TableReading(**reading)
    )


def a_reconciliation(outcome: Reconciled, **more: Any) -> Any:
    given = {
        "period": parse_period("12/2023", cut_off=CutOff.DECREE),
        "is_period_asked": True,
        "as_of": date(2023, 12, 14),
        "told_until": None,
        "tables": (a_table(),),
        "theirs": SimpleNamespace(problems={}),
    }
    return SimpleNamespace(outcome=outcome, **(given | more))


def lines_of(outcome: Reconciled, **more: Any) -> list[str]:
    return list(reconciliation_lines(a_reconciliation(outcome, **more)))


def compared(ours: OurTask, theirs: TheirTask) -> list[str]:
    return lines_of(reconciled([ours], [theirs]))


def a_pair(
    cause: Cause, *, ours: OurTask | None = None, theirs: TheirTask | None = None
) -> tuple[Disagreement, MatchedTask]:
    one = Disagreement(aspect=Aspect.DEADLINE, cause=cause)
    pair = MatchedTask(
        ours=ours or ours_of(), theirs=theirs or theirs_of(), match=CERTAIN, disagreements=(one,)
    )
    return one, pair


@pytest.mark.parametrize("cause", list(Cause))
def test_every_difference_says_what_to_do_and_what_to_tell_them(cause: Cause) -> None:
    one, pair = a_pair(cause, theirs=theirs_of(unit="Văn phòng"))
    here, there = to_do(one, pair, NOTHING), to_tell(one, pair, NOTHING)
    assert bool(here) == bool(there) == (cause is not Cause.FOLLOWS)
    assert "tracker" not in there
    assert there == "" or there[0].isupper()


@pytest.mark.parametrize("slip", list(Slip))
def test_a_slip_is_named_on_both_sides(slip: Slip) -> None:
    one, pair = a_pair(Cause.OTHER_DEADLINE)
    slipped = replace(one, slip=slip)
    assert to_do(slipped, pair, NOTHING).startswith("có vẻ ")
    assert "(có vẻ " in to_tell(slipped, pair, NOTHING)


@pytest.mark.parametrize("aspect", list(Aspect))
def test_every_aspect_has_its_name(aspect: Aspect) -> None:
    assert ASPECT[aspect.value]


def test_an_equal_list_takes_two_lines() -> None:
    assert compared(ours_of(), theirs_of()) == [
        "Đối chiếu với danh sách của tỉnh, tính đến ngày 14/12/2023 (kỳ tháng 12/2023):",
        "danh sách 01 · sổ 01 · khớp 01 · khác nhau 0 · chỉ có ở danh sách 0 · chỉ có ở sổ 0",
    ]


def test_a_difference_shows_both_sides_and_the_proposed_action() -> None:
    ours = ours_of(an_extension(date(2024, 1, 31), approved_on=date(2023, 12, 5)))
    shown = compared(ours, theirs_of(claim="Quá hạn", claimed_progress=Progress.OVERDUE))
    assert shown[2:] == [
        "",
        "Khác nhau (01):",
        "  1  6340/UBND-NC ngày 03/11/2023 (dòng 5): Rà soát thủ tục hành chính",
        "      Thời hạn      danh sách: 10/12/2023  sổ: 31/01/2024",
        "                    → tỉnh còn ghi hạn cũ; gửi tỉnh văn bản gia hạn 7001/UBND-NC ngày "
        "05/12/2023",
        "      Tiến độ       danh sách: Quá hạn     sổ: Chưa đến hạn",
    ]


def test_a_completion_of_theirs_comes_as_the_command_that_records_it() -> None:
    theirs = theirs_of(
        is_done=True,
        completed_on=DONE,
        result="Báo cáo số 80/BC-KHCN ngày 27/11/2023; $(reboot) `x`",
    )
    one, pair = a_pair(Cause.DONE_UNKNOWN_HERE, theirs=theirs)
    command = to_do(one, pair, NOTHING).partition("thì: ")[2]
    assert shlex.split(command) == [
        "tracker", "done", "1", "--on", "27/11/2023", "--result", "80/BC-KHCN ngày 27/11/2023",
    ]  # fmt: skip


def test_a_result_that_they_name_is_not_asked_for() -> None:
    one, pair = a_pair(Cause.DONE_UNKNOWN_HERE, theirs=theirs_of(result="1611/KHCN-QLCN"))
    assert "đề nghị cho biết" not in to_tell(one, pair, NOTHING)
    one, pair = a_pair(Cause.DONE_UNKNOWN_HERE)
    assert "đề nghị cho biết văn bản kết quả" in to_tell(one, pair, NOTHING)


def test_a_result_without_a_date_is_in_the_command_too() -> None:
    theirs = theirs_of(is_done=True, completed_on=DONE, result="1611/KHCN-QLCN")
    one, pair = a_pair(Cause.DONE_UNKNOWN_HERE, theirs=theirs)
    command = to_do(one, pair, NOTHING).partition("thì: ")[2]
    assert shlex.split(command)[-2:] == ["--result", "1611/KHCN-QLCN"]
    prose = "Đã tham mưu triển khai đầy đủ các nội dung theo Nghị quyết số 57-NQ/TW"
    one, pair = a_pair(Cause.DONE_UNKNOWN_HERE, theirs=replace(theirs, result=prose))
    assert "--result" not in to_do(one, pair, NOTHING)


@pytest.mark.parametrize(
    ("cause", "due", "commands"),
    [
        (Cause.OTHER_DEADLINE, date(2024, 1, 31), {"edit", "extend"}),
        (Cause.OTHER_DEADLINE, date(2023, 12, 1), {"edit"}),
        (Cause.OTHER_DEADLINE, date(2023, 5, 12), set()),
        (Cause.EXTENDED_OTHERWISE, date(2024, 1, 31), {"extend"}),
        (Cause.EXTENDED_OTHERWISE, date(2023, 12, 1), set()),
        (Cause.DEADLINE_MISSING_HERE, date(2023, 12, 20), {"edit", "extend"}),
        (Cause.DEADLINE_MISSING_HERE, date(2023, 5, 12), set()),
    ],
)
def test_no_extension_is_proposed_to_a_day_before_the_deadline_or_the_document(
    cause: Cause, due: date, commands: set[str]
) -> None:
    one, pair = a_pair(cause, theirs=theirs_of(deadline=a_deadline(due)))
    words = to_do(one, pair, NOTHING)
    assert {name for name in ("edit", "extend") if f"tracker {name} " in words} == commands
    assert "extend" in commands or "báo tỉnh" in words or "hỏi" in words


def test_the_days_of_the_month_are_told_where_no_period_was_asked_for() -> None:
    title, *_ = lines_of(NOTHING, is_period_asked=False)
    assert title == (
        "Đối chiếu với danh sách của tỉnh, tính đến ngày 14/12/2023 (nhiệm vụ đang thực hiện và "
        "xong trong tháng 12/2023, từ 15/11/2023 đến 14/12/2023):"
    )


def test_a_name_of_theirs_cannot_act_when_the_command_is_pasted() -> None:
    one, pair = a_pair(Cause.OTHER_UNIT, theirs=theirs_of(unit="Văn phòng'; reboot"))
    command, _, _ = to_do(one, pair, NOTHING).partition("thì: ")[2].rpartition("; không")
    assert shlex.split(command)[-1] == "Văn phòng'; reboot"


def test_another_office_that_leads_is_told_beside_ours() -> None:
    names = UnitNames(own=frozenset({"so khcn"}))
    mine = theirs_of(line=9, number="9/KH-UBND", key="9/kh-ubnd", content="Việc", unit="Sở KHCN")
    found = reconciled([ours_of()], [theirs_of(unit="Sở Nội vụ"), mine], names=names)
    assert lines_of(found)[5:7] == [
        "      Chủ trì       danh sách: Sở Nội vụ  sổ: cơ quan mình",
        "                    → danh sách ghi cơ quan khác chủ trì; xem văn bản giao; chỉ phối hợp "
        "thì: tracker edit 1 --supporting; tỉnh nhầm thì báo tỉnh",
    ]


def test_a_turn_is_named_in_the_command() -> None:
    ours = ours_of(deadline=every_month())
    one, pair = a_pair(Cause.DONE_UNKNOWN_HERE, ours=ours, theirs=theirs_of(is_done=True))
    assert "tracker done 1 --for 11/2023 --on NGÀY" in to_do(one, pair, NOTHING)


def test_a_completion_of_ours_is_sent_with_its_document() -> None:
    ours = ours_of(a_completion(DONE))
    known = replace(ours.row, result_documents=(a_citation("1514/KHCN-VP", DONE),))
    one, pair = a_pair(Cause.DONE_REPORTED_BEFORE, ours=replace(ours, row=known))
    november = parse_period("11/2023", cut_off=CutOff.DECREE)
    outcome = replace(NOTHING, reported_in={1: november})
    assert to_do(one, pair, outcome) == (
        "đã báo cáo hoàn thành ở kỳ trước (tháng 11/2023); gửi tỉnh văn bản kết quả 1514/KHCN-VP "
        "ngày 27/11/2023"
    )
    assert to_tell(one, pair, outcome) == (
        "Đã hoàn thành ngày 27/11/2023 tại 1514/KHCN-VP ngày 27/11/2023, đã báo cáo (tháng "
        "11/2023); đề nghị cập nhật."
    )


@pytest.mark.parametrize(
    ("document", "likeness", "words"),
    [
        (SameDocument.NUMBER_AND_DATE, 1.0, ""),
        (SameDocument.NUMBER_AND_DATE, 0.999, "cùng văn bản, giống 99%"),
        (SameDocument.NUMBER, 1.0, "cùng số ký hiệu, danh sách không ghi ngày"),
        (SameDocument.NUMBER_OF_OTHER_DATE, 1.0, "đoán, cùng số ký hiệu khác ngày, giống 100%"),
        (SameDocument.NOTHING, 0.834, "đoán, giống 83%"),
    ],
)
def test_a_guess_is_told_with_its_share(
    document: SameDocument, likeness: float, words: str
) -> None:
    assert match_words(Match(ours=0, theirs=0, document=document, likeness=likeness)) == words


@pytest.mark.parametrize("cause", list(OnlyOursCause))
def test_whatever_they_lack_has_its_reason(cause: OnlyOursCause) -> None:
    one = OnlyOurs(ours=ours_of(id=7), cause=cause)
    here = missing_there(one, lines="dòng 3", is_for_them=False)
    there = missing_there(one, lines="dòng 3", is_for_them=True)
    assert here != there
    assert "{" not in here + there
    assert "tracker" not in there


@pytest.mark.parametrize("cause", list(OnlyTheirsCause))
def test_whatever_we_lack_has_its_reason(cause: OnlyTheirsCause) -> None:
    one = OnlyTheirs(theirs=theirs_of(), cause=cause, ids=(3,))
    here = missing_here(one, NOTHING, repeats="dòng 3", is_for_them=False)
    there = missing_here(one, NOTHING, repeats="dòng 3", is_for_them=True)
    assert "{" not in here + there
    assert "tracker" not in there


def test_what_either_side_lacks_is_listed_with_what_to_do() -> None:
    absent = AbsentTask(
        id=7, key="", document=a_citation(), content="", is_secret=False, why=Absence.VOIDED
    )
    outcome = replace(
        NOTHING,
        only_theirs=(
            OnlyTheirs(
                theirs=theirs_of(), cause=OnlyTheirsCause.VOIDED, absent=absent, match=CERTAIN
            ),
        ),
        only_ours=(OnlyOurs(ours=ours_of(), cause=OnlyOursCause.DONE),),
    )
    shown = lines_of(outcome)
    assert (
        "  6340/UBND-NC ngày 03/11/2023 (dòng 5), hạn 10/12/2023: Rà soát thủ tục hành chính"
        in (shown)
    )
    assert any(line.startswith("      → sổ đã bỏ nhiệm vụ này (mã 7)") for line in shown)
    assert (
        "  1  6340/UBND-NC ngày 03/11/2023, hạn 10/12/2023, quá hạn: Rà soát thủ tục hành chính"
        in shown
    )


def test_a_row_that_cannot_be_read_is_told_with_ours_unless_it_is_secret() -> None:
    theirs = theirs_of(is_unread=True, content="Rất kín")
    problem = RowProblem(
        line=5, kind=ProblemKind.CONTENT_MISSING, field=Field.CONTENT, seen="Rất kín"
    )
    more = {"theirs": SimpleNamespace(problems={theirs.place: problem})}
    plain = lines_of(replace(NOTHING, unread=(UnreadTask(theirs=theirs, ours=ours_of()),)), **more)
    assert "Rất kín" in plain[-1]
    assert plain[-1].endswith("Có thể là nhiệm vụ 1  6340/UBND-NC ngày 03/11/2023.")
    secret = replace(theirs, is_secret=True, content="(văn bản mật)")
    hidden = lines_of(replace(NOTHING, unread=(UnreadTask(theirs=secret),)), **more)
    assert "Rất kín" not in hidden[-1]


def test_what_agrees_in_other_words_is_shown_to_be_looked_at() -> None:
    match = replace(CERTAIN, likeness=0.5)
    pair = MatchedTask(
        ours=ours_of(), theirs=theirs_of(content="Lập danh mục"), match=match, disagreements=()
    )
    shown = lines_of(replace(NOTHING, matched=(pair,) * 25))
    assert shown.count("      danh sách: Lập danh mục") == 20
    assert shown[-1] == "  và 05 nhiệm vụ khác; xem đủ bằng --json"


def test_a_place_is_named_in_as_few_words_as_tell_it() -> None:
    place = ListPlace(table=1, line=4)
    tables = [a_table(name="Bìa", is_register=False), a_table(name="Tháng 12", number=2)]
    assert Places(tables).of(place) == "dòng 4"
    both = [a_table(name="Tháng 11"), tables[1]]
    assert Places(both).of(place) == "dòng 4, trang tính «Tháng 12»"
    other = [both[0], a_table(file="b.docx", number=2)]
    assert Places(other).of(place) == "dòng 4, bảng 2 (b.docx)"


def test_what_is_odd_about_the_files_is_told_beside() -> None:
    group = GroupRow(line=2, text="I. Đã thực hiện: 03", group=Group.DONE, claimed=3, found=2)
    tables = (
        a_table(name="Bìa", is_register=False),
        a_table(name="Tháng 12", groups=(group,), month_first_lines=(9,)),
    )
    outcome = replace(NOTHING, turns_apart=2)
    told = list(side_lines(a_reconciliation(outcome, tables=tables)))
    assert told == [
        "Không phải danh sách nhiệm vụ nên bỏ qua: trang tính «Bìa».",
        "Dòng 2: «I. Đã thực hiện: 03» ghi 03 nhưng có 02 dòng.",
        "Ngày ở dòng 9 có thể bị đảo ngày và tháng; đối chiếu theo ngày như đang ghi.",
        "Danh sách nêu nhiệm vụ định kỳ nhưng không đủ các kỳ: 02 kỳ trong sổ không đối chiếu "
        "được.",
    ]


def test_what_is_not_used_of_their_rows_is_told_but_of_secret_ones() -> None:
    drafts = tuple(Draft(line=line, unused=("Mục A", "400/BC-KHCN")) for line in (5, 7))
    problem = RowProblem(
        line=6,
        kind=ProblemKind.NUMBER_MISSING,
        field=Field.NUMBER,
        draft=Draft(line=6, unused=("x",)),
    )
    tables = (a_table(drafts=drafts, problems=(problem,)),)
    outcome = reconciled([ours_of(is_secret=True)], [theirs_of(line=7)])
    assert list(side_lines(a_reconciliation(outcome, tables=tables))) == [
        "Dòng 5: không dùng «Mục A», «400/BC-KHCN».",
        "Dòng 6: không dùng «x».",
    ]
    many = (a_table(drafts=tuple(replace(drafts[0], line=line) for line in range(1, 26))),)
    told = list(side_lines(a_reconciliation(NOTHING, tables=many)))
    assert (len(told), told[-1]) == (21, "Và 05 dòng khác có chữ không dùng đến.")


def test_a_list_that_tells_of_later_days_is_said_to_do_so() -> None:
    told = list(side_lines(a_reconciliation(NOTHING, told_until=date(2023, 12, 25))))
    assert told == [
        "Danh sách có số liệu đến ngày 25/12/2023, sau ngày đối chiếu 14/12/2023; đối chiếu theo "
        "ngày của danh sách thì thêm: --as-of 25/12/2023"
    ]


def test_what_the_register_does_not_count_is_named() -> None:
    ours = [ours_of(id=7, is_expected=False)]
    (told,) = side_lines(a_reconciliation(reconciled(ours, [theirs_of()])))
    assert told.endswith("không cộng vào số của sổ: 7  6340/UBND-NC ngày 03/11/2023.")
    pair = MatchedTask(ours=ours[0], theirs=theirs_of(), match=CERTAIN, disagreements=())
    (many,) = side_lines(a_reconciliation(replace(NOTHING, matched=(pair,) * 22)))
    assert many.endswith("; và 02 nhiệm vụ khác.")


@pytest.mark.parametrize("kind", list(ProblemKind))
def test_whatever_a_row_lacks_is_told_to_those_who_sent_it(kind: ProblemKind) -> None:
    trouble = (
        UnreadableDate("31/2/2023", DateProblem.NO_SUCH_DAY)
        if kind is ProblemKind.REFUSED
        else None
    )
    problem = RowProblem(line=5, kind=kind, field=Field.COMPLETED, trouble=trouble)
    one = UnreadTask(theirs=theirs_of(is_unread=True))
    said = unread_here(one, problem, line="dòng 5")
    assert said.startswith("Dòng 5: ")
    assert said.endswith(".")
    assert "tracker" not in said
    secret = replace(one, theirs=replace(one.theirs, is_secret=True))
    hidden = unread_here(secret, replace(problem, seen="Rất kín"), line="dòng 5")
    assert hidden == "Dòng 5: chưa đọc được; đề nghị kiểm tra lại."


def test_rows_with_turned_days_are_named_in_runs_and_a_cut_is_shown() -> None:
    def said(lines: Iterable[int]) -> str:
        tables = (a_table(turned_lines=tuple(lines), month_first_lines=(4,)),)
        (told,) = side_lines(a_reconciliation(NOTHING, tables=tables))
        return told

    assert said(range(3, 9)).startswith("Ngày ở dòng 3–8 có thể")
    assert ", … có thể" in said(range(1, 100, 2))


def test_their_words_stand_beside_what_follows_from_their_dates() -> None:
    claimed = theirs_of(
        claim="Quá hạn", claimed_progress=Progress.OVERDUE, progress=Progress.NOT_YET_DUE
    )
    assert their_progress(claimed) == "Quá hạn (theo ngày tháng: Chưa đến hạn)"
    assert their_progress(replace(claimed, claim="", claimed_progress=None)) == "Chưa đến hạn"
    assert their_progress(replace(claimed, progress=Progress.OVERDUE)) == "Quá hạn"


def test_a_deadline_of_theirs_that_is_no_date_comes_quoted_in_the_command() -> None:
    theirs = theirs_of(deadline=replace(a_deadline(None), text="thường xuyên"))
    one, pair = a_pair(Cause.OTHER_DEADLINE, theirs=theirs)
    assert "--deadline 'thường xuyên'" in to_do(one, pair, NOTHING)
    unnamed, none = a_pair(Cause.EXTENDED_OTHERWISE, theirs=theirs_of(deadline=a_deadline(None)))
    assert "--to HẠN" in to_do(unnamed, none, NOTHING)
