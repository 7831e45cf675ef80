"""A register as the first form of the program left it, to be brought up to date."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

from tracker.store import upgrading
from tracker.store.schema import APPLICATION_ID

DEADLINE = {
    "text": "10/12/2023",
    "kind": "date",
    "due_on": "2023-12-10",
    "is_before": False,
    "recurrence": None,
    "offset": None,
}
ASSIGNMENT = {
    "document": {"number": "6340/UBND-NC", "issued_on": "2023-11-03"},
    "content": "Rà soát thủ tục hành chính",
    "deadline": DEADLINE,
    "assigned_on": "2023-11-03",
    "issuing_body": "",
    "unit": "Văn phòng",
    "supporting_units": [],
    "officer": "",
    "assigned_by": "",
    "is_started": True,
    "is_pinned": False,
}
LETTER = {"number": "7001/UBND-NC", "issued_on": "2023-12-05"}
RETURNED = {"number": "7100/UBND-NC", "issued_on": "2023-12-13"}

EVENTS: tuple[tuple[int, str, str | None, Mapping[str, Any]], ...] = (
    (1, "assigned", "2023-11-03", {"assignment": ASSIGNMENT}),
    (2, "noted", "2023-12-01", {"effective_on": "2023-12-01", "text": "Đang lấy ý kiến"}),
    (
        3,
        "extended",
        "2023-12-05",
        {
            "deadline": {**DEADLINE, "text": "20/12/2023", "due_on": "2023-12-20"},
            "authority": LETTER,
        },
    ),
    (
        4,
        "completed",
        "2023-12-12",
        {"completed_on": "2023-12-12", "result_text": "", "results": [], "instance": None},
    ),
    (
        5,
        "reopened",
        "2023-12-13",
        {"effective_on": "2023-12-13", "authority": RETURNED, "reason": "làm lại"},
    ),
    (6, "noted", "2023-12-02", {"effective_on": "2023-12-02", "text": "ghi nhầm"}),
)
"""Operation, kind, day and payload. The sixth operation is taken back by the seventh."""


def make_first_form(engine: Engine) -> None:
    """Make a register with one directive and one that is no more."""
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(upgrading.MIGRATIONS))
        config.set_main_option("path_separator", "os")
        command.upgrade(config, "0001")
        upgrading.seed_days_off(connection)
        _fill(connection)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql("PRAGMA user_version = 1")


def _fill(connection: Connection) -> None:
    for id in range(1, 8):
        connection.execute(
            text("INSERT INTO operation (id, at, who, name, undoes) VALUES (:id, :at, :w, :n, :u)"),
            {
                "id": id,
                "at": "2023-12-14T01:30:00Z",
                "w": "lan",
                "n": "change",
                "u": 6 if id == 7 else None,
            },
        )
    for is_void in (0, 1):
        connection.execute(_DIRECTIVE, {"id": is_void + 1, "is_void": is_void})
    for operation_id, kind, day, payload in EVENTS:
        connection.execute(
            _EVENT,
            {
                "operation_id": operation_id,
                "kind": kind,
                "day": day,
                "payload": json.dumps(payload),
            },
        )
    connection.execute(_GONE, {"payload": json.dumps(EVENTS[0][3])})
    connection.execute(_STANDING)
    if connection.dialect.name == "postgresql":
        for table, following in (("operation", 8), ("directive", 3)):
            connection.execute(text(f"ALTER SEQUENCE {table}_id_seq RESTART WITH {following}"))


_DIRECTIVE = text("""
INSERT INTO directive (id, version, document_number, document_key, document_serial,
    document_symbol, issued_on, content, assigned_on, issuing_body, unit, supporting_units,
    officer, assigned_by, is_pinned, deadline_text, deadline_kind, is_before, due_on, is_void,
    search_text)
VALUES (:id, 8, '6340/UBND-NC', '6340/ubnd-nc', 6340, '', '2023-11-03', 'cũ', '2023-11-03', '',
    '', '[]', '', '', 0, '10/12/2023', 'date', 0, '2023-12-10', :is_void, 'cu')""")

_EVENT = text("""
INSERT INTO event (operation_id, directive_id, kind, effective_on, payload, old_values, new_values)
VALUES (:operation_id, 1, :kind, :day, :payload, '{}', '{}')""")

_GONE = text("""
INSERT INTO event (operation_id, directive_id, kind, effective_on, payload, old_values, new_values)
VALUES (6, 2, 'assigned', '2023-11-03', :payload, '{}', '{}')""")

_STANDING = text("""
INSERT INTO standing (directive_id, since, state, deadline_text, deadline_kind, is_before,
    is_unclear, result_text, results, extension_count, is_extended_after_expiry)
VALUES (1, '2023-11-03', 'done', 'cũ', 'none', 0, 0, '', '[]', 0, 0)""")
