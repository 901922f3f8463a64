"""Headings in one wording: abbreviations written out, words that add nothing left out.

«Số ĐV SDLĐ đã tham gia BHXH BB, BHTN năm 2018 (đơn vị)» and «Đơn vị tham gia BHXH bắt buộc, BHTN» are the same.
Nothing is dropped that could tell another figure: «lao động», «BHYT», «mới», «tăng», «lượt» stay.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kpi.intake.words.periods import compares_years
from kpi.intake.words.text import fold, tidy, unmarked

_WRITTEN_OUT = [
    (re.compile(pattern), full)
    for pattern, full in [
        (r"bảo hiểm xã hội", "bhxh"),
        (r"bảo hiểm thất nghiệp", "bhtn"),
        (r"bảo hiểm y tế", "bhyt"),
        (r"\bbhxh[\s-]*bb\b|\bbhxhbb\b", "bhxh bắt buộc"),
        (r"\btỉ lệ\b|\btl\b", "tỷ lệ"),
        (r"\bsdlđ\b|\bsử dụng lđ\b", "sử dụng lao động"),
        (r"\bđv\b", "đơn vị"),
        (r"\btg\b", "tham gia"),
        (r"\bnlđ\b", "người lao động"),
        (r"\bntn\b", "người thất nghiệp"),
        (r"\bgtvl\b|\bgiới thiệu vl\b", "giới thiệu việc làm"),
        (r"\btctn\b", "trợ cấp thất nghiệp"),
        (r"\bđơn vị sử dụng lao động\b(?=\s+\w)", "đơn vị"),
        (r"\bgiao dịch hồ sơ điện tử\b|\bgdđt\b", "giao dịch điện tử"),
        (
            r"(\bđơn vị(?: \w+){0,3} giao dịch điện tử) (?:về )?hồ sơ(?: tham gia)? bhxh(?:,? (?:và )?bhtn)?$",
            r"\1",
        ),
        (
            r"\bqua (?:tài khoản|thẻ|atm|ngân hàng)(?: (?:tài khoản|thẻ|atm|ngân hàng|cá nhân))*\b",
            "qua ngân hàng",
        ),
        (r"\blương hưu,? (?:và )?trợ cấp(?: bhxh)?(?:,? (?:và )?trợ cấp thất nghiệp)?", "lương hưu trợ cấp"),
        (
            r"\bthuộc (?:diện|đối tượng)(?: bắt buộc)?(?: phải)?(?: tham gia)?\b|\bphải tham gia\b",
            "phải tham gia",
        ),
        (r"\b(?:so với|trên|/) (?:tổng )?số (?:đơn vị )?phải tham gia\b", ""),
        (r"\b(?:so với|trên|trong) (?:tổng )?số (?:người )?(?:đã |được )*(?:giới thiệu|gtvl)\b", ""),
        (r"\bkhi có nhu cầu\b|\btrong năm\b", ""),
        (r"\bđể duy trì\b", "duy trì"),
        (r"\b(?:làm công tác|thực hiện|phụ trách) bhtn\b", "làm bhtn"),
        (r"\b(?:của|tại|thuộc) (?:ttdvvl|tt dvvl|trung tâm(?: dvvl| dịch vụ việc làm)?)(?: tỉnh)?\b", ""),
        (r"\bcó lao động phải tham gia\b", "phải tham gia"),
        (r"^tổng hợp(?=\s+\w)", ""),
        (r"\bngày 31 tháng 12 năm (\d{4})", r"ngày 31/12/\1"),
        (r"\bhỗ trợ học nghề cho (người [\w ]+)$", r"\1 được hỗ trợ học nghề"),
        (r"\bkhông (?:mất|thu|phải trả) phí\b|\bmiễn phí\b", ""),
    ]
]
# A heading without accents is brought into the wording of names without theirs: to be offered, never taken.
_WRITTEN_OUT_BARE = [
    (re.compile(unmarked(pattern.pattern)), unmarked(full)) for pattern, full in _WRITTEN_OUT
]
_PASSING = re.compile(
    r"\((?:đvt:? ?)?(?:(?:nghìn |ngàn |1\.?000 )?(?:người|đơn vị|đv|phiếu)|(?:nghìn |triệu |tỷ )?đồng"
    r"|%|tỷ lệ|tỷ lệ %)\)|%"
    r"|\b(?:lũy kế )?(?:từ đầu năm )?(?:tính |có )?(?:đến|tại)(?: hết| thời điểm| cuối)?(?: ngày)?"
    r"\s+(?:31/12(?:/\d{4})?|cuối năm|cuối kỳ)"
    r"|\b(?:lũy kế )?(?:đến )?(?:cuối|hết) (?:năm|kỳ)\b|\b12 tháng\b|\b12t\b|\b31/12/\d{4}\b"
    r"|^(?:ước thực hiện|ước th|ước|thực hiện|th)(?=\s+(?:tổng )?(?:số|tỷ lệ)\b)"
    r"|\b(?:kết quả thực hiện|kết quả đạt được|ước thực hiện|ước đạt|đã thực hiện|thực hiện|ước th|ước|th|kết quả"
    r"|đạt được|(?:số (?:liệu )?)?chính thức|sơ bộ)"
    r"(?=\s+(?:cả )?năm|\s*\d{4}|\s*(?:\(%\)|%)?\s*$|\s+đến)"
    r"|\b(?:trong )?kỳ báo cáo\b|\btrong kỳ\b|\bnăm (?:báo cáo|nay|hiện tại)\b|\b(?:trong |cả )?năm\b(?:\s*\d{4})?"
    r"|\b(?:19|20)\d{2}\b|\btoàn tỉnh\b"
    # The province itself, or its districts all; any other place, and what is said behind it, makes another figure.
    r"|\btrên địa bàn\b(?: (?:toàn )?tỉnh\b(?: (?:hà tĩnh|nghệ an|quảng ngãi)\b)?"
    r"| (?:các )?huyện, (?:thị xã, thành phố|thành phố, thị xã)\b)?"
)
_NUMBERED = re.compile(r"^(?:[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s+|^[-+•*]\s*")
_OF_THESE = re.compile(r"^trong đó\s*[:,]?\s*")
_BRACKETS = re.compile(r"\(([^()]*)\)")
# What may stand in brackets without making another figure: marks, a column's code or formula («2», «b», «3=2/1»),
# whose stage it is, the employer.
_ADDS_NOTHING_IN_BRACKETS = re.compile(
    r"[*\s.…]*|(?:\d{1,2}|[a-eđ])(?:\s*=[\da-eđx\s×+*:/.,%-]+)?"
    r"|ước(?: thực hiện| th)?|thực hiện|th|chính thức|sdlđ|sử dụng lao động|nếu có"
)
_SAID_OF_A_ROW = re.compile(r"\((?:ước|sơ bộ|nghìn|ngàn|1\.?000|(?:năm )?(?:19|20)\d{2})\b")
_ADDS_NOTHING = {
    fold(word)
    for word in ["số", "tổng", "lượng", "tổng số", "đã", "đang", "được", "các", "hiện", "và", "hiện nay"]
}
COMPARED = "so sánh"  # what the wording of «… 2018/2017» ends in: it names no year's figure
_SIGN = "ký hiệu"  # in the wording of a heading for a sign in brackets
# Words that make another figure of a known name.
_NARROWING = {
    fold(word)
    for text in [
        "bhyt lao động lượt tiền đồng nợ mới tăng giảm phát triển kế hoạch lũy kế chưa không thu chi mức dừng nghỉ",
        "bình quân tháng quý trong đó riêng doanh nghiệp hợp tác xã hộ nữ hưu trí khối nhóm nhà nước ngoài fdi",
        f"khu công nghiệp xã phường rời tạm bảo lưu chấm dứt {COMPARED.split()[-1]}",
    ]
    for word in text.split()
}
# Words of a group's name that make no other figure of what stands below it.
HARMLESS_IN_GROUPS = {
    fold(word)
    for text in [
        "kết quả thực hiện tình hình nội dung thông tin số liệu báo cáo trong gồm cả theo về của tại ở cho với",
        "chung toàn tỉnh loại hình công tác hoạt động lĩnh vực chính sách chế độ dịch vụ chia ra phân trang",
    ]
    for word in text.split()
}
HARMLESS_IN_TITLES = {
    fold(word)
    for text in [
        "bảng biểu phụ lục mẫu thống kê tổng hợp danh sách chi tiết kèm huyện thị xã thành phố tỉnh quận địa phương",
        "giai đoạn qua hằng hàng từ từng khu vực vùng hà tĩnh nghệ an quảng ngãi ubnd",
        "bàn ngày hết đến tính phòng ban sở cơ quan trung tâm",
    ]
    for word in text.split()
}
_EMPLOYING = fold("sử dụng lao động")
_REGISTERED = re.compile(r"\bđăng ký (?=tham gia\b)")


@lru_cache(maxsize=2048)
def one_wording(text: str) -> str:
    """The heading in the one wording under which names are known; empty where it names nothing."""
    plain = _OF_THESE.sub("", _NUMBERED.sub("", tidy(text)))
    for pattern, full in _WRITTEN_OUT_BARE if plain.isascii() else _WRITTEN_OUT:
        plain = pattern.sub(full, plain)
    compared = f" {COMPARED}" if compares_years(text) else ""
    plain = _REGISTERED.sub("", _PASSING.sub(" ", plain)) + compared
    plain = _BRACKETS.sub(_in_words, plain)
    return " ".join(word for word in fold(plain).split() if word not in _ADDS_NOTHING)


def _in_words(brackets: re.Match[str]) -> str:
    """What brackets add to a heading; a sign such as «(+)», «(‰)» is put into a word, or it would be overlooked."""
    inside = brackets[1].strip()
    if _ADDS_NOTHING_IN_BRACKETS.fullmatch(inside):
        return " "
    return brackets[0] if fold(inside) else f" {_SIGN} "


def says_more(name: str) -> bool:
    """Whether a row's name says in brackets what its column would have to: «(ước)», «(nghìn người)», «(năm 2022)»."""
    return bool(_SAID_OF_A_ROW.search(tidy(name)))


def narrows(text: str) -> bool:
    """Whether a text beside or above a known name makes another figure of it: «doanh nghiệp», «lao động», «mới»."""
    return bool(set(fold(text).split()) & _NARROWING)


def narrowing_words(wording: str) -> set[str]:
    """The words of a heading that make another figure of a known name; «sử dụng lao động» names the employer."""
    return set(wording.replace(_EMPLOYING, " ").split()) & _NARROWING
