"""How much may be sent, and how slowly."""

from __future__ import annotations

import pytest
from asking import ask, site

from kpi.ui.web import sizes

UPLOAD = "/_stcore/upload_file/page-1/file-1"


@pytest.fixture(autouse=True)
def held(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """What the pages hold already; there is no Streamlit in these tests."""
    pages: dict[str, int] = {}
    monkeypatch.setattr(sizes, "held_by_page", lambda: pages)
    return pages


def test_a_body_that_states_too_much_is_not_even_read() -> None:
    too_much = str(sizes.LARGEST_OTHER_BODY + 1)
    assert ask(site(), "/login", method="POST", content_length=too_much).status == 413


def test_a_body_that_turns_out_too_large_is_cut_off() -> None:
    pieces = [b"x" * 1024] * 65
    answer = ask(site(), "/login", method="POST", body=pieces, transfer_encoding="chunked")
    assert answer.status == 413
    assert ask(site(), "/login", method="POST", body=pieces[1:], transfer_encoding="chunked").text == "65536"


@pytest.mark.parametrize("stated", ["-1", "many", "1e9", "0x10"])
def test_a_size_that_is_no_size_is_refused(stated: str) -> None:
    assert ask(site(), "/login", method="POST", content_length=stated).status == 413


def test_an_upload_may_be_as_large_as_a_workbook() -> None:
    megabyte = b"x" * sizes.MEBIBYTE
    assert ask(site(), UPLOAD, method="PUT", body=[megabyte] * 21, content_length=str(21 << 20)).status == 200
    assert ask(site(), UPLOAD, method="PUT", content_length=str(sizes.LARGEST_UPLOAD_BODY + 1)).status == 413


def test_a_page_holds_so_much_and_no_more(held: dict[str, int]) -> None:
    held["page-1"] = sizes.MOST_HELD_BY_A_PAGE
    assert ask(site(), UPLOAD, method="PUT", body=[b"x"], content_length="1").status == 413
    assert (
        ask(site(), UPLOAD.replace("-1/", "-2/"), method="PUT", body=[b"x"], content_length="1").status == 200
    )


def test_all_pages_together_hold_so_much_and_no_more(held: dict[str, int]) -> None:
    held.update({f"page-{n}": sizes.MEBIBYTE for n in range(2, 2 + sizes.MOST_HELD // sizes.MEBIBYTE)})
    answer = ask(site(), UPLOAD, method="PUT", body=[b"x"], content_length="1")
    assert answer.status == 503
    assert "Máy chủ đang bận" in answer.text
    assert answer.headers["retry-after"]


def test_a_sender_that_falls_silent_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sizes, "SECONDS_OF_SILENCE", 0.05)
    assert ask(site(), UPLOAD, method="PUT", body=[b"x"] * 2, content_length="2", pause=5).status == 408


def test_what_is_on_its_way_counts_as_held_until_it_is_there() -> None:
    limits = sizes.BodyLimits(site([]))
    for _ in range(100):
        assert ask(limits, UPLOAD, method="PUT", body=[b"x"], content_length=str(20 << 20)).status == 200
