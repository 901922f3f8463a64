"""The systemd unit and the container file as far as they can be judged without starting them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from running_dashboard import PROJECT

UNIT = PROJECT / "deploy" / "kpi@.service"
BACKUP, AUDIT = PROJECT / "deploy" / "kpi-backup.service", PROJECT / "deploy" / "kpi-audit.service"
TIMERS = sorted((PROJECT / "deploy").glob("*.timer"))
MOST_EXPOSED = 15  # tenths, of systemd's ten; what has no protection at all is at 96


@pytest.mark.slow
@pytest.mark.parametrize("unit", [UNIT, BACKUP, AUDIT], ids=["pages", "backup", "audit"])
def test_systemd_finds_the_service_little_exposed(unit: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not installed")
    command = ["systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED}", str(unit)]
    judged = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert judged.returncode == 0, judged.stdout[-500:] + judged.stderr


@pytest.mark.slow
@pytest.mark.parametrize("timer", TIMERS, ids=lambda timer: timer.stem)
def test_systemd_knows_the_hour_a_timer_names(timer: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not installed")
    (hour,) = re.findall(r"^OnCalendar=(.+)$", timer.read_text(), re.MULTILINE)
    read = subprocess.run(["systemd-analyze", "calendar", hour], capture_output=True, timeout=60, check=False)
    assert read.returncode == 0, read.stderr


def test_the_nightly_command_makes_a_backup_and_the_old_ones_go(tmp_path: Path) -> None:
    """Its lines run here as systemd would run them, one after the other, with this machine's Python."""
    (tmp_path / "var" / "backups").mkdir(parents=True)
    old = tmp_path / "var" / "backups" / "kpi-2017-01-01-013000.sqlite3"
    old.touch()
    os.utime(old, (0, 0))
    for line in re.findall(r"^ExecStart(?:Pre|Post)?=(.+)$", BACKUP.read_text(), re.MULTILINE):
        here = line.replace("/opt/kpi/.venv/bin/python", sys.executable).replace("$$", "$").replace("%%", "%")
        _run_in(tmp_path, here)
    (kept,) = (tmp_path / "var" / "backups").iterdir()
    assert kept != old
    assert kept.read_bytes().startswith(b"SQLite format 3")


def _run_in(folder: Path, command: str) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(PROJECT),
        "KPI_DATABASE_URL": f"sqlite:///{folder}/kpi.sqlite3",
    }
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_setting_the_deployment_names_is_one_the_program_reads() -> None:
    program = "".join(path.read_text() for path in (PROJECT / "kpi").rglob("*.py"))
    shipped = [UNIT, *(PROJECT / "deploy").glob("kpi.env*"), PROJECT / "deploy" / "Containerfile"]
    named = {name for path in shipped for name in re.findall(r"\bKPI_[A-Z_]+", path.read_text())}
    assert named
    assert [name for name in named if name not in program] == []


def test_nothing_of_the_program_is_left_to_be_compiled_while_it_serves() -> None:
    """The readers of workbooks compile anew what they find uncompiled where nothing may be written."""
    pages = [path.name for path in PROJECT.iterdir() if path.is_dir() and any(path.glob("*.py"))]
    compiled = f"python -m compileall -q {' '.join(sorted({*pages} - {'tests'}))}"
    for told in ("docs/deploy.md", "deploy/Containerfile"):
        assert compiled in (PROJECT / told).read_text()


def test_the_container_takes_everything_the_program_needs_and_runs_as_nobody_special() -> None:
    lines = (PROJECT / "deploy" / "Containerfile").read_text().splitlines()
    copied = {word for line in lines if line.startswith("COPY") for word in line.split()[1:-1]}
    assert copied == {
        "requirements.txt",
        "requirements.lock",
        "dashboard.py",
        "pyproject.toml",
        ".streamlit",
        "kpi",
        "pages",
        "data",
    }
    assert "USER 10001:10001" in lines
    assert any(line.startswith("HEALTHCHECK") for line in lines)
    sent = (PROJECT / ".containerignore").read_text().splitlines()
    assert copied == {line[1:] for line in sent if line.startswith("!")}
