"""The first form of the register."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

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
    if _is_server():
        _guard_on_server()
    else:
        _guard_on_sqlite()


def _is_server() -> bool:
    return op.get_context().dialect.name == "postgresql"


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    """Make a table whose checks have names, without which one made anew would lose them."""
    for part in parts:
        if isinstance(part, sa.CheckConstraint):
            part.name = f"{name}_{part.name}"
    op.create_table(name, *parts, sqlite_strict=True)


def _text(name: str, *, is_optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=is_optional)


def _sorted_text(name: str) -> sa.Column[str]:
    kind = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)


def _number(name: str, *, is_optional: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=is_optional)


def _day(name: str, *, is_optional: bool = False) -> list[sa.schema.SchemaItem]:
    if _is_server():
        return [sa.Column(name, sa.Date(), nullable=is_optional)]
    return [
        sa.Column(name, sa.Text(), nullable=is_optional),
        sa.CheckConstraint(f"{name} IS date({name}, '+0 days')", name=f"{name}_is_a_date"),
    ]


def _flag(name: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column(name, sa.Integer(), nullable=False),
        sa.CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_is_a_flag"),
    ]


def _word(name: str, words: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column(name, sa.Text(), nullable=False),
        sa.CheckConstraint(f"{name} IN ({words})", name=f"{name}_is_known"),
    ]


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), primary_key=True, nullable=False)


def _make_operation() -> None:
    _table(
        "operation",
        _id(),
        _text("at"),
        _text("who"),
        _text("name"),
        sa.Column("undoes", sa.Integer(), sa.ForeignKey("operation.id"), unique=True),
    )


def _make_directive() -> None:
    _table(
        "directive",
        _id(),
        _number("version"),
        _sorted_text("document_number"),
        _sorted_text("document_key"),
        _number("document_serial", is_optional=True),
        _sorted_text("document_symbol"),
        *_day("issued_on"),
        _text("content"),
        *_day("assigned_on"),
        _text("issuing_body"),
        _sorted_text("unit"),
        _text("supporting_units"),
        _text("officer"),
        _text("assigned_by"),
        *_flag("is_pinned"),
        _text("deadline_text"),
        *_word("deadline_kind", DEADLINE_KINDS),
        _text("deadline_rule", is_optional=True),
        *_flag("is_before"),
        *_day("due_on", is_optional=True),
        *_flag("is_void"),
        _text("search_text"),
    )
    op.create_index("directive_document", "directive", ["document_key", "issued_on"])
    op.create_index("directive_unit", "directive", ["unit"])


def _make_event() -> None:
    _table(
        "event",
        _id(),
        sa.Column("operation_id", sa.Integer(), sa.ForeignKey("operation.id"), nullable=False),
        sa.Column("directive_id", sa.Integer(), sa.ForeignKey("directive.id"), nullable=False),
        *_word("kind", EVENT_KINDS),
        *_day("effective_on", is_optional=True),
        _text("authority_number", is_optional=True),
        *_day("authority_issued_on", is_optional=True),
        _text("payload"),
        _text("old_values"),
        _text("new_values"),
    )
    op.create_index("event_of_directive", "event", ["directive_id", "id"])
    op.create_index("event_of_operation", "event", ["operation_id"])
    _index("event_note", "event", ["directive_id", "effective_on"], where="kind = 'noted'")


def _make_standing() -> None:
    _table(
        "standing",
        _id(),
        sa.Column("directive_id", sa.Integer(), sa.ForeignKey("directive.id"), nullable=False),
        *_day("instance", is_optional=True),
        *_day("since"),
        *_day("until", is_optional=True),
        *_word("state", STATES),
        _text("deadline_text"),
        *_word("deadline_kind", DEADLINE_KINDS),
        _text("deadline_rule", is_optional=True),
        *_flag("is_before"),
        *_flag("is_unclear"),
        *_day("due_on", is_optional=True),
        *_day("working_due_on", is_optional=True),
        *_day("completed_on", is_optional=True),
        _text("result_text"),
        _text("results"),
        _number("extension_count"),
        *_flag("is_extended_after_expiry"),
    )
    counted = ["state", "is_unclear", "due_on", "working_due_on", "completed_on", "instance"]
    is_open = "until IS NULL AND state IN ('in_progress', 'not_started')"
    is_turn = "until IS NOT NULL AND instance IS NOT NULL"
    is_past = "until IS NOT NULL AND instance IS NULL"
    op.create_index("standing_of_directive", "standing", ["directive_id"])
    _index("standing_current", "standing", ["since", "until", *counted], where="until IS NULL")
    _index("standing_past", "standing", ["until", "since", *counted], where=is_past)
    _index("standing_turn", "standing", ["until", "since", *counted], where=is_turn)
    for name, due in (("standing_due", "due_on"), ("standing_working_due", "working_due_on")):
        _index(name, "standing", [due, "directive_id", "since"], where=is_open)


def _index(name: str, table: str, columns: list[str], *, where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=condition, postgresql_where=condition)


def _make_day_off() -> None:
    kind = _word("kind", "'holiday', 'working'")
    _table("day_off", *_day("day"), *kind, _text("name"), sa.PrimaryKeyConstraint("day"))


def _guard_on_sqlite() -> None:
    for table in ("operation", "event"):
        _refuse_on_sqlite(table, "UPDATE")
        _refuse_on_sqlite(table, "DELETE")
        op.execute(
            f"CREATE TRIGGER {table}_is_never_replaced BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) "
            f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
        )
    _refuse_on_sqlite("standing", "UPDATE")
    _make_tally_on_sqlite()


def _refuse_on_sqlite(table: str, action: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_refuses_{action.lower()} BEFORE {action} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} refuses {action.lower()}'); END"
    )


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
    for table, actions in (
        ("operation", "UPDATE OR DELETE OR TRUNCATE"),
        ("event", "UPDATE OR DELETE OR TRUNCATE"),
        ("standing", "UPDATE"),
    ):
        op.execute(f"""CREATE TRIGGER {table}_refuses BEFORE {actions} ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION register_refuses()""")
    op.execute(f"""CREATE VIEW standing_tally AS
        SELECT {TALLIED}, CAST(count(*) AS INTEGER) AS number
        FROM (SELECT {_facts("")} FROM standing WHERE until IS NULL) AS facts
        GROUP BY {TALLIED}""")
