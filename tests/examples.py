"""On how many examples a property is tried that costs more than thinking: a register, a file."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("TRACKER_EXAMPLES", "1"))
"""So many times as many examples as in the ordinary run, for a gate."""


def examples(number: int) -> settings:
    """So many in the ordinary run; what the test is given serves one after another."""
    return settings(
        max_examples=number * TIMES,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
