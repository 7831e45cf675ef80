"""The reports that went out: listed, compared, taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.cli.program import Program
from tests.operations.reports_issued import DECEMBER, issue_on
from tracker.core.rules import Policy
from tracker.operations.desk import Desk


@pytest.fixture
def office(bac_giang: Program) -> Program:
    """December 2023 was issued on 16/12/2023; it is January now."""
    at = datetime(2023, 12, 16, 1, 30, tzinfo=UTC)
    location, today = str(bac_giang.register), date(2023, 12, 16)
    issue_on(Desk(location=location, who="lan", today=today, at=at, policy=Policy()), DECEMBER)
    bac_giang.today(date(2024, 1, 14))
    bac_giang.clerk("binh")
    return bac_giang


def test_the_reports_in_force_are_listed(office: Program) -> None:
    answer = office.run("reports")
    heading, line = answer.out.splitlines()
    assert heading.split()[:2] == ["Mã", "Kỳ"]
    assert line.startswith("1   tháng 12/2023  14/12/2023")
    assert "08:30 16/12/2023  lan" in line
    assert answer.err == "01 báo cáo.\n"


def test_reports_are_listed_for_programs(office: Program) -> None:
    found = office.run("reports", "--json").json
    assert found["schema_version"] == 1
    (report,) = found["reports"]
    assert (report["id"], report["period"], report["as_of"]) == (1, "2023-12", "2023-12-14")
    assert (report["in_force"], report["retraction"]) == (True, None)
    assert report["totals"]["total"] == 9
    assert len(report["sha256"]) == 64


def test_a_retracted_report_is_listed_among_all(office: Program) -> None:
    told = office.run("retract", "12/2023", "--reason", "sai số liệu").out
    assert told.startswith("Báo cáo mã 1, tháng 12/2023: đã lấy lại.")
    assert office.run("reports").out == ""
    assert "đã lấy lại (10:15 14/01/2024, binh: sai số liệu)" in office.run("reports", "--all").out
    (report,) = office.run("reports", "--all", "--json").json["reports"]
    assert report["in_force"] is False
    assert report["retraction"] == {
        "reason": "sai số liệu",
        "by": "binh",
        "at": "2024-01-14T03:15:00Z",
    }


def test_a_retraction_for_programs_tells_the_report(office: Program) -> None:
    answer = office.run("retract", "1", "--reason", "sai số liệu", "--json").json
    assert (answer["id"], answer["in_force"]) == (1, False)


def test_a_retraction_can_be_undone_by_whoever_made_it(office: Program) -> None:
    office.run("retract", "12/2023", "--reason", "sai số liệu")
    office.run("undo")
    assert office.run("reports", "--json").json["reports"][0]["in_force"] is True


def test_what_has_changed_since_is_told_with_its_reason(office: Program) -> None:
    office.run(
        "extend", "1950/UBND-KGVX", "--to", "31/01/2024", "--by", "7001/UBND-NC ngày 05/12/2023"
    )
    out = office.run("diff", "12/2023").out
    assert "  3  1950/UBND-KGVX ngày 20/4/2023\n" in out
    assert "      thời hạn: 31/12/2023 → 31/01/2024\n" in out
    assert (
        "vì: 10:15 14/01/2024  binh: Gia hạn ngày 05/12/2023, theo 7001/UBND-NC ngày 05/12/2023"
    ) in out


def test_what_has_changed_since_is_told_to_programs(office: Program) -> None:
    office.run("extend", "3", "--to", "31/01/2024", "--by", "7001/UBND-NC ngày 05/12/2023")
    office.run("done", "7", "--result", "12/BC-KHCN ngày 05/01/2024")
    found = office.run("diff", "1", "--json").json
    assert found["report"]["id"] == 1
    assert found["totals"]["old"] == found["totals"]["new"]
    (difference,) = found["differences"]
    assert (difference["id"], difference["kind"]) == (3, "changed")
    assert difference["membership"] == {"old": "open", "new": "open"}
    assert difference["fields"]["effective_deadline"] == {"old": "2023-12-31", "new": "2024-01-31"}
    assert difference["fields"]["extended_by"] == {
        "old": None,
        "new": {"number": "7001/UBND-NC", "issued_on": "2023-12-05"},
    }
    (event,) = difference["events"]
    assert (event["kind"], event["recorded_by"], event["effective_on"]) == (
        "extended",
        "binh",
        "2023-12-05",
    )
    assert [one["id"] for one in found["moved_on"]] == [7]
    assert found["days_changed"] == []


def test_a_secret_directive_keeps_its_content_from_programs_too(office: Program) -> None:
    office.run("edit", "3", "--content", "nội dung rất mật", "--secret")
    answer = office.run("diff", "12/2023", "--json")
    assert "nội dung rất mật" not in answer.out
    assert "1950/UBND-KGVX" not in answer.out
    (difference,) = answer.json["differences"]
    assert difference["fields"]["content"]["new"] == "(văn bản mật)"


def test_nothing_to_tell_is_told(office: Program) -> None:
    assert "Không có gì khác.\n" in office.run("diff", "12/2023").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("diff", "11/2023"), 3),
        (("diff", "7"), 3),
        (("diff", "tháng mười"), 2),
        (("retract", "11/2023", "--reason", "sai"), 3),
        (("retract", "12/2023"), 2),
        (("retract", "12/2023", "--reason", " "), 2),
    ],
)
def test_what_cannot_be_told_or_taken_back_is_refused(
    office: Program, arguments: tuple[str, ...], code: int
) -> None:
    assert office.refused(*arguments, code=code)


def test_a_report_is_not_taken_back_twice(office: Program) -> None:
    office.run("retract", "1", "--reason", "sai số liệu")
    assert office.refused("retract", "1", "--reason", "sai số liệu", code=4)


def test_where_nothing_is_kept_yet_no_report_was_issued(program: Program) -> None:
    answer = program.run("reports")
    assert answer.out == ""
    assert "tracker report KỲ --issue" in answer.err
    assert program.run("reports", "--json").json["reports"] == []
    assert program.refused("diff", "12/2023", code=6)
