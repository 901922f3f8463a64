"""The provinces of the country, to tell a title about another one from the plan's own."""

from __future__ import annotations

from kpi.intake.words.text import fold_name

_NAMES = """
An Giang, Bà Rịa, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình Phước,
Bình Thuận, Cà Mau, Cao Bằng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam,
Hà Tĩnh, Hải Dương, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn,
Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình,
Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên,
Thanh Hóa, Thừa Thiên, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái
"""
_IN_FULL = {f" {fold_name(f'tỉnh {name}')} ": name for name in map(str.strip, _NAMES.split(","))}


def other_province_in(text: str, own: str) -> str | None:
    """The name of a province that a text names in full, «tỉnh Thanh Hóa»; None where it names the own one too."""
    plain = f" {fold_name(text)} "
    if fold_name(own) in plain:
        return None
    return next((name for form, name in _IN_FULL.items() if form in plain), None)
