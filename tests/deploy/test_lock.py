"""What gets installed is what was tested: each package at one version with its hashes, and all it brings along."""

from __future__ import annotations

import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from running_dashboard import PROJECT

LOCKS = {"requirements.txt": "requirements.lock", "requirements-dev.txt": "requirements-dev.lock"}
INSTALLING = {
    "bin/start": "requirements.lock",
    "bin/test": "requirements-dev.lock",
    "bin/check": "requirements-dev.lock",
    ".ci/run": "requirements.lock",
    "deploy/Containerfile": "requirements.lock",
    "docs/deploy.md": "requirements.lock",
    "docs/trien-khai.md": "requirements.lock",
}


def asked(name: str) -> list[Requirement]:
    """The requirements of a file, and of those it includes."""
    requirements = []
    for line in (PROJECT / name).read_text(encoding="utf-8").splitlines():
        told = line.split("#")[0].strip()
        if told.startswith("-r "):
            requirements += asked(told.removeprefix("-r "))
        elif told:
            requirements.append(Requirement(told))
    return requirements


def locked(name: str) -> dict[str, list[Requirement]]:
    """What a lock pins, by name; more than once where Pythons need different versions."""
    pinned: dict[str, list[Requirement]] = {}
    for entry in entries(name):
        requirement = Requirement(entry.split("--hash=")[0])
        pinned.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return pinned


def entries(name: str) -> list[str]:
    """Each entry of a lock on one line, without comments."""
    text = (PROJECT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


@pytest.mark.parametrize("name", LOCKS)
def test_what_the_program_asks_for_is_in_the_lock_at_the_same_version(name: str) -> None:
    pinned = locked(LOCKS[name])
    missing = [
        str(requirement)
        for requirement in asked(name)
        if not any(
            str(requirement.specifier) in ("", str(lock.specifier))
            for lock in pinned.get(canonicalize_name(requirement.name), [])
        )
    ]
    assert missing == [], "run bin/lock"


@pytest.mark.parametrize("lock", LOCKS.values())
def test_a_lock_leaves_nothing_open(lock: str) -> None:
    exact = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^-]+?)?( +--hash=sha256:[0-9a-f]{64})+")
    assert len(entries(lock)) > len(asked("requirements.txt"))
    assert [entry for entry in entries(lock) if not exact.fullmatch(entry)] == []


def test_what_is_tested_is_what_is_served() -> None:
    served, tested = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {name: tested.get(name) for name in served} == served


@pytest.mark.parametrize(("path", "lock"), INSTALLING.items())
def test_whatever_installs_the_program_installs_the_lock(path: str, lock: str) -> None:
    lines = (PROJECT / path).read_text(encoding="utf-8").splitlines()
    installing = [
        line for line in lines if re.search(r"pip install|python-env", line) and "requirements" in line
    ]
    assert installing
    assert [line for line in installing if lock not in line] == []
