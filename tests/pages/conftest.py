"""The pages run headless over a database of their own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from page_reader import PROJECT, Open, Page
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from kpi.service.program import Program


@pytest.fixture(scope="session", autouse=True)
def _installed_packages_are_looked_through_once() -> Iterator[None]:
    """Each AppTest looks for components in every installed package, which takes as long as the page."""
    with pytest.MonkeyPatch.context() as patch:
        scan = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


@pytest.fixture(autouse=True)
def _reading_at_once(without_children: None) -> None: ...


@pytest.fixture
def program(empty_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """An empty database on a day in 2026, the one the pages use."""
    shutil.copy(empty_database, tmp_path / "pages.sqlite3")
    monkeypatch.setenv("KPI_DATABASE_URL", f"sqlite:///{tmp_path / 'pages.sqlite3'}")
    monkeypatch.setenv("KPI_TODAY", "2026-11-24")
    return Program.open()


@pytest.fixture
def open_page(program: Program) -> Open:
    """Opens a page cold at its address, with the choices in the query."""

    def open_at(name: str = "overview", **query: str) -> Page:
        test = AppTest.from_file(str(PROJECT / "kpi" / "ui" / "main.py"), default_timeout=30)
        if name != "overview":
            test.switch_page(f"../../pages/{name}.py")
        for choice, value in query.items():
            test.query_params[choice] = value
        return Page(test).run()

    return open_at
