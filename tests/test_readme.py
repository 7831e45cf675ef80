"""README.md says what is so: its commands are run, its tables compared with the program."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from inspect import getmembers, isclass
from itertools import groupby
from pathlib import Path

import pytest

from tests.cli.program import settle
from tracker.cli.bug_report import BUG
from tracker.cli.clerk import CLERK_VARIABLE
from tracker.cli.dispatch import MODULES, command_named
from tracker.cli.main import INTERRUPTED, main
from tracker.cli.parsing import command_parser
from tracker.cli.status import OVERDUE_FOUND
from tracker.core import errors
from tracker.core.directive import Progress, State
from tracker.core.errors import TrackerError
from tracker.core.filter_grammar import parse_filter
from tracker.core.filter_words import KEYS, joined
from tracker.core.filters import Filter, FilterKey
from tracker.core.saved_views import built_in_views
from tracker.settings.office import SETTINGS
from tracker.wording.command_groups import COMMAND_GROUPS
from tracker.wording.labels import PROGRESS
from tracker.workspace import DATABASE_VARIABLE, HOME_VARIABLE

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci/run").read_text(encoding="utf-8")

OMITTED = "..."
NOT_IN_A_CLONE = {
    "data/backups/",
    "data/tracker.db",
    "data/tracker.db-journal",
    "exports/phu-luc-2023-12.xlsx",
}
"""Named in the README, and made by the program."""

SETUP = {
    "run": (
        "python3 -m venv .venv"
        " && .venv/bin/pip install -q --require-hashes -r requirements.lock"
        " && .venv/bin/pip install -q --no-deps --no-build-isolation ."
        " && .venv/bin/tracker demo"
    ),
    "test": (
        ".venv/bin/pip install -q --require-hashes -r requirements-dev.lock"
        " && .venv/bin/python -m pytest"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A command as the README shows it."""

    section: str
    line: str
    output: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        """The command line, without the prompt and the remark behind it."""
        return shlex.split(self.line, comments=True)

    @property
    def exit_code(self) -> int:
        stated = re.search(r"# exit code (\d+)$", self.line)
        return int(stated[1]) if stated else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block, its section and language, without its indentation."""

    section: str
    language: str
    lines: tuple[str, ...]


def blocks(text: str) -> Iterator[Block]:
    """Every fenced block, in order."""
    section = ""
    rest = iter(text.splitlines())
    for line in rest:
        if line.startswith("## "):
            section = line.removeprefix("## ")
        elif opening := re.fullmatch(r"( *)```(\w+)", line):
            yield Block(section=section, language=opening[2], lines=_inside(rest, opening[1]))


def _inside(rest: Iterator[str], indent: str) -> tuple[str, ...]:
    inside: list[str] = []
    for line in rest:
        if line == f"{indent}```":
            return tuple(inside)
        inside.append(line.removeprefix(indent))
    raise ValueError("a block is not closed")


def commands(text: str) -> list[Shown]:
    """What console blocks show, in order."""
    return [
        shown for block in blocks(text) if block.language == "console" for shown in _shown(block)
    ]


def _shown(block: Block) -> Iterator[Shown]:
    starts = [place for place, line in enumerate(block.lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(block.lines)], strict=True):
        yield Shown(
            section=block.section,
            line=block.lines[start].removeprefix("$ "),
            output=block.lines[start + 1 : end],
        )


def pattern(output: Sequence[str]) -> re.Pattern[str]:
    """What real output must match: every line, ``...`` standing for lines or for part of one."""
    return re.compile("".join(map(_line_pattern, output)))


def _line_pattern(line: str) -> str:
    if line == OMITTED:
        return r"(?:.*\n)*?"
    parts = re.split(r"(?<!\.)\.\.\.(?!\.)", line)
    return ".*?".join(map(re.escape, parts)) + r"\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What a command came to: both streams together, as on a terminal."""

    exit_code: int
    output: str


Run = Callable[[Shown, Path], Happened]
"""Runs a command in a workspace of its own."""


def here(shown: Shown, home: Path) -> Happened:
    """Run a command in this process."""
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as around, redirect_stdout(said), redirect_stderr(said):
        settle(around, home.parent)
        around.delenv(CLERK_VARIABLE, raising=False)
        code = main(_arguments(shown))
    return Happened(exit_code=code, output=said.getvalue())


def in_a_process(shown: Shown, home: Path) -> Happened:
    """Run a command as its user does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")}
    result = subprocess.run(
        [sys.executable, "-m", "tracker", *_arguments(shown)],
        cwd=home.parent,
        env={**kept, HOME_VARIABLE: str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Happened(exit_code=result.returncode, output=result.stdout)


def _arguments(shown: Shown) -> list[str]:
    assert shown.words[0] == "tracker"
    return shown.words[1:]


def untrue(shown: Shown, happened: Happened) -> str | None:
    """How what happens differs from what is shown; None where it does not."""
    if happened.exit_code != shown.exit_code:
        wrong = f"exit code {happened.exit_code} instead of {shown.exit_code}"
        return f"{wrong}:\n{happened.output}"
    if not pattern(shown.output).fullmatch(happened.output):
        return happened.output
    return None


def all_untrue(text: str, folder: Path, *, run: Run = here) -> dict[str, str]:
    """Every command that does not do what is shown; each section has a workspace of its own."""
    found = {}
    by_section = groupby(commands(text), key=lambda shown: shown.section)
    for place, (_section, of_section) in enumerate(by_section):
        home = folder / f"{place}" / "home"
        home.mkdir(parents=True)
        for shown in of_section:
            if (difference := untrue(shown, run(shown, home))) is not None:
                found[f"{shown.section}: {shown.line}"] = difference
    return found


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading row that begins so."""
    lines = iter(README.splitlines())
    next(line for line in lines if line.startswith(f"| {heading}"))
    next(lines)
    table: list[list[str]] = []
    for line in lines:
        if not line.startswith("|"):
            return table
        table.append([cell.strip() for cell in line.strip("|").split("|")])
    return table


def first_words(*headings: str) -> list[str]:
    """The first column of some tables."""
    return [row[0].strip("`") for heading in headings for row in rows(heading)]


def prose() -> str:
    """The README without its blocks."""
    return re.sub(r"(?ms)^ *```.*?^ *```$", "", README)


def quoted(text: str) -> list[str]:
    """What stands in backquotes outside of blocks, wrapped lines joined."""
    return [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", text)]


def named_paths(text: str) -> set[str]:
    """Quoted files and folders of the repository."""
    folders = tuple(f"{name}/" for name in ("tracker", "tests", "data", "exports", ".ci"))
    return {span for span in quoted(text) if span.startswith(folders) and " " not in span}


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", text)


def part(section: str) -> str:
    """A section with its heading."""
    text = README.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return f"## {section}\n{text}\n"


SECTIONS = tuple(dict.fromkeys(shown.section for shown in commands(README)))


@pytest.mark.parametrize("section", SECTIONS)
def test_every_command_does_what_the_readme_shows(tmp_path: Path, section: str) -> None:
    assert all_untrue(part(section), tmp_path) == {}


@pytest.mark.parametrize("section", ["What the demo prints", "For other programs"])
def test_it_does_so_in_processes_of_its_own(tmp_path: Path, section: str) -> None:
    assert all_untrue(part(section), tmp_path, run=in_a_process) == {}


def test_every_kind_of_daily_work_is_shown() -> None:
    shown = {command.words[1] for command in commands(README)}
    assert shown >= {
        "add", "done", "extend", "status", "list", "show", "undo", "report", "summary", "demo",
    }  # fmt: skip


FOR_CLERKS = (
    "source .venv/bin/activate", ".venv/bin/tracker status", "tracker status", '"…"', "--for",
    "reported_until = 2024-01-14", "hủy thao tác vừa thực hiện (undo)",
)  # fmt: skip


def test_a_clerk_reads_in_vietnamese_how_to_begin_and_how_every_work_is_recorded() -> None:
    title = "Dành cho văn thư, chuyên viên"
    section = README.split(f"## {title}\n")[1].split("\n## ")[0]
    assert [words for words in FOR_CLERKS if words not in " ".join(section.split())] == []
    shown = [command for command in commands(README) if command.section == title]
    assert {command.words[1] for command in shown} >= {*COMMAND_GROUPS["write"]} - {"start"}
    options = {word for command in shown for word in command.words}
    assert options >= {"--for", "--layout", "Q4/2023"}


@pytest.mark.parametrize("name", SETUP)
def test_each_setup_command_stands_alone_below_its_marker(name: str) -> None:
    below = README.split(f"<!-- setup: {name} -->\n")
    assert len(below) == 2
    assert below[1].startswith("```bash\n")
    assert next(blocks(below[1])).lines == (SETUP[name],)


def test_no_other_block_is_typed_without_being_run() -> None:
    typed = [block for block in blocks(README) if block.language not in ("console", "toml", "text")]
    assert [block.lines for block in typed] == [(command,) for command in SETUP.values()]


def test_the_table_of_exit_codes_is_the_classes_of_errors() -> None:
    table = {int(row[0]): row[2].strip("`") for row in rows("exit code")}
    classes = {
        kind.exit_code: name
        for name, kind in getmembers(errors, isclass)
        if issubclass(kind, TrackerError)
    }
    assert table == {0: "", OVERDUE_FOUND: "", INTERRUPTED: "", **classes}
    assert classes[BUG] == TrackerError.__name__


def test_the_table_of_settings_is_the_settings() -> None:
    assert first_words("key") == [setting.key for setting in SETTINGS]


def test_the_defaults_of_the_table_are_those_of_the_shipped_file() -> None:
    shipped = tomllib.loads((ROOT / "data/tracker.toml").read_text(encoding="utf-8"))
    shown = {row[0].strip("`"): row[1] for row in rows("key")}
    assert {key: _default(text) for key, text in shown.items()} == {
        setting.key: _flat(shipped).get(setting.key) for setting in SETTINGS
    }


def _default(text: str) -> object:
    return None if text == "not set" else tomllib.loads(f"value = {text.strip('`')}")["value"]


def _flat(document: Mapping[str, Mapping[str, object]]) -> dict[str, object]:
    return {
        f"{section}.{name}": value
        for section, content in document.items()
        for name, value in content.items()
    }


def test_the_tables_of_commands_are_the_commands() -> None:
    assert first_words("to look", "to record", "to report", "to keep") == list(MODULES)


def test_every_option_in_the_prose_belongs_to_its_command() -> None:
    mentioned = [shlex.split(span) for span in quoted(prose()) if span.startswith("tracker ")]
    strange = {
        (name, word)
        for _, name, *words in mentioned
        if name != "--help"
        for word in words
        if word.startswith("--") and word not in _help(name)
    }
    assert mentioned
    assert strange == set()


def _help(name: str) -> list[str]:
    text = command_parser(name, command_named(name).configure).format_help()
    return re.findall(r"--[a-z-]+", text)


def test_the_table_of_progress_has_every_progress_under_its_name() -> None:
    table = {(row[1].strip("`"), row[2]) for row in rows("on that day")}
    assert table == {(progress.value, PROGRESS[progress.value]) for progress in Progress}


def test_every_term_means_the_same_in_both_languages_and_every_key_is_told() -> None:
    terms = [[cell.strip("`") for cell in row[:2]] for row in rows("a term")]
    vietnamese, english = zip(*terms, strict=True)
    assert list(map(_meant, vietnamese)) == list(map(_meant, english))
    told = {joined(re.split("[:<>]", term)[0]) for pair in terms for term in pair}
    written = {joined(key) for keys in KEYS.values() for key in (keys[0], keys[-1])}
    assert told == written - {joined(KEYS[FilterKey.DUE_WITHIN][0])}


def _meant(term: str) -> Filter:
    return parse_filter(term, today=date(2023, 12, 14))


def test_the_table_of_views_is_the_views_every_office_has() -> None:
    table = [(int(row[0]), row[1].strip("`")) for row in rows("view")]
    assert table == [(view.number, view.name) for view in built_in_views(due_soon_days=7)]


def test_every_state_is_named() -> None:
    assert {state.value for state in State} <= set(quoted(prose()))


def test_the_table_of_variables_is_what_the_program_looks_at() -> None:
    assert first_words("variable") == [HOME_VARIABLE, DATABASE_VARIABLE, CLERK_VARIABLE]


def test_every_file_that_is_named_exists() -> None:
    named = named_paths(prose()) - NOT_IN_A_CLONE
    assert named
    assert {path for path in named if not (ROOT / path).exists()} == set()


def test_every_link_leads_somewhere() -> None:
    assert links(README)
    assert [link for link in links(README) if not (ROOT / link).is_file()] == []


def test_every_room_is_on_the_map() -> None:
    shown = next(block for block in blocks(README) if block.section == "The map of rooms").lines
    rooms = {path.parent.name for path in ROOT.glob("tracker/*/__init__.py")}
    assert {line.split()[0] for line in shown} == rooms


def test_every_check_that_is_named_is_one_that_is_run() -> None:
    run_from_nothing = f"{CI}\n{SETUP['test']}"
    assert [check for check in first_words("check") if check not in run_from_nothing] == []


def test_the_driver_to_install_is_the_one_of_the_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (driver,) = project["optional-dependencies"]["postgres"]
    assert f'.venv/bin/pip install "{driver}"' in quoted(prose())


LIES = {
    "an exit code": "$ tracker status   # exit code 4\n...",
    "a line that is not printed": "$ tracker status --as-of 14/12/2023\n...\nTổng số: 99 nhiệm vụ",
    "a line left out without saying so": "$ tracker summary 12/2023\nTổng số: 0 nhiệm vụ.",
    "an option there is not": "$ tracker status --in-colour",
    "a failure": "$ tracker show 1\n...",
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_lie_in_the_readme_is_found(lie: str, tmp_path: Path) -> None:
    assert len(all_untrue(f"## Section\n```console\n{lie}\n```\n", tmp_path)) == 1


def test_part_of_a_line_may_be_left_out_where_it_says_so() -> None:
    assert pattern(["Đã ghi .../x.xlsx", "..."]).fullmatch("Đã ghi nhà/x.xlsx\nmột\nhai\n")
    assert pattern(["Đã ghi .../x.xlsx"]).fullmatch("Đã ghi nhà/y.xlsx\n") is None
    assert pattern(["ngày ...../12/2023"]).fullmatch("ngày 01/12/2023\n") is None


def test_a_file_that_does_not_exist_is_found() -> None:
    assert named_paths("in `tracker/core/rules.py` and `tracker status`") == {
        "tracker/core/rules.py"
    }
    assert links("[x](data/x.md)") == ["data/x.md"]
