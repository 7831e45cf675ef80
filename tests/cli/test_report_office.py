"""What a screen shows and writes of a report is what the command line prints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cli.program import Program
from tracker.cli.place import find_place
from tracker.cli.report_office import report_office
from tracker.core.likely_periods import likely_periods
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_preview import preview_file, preview_report
from tracker.settings.layout_parts import WrongLayout

SETTINGS = """\
[office]
name = "Sở Mẫu"
short_name = "SM"
symbol = "SM"
committee = "UBND thành phố"
[rules]
reported_until = 2023-10-31
cut_off = "calendar"
[files]
exports = "ra"
[report]
font = "Arial"
margin_left_mm = 25
secret_numbers = true
[successors]
"Văn phòng" = "Phòng Quản lý"
"""

REQUESTS = (
    ("12/2023", ReportRequest()),
    ("12/2023", ReportRequest(as_of="01/12/2023")),
    ("Q4/2023", ReportRequest(with_supporting=True)),
    ("3/2024", ReportRequest()),
    ("12/2023", ReportRequest(is_live=True)),
)


def options(request: ReportRequest) -> list[str]:
    """The same as options of the command line."""
    named = {"--as-of": request.as_of, "--layout": request.layout, "--number": request.number}
    switches = {"--with-supporting": request.with_supporting, "--live": request.is_live}
    return [
        *(f"{flag}={text}" for flag, text in named.items() if text is not None),
        *(flag for flag, is_on in switches.items() if is_on),
    ]


@pytest.mark.parametrize("is_issued", [False, True])
@pytest.mark.parametrize(("period", "asked"), REQUESTS)
def test_a_report_looked_over_says_what_the_command_says(
    bac_giang: Program, period: str, asked: ReportRequest, is_issued: bool
) -> None:
    bac_giang.run("add", "77/UBND-NC", "--issued", "1/12/2023", "--content", "x", "--supporting")
    if is_issued:
        bac_giang.run("report", "12/2023", "--issue")
        bac_giang.run("edit", "2", "--content", "Nội dung sửa lại")
    place = find_place(None)
    office = report_office(place)
    preview = preview_report(place.desk, office, period, asked)
    for name in ("json", "txt"):
        wanted = replace(asked, format=name)
        printed = bac_giang.run("report", period, "--format", name, *options(asked)).out
        drawn = preview_file(place.desk, office, preview, wanted).content.decode()
        assert drawn.splitlines() == printed.splitlines()
    summary = bac_giang.run("summary", period, *options(asked)).out
    assert list(preview.summary) == summary.splitlines()


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (ReportRequest(format="xlsx", number="352"), "phu-luc-2023-12.xlsx"),
        (ReportRequest(format="docx", layout="plan"), "ke-hoach-2023-12.docx"),
    ],
)
def test_its_file_has_the_name_and_the_bytes_of_the_one_the_command_writes(
    bac_giang: Program, asked: ReportRequest, name: str
) -> None:
    (bac_giang.home / "data/tracker.toml").write_text(SETTINGS, encoding="utf-8")
    bac_giang.run("report", "12/2023", f"--format={asked.format}", *options(asked))
    place = find_place(None)
    office = report_office(place)
    preview = preview_report(place.desk, office, "12/2023", asked)
    file = preview_file(place.desk, office, preview, asked)
    assert (file.name, office.exports) == (name, bac_giang.home / "ra")
    assert (office.exports / name).read_bytes() == file.content


def test_the_office_is_the_one_of_the_settings(bac_giang: Program) -> None:
    (bac_giang.home / "data/tracker.toml").write_text(SETTINGS, encoding="utf-8")
    place = find_place(None)
    office, settings = report_office(place), place.settings
    assert (office.names.name, office.names.short_name) == ("Sở Mẫu", "SM")
    assert (office.names.symbol, office.names.committee) == ("SM", "UBND thành phố")
    assert (office.paper.font, office.paper.left, office.paper.right) == ("Arial", 25, 15)
    assert (office.cut_off, office.reported_until) == (settings.cut_off, settings.reported_until)
    assert office.are_secret_numbers_shown
    assert office.successors.of("Văn phòng") == "Phòng Quản lý"
    assert {"appendix", "plan"} <= office.layouts().keys()
    first, *_ = likely_periods(place.desk.today, cut_off=office.cut_off)
    assert first.key == "2024-03"


def test_layouts_are_read_once_and_only_where_one_is_needed(bac_giang: Program) -> None:
    settings = bac_giang.home / "data/tracker.toml"
    settings.write_text("[layouts.x]\ntitle = 3\n", encoding="utf-8")
    office = report_office(find_place(None))
    with pytest.raises(WrongLayout):
        office.layouts()
    settings.write_text("", encoding="utf-8")
    known = office.layouts()
    settings.write_text("[layouts.x]\ntitle = 3\n", encoding="utf-8")
    assert office.layouts() is known


def test_a_place_is_prepared_only_before_something_is_written(program: Program) -> None:
    office = report_office(find_place(None))
    assert not program.home.exists()
    office.prepare()
    assert (program.home / "data/tracker.toml").is_file()
