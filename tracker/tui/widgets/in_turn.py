"""Keys that edit, used in turn with the letters around them.

Input methods for Vietnamese correct what was typed: two backspaces and the composed letter, all at
once. The library hands letters to the field directly, but keys with a binding only after asking
everything around it; by then the letter behind them would be there, and would be taken away.
"""

from __future__ import annotations

from textual import events
from textual.binding import NoBinding
from textual.widget import Widget


async def used_in_turn(field: Widget, key: events.Key) -> bool:
    """Use a key by the binding it has in the field itself; whether it was of use there."""
    try:
        binding, *_ = field._bindings.get_bindings_for_key(key.key)
    except NoBinding:
        return False
    if not await field.app.run_action(binding.action, field):
        return False
    key.stop()
    key.prevent_default()
    return True
