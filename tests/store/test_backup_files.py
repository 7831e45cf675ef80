"""Copies have names that say when and why, and only ours are ever removed."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from pathlib import Path

from tracker.store.backup import BackupExists
from tracker.store.backup_files import (
    dated_names,
    folder_of_backups,
    in_first_free,
    keep_newest_dated,
    keep_newest_numbered,
    numbered_names,
    stem_of_backups,
)

MOMENT = datetime(2023, 12, 14, 8, 5, 9)  # noqa: DTZ001 - a clerk's own hour
URL = "postgresql://lan@may-chu:5432/so%20tinh?sslmode=require"


def touched(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).touch()


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_copies_lie_beside_the_register_and_bear_its_name(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    register = str(tmp_path / "số.db")
    assert folder_of_backups(register, otherwise=elsewhere) == tmp_path / "backups"
    assert folder_of_backups(URL, otherwise=elsewhere) == elsewhere
    assert stem_of_backups(register) == "số"
    assert stem_of_backups(URL) == "so20tinh"
    assert stem_of_backups("postgresql:///?service=tracker") == "tracker"


def test_copies_of_one_second_are_numbered(tmp_path: Path) -> None:
    first = [path.name for path in islice(dated_names(tmp_path, "so", MOMENT), 3)]
    assert first == [f"so-2023-12-14-080509{rest}.db" for rest in ("", "-2", "-3")]


def test_a_copy_made_before_something_follows_all_that_are_there(tmp_path: Path) -> None:
    touched(tmp_path, "so-before-restore-2.db", "so-before-restore-10.db", "so-before-import-40.db")
    assert next(numbered_names(tmp_path, "so", "before-restore")).name == "so-before-restore-11.db"
    assert next(numbered_names(tmp_path / "new", "so", "damaged")).name == "so-damaged-1.db"


def test_a_name_that_somebody_takes_meanwhile_is_passed_over(tmp_path: Path) -> None:
    taken: list[str] = []

    def make(target: Path) -> int:
        taken.append(target.name)
        if len(taken) < 3:
            raise BackupExists(str(target))
        return len(taken)

    target, tries = in_first_free(numbered_names(tmp_path, "so", "before-import"), make)
    assert (target.name, tries) == ("so-before-import-3.db", 3)
    assert taken == [f"so-before-import-{number}.db" for number in (1, 2, 3)]


def test_only_copies_of_exactly_this_form_make_room(tmp_path: Path) -> None:
    ours = [f"so-2023-12-{day:02}-080509.db" for day in (1, 2, 3, 4)]
    others = [
        "so-2023-12-01-080509.db.bak",
        "so-2023-12-01-0805.db",
        "so-2023-12-01.db",
        "so khac-2023-12-01-080509.db",
        "so-before-restore-1.db",
        "so-quý-IV.db",
        "so.db",
    ]
    touched(tmp_path, *ours, *others)
    (tmp_path / "so-2023-11-30-080509.db").symlink_to(tmp_path / "so.db")
    (tmp_path / "so-2023-11-29-080509.db").mkdir()
    removed = keep_newest_dated(tmp_path / ours[-1], "so", 2)
    assert [path.name for path in removed] == ours[:2]
    kept = [*others, *ours[2:], "so-2023-11-30-080509.db", "so-2023-11-29-080509.db"]
    assert names_in(tmp_path) == sorted(kept)


def test_within_a_second_the_number_tells_which_is_older(tmp_path: Path) -> None:
    names = [f"so-2023-12-14-080509{rest}.db" for rest in ("", "-2", "-10", "-9")]
    touched(tmp_path, *names)
    removed = keep_newest_dated(tmp_path / names[2], "so", 2)
    assert [path.name for path in removed] == names[:2]


def test_the_copy_just_made_stays_even_where_the_clock_went_backwards(tmp_path: Path) -> None:
    touched(tmp_path, "so-2023-12-14-080509.db", "so-2030-01-01-000000.db")
    removed = keep_newest_dated(tmp_path / "so-2023-12-14-080509.db", "so", 1)
    assert [path.name for path in removed] == ["so-2030-01-01-000000.db"]


def test_each_reason_keeps_its_own(tmp_path: Path) -> None:
    touched(tmp_path, *(f"so-before-import-{number}.db" for number in range(1, 13)))
    touched(tmp_path, "so-before-upgrade-1.db", "so-damaged-1.db")
    made = tmp_path / "so-before-import-12.db"
    removed = keep_newest_numbered(made, "so", "before-import", kept=10)
    assert [path.name for path in removed] == ["so-before-import-1.db", "so-before-import-2.db"]
    assert {"so-before-upgrade-1.db", "so-damaged-1.db"} <= set(names_in(tmp_path))


def test_what_sqlite_left_beside_an_old_copy_goes_with_it(tmp_path: Path) -> None:
    old, new = "so-2023-12-01-080509.db", "so-2023-12-02-080509.db"
    touched(tmp_path, old, f"{old}-journal", new)
    keep_newest_dated(tmp_path / new, "so", 1)
    assert names_in(tmp_path) == [new]
