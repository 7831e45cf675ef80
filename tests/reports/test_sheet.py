from __future__ import annotations

import pytest

from tracker.reports.sheet import Paper


@pytest.mark.parametrize(
    ("font", "plain"),
    [
        ("Times New Roman", "Times New Roman"),
        (".VnTime", ".VnTime"),
        ("UTM_Times-2", "UTM_Times-2"),
        ("Chữ viết", "Chữ viết"),
        ('A"B&P<D>', "ABPD"),
        ("Arial,Bold", "ArialBold"),
        ('"&" ', "Times New Roman"),
    ],
)
def test_nothing_but_a_name_is_left_of_a_font(font: str, plain: str) -> None:
    assert Paper(font=font).plain_font == plain
