"""What Click says by itself, usage errors and the headings of the help, is in the language asked for."""

from __future__ import annotations

import inspect
from pathlib import Path

import click
import pytest
from typed_commands import PLAN, typed

from kpi.cli import usage

MISTAKES = [
    (("nonsense",), "Không có lệnh 'nonsense'.", "No such command 'nonsense'."),
    (("evaluat",), "Có phải 'evaluate'?", "Did you mean 'evaluate'?"),
    (("evaluate",), "Thiếu tùy chọn '--plan'.", "Missing option '--plan'."),
    (("evaluate", "--plan"), "cần một giá trị", "requires an argument"),
    (("evaluate", "--nope"), "Không có tùy chọn '--nope'", "No such option '--nope'"),
    (("import",), "Thiếu tham số 'FILE'.", "Missing argument 'FILE'."),
    (("import", "/nope", "--plan", PLAN), "Không tìm thấy '/nope'", "'/nope' does not exist"),
    (("import", "/", "--plan", PLAN), "'/' là thư mục", "'/' is a directory"),
    (("undo", "x"), "không phải là số", "is not a valid integer"),
    (("plans", "a", "b"), "Thừa các tham số (a b)", "unexpected extra arguments (a b)"),
]


@pytest.mark.parametrize(("words", "vietnamese", "english"), MISTAKES)
def test_a_mistake_in_typing_is_told_in_the_language_asked_for(
    words: tuple[str, ...], vietnamese: str, english: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = typed(*words)
    assert (told.code, vietnamese in told.stderr, "Lỗi: " in told.stderr) == (2, True, True), told.stderr
    for answer in (typed("--lang", "en", *words), typed("--lang=en", *words)):
        assert (answer.code, english in answer.stderr, "Error: " in answer.stderr) == (2, True, True)
    monkeypatch.setenv("KPI_LANG", "en")
    assert english in typed(*words).stderr


def test_the_headings_of_the_help_are_in_the_language_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for words in ((), ("import",)):
        assert "Tùy chọn:" in typed(*words, "--help").stdout
        assert "Options:" in typed("--lang", "en", *words, "--help").stdout
    monkeypatch.setenv("KPI_LANG", "en")
    assert "Commands:" in typed("--help").stdout


def test_click_still_says_each_sentence_that_is_translated() -> None:
    """A newer Click may say them in other words; they would then come out in English."""
    folder = Path(inspect.getfile(click)).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    quoted = {sentence: f'"{sentence}"'.replace("\n", "\\n").replace("\t", "\\t") for sentence in usage._KEYS}
    assert [sentence for sentence, text in quoted.items() if text not in source] == []
