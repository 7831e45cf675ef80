"""``python -m tracker`` and the ``tracker`` command."""

from __future__ import annotations

from tracker.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
