"""Under which names the server answers, and whose pages may send to it."""

from __future__ import annotations

import pytest
from asking import ask, site


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST:80"])
def test_a_server_on_loopback_answers_to_the_names_of_loopback(host: str) -> None:
    assert ask(site(), host=host).status == 200


@pytest.mark.parametrize("scheme", ["http", "ws"])
@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "localhost@evil", "127.0.0.1.nip.io", ""]
)
def test_a_name_that_only_points_here_is_refused(host: str, scheme: str) -> None:
    assert ask(site(), host=host, scheme=scheme).status == 400


def test_the_operator_lists_further_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_ALLOWED_HOSTS", "kpi.tinh.example, Other.example")
    monkeypatch.setenv("KPI_HOST", "0.0.0.0")
    assert ask(site(), host="kpi.tinh.example").status == 200
    assert ask(site(), host="other.example:8501").status == 200
    assert ask(site(), host="localhost").status == 200
    assert ask(site(), host="evil.example").status == 400


def test_an_open_server_without_a_list_answers_to_any_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_HOST", "0.0.0.0")
    assert ask(site(), host="kpi.tinh.example").status == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost:9999", "http://localhost"]
)
def test_a_page_of_another_origin_may_not_write(origin: str) -> None:
    assert ask(site(), "/x", method="POST", origin=origin).status == 403
    assert ask(site(), "/x", method="PUT", origin=origin).status == 403
    assert ask(site(), "/x", scheme="ws", origin=origin).status == 403


def test_its_own_pages_may_write_and_others_may_link_here() -> None:
    assert ask(site(), "/x", method="POST", origin="http://localhost:8501").status == 200
    assert ask(site(), origin="http://evil.example").status == 200
