"""``check``: what it ends with, for people and for scripts that look at nothing else."""

from __future__ import annotations

import pytest

from tests.cli.program import Program

PLAIN = ("add", "40/UBND-NC", "--issued", "3/11/2023", "--content", "Rà soát",
              "--deadline", "10/12/2023")  # fmt: skip


@pytest.fixture
def tidy(program: Program) -> Program:
    """A register without anything to look at again."""
    program.run(*PLAIN)
    return program


def test_a_register_in_order_passes_however_strictly(tidy: Program) -> None:
    assert tidy.run("check", "--strict", "--json").json["data"] == []


def test_a_doubt_about_the_data_fails_only_where_it_is_to_be_strict(tidy: Program) -> None:
    tidy.run("done", "1", "--undated")
    (doubt, *_) = tidy.run("check", "--json").json["data"]
    assert (doubt["kind"], doubt["id"]) == ("done_without_date", 1)
    strict = tidy("check", "--strict")
    assert strict.code == 1
    assert strict.out == tidy.run("check").out
    assert strict.err == ""


@pytest.mark.parametrize("options", [(), ("--strict",), ("--json",)])
def test_a_damaged_register_is_trouble_of_the_register(
    tidy: Program, options: tuple[str, ...]
) -> None:
    content = bytearray(tidy.register.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    tidy.register.write_bytes(bytes(content))
    assert tidy("check", *options).code == 6
    assert tidy.register.read_bytes() == bytes(content)
