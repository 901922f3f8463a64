"""Which words of a title are in no list."""

from __future__ import annotations

import pytest

from kpi.intake.words.known_words import KnownWords

WORDS = KnownWords(["Số người tham gia BHXH tự nguyện"], ["Huyện Kỳ Anh", "Kỳ Anh", "tỉnh Hà Tĩnh"])


@pytest.mark.parametrize(
    "line",
    [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "KẾT QUẢ THAM GIA BHXH TỰ NGUYỆN HUYỆN KỲ ANH NĂM 2018",
        "KET QUA THAM GIA BHXH TU NGUYEN NAM 2018",
        "Kèm theo Công văn số 45/BC-BHXH",
        "Tình hình thực hiện năm 2018, phương hướng nhiệm vụ và bồi dưỡng đội ngũ năm 2019",
        "Biểu số: 02-BHXH/TINH",
        "kết quả tham gia bhxh tu nguyen năm 2018",
        "Phụ lục III",
        "Kính gửi: các bác, các anh",
    ],
)
def test_words_of_papers_times_places_and_names_are_known(line: str) -> None:
    assert WORDS.unheard(line) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Kết quả tham gia BHXH tự nguyện Hội Chữ thập đỏ", ["chữ", "thập", "đỏ"]),
        ("KET QUA QUA ZALO", ["zalo"]),
        ("Kết quả ở Kỳ Sơn", ["sơn"]),
        ("Người từ tỉnh khác chuyển đến", ["khác", "chuyển"]),
    ],
)
def test_any_other_word_is_told_as_it_stands(line: str, words: list[str]) -> None:
    assert [word for word in WORDS.unheard(line) if word in words] == words


def test_a_word_of_the_figures_own_name_is_known() -> None:
    assert WORDS.unheard("Kết quả thanh tra") == ["thanh", "tra"]
    assert WORDS.unheard("Kết quả thanh tra", ["Số cuộc thanh tra"]) == []
