"""What is said of copies and of a register that is not whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.operations.safekeeping import Backup
from tracker.store.backup import Contents
from tracker.store.integrity import Finding, FindingKind
from tracker.wording.safety import backup_lines, integrity_footer, integrity_lines

UNTOUCHED = Contents(directives=0, changed_by="", changed_at="")


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_of_finding_has_its_words(kind: FindingKind) -> None:
    finding = Finding(kind=kind, subject="7", detail="0644")
    title, line = integrity_lines([finding])
    assert title.endswith(":")
    assert line.startswith("  ")
    assert ("0644" if finding.is_damage else '"7"') in line


def test_rights_are_told_apart_from_damage_with_what_to_paste() -> None:
    open_to_others = [
        Finding(kind=FindingKind.READABLE, subject="/sở/sổ.db", detail="0644"),
        Finding(kind=FindingKind.REPLACEABLE, subject="/sở", detail="0777"),
        Finding(kind=FindingKind.SETTINGS_OPEN, subject='/"$HOME"/x', detail="0666"),
    ]
    assert list(integrity_lines(open_to_others)) == [
        "Quyền của tệp (03):",
        '  /sở/sổ.db: người khác đọc được; sửa: chmod go-rwx "/sở/sổ.db"',
        '  /sở: người khác ghi được nên thay được tệp trong đó; sửa: chmod go-w "/sở"',
        '  /"$HOME"/x: ai cũng sửa được tệp cấu hình; sửa: chmod o-w "/\\"\\$HOME\\"/x"',
    ]
    assert integrity_footer(open_to_others) == "Sổ dữ liệu: nguyên vẹn."
    damage = Finding(kind=FindingKind.PAGES, subject="/sở/sổ.db")
    lines = list(integrity_lines([*open_to_others, damage]))
    assert lines[1:3] == ["  /sở/sổ.db", "Quyền của tệp (03):"]
    assert integrity_footer([*open_to_others, damage]) == "Sổ dữ liệu: 01 chỗ không đúng."


def test_findings_of_a_kind_stand_together() -> None:
    findings = [
        Finding(kind=FindingKind.PAGES, subject="a"),
        Finding(kind=FindingKind.STRUCTURE, subject="b"),
        Finding(kind=FindingKind.PAGES, subject="c"),
    ]
    lines = list(integrity_lines(findings))
    assert lines[1:3] == ["  a", "  c"]
    assert lines[4] == "  b"
    assert integrity_footer(findings) == "Sổ dữ liệu: 03 chỗ không đúng."
    assert integrity_footer([]) == "Sổ dữ liệu: nguyên vẹn."


def test_many_findings_of_a_kind_are_counted() -> None:
    findings = [
        Finding(kind=FindingKind.PROJECTION, subject="note", detail=str(n)) for n in range(60)
    ]
    lines = list(integrity_lines(findings))
    assert len(lines) == 52
    assert lines[-1] == "  và 10 chỗ khác"


@pytest.mark.parametrize(
    ("size", "said"), [(1, "1 KB"), (999_001, "1.000 KB"), (92_803_072, "92,8 MB")]
)
def test_the_size_of_a_copy_is_said_as_people_do(size: int, said: str) -> None:
    made = Backup(path=Path("so.db"), size=size, contents=UNTOUCHED)
    assert list(backup_lines(made))[1] == f"0 nhiệm vụ, chưa có thay đổi nào; {said}."
