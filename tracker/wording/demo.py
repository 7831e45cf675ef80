"""What ``tracker demo`` says around the real output."""

from __future__ import annotations

from tracker.wording.formats import format_count


def introduction(number: int) -> list[str]:
    """What is being looked at."""
    return [
        f"Dữ liệu mẫu: {format_count(number)} nhiệm vụ của một sở, xem tại ngày 14/12/2023. "
        "Sổ thật của bạn không bị động đến."
    ]


def afterwards() -> list[str]:
    """Where to go from here."""
    return [
        "Tiếp theo, ghi nhiệm vụ đầu tiên vào sổ của mình:",
        '  tracker add "25/KH-UBND ngày 24/5/2023 Phối hợp với tỉnh Thái Nguyên hạn 10/01/2024"',
    ]
