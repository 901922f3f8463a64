"""Names are compared under a key that forgets spelling habits and nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.intake.words.text import bare, fold, fold_name, tidy


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà", "Hòa"),
        ("Thuỷ", "Thủy"),
        ("HÒA", "hoà"),
        ("Quỳ Hợp", "Qùy Hợp"),
        ("Thành phố\nVinh", "thành phố  Vinh"),
        ("Thị\u00a0xã\u200b Kỳ Anh ", "thị xã kỳ anh"),
        ("Ðức Thọ", "Đức Thọ"),  # U+00D0 for U+0110
        ("Huyện/thành phố", "huyện – thành phố"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Kì Anh", "Kỳ Anh"), ("Lí Sơn", "Lý Sơn"), ("Quì Châu", "Quỳ Châu")]
)
def test_i_and_y_are_one_letter_in_names_of_places_alone(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kỳ Sơn", "Kỳ Anh"), ("Lộc Hà", "Lộc Ha"), ("Mộ Đức", "Mộ Dức"), ("Sơn Tây", "Sơn Tấy"), ("má", "mà")],
)
def test_letters_and_tones_that_differ_stay_apart(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


def test_a_bare_name_has_no_mark_left() -> None:
    assert bare("Thị xã Đức Phổ, Hồng Lĩnh") == "thi xa duc pho hong linh"


@given(st.text(alphabet="aàáâăđeêếoôơớuưứyýABCĐQ quyhk.-/'’", max_size=24))
def test_composed_and_decomposed_text_is_the_same_text(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    for key in (tidy, fold, fold_name, bare):
        assert key(composed) == key(decomposed)


@given(st.text(max_size=24))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
