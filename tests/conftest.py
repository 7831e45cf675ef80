"""What every test may use: Hypothesis profiles and compiled code, and nothing else of weight.

``HYPOTHESIS_PROFILE`` chooses: ``dev`` looks for new examples on each run, ``ci`` for many more,
``deterministic`` tries the same ones every time.
"""

from __future__ import annotations

import os
import sys

from hypothesis import HealthCheck, settings

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
