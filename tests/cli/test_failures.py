"""Whatever goes wrong: a sentence, an exit code, one document, and never a traceback."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typed_commands import OTHER_PLAN, PLAN, PROJECT, Answer, row, run, typed, written

from kpi.service import records

WITH_A_DATABASE = [
    ("submissions", "--plan", PLAN),
    ("evaluate", "--plan", PLAN),
    ("tasks", "--plan", PLAN),
]


def error(answer: Answer) -> str:
    """The code of the error that is all the document holds; its sentence is on standard error too."""
    assert set(answer.document) == {"error"}
    assert set(answer.document["error"]) == {"code", "message"}
    assert answer.document["error"]["message"] in answer.stderr
    return str(answer.document["error"]["code"])


def _a_file_for_a_folder(folder: Path) -> str:
    (folder / "tệp").write_text("")
    return f"sqlite:///{folder / 'tệp' / 'kpi.db'}"


def _no_database(folder: Path) -> str:
    (folder / "ghi chú.db").write_text("đây không phải cơ sở dữ liệu " * 100)
    return f"sqlite:///{folder / 'ghi chú.db'}"


def _a_folder(folder: Path) -> str:
    return f"sqlite:///{folder}"


def _nonsense(_: Path) -> str:
    return "cơ sở dữ liệu"


def _another_kind(_: Path) -> str:
    return "mysql://an:geheim@localhost/kpi"


@pytest.mark.parametrize("address", [_a_file_for_a_folder, _no_database, _a_folder, _nonsense, _another_kind])
@pytest.mark.parametrize("command", WITH_A_DATABASE)
def test_a_database_that_is_down_is_code_three(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: Any, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("KPI_DATABASE_URL", address(tmp_path))
    answer = typed(*command, "--json")
    assert (answer.code, error(answer)) == (3, "store-unavailable")
    assert "geheim" not in answer.stdout + answer.stderr


def test_a_database_that_is_down_takes_no_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, row())
    monkeypatch.setenv("KPI_DATABASE_URL", _no_database(tmp_path))
    answer = typed("import", path, "--plan", PLAN, "--json")
    assert (answer.code, error(answer)) == (3, "store-unavailable")


def test_a_disk_that_is_full_half_way_through_a_report_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, report = b"of last month", tmp_path / "r.xlsx"
    report.write_bytes(before)

    def half_of_it(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[: len(content) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", half_of_it)
        answer = typed("template", "--plan", PLAN, "--year", 2019, "-o", report)
    assert (answer.code, "Đĩa đã đầy" in answer.stderr) == (3, True)
    assert [path.read_bytes() for path in tmp_path.glob("r.*")] == [before]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_what_is_no_file_is_written_to_and_not_put_aside() -> None:
    answer = typed("--lang", "en", "template", "--plan", PLAN, "--year", 2019, "-o", "/dev/full")
    assert (answer.code, "The disk is full" in answer.stderr) == (3, True)
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize("command", [*WITH_A_DATABASE, ("units", "--plan", PLAN)])
def test_a_plan_nobody_knows_is_wrong_usage_and_the_known_ones_are_named(command: tuple[str, ...]) -> None:
    answer = typed(*command[:2], "nghe-an-2270", "--json")
    assert (answer.code, error(answer)) == (2, "unknown-plan")
    assert OTHER_PLAN in answer.stderr


def test_an_import_for_a_plan_nobody_knows_is_wrong_usage(tmp_path: Path) -> None:
    answer = typed("import", written(tmp_path, row()), "--plan", "nope", "--json")
    assert (answer.code, error(answer)) == (2, "unknown-plan")


def test_a_clock_set_to_nonsense_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_TODAY", "hôm nay")
    answer = typed("tasks", "--plan", PLAN, "--json")
    assert (answer.code, error(answer)) == (2, "bad-setting")


def test_sentences_are_vietnamese_unless_english_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Không có kế hoạch" in typed("tasks", "--plan", "nope").stderr
    assert "Không" not in typed("--lang", "en", "tasks", "--plan", "nope").stderr
    monkeypatch.setenv("KPI_LANG", "en")
    assert "Không" not in typed("tasks", "--plan", "nope").stderr


def test_a_fault_nobody_foresaw_is_a_sentence_and_is_kept_for_the_maintainers(
    monkeypatch: pytest.MonkeyPatch, fault_log: Path
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("không ngờ")

    monkeypatch.setattr(records, "list_submissions", fail)
    answer = typed("submissions", "--plan", PLAN, "--json")
    assert (answer.code, error(answer)) == (3, "fault")
    assert "Traceback" not in answer.stdout + answer.stderr
    assert "ZeroDivisionError: không ngờ" in fault_log.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [(), ("--help",), ("import", "--help"), ("evaluate", "--help")])
def test_help_needs_no_database(words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_DATABASE_URL", "nonsense")
    answer = typed(*words)
    assert "Cách dùng: python -m kpi" in answer.stdout + answer.stderr


@pytest.mark.parametrize(
    "words", [("nonsense",), ("evaluate",), ("template", "--plan", PLAN), ("--lang", "fr", "plans")]
)
def test_an_unknown_command_or_a_missing_option_is_wrong_usage(words: tuple[str, ...]) -> None:
    assert typed(*words).code == 2


def test_sound_definitions_pass_the_check() -> None:
    for path in ((), (PROJECT / "data" / "plans",), (PROJECT / "data" / "plans" / PLAN,)):
        assert typed("check", *path).code == 0


def _spoilt(folder: Path) -> Path:
    """Three plans, each with faults of its own."""
    plans = folder / "plans"
    for plan in (PLAN, OTHER_PLAN, "quang-ngai-1888-2013"):
        shutil.copytree(PROJECT / "data" / "plans" / plan, plans / plan)
    _replace(
        plans / PLAN / "indicators" / "voluntary-growth.yaml", "better_when: higher", "better_whn: higher"
    )
    _replace(plans / PLAN / "indicators" / "employers-enrolled.yaml", "value: 70", "value: bảy mươi")
    (plans / OTHER_PLAN / "plan.yaml").write_text("id: [", encoding="utf-8")
    _replace(plans / "quang-ngai-1888-2013" / "plan.yaml", "province: quang-ngai", "province: quang-ngay")
    return plans


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_check_lists_every_fault_of_every_plan_at_once(tmp_path: Path) -> None:
    answer = typed("check", _spoilt(tmp_path))
    assert answer.code == 1
    for place in (
        f"{PLAN}/indicators/voluntary-growth.yaml",
        f"{PLAN}/indicators/employers-enrolled.yaml",
        f"{OTHER_PLAN}/plan.yaml",
        "quang-ngai-1888-2013/plan.yaml",
    ):
        assert place in answer.stderr
    for told in ("better_whn", "better_when", "bảy mươi", "quang-ngay", "quang-ngai"):
        assert told in answer.stderr


def test_a_check_of_nothing_finds_a_fault(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "không có", written(tmp_path, row())):
        assert typed("check", path).code == 1


@pytest.mark.slow
def test_a_process_of_its_own_answers_alike_even_where_the_terminal_knows_no_vietnamese(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, row(), row("Kỳ Anh"), name="bieu 1.xlsx")
    words = ("import", path, "--plan", PLAN, "--dry-run", "--json")
    plain = {"LC_ALL": "C", "PYTHONIOENCODING": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    own, here = run(*words, **plain), typed(*words)
    assert (own.code, own.document, own.stderr) == (1, here.document, "")


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes only there")
@pytest.mark.slow
def test_a_file_name_that_is_no_text_is_no_trouble(tmp_path: Path) -> None:
    path = os.fsencode(written(tmp_path, row()).parent) + b"/bi\xea\xf9.xlsx"
    shutil.move(os.fsencode(tmp_path / "biểu 1.xlsx"), path)
    answer = run("import", path, "--plan", PLAN, "--json")
    assert (answer.code, answer.document["committed"]) == (0, True)


@pytest.mark.slow
def test_a_reader_who_has_read_enough_is_no_failure(tmp_path: Path) -> None:
    line = f"{sys.executable} -m kpi units | true"
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
