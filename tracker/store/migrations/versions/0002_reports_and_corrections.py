"""Issued reports, notes and changes of the calendar; corrections; what is supported or secret.

``directive`` and ``event`` keep their rows. ``standing``, ``note`` and the tally are left empty:
whoever runs this on a register that is in use replays them from the events.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from tracker.store.table_parts import (
    day,
    flag,
    index_where,
    is_server,
    keep_growing_only,
    key,
    make_table,
    number,
    reference,
    refuse_on_server,
    refuse_on_sqlite,
    sorted_text,
    text,
    word,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

DAY_KINDS = "'holiday', 'working'"
DEADLINE_KINDS = (
    "'date', 'period_end', 'relative', 'recurring', 'ongoing', 'conditional', 'none', "
    "'incomplete', 'invalid'"
)
EVENT_KINDS = (
    "'assigned', 'edited', 'started', 'completed', 'extended', 'withdrawn', 'suspended', "
    "'resumed', 'reopened', 'noted', 'corrected', 'voided'"
)
STATES = "'not_started', 'in_progress', 'done', 'suspended', 'withdrawn'"


def upgrade() -> None:
    """Bring a register of the first form to the second."""
    _forget_standing()
    if is_server():
        _add_marks_on_server()
        _know_more_events_on_server()
    else:
        _make_directive_anew()
        _make_event_anew()
    _make_standing()
    _make_note()
    _make_day_off_change()
    _make_issued_report()
    _make_issued_row()
    _make_report_retraction()
    keep_growing_only("day_off_change", "issued_report", "issued_row", "report_retraction")


def _forget_standing() -> None:
    op.execute(f"DROP {'VIEW' if is_server() else 'TABLE'} standing_tally")
    op.drop_table("standing")


def _add_marks_on_server() -> None:
    for name in ("is_supporting", "is_secret"):
        op.add_column(
            "directive", sa.Column(name, sa.Integer(), nullable=False, server_default=sa.text("0"))
        )
        op.alter_column("directive", name, server_default=None)
        op.create_check_constraint(f"directive_{name}_is_a_flag", "directive", f"{name} IN (0, 1)")


def _know_more_events_on_server() -> None:
    op.drop_index("event_note", "event")
    op.drop_constraint("event_kind_is_known", "event")
    op.create_check_constraint("event_kind_is_known", "event", f"kind IN ({EVENT_KINDS})")


def _make_directive_anew() -> None:
    make_table(
        "directive",
        key(),
        number("version"),
        sorted_text("document_number"),
        sorted_text("document_key"),
        number("document_serial", is_optional=True),
        sorted_text("document_symbol"),
        *day("issued_on"),
        text("content"),
        *day("assigned_on"),
        text("issuing_body"),
        sorted_text("unit"),
        text("supporting_units"),
        text("officer"),
        text("assigned_by"),
        *flag("is_pinned"),
        text("deadline_text"),
        *word("deadline_kind", DEADLINE_KINDS),
        text("deadline_rule", is_optional=True),
        *flag("is_before"),
        *day("due_on", is_optional=True),
        *flag("is_void"),
        text("search_text"),
        *flag("is_supporting"),
        *flag("is_secret"),
        called="directive_anew",
    )
    _put_in_place("directive", "*, 0, 0")
    op.create_index("directive_document", "directive", ["document_key", "issued_on"])
    op.create_index("directive_unit", "directive", ["unit"])


def _make_event_anew() -> None:
    make_table(
        "event",
        key(),
        reference("operation_id", "operation"),
        reference("directive_id", "directive"),
        *word("kind", EVENT_KINDS),
        *day("effective_on", is_optional=True),
        text("authority_number", is_optional=True),
        *day("authority_issued_on", is_optional=True),
        text("payload"),
        text("old_values"),
        text("new_values"),
        called="event_anew",
    )
    _put_in_place("event", "*")
    op.create_index("event_of_directive", "event", ["directive_id", "id"])
    op.create_index("event_of_operation", "event", ["operation_id"])
    keep_growing_only("event")


def _put_in_place(table: str, columns: str) -> None:
    """Let the table made anew take the rows and the name of the one before it."""
    op.execute(f"INSERT INTO {table}_anew SELECT {columns} FROM {table} ORDER BY id")
    op.drop_table(table)
    op.rename_table(f"{table}_anew", table)


def _make_standing() -> None:
    make_table(
        "standing",
        key(),
        reference("directive_id", "directive"),
        *day("instance", is_optional=True),
        *day("since"),
        *day("until", is_optional=True),
        *word("state", STATES),
        text("deadline_text"),
        *word("deadline_kind", DEADLINE_KINDS),
        text("deadline_rule", is_optional=True),
        *flag("is_before"),
        *flag("is_unclear"),
        *day("due_on", is_optional=True),
        *day("working_due_on", is_optional=True),
        *day("completed_on", is_optional=True),
        text("result_text"),
        text("results"),
        number("extension_count"),
        *flag("is_extended_after_expiry"),
        *flag("is_supporting"),
        number("reopen_count"),
        text("extended_by_number", is_optional=True),
        *day("extended_by_on", is_optional=True),
    )
    _index_standing()
    if is_server():
        refuse_on_server("standing", "UPDATE")
        _make_tally_on_server()
    else:
        refuse_on_sqlite("standing", "UPDATE")
        _make_tally_on_sqlite()


def _index_standing() -> None:
    counted = [
        "state",
        "is_unclear",
        "due_on",
        "working_due_on",
        "completed_on",
        "instance",
        "is_supporting",
    ]
    is_open = "until IS NULL AND state IN ('in_progress', 'not_started')"
    is_turn = "until IS NOT NULL AND instance IS NOT NULL"
    is_past = "until IS NOT NULL AND instance IS NULL"
    op.create_index("standing_of_directive", "standing", ["directive_id"])
    index_where("standing_current", "standing", ["since", "until", *counted], "until IS NULL")
    index_where("standing_past", "standing", ["until", "since", *counted], is_past)
    index_where("standing_turn", "standing", ["until", "since", *counted], is_turn)
    for name, due in (("standing_due", "due_on"), ("standing_working_due", "working_due_on")):
        index_where(name, "standing", [due, "directive_id", "since"], is_open)


TALLIED = (
    "state, is_unclear, is_dated, is_completion_known, due_on, working_due_on, is_late, "
    "is_late_working, is_supporting"
)


def _facts(row: str) -> str:
    """The form of facts of a row of ``standing``."""
    is_open = f"{row}state IN ('in_progress', 'not_started')"
    return f"""{row}state, {row}is_unclear,
        CASE WHEN {row}due_on IS NULL THEN 0 ELSE 1 END AS is_dated,
        CASE WHEN {row}completed_on IS NULL THEN 0 ELSE 1 END AS is_completion_known,
        CASE WHEN {is_open} THEN {row}due_on END AS due_on,
        CASE WHEN {is_open} THEN {row}working_due_on END AS working_due_on,
        CASE WHEN {row}completed_on > {row}due_on THEN 1 ELSE 0 END AS is_late,
        CASE WHEN {row}completed_on > {row}working_due_on THEN 1 ELSE 0 END AS is_late_working,
        {row}is_supporting"""


def _make_tally_on_sqlite() -> None:
    """A count of equal facts, kept by triggers: what does not depend on the day is counted once."""
    op.execute("""CREATE TABLE standing_tally (
        state TEXT NOT NULL, is_unclear INTEGER NOT NULL, is_dated INTEGER NOT NULL,
        is_completion_known INTEGER NOT NULL, due_on TEXT, working_due_on TEXT,
        is_late INTEGER NOT NULL, is_late_working INTEGER NOT NULL,
        is_supporting INTEGER NOT NULL, number INTEGER NOT NULL
    ) STRICT""")
    same = (
        "state, is_unclear, is_dated, is_completion_known, ifnull(due_on, ''), "
        "ifnull(working_due_on, ''), is_late, is_late_working, is_supporting"
    )
    op.execute(f"CREATE UNIQUE INDEX standing_tally_key ON standing_tally ({same})")
    for action, row, step in (("INSERT", "NEW", 1), ("DELETE", "OLD", -1)):
        op.execute(f"""CREATE TRIGGER standing_tallied_after_{action.lower()}
            AFTER {action} ON standing WHEN {row}.until IS NULL BEGIN
                INSERT INTO standing_tally ({TALLIED}, number) SELECT {_facts(f"{row}.")}, {step}
                WHERE true
                ON CONFLICT ({same}) DO UPDATE SET number = number + {step};
            END""")
    op.execute("""CREATE TRIGGER standing_tally_forgets_what_is_gone
        AFTER UPDATE ON standing_tally WHEN NEW.number = 0 BEGIN
            DELETE FROM standing_tally WHERE rowid = NEW.rowid;
        END""")


def _make_tally_on_server() -> None:
    op.execute(f"""CREATE VIEW standing_tally AS
        SELECT {TALLIED}, CAST(count(*) AS INTEGER) AS number
        FROM (SELECT {_facts("")} FROM standing WHERE until IS NULL) AS facts
        GROUP BY {TALLIED}""")


def _make_note() -> None:
    make_table(
        "note",
        key(),
        reference("directive_id", "directive"),
        *day("effective_on"),
        text("text"),
    )
    op.create_index("note_of_directive", "note", ["directive_id", "effective_on", "id"])


def _make_day_off_change() -> None:
    make_table(
        "day_off_change",
        key(),
        reference("operation_id", "operation"),
        *day("day"),
        *word("old_kind", DAY_KINDS, is_optional=True),
        text("old_name"),
        *word("new_kind", DAY_KINDS, is_optional=True),
        text("new_name"),
    )
    op.create_index("day_off_change_of_operation", "day_off_change", ["operation_id"])


def _make_issued_report() -> None:
    make_table(
        "issued_report",
        key(),
        reference("operation_id", "operation"),
        text("period_kind"),
        text("period_key"),
        *day("starts_on"),
        *day("ends_on"),
        *day("as_of"),
        text("layout"),
        text("number"),
        *day("dated_on", is_optional=True),
        text("file_name"),
        text("format"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        text("sha256"),
        text("totals"),
        text("settings"),
        number("last_event_id"),
        number("last_operation_id"),
    )
    op.create_index("issued_report_of_operation", "issued_report", ["operation_id"])


def _make_issued_row() -> None:
    make_table(
        "issued_row",
        key(),
        reference("report_id", "issued_report"),
        number("place"),
        reference("directive_id", "directive"),
        *day("instance", is_optional=True),
        number("reopen_count"),
        text("membership"),
        *flag("is_done"),
        text("payload"),
    )
    op.create_index("issued_row_of_report", "issued_row", ["report_id", "place"])
    shown = ["report_id", "directive_id", "instance", "reopen_count"]
    index_where("issued_row_done", "issued_row", [*shown, "is_done"], "is_done = 1")


def _make_report_retraction() -> None:
    make_table(
        "report_retraction",
        key(),
        reference("report_id", "issued_report"),
        reference("operation_id", "operation"),
        text("reason"),
    )
    op.create_index("report_retraction_of_operation", "report_retraction", ["operation_id"])
    op.create_index("report_retraction_of_report", "report_retraction", ["report_id"])
