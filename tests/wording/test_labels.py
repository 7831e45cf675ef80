from __future__ import annotations

import subprocess
import sys
from enum import StrEnum

import pytest

from tracker.core.deadline import DeadlineKind
from tracker.core.directive import Group, Progress, State
from tracker.core.events import EventKind
from tracker.core.membership import Membership
from tracker.wording import labels


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Progress, labels.PROGRESS),
        (State, labels.STATE),
        (Group, labels.GROUP),
        (EventKind, labels.EVENT),
        (Membership, labels.MEMBERSHIP),
    ],
)
def test_every_value_has_a_name_and_every_name_a_value(
    kind: type[StrEnum], names: dict[str, str]
) -> None:
    assert set(names) == {member.value for member in kind}
    assert all(names.values())


def test_judgements_are_named_as_in_the_appendix() -> None:
    assert labels.PROGRESS[Progress.ON_TIME] == "Đúng hạn"
    assert labels.PROGRESS[Progress.NOT_YET_DUE] == "Chưa đến hạn"
    assert labels.PROGRESS[Progress.OVERDUE] == "Quá hạn"
    assert labels.PROGRESS[Progress.LATE] == "Chậm"


def test_only_what_is_open_without_an_end_has_a_name_of_its_own_on_the_screen() -> None:
    differing = {
        (progress, kind)
        for progress in Progress
        for kind in DeadlineKind
        if labels.screen_progress(progress, kind) != labels.PROGRESS[progress]
    }
    assert differing == {(Progress.NOT_YET_DUE, DeadlineKind.ONGOING)}
    assert labels.screen_progress("not_yet_due", "ongoing") == "Thường xuyên"


def test_the_quick_words_import_nothing_of_ours_and_nothing_slow() -> None:
    program = (
        "import sys; before = set(sys.modules); "
        "import tracker.wording.formats, tracker.wording.labels; "
        "print('\\n'.join(set(sys.modules) - before))"
    )
    loaded = subprocess.run(
        [sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert set(loaded) <= {
        "__future__",
        "tracker",
        "tracker.wording",
        "tracker.wording.formats",
        "tracker.wording.labels",
    }
