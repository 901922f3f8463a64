"""How the dashboard starts, or says why it does not."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from running_dashboard import PROJECT, running_dashboard, started, status_of

pytestmark = pytest.mark.slow


def test_health_is_good_while_the_database_answers(dashboard: str) -> None:
    assert status_of(f"{dashboard}/healthz") == 200


def test_without_a_database_it_starts_and_says_so(tmp_path: Path) -> None:
    with running_dashboard(tmp_path, "postgresql://127.0.0.1:9/nowhere") as address:
        assert status_of(f"{address}/healthz") == 503
    assert "chưa dùng được cơ sở dữ liệu" in (tmp_path / "dashboard.log").read_text()


def test_it_recovers_once_the_database_is_there(tmp_path: Path) -> None:
    obstacle = tmp_path / "data"
    obstacle.write_text("a file where the folder should be")
    with running_dashboard(tmp_path, f"sqlite:///{obstacle}/kpi.sqlite3") as address:
        assert status_of(f"{address}/healthz") == 503
        obstacle.unlink()
        assert status_of(f"{address}/healthz") == 200


def test_an_unusable_port_ends_it_with_a_sentence(tmp_path: Path) -> None:
    ended = started(tmp_path, KPI_PORT="cổng")
    assert ended.returncode == 2
    assert "KPI_PORT" in ended.stderr


def test_a_port_in_use_ends_it_with_a_sentence_and_no_address(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        ended = started(tmp_path, KPI_PORT=port)
    assert ended.returncode == 3
    assert f"cổng {port} trên 127.0.0.1 đang có chương trình khác dùng" in ended.stderr
    assert "đang chạy tại" not in ended.stderr


def test_broken_definitions_end_it_with_all_that_is_wrong(tmp_path: Path) -> None:
    """The start-up step by itself, with the definitions of a folder that holds none."""
    step = (
        "import kpi.registry.definitions as d; from pathlib import Path; "
        f"d.DATA = Path({str(tmp_path)!r}); "
        "from kpi.ui.starting import refuse_broken_definitions; refuse_broken_definitions()"
    )
    (tmp_path / "units.csv").write_bytes((PROJECT / "data" / "units.csv").read_bytes())
    broken = tmp_path / "plans" / "x-1"
    broken.mkdir(parents=True)
    (broken / "plan.yaml").write_text("id: y-1\nprovince: ha-tin\nnonsense: 1\n")
    ended = subprocess.run(
        [sys.executable, "-c", step], cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 1
    assert "nonsense" in ended.stderr
    assert "plan.yaml" in ended.stderr
