"""What every test may use: Hypothesis profiles, compiled code, registers that do not wait.

``HYPOTHESIS_PROFILE`` chooses: ``dev`` looks for new examples on each run, ``ci`` for many more,
``deterministic`` tries the same ones every time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tracker.store import database

DURABLE = database.WRITING

# How busy the machine is says nothing about the code.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("dev", CALM, max_examples=40)
settings.register_profile("ci", CALM, max_examples=500, print_blob=True)
settings.register_profile("deterministic", CALM, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

# Kept even where the environment says otherwise: every worker, and each of the hundred processes
# that tests start, would compile the same modules again.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.fixture(scope="session", autouse=True)
def _careless() -> Iterator[None]:
    """Nobody pulls the plug on a register that lives for one test: no commit waits for the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "WRITING", (*DURABLE, "PRAGMA synchronous = OFF"))
        yield


@pytest.fixture
def durable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A register is written as the program writes it, for tests of what is left after a crash."""
    monkeypatch.setattr(database, "WRITING", DURABLE)
