"""Reports without figures on the command line: kept, listed, taken back."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from typed_commands import PLAN, Answer, sent, typed

SON = "huyen-huong-son"


def a_file(folder: Path, content: str = "1", name: str = "danh sách.pdf") -> Path:
    path = folder / name
    path.write_text(content)
    return path


def receive(
    file: Path, *more: str, sender: str = SON, period: str = "2017-Q3", task: str = "HT-N41"
) -> Answer:
    about = ("--task", task, "--period", period, "--sender", sender)
    return typed("receive", file, "--plan", PLAN, *about, *more)


def listed() -> list[tuple[str, str, bool]]:
    return [(p["id"], p["sender"], p["counts"]) for p in sent("papers", "--plan", PLAN)["papers"]]


def test_a_report_received_is_listed_with_its_bytes_hash_and_sender(tmp_path: Path) -> None:
    answer = receive(a_file(tmp_path))
    assert (answer.code, "Huyện Hương Sơn" in answer.stdout) == (0, True)
    (paper,) = sent("papers", "--plan", PLAN)["papers"]
    assert (paper["task"], paper["period"], paper["file"]) == ("HT-N41", "2017-Q3", "danh sách.pdf")
    assert paper["sha256"].startswith("6b86b273ff34")
    assert (paper["size"], paper["undone_at"]) == (1, None)
    line = typed("papers", "--plan", PLAN).stdout
    for part in (
        "#1",
        "Danh sách theo quý",
        "Quý III/2017",
        "danh sách.pdf",
        "6b86b273ff34",
        "đang được tính",
    ):
        assert part in line


def test_the_same_file_again_changes_nothing_and_another_takes_its_place(tmp_path: Path) -> None:
    receive(a_file(tmp_path))
    again = receive(a_file(tmp_path))
    assert (again.code, "không có gì thay đổi" in again.stdout) == (0, True)
    assert receive(a_file(tmp_path), "--json").document == {"paper": "1", "kept": False, "supersedes": None}
    other = receive(a_file(tmp_path, "2"), "--json")
    assert other.document == {"paper": "2", "kept": True, "supersedes": "1"}
    assert listed() == [("2", SON, True), ("1", SON, False)]
    assert "đã được thay bằng báo cáo #2" in typed("papers", "--plan", PLAN).stdout


def test_a_report_taken_back_gives_way_to_the_one_before(tmp_path: Path) -> None:
    receive(a_file(tmp_path))
    receive(a_file(tmp_path, "2"))
    assert typed("undo-paper", 2).code == 0
    assert listed() == [("2", SON, False), ("1", SON, True)]
    assert [typed("undo-paper", n).code for n in (2, 9)] == [1, 2]


def test_an_agency_is_named_however_its_letters_are_composed(tmp_path: Path) -> None:
    agency = unicodedata.normalize("NFD", "Sở Lao động - Thương binh và Xã hội")
    assert receive(a_file(tmp_path), task="HT-N18", period="2017-H1", sender=agency).code == 0


def test_what_nobody_owes_is_refused_with_what_would_do(tmp_path: Path) -> None:
    wrong_sender = receive(a_file(tmp_path), "--json", sender="huong-son")
    assert (wrong_sender.code, wrong_sender.document["error"]["code"]) == (1, "not-a-sender")
    assert SON in wrong_sender.stderr
    wrong_period = receive(a_file(tmp_path), period="2017-H1")
    assert (wrong_period.code, "2017-Q3" in wrong_period.stderr) == (1, True)
    wrong_task = receive(a_file(tmp_path), task="HT-N14")
    assert (wrong_task.code, "HT-N41" in wrong_task.stderr) == (2, True)
    assert listed() == []


def test_an_empty_report_is_refused(tmp_path: Path) -> None:
    assert receive(a_file(tmp_path, "")).code == 1
