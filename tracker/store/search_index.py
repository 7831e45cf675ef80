"""The index a search goes by in an SQLite file: which directives hold which three letters.

It is worked out from ``directive.search_text``. Triggers write down which texts it does not know
yet, and whoever commits a change brings it up to date first. (They do not write into the index
itself: where its schema is not trusted, SQLite lets no trigger call upon a virtual table.) What a
stranger has left undone, or an SQLite built without FTS5, stays written down until another does it.

The index may name a directive too many, never one too few: whoever asks it reads the texts too.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    Run = Callable[[str], Iterable[Sequence[Any]]]
    """Runs a statement: of a connection of either library, or of a reading."""

INDEX = "directive_search"

WAITING = "directive_unindexed"
"""The directives that the index does not know by their present text."""

# The texts are folded already. Where in them the letters stand, and how many there are, is not
# kept: that would take four times the room and twice the time.
MADE = f"""CREATE VIRTUAL TABLE {INDEX} USING fts5(
    search_text, content='directive', content_rowid='id',
    tokenize='trigram case_sensitive 1', detail=none, columnsize=0
)"""

_MADE_WAITING = f"CREATE TABLE {WAITING} (id INTEGER PRIMARY KEY, indexed_text TEXT) STRICT"
"""With the text by which the index knows them; without one where it does not know them at all."""


def _noted(row: str, text: str) -> str:
    """What the index knows was true before the first change, whatever followed."""
    return (
        f"INSERT INTO {WAITING} (id, indexed_text) SELECT {row}.id, {text} "
        f"WHERE NOT EXISTS (SELECT 1 FROM {WAITING} WHERE id = {row}.id);"
    )


_NEW, _OLD = _noted("NEW", "NULL"), _noted("OLD", "OLD.search_text")
_IS_OTHER = "OLD.id <> NEW.id OR OLD.search_text <> NEW.search_text"

_TRIGGERS = {
    f"{WAITING}_after_{kind}": f"CREATE TRIGGER {WAITING}_after_{kind} AFTER {rest} END"
    for kind, rest in (
        ("insert", f"INSERT ON directive BEGIN {_NEW}"),
        (
            "update",
            f"UPDATE OF id, search_text ON directive WHEN {_IS_OTHER} BEGIN {_OLD} {_NEW}",
        ),
        ("delete", f"DELETE ON directive BEGIN {_OLD}"),
    )
}

_AS_MADE = {INDEX: "", WAITING: "", **_TRIGGERS}
"""Everything we make of it, by name; the texts of tables are as SQLite has them."""

_FOUND = f"""
SELECT name, CASE type WHEN 'trigger' THEN sql ELSE '' END FROM sqlite_schema
WHERE name IN ({", ".join(f"'{name}'" for name in _AS_MADE)})"""


def is_kept(run: Run) -> bool:
    """Whether the index can be asked here, and all that it does not know is written down."""
    return _is_known(run) and _found(run) == _AS_MADE


def make(run: Run) -> None:
    """Index what there is, and write down from now on what there is to be indexed."""
    run(_MADE_WAITING)
    for trigger in _TRIGGERS.values():
        run(trigger)
    make_anew(run)


def make_anew(run: Run) -> None:
    """Index everything, whatever became of the index; without FTS5 that has to wait."""
    if not _is_known(run):
        return
    run(f"DROP TABLE IF EXISTS {INDEX}")
    run(MADE)
    run(f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')")
    # In one piece, or small changes would have to bear the joining of large pieces.
    run(f"INSERT INTO {INDEX} ({INDEX}) VALUES ('optimize')")
    run(f"DELETE FROM {WAITING}")
    for name, trigger in _TRIGGERS.items():
        run(f"DROP TRIGGER IF EXISTS {name}")
        run(trigger)


def bring_up_to_date(run: Run) -> None:
    """Index what is written down, in the transaction of the change.

    A register of an older form, which has no index, stays as it is.
    """
    found = _found(run)
    if WAITING not in found:
        return
    if found != _AS_MADE:
        make_anew(run)
    elif _is_known(run) and list(run(f"SELECT 1 FROM {WAITING} LIMIT 1")):
        for statement in _UP_TO_DATE:
            run(statement)


_UP_TO_DATE = (
    f"INSERT INTO {INDEX} ({INDEX}, rowid, search_text) "
    f"SELECT 'delete', id, indexed_text FROM {WAITING} WHERE indexed_text IS NOT NULL",
    f"INSERT INTO {INDEX} (rowid, search_text) "
    f"SELECT id, search_text FROM directive WHERE id IN (SELECT id FROM {WAITING})",
    f"DELETE FROM {WAITING}",
)


def _is_known(run: Run) -> bool:
    """Whether this SQLite has FTS5; one new enough for strict tables knows threes of letters."""
    return ("fts5",) in map(tuple, run("PRAGMA module_list"))


def _found(run: Run) -> dict[str, str]:
    return {str(name): str(sql) for name, sql in run(_FOUND)}


def is_table_of_index(name: str) -> bool:
    """Whether this is the index, or a table in which SQLite keeps it: rows of nobody's."""
    return name == INDEX or name.startswith(f"{INDEX}_")


def quoted(letters: str) -> str:
    """Three letters as the index is asked for them, whatever signs they are."""
    return '"' + letters.replace('"', '""') + '"'


def is_about_index(line: str) -> bool:
    """Whether a complaint of SQLite about a file is of the index alone, which can be made anew."""
    return INDEX in line and "fts5" in line.casefold()
