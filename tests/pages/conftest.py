"""The pages run headless over a database of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

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
def program(new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """An empty database on a day in 2026, the one the pages use."""
    monkeypatch.setenv("KPI_DATABASE_URL", new_database())
    monkeypatch.setenv("KPI_TODAY", "2026-11-24")
    opened = Program.open()
    yield opened
    opened.database.close()


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
