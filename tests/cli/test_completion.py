"""The Tab key: commands, options and the document numbers of the register."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import Program
from tracker.cli.dispatch import MODULES

ROOT = Path(__file__).parents[2]

# Answers go to file descriptor 8, as the code in the shell asks for them.
ANSWERING = """
import os, sys
os.dup2(int(sys.argv.pop(1)), 8)
from tracker.cli.main import main
main()
"""


def completed(program: Program, line: str) -> list[str]:
    """What the shell is offered for a line with the cursor at its end."""
    reader, writer = os.pipe()
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "TRACKER_HOME": str(program.home),
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\013",
        "_ARGCOMPLETE_SHELL": "bash",
        "_ARGCOMPLETE_COMP_WORDBREAKS": " ",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line.encode())),
        "COMP_TYPE": "9",
    }
    answer = subprocess.run(
        [sys.executable, "-c", ANSWERING, str(writer)],
        env=environment,
        pass_fds=[writer],
        capture_output=True,
        text=True,
        check=False,
    )
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        offered = pipe.read()
    assert (answer.stdout, answer.stderr) == ("", "")
    return [word.strip() for word in offered.split("\013") if word.strip()]


def test_commands_are_completed(bac_giang: Program) -> None:
    assert set(completed(bac_giang, "tracker ")) >= set(MODULES)
    assert set(completed(bac_giang, "tracker rep")) == {"report", "reports"}


def test_options_of_a_command_are_completed(bac_giang: Program) -> None:
    assert completed(bac_giang, "tracker done 6 --r") == ["--result"]
    offered = completed(bac_giang, "tracker list --")
    assert {"--progress", "--search", "--sort", "--json", "--csv", "--as-of"} <= set(offered)


def test_document_numbers_are_completed_from_the_register(bac_giang: Program) -> None:
    assert set(completed(bac_giang, "tracker show 3")) == {
        "30/KH-UBND", "31/KH-UBND", "333/TB-UBND", "3149/UBND-NC", "3797/UBND-KGVX"
    }  # fmt: skip
    assert completed(bac_giang, "tracker done 6340/ubnd") == ["6340/UBND-NC"]


def test_without_a_register_there_is_nothing_to_complete_and_no_noise(program: Program) -> None:
    assert completed(program, "tracker show 3") == []
    assert not program.home.exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_code_for_each_shell_is_printed(program: Program, shell: str) -> None:
    answer = program.run("completion", shell)
    assert "tracker" in answer.out
    assert "_ARGCOMPLETE" in answer.out
    assert answer.err == ""


@pytest.mark.parametrize("command", [("demo",), ("completion", "bash")])
def test_a_command_without_a_register_takes_none(
    program: Program, tmp_path: Path, command: tuple[str, ...]
) -> None:
    assert "--db" not in program.run(command[0], "--help").out
    assert program(*command, "--db", str(tmp_path / "so.db")).code == 2
    assert program("--db", str(tmp_path / "so.db"), *command).code == 2
