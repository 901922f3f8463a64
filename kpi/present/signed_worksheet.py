"""A worksheet whose first page bears no number, as Nghị định 30/2020/NĐ-CP asks of a document.

The file format has a header of its own for the first page; XlsxWriter has no setting for it.
"""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

_NUMBER = "&P"


class SignedWorksheet(Worksheet):  # type: ignore[misc]
    """Has the header and footer it is given on every page; only the page's number is left off the first."""

    def _write_header_footer(self) -> None:
        self._xml_start_tag("headerFooter", [("differentFirst", 1)])
        self._xml_data_element("oddHeader", self.header)
        self._xml_data_element("oddFooter", self.footer)
        self._xml_data_element("firstHeader", self.header.replace(_NUMBER, ""))
        self._xml_data_element("firstFooter", self.footer)
        self._xml_end_tag("headerFooter")
