"""What stands around a table on office paper: letterheads, signatures, notes."""

from __future__ import annotations

from .paper import Page

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


def letterhead(
    page: Page, above: str, office: str, number: str, place_and_date: str, right: str = "D"
) -> None:
    """Two blocks side by side, the right one from column `right` on, then an empty line."""
    last = chr(ord(right) + 2)
    before = chr(ord(right) - 1)
    for left, beside in ((above, NATION), (office, MOTTO), (number, place_and_date)):
        line = page.next_row
        page.at(f"A{line}", left)
        page.at(f"{right}{line}", beside)
        page.merge(f"A{line}:{before}{line}", f"{right}{line}:{last}{line}")
    page.skip()


def centred(page: Page, text: str, last: str) -> int:
    """A line merged from A to column `last`."""
    line = page.row(text)
    page.merge(f"A{line}:{last}{line}")
    return line


def signatures(page: Page, names: tuple[str, str], date_line: str | None = None, right: str = "D") -> None:
    """The maker of the table at the left, the head of the office at the right."""
    page.skip()
    if date_line:
        page.at(f"{right}{page.next_row}", date_line)
    line = page.row("NGƯỜI LẬP BIỂU")
    page.at(f"{right}{line}", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC")
    page.at(f"{right}{line + 1}", "(Ký tên, đóng dấu)")
    page.skip(3)
    line = page.row(names[0])
    page.at(f"{right}{line}", names[1])
