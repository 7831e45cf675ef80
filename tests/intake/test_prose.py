"""What prose on a task says of it: done, or still open."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.intake.prose import Standing, told_in

OPEN = """
Đang thực hiện; đã có Báo cáo tiến độ số 16/BC-SNV ngày 3/1/2024
Dang thuc hien; da co Bao cao so 16/BC-SNV ngay 3/1/2024
Chưa hoàn thành, Sở đã có Công văn số 12/SKHCN-VP ngày 01/12/2023 xin lùi thời hạn
Đề nghị gia hạn đến 31/3/2024 tại Tờ trình số 122/TTr-SKHCN ngày 07/12/2023
Không hoàn thành do chưa bố trí kinh phí (BC số 21/BC-SKHCN ngày 08/12/2023)
Thực hiện Công văn số 6340/UBND-NC ngày 03/12/2023 của UBND tỉnh, Sở đang tổng hợp
Sở đã tham mưu Tờ trình số 120/TTr-SKHCN ngày 05/12/2023, UBND tỉnh chưa ban hành
Đã trình UBND tỉnh tại Tờ trình số 12/TTr-SKHCN ngày 5/4/2023, chờ phê duyệt
Đã có Công văn số 1514/KHCN-VP ngày 27/11/2023 đề nghị các huyện, thành phố báo cáo
Đã có Công văn số 12/UBND-TH ngày 01/02/2022 đôn đốc
UBND tỉnh đôn đốc tại CV số 6600/UBND-NC ngày 01/12/2023
Chờ Bộ trả lời Công văn số 1515/KHCN-QLKH ngày 28/11/2023
Chưa thực hiện do CV 1523/KHCN-VP ngày 09/12/2023 chưa được trả lời
Các đơn vị chưa gửi báo cáo
Đã gửi dự thảo xin ý kiến các sở tại Công văn số 1514/KHCN-VP ngày 27/11/2023
CV số 21/SKHCN-VP ngày 08/12/2023 V/v xin ý kiến dự thảo
CV số 21/SKHCN-VP ngày 08/12/2023 về việc xin gia hạn
CV 1600/KHCN ngày 20/12/2023 xin lùi hạn
Báo cáo số 21/BC-SKHCN ngày 08/12/2023 xin lùi thời hạn
Đã được UBND tỉnh gia hạn đến 31/12/2023 tại CV 6700/UBND-NC ngày 08/12/2023
Hoàn thành 2/5 nội dung (BC số 30/BC-SKHCN ngày 05/12/2023)
Hoàn thành giai đoạn 1
Đã xong 50%
Cơ bản hoàn thành
Đã hoàn thành dự thảo
Đã trình lãnh đạo Sở
Hoàn thành trước 31/12/2023
Báo cáo UBND tỉnh trước ngày 20/12/2023
Sẽ hoàn thành ngày 20/12/2023
Đang hoàn thiện theo Công văn số 12/UBND-TH ngày 01/02/2022
"""

DONE = """
Ngày 3/1/2024, Sở đã có Báo cáo số 15/BC-SNV trình UBND tỉnh
Sở đã tham mưu tại Tờ trình số 120/TTr-SKHCN; UBND tỉnh đã ban hành Kế hoạch số 6/KH-UBND
Đã trình UBND tỉnh (Tờ trình 121/TTr-SKHCN ngày 06/12/2023)
Xong, BC 18/BC-KHCN ngày 04-01-2024
UBND tỉnh đã ban hành Quyết định số 1245/QĐ-UBND ngày 20/12/2023
Đảng ủy Sở đã ban hành Kế hoạch số 15-KH/ĐU ngày 20/12/2023
Đã đăng tải trên Cổng TTĐT ngày 28/11/2023
Da dang tai tren cong ngay 28/11/2023
Quá hạn, đã hoàn thành ngày 05/11/2023
Hoàn thành, gửi Báo cáo số 23/BC-KHCN ngày 24/02/2022
Đã hoàn thành dự thảo, báo cáo tại Báo cáo số 23/BC-KHCN ngày 24/02/2022
Đã báo cáo các nhiệm vụ đang thực hiện tại BC số 12/BC-KHCN ngày 5/10/2023
Đã xin ý kiến các sở, đã trình UBND tỉnh tại Tờ trình số 2/TTr-SKHCN ngày 5/10/2023
Đã hoàn thành (được gia hạn đến 31/12/2023 tại CV 6700/UBND-NC ngày 05/12/2023)
Đã gửi ý kiến tham gia dự thảo Nghị quyết tại CV 15/SKHCN-VP ngày 20/12/2023
Sở phối hợp với Sở Tư pháp đã ban hành Quyết định số 12/QĐ-SKHCN ngày 5/4/2023
Đã hoàn thành 5/5 nội dung
Đã có Tờ trình số 88/TTr-SKHCN ngày 27/11/2023 đề nghị UBND tỉnh phê duyệt
Đã lấy ý kiến và trình UBND tỉnh tại TTr 88/TTr-SKHCN ngày 27/11/2023
Đã soạn thảo và gửi Công văn số 15/SKHCN-VP ngày 27/11/2023
"""


@pytest.mark.parametrize("prose", OPEN.strip().splitlines())
def test_what_goes_on_or_is_but_a_step_is_open_whatever_document_it_names(prose: str) -> None:
    told = told_in(prose)
    assert (told.standing, told.documents, told.days) == (Standing.OPEN, (), ())


@pytest.mark.parametrize("prose", DONE.strip().splitlines())
def test_what_was_handed_in_issued_or_finished_is_done(prose: str) -> None:
    assert told_in(prose).standing is Standing.DONE


@pytest.mark.parametrize(
    ("prose", "standing"),
    [
        ("Đã rà soát, không có nội dung phải sửa đổi (1522/KHCN-TTra)", Standing.ACTED),
        ("Đã xây dựng Kế hoạch số 15/KH-SKHCN ngày 27/11/2023", Standing.ACTED),
        ("Đã triển khai tại Kế hoạch số 15/KH-SKHCN ngày 27/11/2023", Standing.ACTED),
        ("Đã xây dựng kế hoạch ngày 27/11/2023", Standing.OPEN),
        ("BC số 17/BC-SKHCN ngày 03/01/2024", Standing.UNTOLD),
        ("Báo cáo số 12/BC-KHCN ngày 5/10/2026 về dự thảo Nghị quyết", Standing.UNTOLD),
        ("Công văn số 15/SKHCN-VP trả lời cử tri", Standing.UNTOLD),
        ("Tuần trước", Standing.UNTOLD),
        ("", Standing.UNTOLD),
    ],
)
def test_of_the_rest_a_document_or_a_day_tells(prose: str, standing: Standing) -> None:
    assert told_in(prose).standing is standing


@pytest.mark.parametrize(
    ("prose", "is_sure"),
    [
        ("Đã ban hành", True),
        ("Đã trình UBND tỉnh", True),
        ("Hoàn thành tại Công văn số 1521/KHCN-VP", True),
        ("Đã hoàn thành tháng 12/2023", True),
        ("UBND tỉnh đã ban hành Quyết định số 1245/QĐ-UBND", True),
        ("Hoàn thành tháng 12/2023", False),
        ("Đã gửi báo cáo tháng 9", False),
        ("Đã hoàn thành việc thu thập số liệu", False),
        ("Đã hoàn thành, đang trình ký", False),
    ],
)
def test_as_many_words_need_no_day(prose: str, is_sure: bool) -> None:
    assert told_in(prose).is_sure is is_sure


def test_documents_that_ask_or_are_asked_by_are_no_results() -> None:
    told = told_in(
        "Thực hiện Công văn số 6340/UBND-NC ngày 03/12/2023, Sở đã báo cáo tại Báo cáo số "
        "15/BC-SKHCN ngày 05/12/2023 (được gia hạn tại CV 6700/UBND-NC ngày 08/12/2023), hoàn thành"
    )
    assert [one.number for one in told.documents] == ["15/BC-SKHCN"]
    assert told.documents[0].issued_on == date(2023, 12, 5)


def test_a_very_long_text_is_read_in_no_time() -> None:
    assert told_in("Đang trình, de nghi " * 100_000).standing is Standing.OPEN
