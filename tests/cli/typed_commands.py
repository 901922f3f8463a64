"""Commands as they are typed, and what they answer."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from click.testing import CliRunner

from kpi.cli.main import cli

PROJECT = Path(__file__).resolve().parents[2]
PLAN, OTHER_PLAN = "ha-tinh-157-2017", "nghe-an-2269"
ENROLLED, GROWTH = "employers-enrolled", "voluntary-growth"
HEADING = ("Đơn vị", "Chỉ tiêu", "Năm", "Tử số", "Mẫu số", "Giá trị", "Loại số liệu")


@dataclass(frozen=True)
class Answer:
    code: int
    stdout: str
    stderr: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.stdout)


def typed(*words: object) -> Answer:
    """Runs a command in this process; a fault that gets out of it fails the test."""
    result = CliRunner().invoke(cli, [str(word) for word in words], prog_name="python -m kpi")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, result.stderr)


def run(*words: object, **environment: str) -> Answer:
    """Runs a command in a process of its own, as a person would."""
    command = [sys.executable, "-m", "kpi", *(w if isinstance(w, bytes) else str(w) for w in words)]
    ran = subprocess.run(
        command, cwd=PROJECT, env=os.environ | environment, capture_output=True, timeout=60, check=False
    )
    return Answer(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def sent(*words: object) -> Any:
    """The document of a command that must succeed."""
    answer = typed(*words, "--json")
    assert answer.code == 0, answer.stdout + answer.stderr
    return answer.document


def row(
    unit: str = "Huyện Hương Sơn",
    part: Any = 700,
    whole: Any = 1000,
    year: int = 2017,
    indicator: str = ENROLLED,
    value: Any = None,
) -> tuple[Any, ...]:
    return unit, indicator, year, part, whole, value, "Chính thức"


def written(folder: Path, *rows: tuple[Any, ...], name: str = "biểu 1.xlsx") -> Path:
    """A tidy workbook with these rows, in a file."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Số liệu")
        for at, cells in enumerate((HEADING, *rows)):
            sheet.write_row(at, 0, cells)
    path = folder / name
    path.write_bytes(stream.getvalue())
    return path
