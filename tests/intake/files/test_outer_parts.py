from __future__ import annotations

import pytest

from tests.intake.files.hostile.packages import HONEST, HONEST_DOCUMENT
from tests.intake.files.zips import relationships, zipped
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.found import FileKind
from tracker.intake.files.preflight import examine


def template_at(target: str) -> bytes:
    related = relationships(("attachedTemplate", target), mode="External")
    return zipped({**HONEST_DOCUMENT, "word/_rels/settings.xml.rels": related})


@pytest.mark.parametrize(
    "target",
    ["file:///C:\\Users\\lan\\Mau.dotm", "file:///c:/mau.dot", "C:\\Mau.dotx", "Normal.dotm"],
)
def test_a_document_may_say_which_template_its_writer_had(target: str) -> None:
    assert examine(template_at(target), FileKind.DOCUMENT) > 0


@pytest.mark.parametrize(
    "target",
    [
        "http://a.vn/t.dotm", "file://server/t.dotm", "\\\\server\\t.dotm", "//server/t.dotm",
        "file:////server/t.dotm", "C:", "ftp:t.dotm",
    ],
)  # fmt: skip
def test_a_template_that_is_fetched_is_refused(target: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        examine(template_at(target), FileKind.DOCUMENT)
    assert refused.value.trouble is FileTrouble.EXTERNAL_LINKS
    assert refused.value.detail == "word/_rels/settings.xml.rels"


@pytest.mark.parametrize(
    "target", ["https://bacgiang.gov.vn/", "file:///c:/x.pdf", "mailto:a@b.vn"]
)
def test_an_ordinary_link_is_no_other_file(target: str) -> None:
    related = relationships(("hyperlink", target), mode="External")
    parts = {**HONEST, "xl/worksheets/_rels/sheet1.xml.rels": related}
    assert examine(zipped(parts), FileKind.WORKBOOK) > 0
