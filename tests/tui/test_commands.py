from __future__ import annotations

import pytest

from tracker.tui.commands import COMMANDS, Command


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_code_of_every_command_is_there(command: Command) -> None:
    assert callable(command.load())
