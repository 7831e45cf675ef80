"""The first form of the register."""

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
    refuse_on_server,
    refuse_on_sqlite,
    sorted_text,
    text,
    word,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

DEADLINE_KINDS = (
    "'date', 'period_end', 'relative', 'recurring', 'ongoing', 'conditional', 'none', "
    "'incomplete', 'invalid'"
)
EVENT_KINDS = (
    "'assigned', 'edited', 'started', 'completed', 'extended', 'withdrawn', 'suspended', "
    "'resumed', 'reopened', 'noted'"
)
STATES = "'not_started', 'in_progress', 'done', 'suspended', 'withdrawn'"


def upgrade() -> None:
    """Make every table, and what keeps the truth and the tally true."""
    _make_operation()
    _make_directive()
    _make_event()
    _make_standing()
    _make_day_off()
    if is_server():
        _guard_on_server()
    else:
        _guard_on_sqlite()


def _make_operation() -> None:
    make_table(
        "operation",
        key(),
        text("at"),
        text("who"),
        text("name"),
        sa.Column("undoes", sa.Integer(), sa.ForeignKey("operation.id"), unique=True),
    )


def _make_directive() -> None:
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
    )
    op.create_index("directive_document", "directive", ["document_key", "issued_on"])
    op.create_index("directive_unit", "directive", ["unit"])


def _make_event() -> None:
    make_table(
        "event",
        key(),
        sa.Column("operation_id", sa.Integer(), sa.ForeignKey("operation.id"), nullable=False),
        sa.Column("directive_id", sa.Integer(), sa.ForeignKey("directive.id"), nullable=False),
        *word("kind", EVENT_KINDS),
        *day("effective_on", is_optional=True),
        text("authority_number", is_optional=True),
        *day("authority_issued_on", is_optional=True),
        text("payload"),
        text("old_values"),
        text("new_values"),
    )
    op.create_index("event_of_directive", "event", ["directive_id", "id"])
    op.create_index("event_of_operation", "event", ["operation_id"])
    index_where("event_note", "event", ["directive_id", "effective_on"], "kind = 'noted'")


def _make_standing() -> None:
    make_table(
        "standing",
        key(),
        sa.Column("directive_id", sa.Integer(), sa.ForeignKey("directive.id"), nullable=False),
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
    )
    counted = ["state", "is_unclear", "due_on", "working_due_on", "completed_on", "instance"]
    is_open = "until IS NULL AND state IN ('in_progress', 'not_started')"
    is_turn = "until IS NOT NULL AND instance IS NOT NULL"
    is_past = "until IS NOT NULL AND instance IS NULL"
    op.create_index("standing_of_directive", "standing", ["directive_id"])
    index_where("standing_current", "standing", ["since", "until", *counted], "until IS NULL")
    index_where("standing_past", "standing", ["until", "since", *counted], is_past)
    index_where("standing_turn", "standing", ["until", "since", *counted], is_turn)
    for name, due in (("standing_due", "due_on"), ("standing_working_due", "working_due_on")):
        index_where(name, "standing", [due, "directive_id", "since"], is_open)


def _make_day_off() -> None:
    kind = word("kind", "'holiday', 'working'")
    make_table("day_off", *day("day"), *kind, text("name"), sa.PrimaryKeyConstraint("day"))


def _guard_on_sqlite() -> None:
    keep_growing_only("operation", "event")
    refuse_on_sqlite("standing", "UPDATE")
    _make_tally_on_sqlite()


TALLIED = (
    "state, is_unclear, is_dated, is_completion_known, due_on, working_due_on, is_late, "
    "is_late_working"
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
        CASE WHEN {row}completed_on > {row}working_due_on THEN 1 ELSE 0 END AS is_late_working"""


def _make_tally_on_sqlite() -> None:
    """A count of equal facts, kept by triggers: what does not depend on the day is counted once."""
    op.execute("""CREATE TABLE standing_tally (
        state TEXT NOT NULL, is_unclear INTEGER NOT NULL, is_dated INTEGER NOT NULL,
        is_completion_known INTEGER NOT NULL, due_on TEXT, working_due_on TEXT,
        is_late INTEGER NOT NULL, is_late_working INTEGER NOT NULL, number INTEGER NOT NULL
    ) STRICT""")
    key = (
        "state, is_unclear, is_dated, is_completion_known, ifnull(due_on, ''), "
        "ifnull(working_due_on, ''), is_late, is_late_working"
    )
    op.execute(f"CREATE UNIQUE INDEX standing_tally_key ON standing_tally ({key})")
    for action, row, step in (("INSERT", "NEW", 1), ("DELETE", "OLD", -1)):
        op.execute(f"""CREATE TRIGGER standing_tallied_after_{action.lower()}
            AFTER {action} ON standing WHEN {row}.until IS NULL BEGIN
                INSERT INTO standing_tally ({TALLIED}, number) SELECT {_facts(f"{row}.")}, {step}
                WHERE true
                ON CONFLICT ({key}) DO UPDATE SET number = number + {step};
            END""")
    op.execute("""CREATE TRIGGER standing_tally_forgets_what_is_gone
        AFTER UPDATE ON standing_tally WHEN NEW.number = 0 BEGIN
            DELETE FROM standing_tally WHERE rowid = NEW.rowid;
        END""")


def _guard_on_server() -> None:
    op.execute("""CREATE FUNCTION register_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% refuses %', TG_TABLE_NAME, lower(TG_OP); END $$""")
    keep_growing_only("operation", "event")
    refuse_on_server("standing", "UPDATE")
    op.execute(f"""CREATE VIEW standing_tally AS
        SELECT {TALLIED}, CAST(count(*) AS INTEGER) AS number
        FROM (SELECT {_facts("")} FROM standing WHERE until IS NULL) AS facts
        GROUP BY {TALLIED}""")
