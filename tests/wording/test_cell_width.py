from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tracker.wording.cell_width import cells

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Quá hạn", 7),
        ("Rà soát", 7),
        ("Ra\u0300 soa\u0301t", 7),
        ("会議", 4),
        ("\uff21\uff22", 4),
        ("…", 1),
    ],
)
def test_a_text_takes_the_cells_that_a_terminal_gives_it(text: str, width: int) -> None:
    assert cells(text) == width


def test_vietnamese_is_measured_without_a_library() -> None:
    probe = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from tracker.wording.cell_width import cells\n"
        "assert cells('Quá hạn') == 7\n"
        "sys.exit('unicodedata' in sys.modules)"
    )
    command = [sys.executable, "-I", "-S", "-c", probe, str(ROOT)]
    assert subprocess.run(command, check=False).returncode == 0
