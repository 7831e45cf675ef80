"""The streams a command writes to: closed, full, read no further, or of another encoding."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import Program

ROOT = Path(__file__).parents[2]
TRACKER = f'"{sys.executable}" -m tracker'

READS = ("status", "status --json", "list", "list --json", "list --csv", "show 6", "--help",
         "report 12/2023 --format txt")  # fmt: skip


def in_shell(program: Program, line: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TRACKER_HOME": str(program.home)}
    return subprocess.run(
        ["/bin/sh", "-c", line.replace("tracker ", f"{TRACKER} ", 1)],
        env=environment,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("command", READS)
def test_a_full_disk_behind_the_output_is_told_and_is_a_failure(
    bac_giang: Program, command: str
) -> None:
    answer = in_shell(bac_giang, f"tracker {command} > /dev/full")
    assert answer.returncode == 7
    (said,) = answer.stderr.decode().splitlines()
    assert said.startswith("Không in hết được kết quả ra nơi nhận;")


def test_a_reader_that_has_seen_enough_is_no_failure(bac_giang: Program) -> None:
    line = "set -o pipefail; tracker list --json | head -c 5"
    answer = in_shell(bac_giang, f"exec bash -c '{line}'")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, b'{\n  "', b"")


@pytest.mark.parametrize(
    ("closing", "command", "code"),
    [
        (">&-", "list", 7),
        (">&-", "list --csv", 7),
        (">&-", "status", 7),
        (">&-", "note 6 --on 1/2/2024 --text x", 7),
        ("2>&-", "list", 0),
        ("2>&-", "show 99", 3),
        ("2>/dev/full", "show 99", 3),
        (">&- 2>&-", "list", 7),
        ("<&- >&- 2>&-", "note 6 --on 1/2/2024 --text x", 7),
    ],
)
def test_a_closed_stream_hinders_no_work_and_no_file_takes_its_place(
    bac_giang: Program, closing: str, command: str, code: int
) -> None:
    answer = in_shell(bac_giang, f"tracker {command} {closing}")
    assert answer.returncode == code
    is_told = answer.stderr.decode().startswith("Không in hết được kết quả ra nơi nhận;")
    assert is_told == (closing == ">&-")
    assert b"Traceback" not in answer.stderr
    assert bac_giang.list() == list(range(1, 10))
    assert bac_giang.row("6")["latest_note"] == ("x" if command.startswith("note") else "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8"])
def test_every_console_is_spoken_to_in_utf_8(bac_giang: Program, encoding: str) -> None:
    answer = in_shell(bac_giang, f"export PYTHONIOENCODING={encoding}; tracker show 6")
    assert "Hạn ban đầu:" in answer.stdout.decode()
