"""What is kept for all sessions stays within its bound."""

from __future__ import annotations

from kpi.ui.keeping import Keeping


def test_the_longest_unused_goes_first() -> None:
    kept = Keeping(2)
    for name in ("a", "b", "a", "c"):
        kept.get(name, lambda name=name: name)
    assert kept.get("a", lambda: "made anew") == "a"
    assert kept.get("b", lambda: "made anew") == "made anew"


def test_heavy_things_leave_room_for_fewer() -> None:
    kept = Keeping(100, len)
    for name in ("a", "b", "c"):
        kept.get(name, lambda name=name: name * 45)
    assert kept.get("c", lambda: "") == "c" * 45
    assert kept.get("a", lambda: "") == ""


def test_the_latest_is_kept_however_heavy() -> None:
    kept = Keeping(10, len)
    kept.get("a", lambda: "a" * 99)
    assert kept.get("a", lambda: "") == "a" * 99
