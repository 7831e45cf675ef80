"""The lock files: complete, hashed, and the same on every machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def pins(lock: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Each package with its version and hashes."""
    text = re.sub(r"(?m)^ *#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"))
    found = {}
    for requirement in text.replace("\\\n", "").splitlines():
        name, version = re.match(r"([a-z0-9-]+)==(\S+)", requirement).groups()  # type: ignore[union-attr]
        found[name] = (version, frozenset(re.findall(r"--hash=sha256:[0-9a-f]{64}", requirement)))
    return found


def wanted(*extras: str) -> set[str]:
    """The packages pyproject.toml asks for by name."""
    document = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = document["project"]
    asked = [*document["build-system"]["requires"], *project["dependencies"]]
    for extra in extras:
        asked += project["optional-dependencies"][extra]
    return {re.split(r"[\[<>=!~; ]", requirement)[0].lower() for requirement in asked}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_a_hash(lock: str) -> None:
    assert pins(lock)
    assert {name for name, (_, hashes) in pins(lock).items() if not hashes} == set()


def test_a_compiled_package_is_locked_for_every_platform() -> None:
    assert len(pins("requirements.lock")["pydantic-core"][1]) > 50


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_no_path_and_no_machine(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert (
        re.findall(
            r"(?m)://|^-|(?:^|[\s=])/\w|(?<!no-emit-)(?:index-url|find-links|trusted-host)", text
        )
        == []
    )


def test_what_is_asked_for_is_locked() -> None:
    assert wanted() <= pins("requirements.lock").keys()
    assert wanted("dev", "postgres", "web") <= pins("requirements-dev.lock").keys()


def test_developers_run_the_versions_users_run() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()
