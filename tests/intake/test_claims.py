"""What a table says of progress, in a word or in prose."""

from __future__ import annotations

import pytest

from tracker.core.directive import Progress, State
from tracker.intake.claims import claim_of_part, read_claim
from tracker.wording.labels import PROGRESS


@pytest.mark.parametrize(
    ("text", "progress", "state"),
    [
        ("Đúng hạn", Progress.ON_TIME, None),
        ("Hoàn thành đúng hạn", Progress.ON_TIME, State.DONE),
        ("Đã hoàn thành trước hạn", Progress.ON_TIME, State.DONE),
        ("Chậm", Progress.LATE, None),
        ("Chậm 3 ngày", Progress.LATE, None),
        ("Hoàn thành quá hạn (5 ngày)", Progress.LATE, State.DONE),
        ("Quá hạn", Progress.OVERDUE, None),
        ("Đang thực hiện quá hạn", Progress.OVERDUE, None),
        ("CHƯA ĐẾN HẠN", Progress.NOT_YET_DUE, None),
        ("Đang thực hiện (trong hạn)", None, State.IN_PROGRESS),
        ("Đang thực hiện trong hạn", Progress.NOT_YET_DUE, None),
        ("Sắp đến hạn", Progress.NOT_YET_DUE, None),
        ("Chưa đến hạn  còn 27 ngày", Progress.NOT_YET_DUE, None),
        ("còn 27 ngày", Progress.NOT_YET_DUE, None),
        ("Đã hoàn thành", None, State.DONE),
        ("100%", None, State.DONE),
        ("HT", None, State.DONE),
        ("Đã thực hiện đầy đủ, đúng hạn", Progress.ON_TIME, State.DONE),
        ("Hoàn thành tốt, đúng tiến độ", Progress.ON_TIME, State.DONE),
        ("Đã triển khai thực hiện xong", None, State.DONE),
        ("Đã kết thúc", None, State.DONE),
        ("Đã giải quyết xong", None, State.DONE),
        ("Đã báo cáo đầy đủ", None, State.DONE),
        ("Đã làm xong", None, State.DONE),
        ("Hoàn thành tốt", None, State.DONE),
        ("Đang thực hiện (từ 10/01/2024)", None, State.IN_PROGRESS),
        ("Đang triển khai", None, State.IN_PROGRESS),
        ("Chưa hoàn thành", None, State.IN_PROGRESS),
        ("Chưa thực hiện", None, State.NOT_STARTED),
        ("Tạm dừng", Progress.SUSPENDED, State.SUSPENDED),
        ("Cần rà soát", Progress.NEEDS_REVIEW, None),
        ("Cần rà soát thời hạn", Progress.NEEDS_REVIEW, None),
        ("Chưa rõ ngày hoàn thành", Progress.NEEDS_REVIEW, State.DONE),
    ],
)
def test_a_claim_is_understood(text: str, progress: Progress | None, state: State | None) -> None:
    claim = read_claim(text)
    assert claim is not None
    assert (claim.progress, claim.state) == (progress, state)


@pytest.mark.parametrize("progress", Progress)
def test_every_judgement_that_the_program_prints_is_a_claim(progress: Progress) -> None:
    claim = read_claim(PROGRESS[progress])
    assert claim is not None
    assert claim.progress is progress


@pytest.mark.parametrize(
    "text",
    ["", "Phối hợp", "Đã kết thúc giai đoạn 1", "Đã cơ bản hoàn thành", "Đã làm xong 50%",
      "Đã hoàn thành dự thảo lần 1, gửi xin ý kiến", "Chưa đến hạn báo cáo quý",
     "10/01/2024", "Đã hoàn thành (10/01/2024)", "Xong (BC số 20 ngày 03/01/2024)"],
)  # fmt: skip
def test_prose_is_no_claim(text: str) -> None:
    assert read_claim(text) is None


@pytest.mark.parametrize(
    ("heading", "progress"),
    [
        ("III QUÁ HẠN: 02 nhiệm vụ", Progress.OVERDUE),
        ("II. Chưa đến hạn", Progress.NOT_YET_DUE),
        ("b) Các nhiệm vụ chưa đến hạn (03)", Progress.NOT_YET_DUE),
        ("I ĐÃ THỰC HIỆN: 07 nhiệm vụ (đúng hạn: 05; chậm: 02)", None),
        ("1 Đúng hạn 05 nhiệm vụ", Progress.ON_TIME),
        ("II ĐANG THỰC HIỆN: 11 nhiệm vụ (quá hạn: 02)", None),
    ],
)
def test_the_head_of_a_part_claims_what_it_says_before_its_counts(
    heading: str, progress: Progress | None
) -> None:
    claim = claim_of_part(heading)
    assert (claim and claim.progress) == progress
