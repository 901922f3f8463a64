"""Every answer carries the headers that keep a browser in bounds."""

from __future__ import annotations

import pytest
from asking import PART, ask, site

ANSWERS = {
    "a page": {},
    "nothing there": {"path": "/_stcore/metrics"},
    "a refused name": {"host": "evil.example"},
    "a fault": {"path": "/fails"},
    "a part": {"path": PART},
    "a refused websocket": {"scheme": "ws", "host": "evil.example"},
    "too much": {"method": "POST", "content_length": "9999999"},
}


@pytest.mark.parametrize("case", ANSWERS.values(), ids=ANSWERS)
def test_every_answer_is_in_bounds(case: dict[str, str]) -> None:
    headers = ask(site(), **case).headers  # type: ignore[arg-type]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_scripts_are_allowed_by_name_alone() -> None:
    rules = dict(rule.split(" ", 1) for rule in ask(site()).headers["content-security-policy"].split("; "))
    assert "unsafe" not in rules["script-src"]
    assert rules["default-src"] == "'self'"
    assert rules["object-src"] == "'none'"
    assert rules["base-uri"] == rules["form-action"] == "'self'"
    assert rules["connect-src"] == "'self' ws://localhost:8501"


def test_a_host_that_is_no_name_writes_nothing_into_the_policy() -> None:
    policy = ask(site(), host="x; script-src *").headers["content-security-policy"]
    assert policy.endswith("connect-src 'self'")


def test_https_is_insisted_on_only_where_it_is_spoken() -> None:
    assert "strict-transport-security" not in ask(site()).headers
    secure = ask(site(), scheme="https").headers
    assert secure["strict-transport-security"] == "max-age=31536000"
    assert "wss://localhost:8501" in secure["content-security-policy"]


def test_only_parts_without_data_may_be_kept_by_browsers() -> None:
    assert ask(site()).headers["cache-control"] == "no-store"
    assert ask(site(), "/media/x.xlsx").headers["cache-control"] == "no-store"
    assert ask(site(), PART).headers["cache-control"] == "public, immutable"


def test_nothing_is_shared_with_other_origins() -> None:
    assert not [name for name in ask(site()).headers if name.startswith("access-control-")]
