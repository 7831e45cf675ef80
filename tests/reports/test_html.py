from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from tests.reports.builders import (
    LETTERHEAD,
    a_report,
    a_row,
    appendix_sheet,
    december_rows,
)
from tracker.reports.html import sheet_html
from tracker.reports.sheet import Paper


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") for name, _value in attrs)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def test_the_page_holds_every_cell() -> None:
    page = _read(sheet_html(appendix_sheet(a_report(december_rows()), LETTERHEAD)))
    assert page.tags.count("tr") == 1 + 3 + 9
    assert {"ĐÃ THỰC HIỆN: 02 nhiệm vụ", "1514/KHCN-VP\nNgày 27/11/2023"} <= set(page.texts)


def test_markup_that_was_typed_stays_text() -> None:
    typed = '<script>alert("x")</script> & <b onclick="y">'
    page = _read(sheet_html(appendix_sheet(a_report([a_row(content=typed)]), LETTERHEAD)))
    assert "script" not in page.tags
    assert typed in page.texts


def test_a_font_cannot_end_the_style() -> None:
    paper = replace(Paper(), font='x"}</style><script>')
    page = _read(sheet_html(appendix_sheet(a_report([]), LETTERHEAD, paper=paper)))
    assert "script" not in page.tags
