"""``tracker demo``: the main job on a throwaway copy of the shipped sample."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.output import put_lines, tell
from tracker.cli.parsing import CommandParser, text_option
from tracker.cli.place import find_place
from tracker.cli.report_office import report_office
from tracker.cli.status import status_lines
from tracker.core.membership import ReportedSoFar
from tracker.core.periods import parse_period
from tracker.operations.demo import fill_from_sample
from tracker.operations.report_files import Target, put_file
from tracker.operations.report_formats import check_suffix, file_name
from tracker.operations.report_office import APPENDIX, find_layout, stationery
from tracker.operations.reporting import gather
from tracker.operations.status import read_status
from tracker.reports.laying_out import lay_out
from tracker.reports.summary import summary_lines
from tracker.reports.workbook import workbook_bytes
from tracker.resources import SAMPLES, shipped
from tracker.wording.demo import afterwards, introduction
from tracker.wording.reporting import kept_older, written

SAMPLE = "bac-giang-2023-12.csv"
PERIOD = "12/2023"
AS_OF = date(2023, 12, 14)


def _configure(parser: CommandParser) -> None:
    text_option(parser, "--out")


def _demo(given: Any) -> int:
    if given.out is not None:
        check_suffix(Path(given.out), "xlsx")
    place = find_place(None)
    office = report_office(place)
    with TemporaryDirectory(prefix="tracker-demo-") as folder:
        desk = replace(place.desk, location=str(Path(folder) / "demo.db"))
        number = fill_from_sample(desk, Path(shipped(SAMPLES)) / SAMPLE)
        policy = desk.policy
        status = read_status(
            desk.location,
            as_of=AS_OF,
            deadline_policy=policy.deadline_policy.value,
            due_soon_days=policy.due_soon_days,
            listed=10,
        )
        period = parse_period(PERIOD, cut_off=office.cut_off)
        contents = gather(desk, period, as_of=AS_OF, reported=ReportedSoFar())
        shape = stationery(office)
        layout = find_layout(office, APPENDIX)
        content = workbook_bytes(lay_out(layout, contents, shape))
        target = Target(
            file_name=file_name(period, AS_OF, layout, "xlsx"),
            out=None if given.out is None else Path(given.out),
        )
        file = put_file(office, content, target)
    put_lines([*introduction(number), ""])
    put_lines(status_lines(status, AS_OF, is_today=False, due_soon_days=policy.due_soon_days))
    put_lines(["", *summary_lines(contents, shape.letterhead), "", written(file.path, contents)])
    if file.older is not None:
        tell(kept_older(file.older))
    put_lines(["", *afterwards()])
    return 0


COMMANDS = {"demo": Command(_configure, _demo)}
