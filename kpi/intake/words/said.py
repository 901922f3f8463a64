"""What words around figures make of them: a part, a change, a plan, another matter; of a known name they are no part.

«Kết quả tham gia BHXH tự nguyện của hội viên phụ nữ» stands above people of one kind, whatever the heading below
counts. Words that an indicator's own names hold say nothing new about it: «thanh tra» above inspections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kpi.intake.words.text import tidy
from kpi.intake.words.title_words import without_citations

_SOME_PEOPLE = (
    r"nữ|phụ nữ|(?:hộ |người )?(?:cận )?nghèo|dân tộc(?: thiểu số)?|dtts|học sinh|sinh viên|hssv|hội viên|đoàn viên"
    r"|nông dân|thanh niên|cựu chiến binh|khuyết tật|cao tuổi|hưu trí|hộ gia đình|bộ đội|xuất ngũ|người bệnh|bệnh nhân"
    r"|người có công|ngư dân|thuyền viên|tiểu thương|công nhân|công chức|viên chức|lao động nam|là nam|nói chung"
)
_SOME_EMPLOYERS = (
    r"doanh nghiệp|ngoài (?:nhà nước|quốc doanh)|nqd|fdi|nước ngoài|hợp tác xã|htx|hộ kinh doanh|hành chính,? sự nghiệp"
    r"|hcsn|đơn vị sự nghiệp|khu công nghiệp|khu kinh tế|trường học"
)
_A_CHANGE = (
    r"(?:phát triển|tăng|tham gia|đăng ký|vận động) mới|mới (?:tham gia|tăng|phát triển|đăng ký|vận động)|tăng thêm"
    r"|số tăng|tăng,? giảm|ra quân|vận động|phát sinh|lượt(?: người)?|(?:số )?bình quân|trung bình"
)
_NO_LONGER = (
    r"(?:tạm )?(?:dừng|ngừng|nghỉ)(?! việc)|giải thể|phá sản|chấm dứt|bảo lưu|nợ|chậm đóng|trốn đóng|đôn đốc"
)
_NOT_YET = (
    r"tiềm năng|nhu cầu|kỳ trước|đầu kỳ|chưa (?:tham gia|đóng|đăng ký)|còn (?:phải|thiếu|lại)|cần đạt|khả năng"
    r"|diện vận động"
)
_NOT_SETTLED = (
    r"dự thảo|tạm tính|chưa chính thức|kịch bản|phương án|lộ trình|cam kết|phấn đấu|(?:giao|đăng ký) chỉ tiêu"
    r"|(?<!thực hiện )chỉ tiêu giao|nhiệm vụ thực hiện|điều tra mẫu|mẫu \d+ ?%|đăng ký thi đua|đại hội"
)
_PART_OF_YEAR = (
    r"đợt \d+|tuần \d+|tháng cao điểm|(?:mười )?(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) tháng|hết tháng mười"
    r"(?: một)?|\d+ tháng cuối|chiến dịch|(?:trên|dưới|quá|từ) \d+ tháng|phương thức đóng"
    r"|(?<!với )cùng kỳ(?: năm (?:trước|ngoái))?|(?<!với )(?<!cùng kỳ )năm (?:trước|ngoái)"
)
_ANOTHER_MATTER = (
    r"thuế|công đoàn|tập huấn|hội nghị|đối thoại|đất đai|hộ tịch|an toàn (?:lao động|thực phẩm)|giao thông|môi trường"
    r"|viện phí|học phí|tiền điện|nhân thọ|xuất khẩu lao động|xklđ|sàn giao dịch|sipas|papi|giáo dục"
    r"|khám (?:chữa )?bệnh|kho bạc|ngân hàng|bưu điện|đại lý|thanh tra|kiểm tra|khiếu nại|tố cáo|tiếp công dân|bhyt"
)
_OTHERWISE = re.compile(
    r"\b(?:"
    + "|".join(
        (
            *(_SOME_PEOPLE, _SOME_EMPLOYERS, _A_CHANGE, _NO_LONGER),
            *(_NOT_YET, _NOT_SETTLED, _PART_OF_YEAR, _ANOTHER_MATTER),
        )
    )
    + r")\b"
)
# Running text above a table, «1. Về tuyên truyền: đã tổ chức 45 hội nghị», is no title of it.
_PROSE = re.compile(r"\d+\. về\b|.{140}")
_OF_SOCIAL_INSURANCE = re.compile(r"\bbhxh\b|\bbhtn\b|bảo hiểm (?:xã hội|thất nghiệp)")
_COMPARED = "so với năm trước"
_HEALTH_INSURANCE = "bhyt"
_HEALTH_INSURANCE_NAMED = re.compile(rf"\b{_HEALTH_INSURANCE}\b")


def doubts(text: str, own_names: Iterable[str]) -> list[str]:
    """The words of a text that make another figure of what the names say: «hội viên», «phụ nữ»; in their order."""
    plain, own = _in_short(without_citations(text)), words_of(own_names)
    if _PROSE.match(plain):
        return []
    found = dict.fromkeys(match[0] for match in _OTHERWISE.finditer(plain))
    return [words for words in found if words not in own and not _stands_beside(words, plain)]


def words_of(own_names: Iterable[str]) -> str:
    """All names as one tidy text, without what a growth is held against, «so với năm trước»."""
    return _in_short(" | ".join(map(tidy, own_names))).replace(_COMPARED, "")


def of_health_insurance_alone(plain: str) -> bool:
    """Whether a tidy text speaks of health insurance, and not in one breath of social insurance too."""
    return bool(_HEALTH_INSURANCE_NAMED.search(_in_short(plain))) and not _OF_SOCIAL_INSURANCE.search(plain)


def _in_short(plain: str) -> str:
    return plain.replace("bảo hiểm y tế", _HEALTH_INSURANCE)


def _stands_beside(words: str, plain: str) -> bool:
    """Health insurance named in one breath with social insurance: «Kết quả thu BHXH, BHYT»."""
    return words == _HEALTH_INSURANCE and bool(_OF_SOCIAL_INSURANCE.search(plain))
