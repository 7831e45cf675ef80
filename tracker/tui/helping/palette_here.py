"""What can be done on a screen beside the register in one list, found by typing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.screen import Screen

from tracker.tui.commands import BY_NAME
from tracker.tui.dialogs.chooser import Choice
from tracker.tui.helping.palette import ask, command_choice, run_anywhere, theme_choices
from tracker.wording.commands import key_name
from tracker.wording.formats import capitalised
from tracker.wording.help_topics import TOPICS

_ITSELF = "palette"
_EVERYWHERE = {"help": "f1", "theme": "", "quit": "ctrl+q"}
"""The commands that are no matter of the register, each with the key it has on every screen."""


async def open_palette_here(screen: Screen[Any], topic: str) -> None:
    """Ask which of the things to do that the help tells of this screen, and do it."""
    actions = dict(_actions(screen, topic))
    await ask(screen, _choices(topic, actions), partial(_run, screen, actions))


def _actions(screen: Screen[Any], topic: str) -> Iterator[tuple[str, str]]:
    """What the screen itself does, by the keys as the help has them; not moving in a part of it."""
    bound = screen.active_bindings
    for each in TOPICS[topic].keys:
        found = bound.get(each.keys.split(",")[0])
        if found is not None and found.node is screen and found.binding.action != _ITSELF:
            yield each.keys, found.binding.action


def _choices(topic: str, actions: dict[str, str]) -> Iterator[Choice[str]]:
    for each in TOPICS[topic].keys:
        if each.keys in actions:
            yield Choice(
                value=f"{topic}:{each.keys}",
                label=capitalised(each.does),
                key_label=key_name(each.keys.split(",")[0]),
            )
    for name, key in _EVERYWHERE.items():
        yield command_choice(BY_NAME[name], key)
    yield from theme_choices()


async def _run(screen: Screen[Any], actions: dict[str, str], chosen: str) -> None:
    kind, _, name = chosen.partition(":")
    if name in actions:
        await screen.run_action(actions[name])
    else:
        await run_anywhere(screen, kind, name)
