"""Words a title may hold without making other figures of those below it; every other word is asked about.

`said.py` lists words that are known to make others; no list of those is ever whole: «của hội chữ thập đỏ», «qua Zalo».
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kpi.intake.words.text import fold, unmarked
from kpi.intake.words.title_times import without_outlook
from kpi.intake.words.title_words import without_citations

_OF_PAPERS = """
    cộng hòa xã hội chủ nghĩa việt nam|độc lập - tự do - hạnh phúc|báo cáo|báo cáo nhanh|danh mục|tổng kết|sơ kết
    biểu|bảng|phụ lục|phụ biểu|mẫu|mẫu số|biểu mẫu|đính kèm|kèm theo|kèm|trang|phần|mục|tổng hợp|thống kê|danh sách
    chi tiết|tóm tắt|công khai|công bố|theo dõi|rà soát|đối chiếu|cập nhật|kết xuất|phần mềm|xuất từ|cơ sở dữ liệu
    dữ liệu|số liệu|thông tin|tài liệu|ban hành|quyết định|nghị quyết|công văn|chỉ thị|thông tư|nghị định|luật|đề án
    chương trình|văn bản|căn cứ|theo quy định|hướng dẫn|thông báo|tờ trình|kính gửi|gửi|nơi nhận|nhận báo cáo
    người lập|như sau|sau đây|dưới đây|cụ thể|đơn vị tính|đvt|nghìn|ngàn|triệu|tỷ|đồng|phần trăm|tỷ lệ|tl|số lượng
    tổng số|tổng|cộng|qđ|nq|ct|cv|kh|bc|tt|ttg|cp|tw|tb|nđ|vp|stt|dạng|ngang|dọc|cột|dòng|điền|sheet|file
"""
_OF_TIME = """
    năm|cả năm|tháng|quý|quí|ngày|kỳ|kỳ báo cáo|giai đoạn|thời điểm|thời kỳ|thời gian|từ|đến|hết|tính đến|tính|cuối
    đầu|cuối kỳ|hằng năm|hàng năm|qua các năm|so với|so sánh|so|cùng kỳ|trước|và|trong|chốt|đã chốt|mốc|lũy kế
    luỹ kế|gốc|nền|nửa|ước|ước thực hiện|ước đạt|chính thức|sơ bộ|quyết toán|thực tế|nay|hiện nay
"""
_OF_REPORTS = """
    kết quả|tình hình|thực hiện|hoạt động|công tác|nhiệm vụ|mục tiêu|chỉ tiêu|kế hoạch|tiến độ|mức độ|hoàn thành
    đánh giá|xếp hạng|thứ hạng|biến động|diễn biến|triển khai|tổ chức|đạt|đạt được|giao|được giao|chủ yếu|cơ bản
    chính|kinh tế|phát triển|khai thác|mở rộng|đối tượng|tham gia|bao phủ|độ bao phủ|diện bao phủ|tiếp nhận
    giải quyết|chế độ|chính sách|chi trả|thu|chi|chấp hành|pháp luật|nâng cao|năng lực|chất lượng|dịch vụ|việc làm
    mạng lưới|lĩnh vực|nội dung|loại hình|phân theo|chia theo|theo|phân loại|chia ra|bao gồm|gồm|cả|chung|toàn|các
    từng|mỗi|một số|về|của|cho|với|tại|ở|là|đã|đang|được|có|một|cải cách|tthc|thủ tục|nơi tiếp nhận|trên|đối với
    đối với sự|theo khối|các loại|thực trạng|hiện trạng|quản lý|phương hướng|giải pháp|thuộc diện|khảo sát|đo lường
    hài lòng|sự|điều hành|phục vụ
"""
_OF_PLACES = """
    trên địa bàn|địa bàn|địa phương|đơn vị hành chính|cấp huyện|cấp tỉnh|huyện|thị xã|thành phố|tỉnh|khu vực|vùng
    miền núi|huyện, thị, thành|huyện, thị|đồng bằng|ven biển|trung du|tx|tp|toàn tỉnh|cụm|việt nam
"""
_OF_BODIES = """
    bhxh|bhtn|bhyt|bảo hiểm xã hội|bảo hiểm thất nghiệp|bảo hiểm y tế|bảo hiểm|xã hội|thất nghiệp|bb|tn|người
    người lao động|lao động|nlđ|lđ|đơn vị|đv|sử dụng lao động|sdlđ|cơ quan|sở|ban|ngành|ubnd|hđnd|ủy ban|uỷ ban
    nhân dân|hội đồng|phòng|trung tâm|chi nhánh|văn phòng|thương binh|lđtbxh|tbxh|xh|nội vụ|y tế|truyền thông
    tài chính|đầu tư|ttdvvl|dvvl|liên đoàn|cục thống kê|mttq|mặt trận tổ quốc|tổ quốc|bộ|cơ sở|gtvl|gtvđ|gdđt|tg
    tự nguyện|bắt buộc|tổ chức, cá nhân|cộng đồng
"""
_IN_ENGLISH = """
    table|annex|report|results|result|of|in|the|by|for|and|on|to|year|district|districts|province|plan|share|number
    people|employers|social|insurance|unemployment|voluntary|compulsory|unemployed|employment|services|service|data
    official|estimate|figures|participants|who|with|at|end|from|training|support|satisfaction|jobs|job
"""
# «45/BC-BHXH», «2269/QĐ-TTg»: a paper's number; a place called as before, «thị xã Cửa Lò cũ».
_PAPERS_NUMBER = re.compile(r"\b\d+(?:[/-][\w.&]+)+|\b(?:huyện|thị xã|thành phố)(?: [^\W\d]+){1,3} cũ\b")
# Lines that speak to somebody, or begin running text, are no titles.
_NO_TITLE = re.compile(r"(?:hướng dẫn|kính gửi|nơi nhận|ghi chú|lưu ý)\b|\d+\. ")
_LIST = (_OF_PAPERS, _OF_TIME, _OF_REPORTS, _OF_PLACES, _OF_BODIES, _IN_ENGLISH)
_PHRASES = [
    fold(phrase) for words in _LIST for phrase in words.replace("\n", "|").split("|") if phrase.strip()
]
_LONGEST_LINE = 140  # letters: a longer one is running text


class KnownWords:
    """What a title above figures of one plan may say: of `names` each word, `places` as they stand."""

    def __init__(self, names: Iterable[str], places: Iterable[str]) -> None:
        phrases = [*_PHRASES, *map(fold, places)]
        own = {word for name in names for word in fold(name).split()}
        self._marked = _one_of(phrases), own
        self._bare = _one_of(map(unmarked, phrases)), set(map(unmarked, own))

    def unheard(self, line: str, own_names: Iterable[str] = ()) -> list[str]:
        """The words of a title's line that are in no list, nor among its figures' names; none of running text."""
        plain = _PAPERS_NUMBER.sub(" ", without_outlook(without_citations(line)))
        if len(plain) > _LONGEST_LINE or _NO_TITLE.match(plain):
            return []
        names = {word for name in own_names for word in fold(name).split()}
        left = _left(plain, *self._marked, names)
        if any(map(str.isascii, left)):  # typed without accents, in whole or but for a word or two
            bare = _left(unmarked(plain), *self._bare, set(map(unmarked, names)))
            left = {word for word in left if word in bare or not word.isascii()}
        return [word for word in dict.fromkeys(re.findall(r"[\w']+", plain)) if fold(word) in left]


def _left(plain: str, phrases: re.Pattern[str], own: set[str], names: set[str]) -> set[str]:
    """The words of a text that are in no phrase and no name."""
    words = filter(_is_word, phrases.sub(" ", fold(plain)).split())
    return {word for word in words if word not in own and word not in names}


def _one_of(phrases: Iterable[str]) -> re.Pattern[str]:
    in_order = sorted(set(phrases), key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, in_order))})(?!\S)")


def _is_word(text: str) -> bool:
    return len(unmarked(text)) > 1 and not any(map(str.isdigit, text)) and not re.fullmatch("[ivx]+", text)
