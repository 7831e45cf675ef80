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
from tracker.cli.report_formats import check_suffix, file_name
from tracker.cli.report_making import APPENDIX, export, find_layout, stationery
from tracker.cli.status import status_lines
from tracker.core.membership import ReportedSoFar
from tracker.core.periods import parse_period
from tracker.operations.demo import fill_from_sample
from tracker.operations.reporting import gather, write_report
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
        period = parse_period(PERIOD, cut_off=place.settings.cut_off)
        contents = gather(desk, period, as_of=AS_OF, reported=ReportedSoFar())
        shape = stationery(place)
        layout = find_layout(place, APPENDIX)
        content = workbook_bytes(lay_out(layout, contents, shape))
        older = None
        if given.out is None:
            path, older = export(place, content, file_name(period, AS_OF, layout, "xlsx"))
        else:
            path = write_report(Path(given.out), content)
    put_lines([*introduction(number), ""])
    put_lines(status_lines(status, AS_OF, is_today=False, due_soon_days=policy.due_soon_days))
    put_lines(["", *summary_lines(contents, shape.letterhead), "", written(path, contents)])
    if older is not None:
        tell(kept_older(older))
    put_lines(["", *afterwards()])
    return 0


COMMANDS = {"demo": Command(_configure, _demo)}
