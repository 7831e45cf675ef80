from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tui.desks import TODAY, app_over, desk_of, fill
from tracker.core.saved_views import built_in_views
from tracker.operations.actions import Ruling
from tracker.operations.browsing import all_ids, look, rows_by_id
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.progressing import Completion, by_document, done
from tracker.tui.view import View
from tracker.wording.filters import view_label
from tracker.wording.screen import PRESETS
from tracker.wording.summary_bar import ADDING_UP, APART, BESIDE, numbers

WITHDRAWN, SUSPENDED, ON_TIME, LATE, WITHOUT_DEADLINE = 3, 4, 6, 7, 9


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One of every kind at least."""
    made = desk_of(tmp_path_factory.mktemp("view"))
    fill(made)
    entry = Entry(
        number="8/UBND-NC", issued="1/11/2023", content="Việc đã xong", deadline="1/12/2023"
    )
    add(made, entry)
    add(made, replace(entry, number="9/UBND-NC"))
    add(made, replace(entry, number="10/UBND-NC", is_supporting=True))
    add(made, replace(entry, number="11/UBND-NC", deadline=""))
    ruling = Ruling(by="99/UBND-NC ngày 13/12/2023")
    by_document(made, f"#{WITHDRAWN}", ruling, name="withdraw")
    by_document(made, f"#{SUSPENDED}", ruling, name="suspend")
    done(made, f"#{ON_TIME}", Completion(on="30/11/2023"))
    done(made, f"#{LATE}", Completion(on="2/12/2023"))
    done(made, f"#{WITHOUT_DEADLINE}", Completion(on="2/12/2023"))
    return made


@pytest.mark.parametrize("name", ["total", *ADDING_UP, *APART, *BESIDE])
def test_a_number_counts_the_rows_it_shows(desk: Desk, name: str) -> None:
    surroundings = app_over(desk).surroundings
    selection = View(preset=name).selection(surroundings, TODAY)
    totals = look(desk, selection, as_of=TODAY, at_most=1).totals
    assert len(all_ids(desk, selection, as_of=TODAY) or ()) == numbers(totals)[name]
    assert name in PRESETS


def shown(desk: Desk, view: View) -> list[int]:
    selection = view.selection(app_over(desk).surroundings, TODAY)
    rows = rows_by_id(desk, all_ids(desk, selection, as_of=TODAY) or (), as_of=TODAY)
    return sorted(row.id for row in rows if row is not None)


def test_a_view_called_like_a_number_shows_the_rows_of_that_number(desk: Desk) -> None:
    by_label = {label: name for name, label in PRESETS.items()}
    alike = 0
    for view in built_in_views(due_soon_days=7):
        if name := by_label.get(view_label(view)):
            saved = View(preset="", saved_text=view.filter_text) if view.filter_text else View()
            assert shown(desk, saved) == shown(desk, View(preset=name)), name
            alike += 1
    assert alike == 3


def test_what_is_done_has_no_deadline_either_but_is_in_no_view_of_what_is_open(
    desk: Desk,
) -> None:
    (view,) = (one for one in built_in_views(due_soon_days=7) if one.name == "no_deadline")
    assert shown(desk, View(preset="no_deadline")) == [5, WITHOUT_DEADLINE]
    assert shown(desk, View(preset="", saved_text=view.filter_text)) == [5]
    assert view_label(view) == "Chưa xong, không thời hạn"


def test_a_search_of_everything_finds_what_was_withdrawn_too(desk: Desk) -> None:
    selection = View(typed="lang son").selection(app_over(desk).surroundings, TODAY)
    (row,) = rows_by_id(desk, all_ids(desk, selection, as_of=TODAY) or (), as_of=TODAY)
    assert row is not None
    assert row.id == WITHDRAWN
