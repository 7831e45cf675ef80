"""Each division gets a message about its own directives."""

from __future__ import annotations

from tests.cli.program import Program

AS_OF = ("--as-of", "11/01/2024")


def test_a_division_is_reminded_of_what_is_late_and_what_is_next(bac_giang: Program) -> None:
    bac_giang.run("edit", "6", "--unit", "Phòng Quản lý", "--officer", "Trần Thị Bình")
    bac_giang.run("edit", "7", "--unit", "Phòng Quản lý")
    answer = bac_giang.run("remind", "--unit", "phong quan ly", *AS_OF)
    lines = answer.out.splitlines()
    assert lines[0] == "Kính gửi: Phòng Quản lý"
    assert lines[1] == (
        "Tính đến ngày 11/01/2024, đơn vị có 01 nhiệm vụ quá hạn, 01 nhiệm vụ sắp đến hạn:"
    )
    assert lines[3].startswith("1. 25/KH-UBND ngày 24/5/2023: Kế hoạch")
    assert lines[4] == "   Hạn thứ Tư, 10/01/2024, quá hạn 1 ngày; theo dõi: Trần Thị Bình."
    assert lines[6].startswith("1. 30/KH-UBND")


def test_every_division_with_something_late_gets_its_own_message(bac_giang: Program) -> None:
    bac_giang.run("edit", "6", "--unit", "Phòng Quản lý")
    answer = bac_giang.run("remind", "--json", *AS_OF).json
    assert [unit["unit"] for unit in answer["units"]] == ["Phòng Quản lý", ""]
    overdue = {row["id"] for unit in answer["units"] for row in unit["overdue"]}
    status = bac_giang.run("status", "--json", *AS_OF).json
    assert len(overdue) == status["overdue"]


def test_a_supporting_division_is_told_of_what_another_leads(bac_giang: Program) -> None:
    bac_giang.run("edit", "6", "--unit", "Phòng Quản lý", "--support", "Thanh tra")
    out = bac_giang.run("remind", "--unit", "Thanh tra", *AS_OF).out
    assert "Phối hợp (đơn vị khác chủ trì):" in out
    assert "chủ trì: Phòng Quản lý" in out


def test_a_division_without_anything_late_gets_no_message(bac_giang: Program) -> None:
    answer = bac_giang.run("remind", "--unit", "Văn phòng", "--as-of", "01/6/2023")
    assert answer.out == ""
    assert answer.err == (
        "Không có nhiệm vụ của Văn phòng quá hạn hay sắp đến hạn vào ngày 01/6/2023.\n"
    )


def test_a_division_nobody_knows_is_not_taken_for_one_in_time(bac_giang: Program) -> None:
    bac_giang.run("edit", "6", "--unit", "Phòng Quản lý", "--support", "Thanh tra")
    said = "Trong sổ không có đơn vị «xyz»; đang có: Phòng Quản lý, Thanh tra, Văn phòng.\n"
    answer = bac_giang.run("remind", "--unit", "xyz", *AS_OF)
    assert (answer.out, answer.err) == ("", said)
    assert bac_giang.run("remind", "--unit", "xyz", "--json", *AS_OF).err == said
    quiet = ("remind", "--unit", "thanh tra", "--as-of", "01/6/2023")
    assert "Trong sổ không có" not in bac_giang.run(*quiet).err


def test_a_turn_is_named_and_the_answer_goes_to_whoever_sums_up(bac_giang: Program) -> None:
    line = "3/KH-UBND ngày 01/11/2023 Báo cáo tháng hạn trước ngày 25 hằng tháng"
    bac_giang.run("add", line, "--unit", "Thanh tra")
    out = bac_giang.run("remind", "--unit", "Thanh tra", "--as-of", "30/11/2023").out
    assert "1. 3/KH-UBND ngày 01/11/2023 (kỳ 25/11/2023): Báo cáo tháng" in out
    assert "gửi kết quả kèm số, ngày văn bản về bộ phận tổng hợp của" in out


def test_a_secret_directive_is_named_without_its_content(bac_giang: Program) -> None:
    bac_giang.run("edit", "6", "--secret")
    out = bac_giang.run("remind", *AS_OF).out
    assert "(mật) ngày 24/5/2023: (văn bản mật)" in out
    assert "Thái Nguyên" not in out


def test_a_division_that_was_renamed_is_known_by_its_old_name(bac_giang: Program) -> None:
    settings = bac_giang.home / "data" / "tracker.toml"
    settings.write_text('[successors]\n"Phòng Cũ" = "Phòng Mới"\n', encoding="utf-8")
    bac_giang.run("edit", "6", "--unit", "Phòng Mới")
    quiet = ("remind", "--as-of", "01/6/2023", "--unit")
    assert "Trong sổ không có" not in bac_giang.run(*quiet, "phong cu").err
    assert "đang có: Phòng Mới, Phòng Quản lý" in bac_giang.run(*quiet, "xyz").err
