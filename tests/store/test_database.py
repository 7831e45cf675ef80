"""Opening a register: made where there is none, and refused where it is not one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from tests.store.as_nobody import as_nobody
from tests.store.conftest import PostgreSql
from tests.store.registers import BOTH_WAYS, read, write
from tracker.store import sqlite_file
from tracker.store.database import open_store
from tracker.store.errors import (
    DamagedRegister,
    DiskTrouble,
    FolderForRegister,
    LockedRegister,
    LostRegister,
    NewerRegister,
    NoRegister,
    NotARegister,
    OutdatedRegister,
    ReadOnlyRegister,
    RegisterTrouble,
    UnreachableServer,
)
from tracker.store.finding import find
from tracker.store.reading import open_reading
from tracker.store.schema import SCHEMA_NUMBER


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_register_is_made_with_its_folders_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "sở" / "năm 2023" / "100% #1?.db"
    write(str(path))
    assert mode(path) == 0o600
    assert mode(path.parent) == mode(path.parent.parent) == 0o700
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    read(str(path))


def test_a_register_on_a_server_is_made_in_an_empty_database(postgresql: PostgreSql) -> None:
    url = postgresql.empty_database()
    with pytest.raises(NoRegister):
        read(url)
    write(url)
    read(url)


def test_a_register_can_be_opened_again_and_again(location: str) -> None:
    for _ in range(3):
        write(location)
    with open_reading(location) as reading:
        assert len(find(reading)) == 3


def test_an_empty_file_is_a_register_nobody_has_written_in_yet(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    path.touch(mode=0o600)
    with pytest.raises(NoRegister):
        read(str(path))
    write(str(path))
    read(str(path))


@pytest.mark.parametrize("is_empty", [True, False])
@BOTH_WAYS
@pytest.mark.parametrize(
    "name",
    ["sổ-2023-12-14-101500.db", "sổ-2023-12-14-101500-2.db", "sổ-before-restore-1.db"],
)
def test_a_register_that_is_gone_from_beside_its_copies_is_lost_and_not_new(
    tmp_path: Path, name: str, use: Callable[[str], None], is_empty: bool
) -> None:
    path = tmp_path / "sổ.db"
    write(str(path))
    (tmp_path / "backups").mkdir()
    path.rename(tmp_path / "backups" / name)
    if is_empty:
        path.touch()
    with pytest.raises(LostRegister) as trouble:
        use(str(path))
    assert (trouble.value.copies, trouble.value.exit_code) == (1, 6)
    assert trouble.value.newest == str(tmp_path / "backups" / name)
    assert path.exists() == is_empty
    assert not isinstance(trouble.value, NoRegister)


def test_of_the_copies_of_a_lost_register_the_one_written_last_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for age, name in enumerate(["before-import-1", "2023-12-14-101500", "2023-12-13-101500"]):
        (folder / f"so-{name}.db").write_text("sổ")
        os.utime(folder / f"so-{name}.db", (10_000 - age, 10_000 - age))
    with pytest.raises(LostRegister) as trouble:
        read(str(tmp_path / "so.db"))
    assert (trouble.value.copies, Path(trouble.value.newest).name) == (3, "so-before-import-1.db")


def test_beside_copies_of_other_registers_and_remains_a_new_one_is_made(tmp_path: Path) -> None:
    (tmp_path / "backups" / "so-2023-12-14-101500.db").mkdir(parents=True)
    for name in ("khac-2023-12-14-101500", "so-cu-2023-12-14-101500", "so-damaged-1", "so-"):
        (tmp_path / "backups" / f"{name}.db").write_text("sổ khác")
    (tmp_path / "backups" / "so-2023-12-14-101501.db").touch()
    with pytest.raises(NoRegister):
        read(str(tmp_path / "so.db"))
    write(str(tmp_path / "so.db"))


def test_reading_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NoRegister) as trouble:
        read(str(tmp_path / "mistyped.db"))
    assert trouble.value.location.endswith("mistyped.db")
    assert list(tmp_path.iterdir()) == []


def test_a_register_opened_by_many_at_once_is_made_once(tmp_path: Path) -> None:
    path = str(tmp_path / "register.db")
    with ThreadPoolExecutor(4) as clerks:
        list(clerks.map(write, [path] * 4))
    with open_reading(path) as reading:
        assert len(find(reading)) == 4
        assert reading.rows("SELECT count(*) FROM register_schema", {}) == [(1,)]


@pytest.mark.usefixtures("durable")
def test_the_pragmas_of_a_writer_are_the_safe_ones(file_location: str) -> None:
    with open_store(file_location) as store, store.transaction() as connection:
        values = {
            pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            for pragma in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "recursive_triggers",
                "trusted_schema",
                "busy_timeout",
            )
        }
    assert values == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "busy_timeout": 20_000,
    }


def test_a_reader_cannot_write(location: str) -> None:
    with open_reading(location) as reading, pytest.raises(ReadOnlyRegister):
        reading.rows("DELETE FROM day_off RETURNING day", {})


def test_a_reader_sees_one_moment_whatever_is_written_meanwhile(
    postgresql: PostgreSql,
) -> None:
    url = postgresql.register()
    with open_reading(url) as reading:
        assert find(reading) == ()
        write(url)
        assert find(reading) == ()
    with open_reading(url) as reading:
        assert len(find(reading)) == 1


def a_text(path: Path) -> None:
    path.write_text("Kính gửi: Sở Khoa học và Công nghệ\n" * 50)


def another_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE directive (id INTEGER)")


def an_empty_database_of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 7")


@BOTH_WAYS
@pytest.mark.parametrize("made", [a_text, another_database, an_empty_database_of_another_program])
def test_what_is_not_a_register_is_left_alone(
    tmp_path: Path, made: Callable[[Path], None], use: Callable[[str], None]
) -> None:
    path = tmp_path / "something.db"
    made(path)
    before = path.read_bytes()
    with pytest.raises(NotARegister):
        use(str(path))
    assert path.read_bytes() == before


@BOTH_WAYS
def test_a_folder_is_not_a_register(tmp_path: Path, use: Callable[[str], None]) -> None:
    with pytest.raises(RegisterTrouble):
        use(str(tmp_path))


@BOTH_WAYS
def test_a_database_of_others_on_the_server_is_left_alone(
    postgresql: PostgreSql, use: Callable[[str], None]
) -> None:
    url = postgresql.empty_database()
    postgresql.execute("CREATE TABLE directive (id INTEGER)", url=url)
    with pytest.raises((NotARegister, NoRegister)):
        use(url)


def set_schema_number(location: str, number: int) -> None:
    with closing(sqlite3.connect(location)) as connection:
        connection.execute(f"PRAGMA user_version = {number}")


@BOTH_WAYS
def test_a_register_of_a_newer_program_is_refused(
    file_location: str, use: Callable[[str], None]
) -> None:
    set_schema_number(file_location, SCHEMA_NUMBER + 1)
    with pytest.raises(NewerRegister) as trouble:
        use(file_location)
    assert (trouble.value.found, trouble.value.known) == (SCHEMA_NUMBER + 1, SCHEMA_NUMBER)


@BOTH_WAYS
def test_a_newer_register_on_a_server_is_refused(
    postgresql: PostgreSql, use: Callable[[str], None]
) -> None:
    url = postgresql.empty_database()
    write(url)
    postgresql.execute("UPDATE register_schema SET version_num = '0099'", url=url)
    with pytest.raises(NewerRegister):
        use(url)


def test_an_older_register_is_not_read_before_it_is_upgraded(file_location: str) -> None:
    set_schema_number(file_location, SCHEMA_NUMBER - 1)
    with pytest.raises(OutdatedRegister):
        read(file_location)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "PATIENCE_SECONDS", 0.05)


@BOTH_WAYS
@pytest.mark.usefixtures("impatient")
def test_a_register_somebody_holds_too_long_is_locked(
    file_location: str, use: Callable[[str], None]
) -> None:
    with closing(sqlite3.connect(file_location, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedRegister):
            use(file_location)


@pytest.mark.usefixtures("impatient")
def test_a_change_that_cannot_be_committed_is_not_half_there(file_location: str) -> None:
    """Whoever reads holds back the commit; the change is refused then, and gone."""
    with open_reading(file_location) as reading:
        assert find(reading) == ()
        with pytest.raises(LockedRegister):
            write(file_location)
    with open_reading(file_location) as reading:
        assert find(reading) == ()
    write(file_location)


def test_on_a_server_too_one_does_not_wait_for_ever(
    postgresql: PostgreSql, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.server.PATIENCE_SECONDS", 1)
    url = postgresql.register()
    with (
        open_store(url) as other,
        other.transaction(),
        pytest.raises(LockedRegister),
    ):
        write(url)


@BOTH_WAYS
def test_a_damaged_register_is_named_as_one(file_location: str, use: Callable[[str], None]) -> None:
    for _ in range(3):
        write(file_location)
    with Path(file_location).open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * 400_000)
    with pytest.raises(DamagedRegister):
        use(file_location)


def test_a_register_without_its_tables_is_damaged(file_location: str) -> None:
    with closing(sqlite3.connect(file_location)) as connection:
        connection.execute("DROP TABLE directive")
    with pytest.raises(DamagedRegister):
        read(file_location)


def test_a_mistake_in_our_own_sql_is_not_blamed_on_the_register(location: str) -> None:
    with open_reading(location) as reading, pytest.raises(Exception, match="nonsense") as error:
        reading.rows("SELECT nonsense FROM directive", {})
    assert not isinstance(error.value, RegisterTrouble)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may look into, unlike those pytest makes."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_in_a_folder_one_may_not_write_in_a_register_can_be_read_only(
    empty_file: Path, open_folder: Path
) -> None:
    path = Path(shutil.copy(empty_file, open_folder / "register.db"))
    path.chmod(0o666)
    open_folder.chmod(0o555)
    assert as_nobody(lambda: read(str(path))) == ""
    assert as_nobody(lambda: write(str(path))) == "ReadOnlyRegister"
    assert as_nobody(lambda: write(str(open_folder / "new.db"))) == "ReadOnlyRegister"
    assert as_nobody(lambda: write(str(open_folder / "new" / "new.db"))) == "ReadOnlyRegister"


def test_a_file_one_may_not_write_can_be_read_only(empty_file: Path, open_folder: Path) -> None:
    path = Path(shutil.copy(empty_file, open_folder / "register.db"))
    path.chmod(0o444)
    assert as_nobody(lambda: read(str(path))) == ""
    assert as_nobody(lambda: write(str(path))) == "ReadOnlyRegister"


def test_a_file_one_may_not_even_read_is_not_called_missing(
    empty_file: Path, open_folder: Path
) -> None:
    path = Path(shutil.copy(empty_file, open_folder / "register.db"))
    path.chmod(0o000)
    assert as_nobody(lambda: read(str(path))) == "CannotOpenRegister"
    assert as_nobody(lambda: write(str(path))) == "CannotOpenRegister"
    path.chmod(0o644)
    open_folder.chmod(0o000)
    assert as_nobody(lambda: read(str(path))) == "CannotOpenRegister"
    open_folder.chmod(0o755)


@BOTH_WAYS
def test_a_folder_is_not_called_forbidden(tmp_path: Path, use: Callable[[str], None]) -> None:
    with pytest.raises(FolderForRegister):
        use(str(tmp_path))
    assert not [*tmp_path.iterdir()]


def test_a_full_disk_is_named_as_one(file_location: str) -> None:
    with (
        open_store(file_location) as store,
        pytest.raises(DiskTrouble) as trouble,
        store.transaction() as connection,
    ):
        fill_up(connection)
    assert trouble.value.is_full


def fill_up(connection: Connection) -> None:
    """Let the register not grow, and then make it."""
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    connection.exec_driver_sql(
        "INSERT INTO day_off VALUES ('1999-01-01', 'holiday', hex(zeroblob(100000)))"
    )


SECRET = "mật-khẩu-bí-mật"


@BOTH_WAYS
@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://clerk:{SECRET}@127.0.0.1:1/register",
        f"postgresql://clerk:{SECRET}@/register?host=/nowhere",
        f"postgres://clerk:{SECRET}@127.0.0.1:1/register",
    ],
)
def test_a_server_that_does_not_answer_is_named_without_the_password(
    url: str, use: Callable[[str], None]
) -> None:
    with pytest.raises(UnreachableServer) as trouble:
        use(url)
    assert SECRET not in str(trouble.value.location)
    assert trouble.value.location.startswith(url.partition(":")[0])
    assert told(trouble.value).count(SECRET) == 0


def told(error: BaseException | None) -> str:
    """Everything an error, and what led to it, would print."""
    texts = []
    while error is not None:
        texts.append(f"{error!r} {error}")
        error = error.__cause__ or error.__context__
    return "\n".join(texts)


@pytest.mark.parametrize(
    "url", ["mysql://host/register", "postgresql://host:port/register", "x://", "sqlite:///a.db"]
)
@BOTH_WAYS
def test_a_url_of_something_else_is_refused(url: str, use: Callable[[str], None]) -> None:
    with pytest.raises(NotARegister):
        use(url)


def test_a_user_without_rights_on_the_server_can_only_read(postgresql: PostgreSql) -> None:
    url = postgresql.register()
    postgresql.execute(
        "DROP ROLE IF EXISTS reader",
        "CREATE ROLE reader LOGIN",
    )
    grants = "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"
    postgresql.execute(grants, url=url)
    as_reader = url.replace("//postgres:@", "//reader@")
    read(as_reader)
    with pytest.raises(ReadOnlyRegister):
        write(as_reader)
    postgresql.execute("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM reader", url=url)


def test_a_reading_gives_the_same_plain_rows_on_both_engines(location: str) -> None:
    write(location)
    with open_reading(location) as reading:
        rows: list[tuple[Any, ...]] = reading.rows(
            "SELECT id, issued_on, is_pinned, unit, document_serial FROM directive "
            "WHERE issued_on >= :day AND id <> :id",
            {"day": "2023-01-01", "id": 99, "unused": None},
        )
    assert rows == [(1, "2023-11-03", 0, "", 6340)]
