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
Đã trình tại Tờ trình số 88/TTr-KHCN ngày 27/11/2026; UBND tỉnh yêu cầu bổ sung, hoàn thiện hồ sơ
Đã trình nhưng UBND tỉnh trả lại để chỉnh sửa (CV 6700/UBND-NC ngày 08/12/2026)
Sở đã trình; UBND tỉnh giao bổ sung tại CV 6700/UBND-NC ngày 08/12/2026
Sở đã trình; UBND tỉnh giao bổ sung tại CV 6700/UBND-NC
Đã báo cáo UBND tỉnh nhưng UBND tỉnh yêu cầu hoàn thiện lại
Đã cơ bản hoàn thành, Báo cáo số 300/BC-KHCN ngày 15/11/2026
Còn 02 nội dung; các nội dung khác đã báo cáo tại Báo cáo số 300/BC-KHCN ngày 15/11/2026
Đơn vị tư vấn đã nộp báo cáo lần 1 ngày 15/11/2026
Đã tổ chức họp thẩm định lần 1 ngày 15/11/2026
Đã gửi Sở Tư pháp thẩm định tại Công văn số 415/KHCN ngày 15/11/2026
Đã gửi hồ sơ đề nghị Sở Tư pháp thẩm định (Công văn số 415/KHCN ngày 15/11/2026)
Đã gửi văn bản số 415/KHCN ngày 15/11/2026 cho các huyện để lấy số liệu
Báo cáo tiến độ số 300/BC-KHCN ngày 15/11/2026
Phòng TCCB đã xây dựng xong dự thảo, hoàn thành ngày 15/11/2026
Đã ban hành kế hoạch ngày 15/11/2026; thực hiện từ nay đến hết năm
Đã lựa chọn nhà thầu ngày 15/11/2026; thi công đạt 60%
Đã nhắc nhở các phòng ngày 15/11/2026
Đã hoàn thành cơ bản các nội dung tại BC 300/BC-KHCN ngày 15/11/2026
Da co ban hoan thanh, bao cao so 300/BC-KHCN ngay 15/11/2026
Đã gần hoàn thành, BC 300/BC-KHCN ngày 15/11/2026
Đã hoàn thành 08 nội dung, còn 02 nội dung
Đã báo cáo tại BC 300/BC-KHCN ngày 15/11/2026, còn một số nội dung chờ hướng dẫn
Đã hoàn thành; UBND tỉnh yêu cầu bổ sung
Đã trình UBND tỉnh ngày 15/11/2026; VP UBND tỉnh trả hồ sơ
Đã trình ngày 15/11/2026 nhưng bị trả lại
Đã trình ngày 15/11/2026, UBND tỉnh đã có văn bản yêu cầu chỉnh sửa
Đã trình; UBND tỉnh có CV 6700/UBND-NC ngày 08/12/2026 yêu cầu bổ sung
Đã trình UBND tỉnh; CV 6700/UBND-NC ngày 08/12/2026 yêu cầu hoàn thiện
Đã đôn đốc các đơn vị rà soát và tổng hợp báo cáo tại CV 300/KHCN ngày 15/11/2026
Đã yêu cầu các đơn vị rà soát và tổng hợp báo cáo tại CV 300/KHCN ngày 15/11/2026
Sở đang đôn đốc các đơn vị và tổng hợp báo cáo tại BC 300/BC-KHCN ngày 15/11/2026
Đã xin ý kiến, tổng hợp báo cáo trước ngày 30/11/2026
Đã xin ý kiến và được UBND tỉnh phê duyệt chủ trương tại CV 1250/UBND-NC ngày 15/11/2026
Đã xin ý kiến và được UBND tỉnh đồng ý gia hạn tại CV 1250/UBND-NC ngày 15/11/2026
Đã lấy ý kiến tại CV 100/KHCN ngày 01/11/2026 và được góp ý
Sở có Công văn số 415/KHCN ngày 15/11/2026 báo cáo UBND tỉnh xin gia hạn
Sở có Công văn số 415/KHCN ngày 15/11/2026 báo cáo UBND tỉnh, xin ý kiến chỉ đạo
Sở có Công văn số 415/KHCN ngày 15/11/2026 đôn đốc các huyện
Đang được công bố trên cổng thông tin điện tử
Đã hoàn thành dự thảo và đang được đăng tải lấy ý kiến
Đã hoàn thành, đang được đăng tải lấy ý kiến
Chưa có ý kiến góp ý khác
Chưa có ý kiến của UBND tỉnh, đã báo cáo tại BC 300/BC-KHCN ngày 15/11/2026
Đã kết thúc giai đoạn 1
Chưa kết thúc
Đã làm xong 50%
Đã hoàn tất thủ tục nghiệm thu giai đoạn 1
Đã báo cáo đầy đủ nhưng UBND tỉnh yêu cầu bổ sung
Đã báo cáo tiến độ tại BC 300/BC-KHCN ngày 15/11/2026
BC tiến độ số 300/BC-KHCN ngày 15/11/2026
Đã có báo cáo tiến độ số 300/BC-KHCN ngày 15/11/2026
Sở đã gửi Báo cáo tiến độ số 300/BC-KHCN ngày 15/11/2026
Nhà thầu đã hoàn thành ngày 15/11/2026 phần móng
Đã ban hành Kế hoạch số 15/KH-KHCN ngày 15/11/2026; triển khai từ nay đến cuối năm
Đã ban hành Kế hoạch số 15/KH-KHCN ngày 15/11/2026 và tổ chức thực hiện từ nay đến hết năm
Đã lựa chọn nhà thầu ngày 15/11/2026, khối lượng đạt 45%
Không còn vướng mắc, đang hoàn thiện
Phòng TCCB đã xây dựng xong dự thảo
Các đơn vị đã báo cáo đầy đủ
Sở có Công văn số 415/KHCN ngày 15/11/2026 trình lãnh đạo Sở
UBND tỉnh đã giao Sở lấy ý kiến, tổng hợp báo cáo tại CV 6700/UBND-NC ngày 15/11/2026
Đã xin ý kiến và tổng hợp báo cáo tại BC 300/BC-KHCN ngày 15/11/2026 chưa được phê duyệt
Đã xây dựng cơ bản hoàn thành phần mềm ngày 15/11/2026
Đã soạn thảo xong dự thảo, xong ngày 15/11/2026
Đã nhận hồ sơ, đang xử lý
Đã gửi lấy ý kiến thẩm định của Sở Tư pháp tại CV 12/KHCN ngày 15/11/2026
Đã chuyển hồ sơ sang Sở Tư pháp thẩm định ngày 15/11/2026
Đã trình Hội đồng thẩm định ngày 15/11/2026
Đã gửi Sở Tư pháp để thẩm định ngày 15/11/2026
Đã nhắc các phòng ngày 15/11/2026
Đã gửi Sở Tài chính; Sở Tài chính đề nghị chỉnh sửa
BC 300/BC-KHCN ngày 15/11/2026; UBND tỉnh yêu cầu bổ sung
Đã trình. UBND tỉnh đã chỉ đạo rà soát lại
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
Hoàn thành ngày 15/11/2026, không còn vướng mắc
Đã hoàn thành và đang được công bố trên cổng thông tin điện tử
Chưa có ý kiến góp ý khác, đã báo cáo tại Báo cáo 300/BC-KHCN ngày 15/11/2026
Đã đôn đốc các đơn vị và tổng hợp báo cáo tại Báo cáo 300/BC-KHCN ngày 15/11/2026
Đã hoàn thành việc lấy ý kiến, tổng hợp báo cáo UBND tỉnh tại Báo cáo 300/BC-KHCN ngày 15/11/2026
Sở đã xin ý kiến và được UBND tỉnh phê duyệt tại QĐ 1250/QĐ-UBND ngày 15/11/2026
Đã nhận, xử lý và trả lời tại CV 415/KHCN ngày 15/11/2026
Sở có Công văn số 415/KHCN ngày 15/11/2026 báo cáo UBND tỉnh
Đã hoàn thành báo cáo đầu tư xây dựng cơ bản tại BC 300/BC-KHCN ngày 15/11/2026
Đã ban hành Quyết định số 12/QĐ-UBND ngày 15/11/2026 về xây dựng cơ bản
Hoàn thành trước hạn, còn 5 ngày
Đã báo cáo 02 nội dung còn lại tại BC 300/BC-KHCN ngày 15/11/2026
UBND tỉnh yêu cầu bổ sung tại CV 67/UBND ngày 8/12/2026; đã trình lại (TTr 9/TTr-SYT ngày 9/12/2026)
Thực hiện yêu cầu bổ sung của UBND tỉnh, Sở đã báo cáo tại BC 300/BC-KHCN ngày 15/11/2026
Đã báo cáo tại BC 300/BC-KHCN ngày 15/11/2026 theo yêu cầu bổ sung của UBND tỉnh
Đã hoàn thành nhiệm vụ UBND tỉnh giao bổ sung tại CV 6700/UBND-NC ngày 08/12/2026
Đã trả lại hồ sơ cho công dân, hoàn thành ngày 15/11/2026
Đã trình HĐND tỉnh tại Tờ trình số 88/TTr-UBND ngày 27/11/2026
Đã gửi Sở Tư pháp kết quả thẩm định tại CV 415/KHCN ngày 15/11/2026
Đã gửi báo cáo thẩm định tại BC 415/KHCN ngày 15/11/2026
Đã gửi văn bản góp ý tại CV 415/KHCN ngày 15/11/2026
Đã gửi báo cáo cho Sở Nội vụ để tổng hợp tại CV 15/KHCN ngày 15/11/2026
Đã gửi hồ sơ đề nghị UBND tỉnh phê duyệt tại TTr 88/TTr-KHCN ngày 15/11/2026
Đã gửi hồ sơ đề nghị khen thưởng (CV 415/KHCN ngày 15/11/2026)
Đã báo cáo tiến độ giải ngân tháng 9 tại BC 300/BC-KHCN ngày 15/11/2026
Đã hoàn thành; đã có Báo cáo tiến độ số 16/BC-SNV ngày 3/1/2024
Đã báo cáo kết quả tại BC 300/BC-KHCN ngày 15/11/2026, tỷ lệ hộ nghèo đạt 5%
Đã thi công đạt 100%, hoàn thành ngày 15/11/2026
Không có khó khăn vướng mắc, đã báo cáo tại BC 300/BC-KHCN ngày 15/11/2026
Đã hoàn thành, không còn tồn tại
Đã trình lần 2, hoàn thành ngày 15/11/2026
Đã tổ chức hội nghị ngày 15/11/2026
Đã hoàn thành dự thảo, hoàn thành tại Báo cáo số 23/BC-KHCN ngày 24/02/2022
Đã họp, xin ý kiến các sở, đã hoàn thành ngày 15/11/2026
Đã gửi Sở Tài chính báo cáo quyết toán tại BC 30/BC-KHCN ngày 15/11/2026
Đã phê duyệt kế hoạch lựa chọn nhà thầu tại QĐ 30/QĐ-KHCN ngày 15/11/2026
Đã ban hành Quy chế làm việc ngày 15/11/2026
Đã ban hành văn bản chỉ đạo các đơn vị rà soát, bổ sung tại CV 30/KHCN ngày 15/11/2026
Sở đã có Công văn số 30/KHCN ngày 15/11/2026 báo cáo UBND tỉnh
Đã có báo cáo bổ sung số 30/BC-KHCN ngày 15/11/2026
Đã hoàn thành (Quyết định số 1250/QĐ-UBND ngày 15/11/2026 giao bổ sung dự toán)
Đã trình UBND tỉnh; Sở có CV 415/SKHCN ngày 15/11/2026 báo cáo UBND tỉnh đề nghị bổ sung kinh phí
Đã báo cáo tại BC 300/BC-KHCN ngày 15/11/2026, đề xuất UBND tỉnh bổ sung biên chế
Đã ban hành kế hoạch thực hiện từ nay đến hết năm 2026 ngày 15/11/2026
Đã ban hành Kế hoạch 15/KH-KHCN ngày 15/11/2026 về phòng chống cháy từ nay đến cuối năm
Đã nghiệm thu công trình ngày 15/11/2026
Kế hoạch lựa chọn nhà thầu đã được phê duyệt tại QĐ 1250/QĐ-UBND ngày 15/11/2026
Đã gửi ý kiến theo đề nghị Sở Tư pháp tại CV 415/KHCN ngày 15/11/2026
Đã trình; sau khi UBND tỉnh yêu cầu bổ sung Sở đã trình lại tại TTr 99/TTr-KHCN ngày 10/12/2026
Đã trình; UBND tỉnh có Tờ trình số 99/TTr-UBND ngày 10/12/2026 đề nghị HĐND tỉnh sửa đổi
Đã trình hồ sơ quyết toán công trình xây dựng cơ bản hoàn thành ngày 15/11/2026
Đã trình UBND tỉnh thẩm định, phê duyệt tại TTr 88/TTr-KHCN ngày 15/11/2026
Đã trình, UBND tỉnh đã ban hành Quyết định số 12/QĐ-UBND ngày 15/11/2026 sửa đổi, bổ sung Quy chế
Đã tham mưu UBND tỉnh ban hành Quyết định số 12/QĐ-UBND ngày 15/11/2026 về sửa đổi, bổ sung
Đã rà soát, bổ sung, hoàn thiện và trình UBND tỉnh tại TTr 88/TTr-KHCN ngày 15/11/2026
Sở đã báo cáo tại BC 12/BC-KHCN ngày 5/10/2026 theo chỉ đạo rà soát của UBND tỉnh
Theo CV 12/UBND ngày 5/9/2026, UBND tỉnh giao rà soát. Đã báo cáo (BC 12/BC-KHCN ngày 5/10/2026)
Đã hoàn thành theo Kết luận 12/KL-UBND ngày 5/10/2026, trong đó UBND tỉnh yêu cầu rà soát
Đã trình UBND tỉnh (UBND tỉnh giao rà soát tại CV 12/UBND-NC ngày 5/10/2026)
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
        ("Đã thực hiện đầy đủ, đúng hạn", True),
        ("Đã triển khai thực hiện xong", True),
        ("Đã kết thúc", True),
        ("Đã giải quyết xong", True),
        ("Đã hoàn tất thủ tục nghiệm thu, thanh lý hợp đồng", True),
        ("Đã báo cáo đầy đủ", True),
        ("Đã làm xong", True),
        ("Hoàn thành tốt", True),
        ("Đã hoàn thành và đang được công bố trên cổng thông tin điện tử", True),
        ("Hoàn thành tháng 12/2023", False),
        ("Đã hoàn tất thủ tục nghiệm thu giai đoạn 1", False),
        ("Đã kết thúc giai đoạn 1", False),
        ("Đã thực hiện", False),
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


@pytest.mark.parametrize(
    ("prose", "numbers"),
    [
        (
            "Đã đôn đốc các đơn vị và tổng hợp báo cáo tại BC 300/BC-KHCN ngày 15/11/2026",
            ["300/BC-KHCN"],
        ),
        (
            "Sở đã xin ý kiến và được UBND tỉnh phê duyệt tại QĐ 1250/QĐ-UBND ngày 15/11/2026",
            ["1250/QĐ-UBND"],
        ),
        (
            "Đã trình tại TTr 88/TTr-KHCN ngày 27/11/2026; UBND tỉnh yêu cầu bổ sung tại CV 6700/"
            "UBND-NC ngày 08/12/2026; Sở đã trình lại tại TTr 99/TTr-KHCN ngày 10/12/2026",
            ["88/TTr-KHCN", "99/TTr-KHCN"],
        ),
    ],
)
def test_the_document_of_the_end_is_the_result(prose: str, numbers: list[str]) -> None:
    assert [one.number for one in told_in(prose).documents] == numbers


@pytest.mark.parametrize(
    "part",
    ["đã gửi các sở để ", "UBND tỉnh yêu cầu ", "đã xin ý kiến và được ", "còn ", "sở có gửi "],
)
def test_words_over_and_over_are_read_in_no_time(part: str) -> None:
    assert told_in(part * 100_000) is not None


def test_a_very_long_text_is_read_in_no_time() -> None:
    assert told_in("Đang trình, de nghi " * 100_000).standing is Standing.OPEN
