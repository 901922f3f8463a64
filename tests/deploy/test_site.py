"""What docs/deploy.md promises of several processes behind nginx."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path

import pytest
from nginx_site import Site
from office_files import write_office_file
from open_page import opened
from playwright.sync_api import Browser, expect

from tests.people import PASSWORD

pytestmark = pytest.mark.slow


def asked(site: Site, path: str, **headers: str) -> tuple[int, Message, str]:
    request = urllib.request.Request(site.address + path, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30, context=site.trust) as answer:
            return answer.status, answer.headers, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.headers, refused.read().decode("utf-8", "replace")


def cookies(site: Site) -> dict[str, str]:
    name, _, value = site.log_in().partition(";")[0].partition("=")
    return {name: value}


def test_without_tls_there_is_only_the_way_to_tls(site: Site) -> None:
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    with pytest.raises(urllib.error.HTTPError) as moved:
        urllib.request.build_opener(Stay).open(f"{site.plain}/units", timeout=30)
    with moved.value as answer:
        assert (answer.code, answer.headers["Location"]) == (301, "https://localhost/units")


def test_browsers_are_told_to_keep_to_tls(site: Site) -> None:
    for path in ("/healthz", "/login", "/static/nothing.js", "/_stcore/metrics"):
        status, headers, _ = asked(site, path)
        assert status in (200, 404)
        if path != "/_stcore/metrics":  # nginx says so by itself
            assert headers["Strict-Transport-Security"] == "max-age=31536000"
            assert "wss://localhost" in headers["Content-Security-Policy"]
    assert asked(site, "/healthz")[0] == 200
    assert asked(site, "/_stcore/metrics")[0] == 404


def test_the_session_travels_over_tls_alone(site: Site) -> None:
    cookie = site.log_in()
    assert "; Secure" in cookie
    assert "; HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()


def test_a_stranger_is_sent_to_the_login_of_this_site(site: Site) -> None:
    status, _, page = asked(site, "/units", Accept="text/html")
    assert status == 200
    assert 'autocomplete="current-password"' in page


def test_an_address_somebody_claims_to_come_from_is_not_believed(site: Site) -> None:
    asked(site, "/login?from-elsewhere", **{"X-Forwarded-For": "203.0.113.9", "X-Real-IP": "203.0.113.9"})
    logs = "".join((site.folder / f"{a.rpartition(':')[2]}.log").read_text() for a in site.processes)
    assert "203.0.113.9" not in logs


def test_a_page_and_its_uploads_reach_the_same_process(site: Site) -> None:
    """Every time, and not by luck: the other process is shown to refuse the very same upload."""
    used = set()
    for _ in range(6):
        mine = cookies(site)
        with opened(site.address, "upload", mine, site.trust) as page:
            page.draw()
            assert page.uploader
            assert [page.put(b"x")[0] for _ in range(3)] == [204] * 3
            answers = {address: page.put(b"x", at=address)[0] for address in site.processes}
            assert sorted(answers.values()) == [204, 400]
            used.add(max(answers, key=lambda address: answers[address] == 204))
    assert used  # both with near certainty, which is not asserted


def test_a_browser_holds_no_cookie_but_of_this_host_over_tls_and_sends_files(
    site: Site, chromium: Browser, tmp_path: Path
) -> None:
    browser = chromium.new_context(ignore_https_errors=True, locale="vi-VN")
    browser.add_cookies([{"name": "_streamlit_xsrf", "value": "older", "url": site.address}])
    tab = browser.new_page()
    tab.goto(f"{site.address}/upload?plan=ha-tinh-157-2017")
    tab.get_by_label("Tên tài khoản").fill("quan-tri")
    tab.get_by_label("Mật khẩu").fill(PASSWORD)
    tab.get_by_role("button", name="Đăng nhập").click()
    tab.locator("input[type=file]").set_input_files(write_office_file(tmp_path / "bao-cao.xlsx"))
    expect(tab.locator(".k-grid")).to_be_visible(timeout=20_000)
    held = browser.cookies()
    browser.close()
    assert {cookie["name"] for cookie in held} == {"__Host-kpi_session", "__Host-_streamlit_xsrf"}
    assert all(cookie["secure"] and cookie["path"] == "/" for cookie in held)


def test_what_is_too_large_ends_at_the_door(site: Site) -> None:
    with opened(site.address, "upload", cookies(site), site.trust) as page:
        page.draw()
        assert page.put(b"x" * (35 << 20))[0] == 413


def test_a_process_that_dies_is_taken_over(site: Site) -> None:
    """Last in the file: afterwards there is one process left."""
    mine = cookies(site)
    with opened(site.address, "", mine, site.trust) as page:
        page.draw()
        holder = next(a for a in site.processes if page.put(b"x", at=a)[0] == 204)
        site.processes[holder].kill()
        began = time.monotonic()
        assert asked(site, "/healthz")[0] == 200
    with opened(site.address, "upload", mine, site.trust) as page:
        page.draw()
        assert page.uploader, "the session of the login is known to the other process too"
        assert page.put(b"x")[0] == 204
    assert time.monotonic() - began < 30
