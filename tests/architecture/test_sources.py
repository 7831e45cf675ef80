"""What the linters cannot see in the source text: the language, the names, the paths."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

ENGLISH_ROOMS = ("core", "store", "intake", "operations", "tui", "cli")

GRAMMARS = frozenset(
    {
        "citations",
        "clauses",
        "document_number",
        "old_fonts",
        "one_line",
        "vietnamese",
    }
)
"""Modules that recognise Vietnamese as it is written; they never speak it."""

BANNED_NAMES = frozenset(
    {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}
)

MACHINE_PATH = re.compile(
    r"(?<![\w.:/])/(?!usr/bin/env )(?:work|tmp|root|home|opt|usr|mnt|Users)/\w|\b[A-Z]:\\\w"
)


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def docstrings(tree: ast.AST) -> set[int]:
    """The ids of strings that stand alone: docstrings, of attributes too."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def foreign_strings(source: str) -> list[str]:
    """String literals that are not documentation and hold a letter outside ASCII."""
    tree = ast.parse(source)
    spared = docstrings(tree)
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in spared and has_foreign_letter(node.value)
    ]


def has_foreign_letter(text: str) -> bool:
    """Whether a letter is not ASCII; a dash or an ellipsis belongs to no language."""
    return any(sign.isalpha() and not sign.isascii() for sign in text)


def foreign_names(source: str) -> list[str]:
    """Identifiers outside ASCII."""
    if source.isascii():
        return []
    return [name for name in names(ast.parse(source)) if not name.isascii()]


def names(tree: ast.AST) -> Iterator[str]:
    """Every identifier: whatever text a tree holds that is not a constant."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            continue
        for value in vars(node).values():
            told = value if isinstance(value, list) else [value]
            yield from (text for text in told if isinstance(text, str))


def vague_names(name: str) -> set[str]:
    """The parts of a name that say nothing."""
    parts = re.findall(r"[A-Z]?[a-z]+", name)
    return {part.lower() for part in parts} & BANNED_NAMES


def class_names(source: str) -> list[str]:
    return re.findall(r"(?m)^ *class (\w+)", source)


def test_the_rooms_below_the_shells_quote_no_vietnamese() -> None:
    spoken = {
        path.relative_to(ROOT).as_posix(): found
        for room in ENGLISH_ROOMS
        for path in sources(f"tracker/{room}")
        if path.stem not in GRAMMARS
        if (found := foreign_strings(path.read_text(encoding="utf-8")))
    }
    assert spoken == {}


def test_only_grammars_that_need_it_are_exempt() -> None:
    recognising = {
        path.stem
        for path in sources("tracker/core", "tracker/intake")
        if foreign_strings(path.read_text(encoding="utf-8"))
    }
    assert recognising == GRAMMARS


def test_every_identifier_is_ascii() -> None:
    named = {
        path.relative_to(ROOT).as_posix(): found
        for path in sources("tracker", "tests")
        if (found := foreign_names(path.read_text(encoding="utf-8")))
    }
    assert named == {}


def test_nothing_names_a_path_of_some_machine() -> None:
    files = [
        *sources("tracker"),
        *(ROOT / name for name in ("pyproject.toml", "CHANGELOG.md", "data/tracker.toml")),
        *(ROOT / name for name in ("data/README.md", "exports/README.md", ".ci/run")),
    ]
    quoted = {
        path.relative_to(ROOT).as_posix(): found
        for path in files
        if (found := MACHINE_PATH.findall(path.read_text(encoding="utf-8")))
    }
    assert quoted == {}


def test_no_module_or_class_has_a_name_that_says_nothing() -> None:
    vague = {
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in sources("tracker", "tests")
        for name in (path.stem, *class_names(path.read_text(encoding="utf-8")))
        if vague_names(name)
    }
    assert vague == set()


@pytest.mark.parametrize(
    "source",
    ["x = 'Quá hạn'", "print(f'còn {days} ngày')", "def f():\n    return 'hạn'", "x = {'hạn': 1}"],
)
def test_vietnamese_in_code_is_found(source: str) -> None:
    assert foreign_strings(source)


@pytest.mark.parametrize(
    "source",
    ["'''Quá hạn'''", "x = 1\n'''hạn'''", "def f():\n    '''hạn'''", "x = 1  # hạn", "x = 'due…'"],
)
def test_vietnamese_in_documentation_is_spared(source: str) -> None:
    assert foreign_strings(source) == []


def test_a_vietnamese_identifier_is_found() -> None:
    assert foreign_names("hạn = 1\nx = 'hạn'") == ["hạn"]


@pytest.mark.parametrize("text", ["'/work/x'", "see /tmp/a", "(/home/an)", r"'C:\Users'"])
def test_a_machine_path_is_found(text: str) -> None:
    assert MACHINE_PATH.search(text)


@pytest.mark.parametrize("text", ["https://a.vn/home/x", "data/tmp/x", "/etc/pgpass", "15/work"])
def test_other_slashes_are_spared(text: str) -> None:
    assert MACHINE_PATH.search(text) is None


@pytest.mark.parametrize("name", ["utils", "date_helpers", "StoreManager", "BaseRow", "common"])
def test_a_vague_name_is_found(name: str) -> None:
    assert vague_names(name)


def test_every_class_is_looked_at_inside_of_another_too() -> None:
    assert class_names("class One:\n    class Two(One):\n        pass\n") == ["One", "Two"]


@pytest.mark.parametrize("name", ["database", "baseline", "commonly_used", "managed"])
def test_a_name_that_says_something_is_spared(name: str) -> None:
    assert vague_names(name) == set()
