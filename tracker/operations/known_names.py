"""The names in use in a register, for whoever is filling in a form."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tracker.core.vietnamese import sort_key
from tracker.operations.browsing import read_quickly
from tracker.operations.desk import Desk
from tracker.store.errors import NoRegister
from tracker.store.naming import counted_names, counted_supporting_names


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNames:
    """The names of each field: the most used first, equals in Vietnamese order."""

    units: tuple[str, ...] = ()
    """Divisions, whether they lead or support."""
    officers: tuple[str, ...] = ()
    assigned_by: tuple[str, ...] = ()
    issuing_bodies: tuple[str, ...] = ()

    def of_field(self, field: str) -> tuple[str, ...]:
        """Those of a field of a directive; none where its texts are no names."""
        return {
            "unit": self.units,
            "supporting_units": self.units,
            "officer": self.officers,
            "assigned_by": self.assigned_by,
            "issuing_body": self.issuing_bodies,
        }.get(field, ())


def known_names(desk: Desk) -> KnownNames:
    """The names that the directives of the register are kept under; none where there is none."""
    try:
        with read_quickly(desk) as reading:
            leading = Counter(counted_names(reading, "unit"))
            return KnownNames(
                units=_in_order(leading + Counter(counted_supporting_names(reading))),
                officers=_in_order(counted_names(reading, "officer")),
                assigned_by=_in_order(counted_names(reading, "assigned_by")),
                issuing_bodies=_in_order(counted_names(reading, "issuing_body")),
            )
    except NoRegister:
        return KnownNames()


def _in_order(counted: dict[str, int]) -> tuple[str, ...]:
    """Each name once, in the case in which it is used most: accents make names, capitals do not."""
    spellings: dict[str, Counter[str]] = {}
    for name, number in counted.items():
        spellings.setdefault(name.casefold(), Counter())[name] += number
    best = {
        max(known, key=lambda name: (known[name], name)): known.total()
        for known in spellings.values()
    }
    return tuple(sorted(best, key=lambda name: (-best[name], sort_key(name))))
