"""What the office leads, and what it only supports, in a list."""

from __future__ import annotations

import pytest

from tests.cli.program import Program


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), {1, 2}),
        (("--role", "lead"), {1, 2}),
        (("--role", "support"), {3}),
        (("--role", "all"), {1, 2, 3}),
    ],
)
def test_a_list_holds_those_of_the_role_asked_for(
    program: Program, options: tuple[str, ...], found: set[int]
) -> None:
    for place in (1, 2, 3):
        more = ("--supporting",) if place == 3 else ()
        program.run("add", f"{place}/UBND-NC", "--issued", "3/11/2023", "--content",
                    f"Việc {place}", *more)  # fmt: skip
    assert set(program.list(*options)) == found


def test_another_role_is_refused_with_those_there_are(bac_giang: Program) -> None:
    told = bac_giang.refused("list", "--role", "chu-tri", code=2)
    assert all(name in told for name in ("lead", "support", "all"))
