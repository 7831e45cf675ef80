"""What a clerk is told to do when the register, or a copy of it, cannot be used."""

from __future__ import annotations

from errno import EACCES, ENOENT

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.store.backup import BackupNotWritten
from tracker.store.errors import (
    DamagedRegister,
    FolderForRegister,
    LostRegister,
    NotARegister,
    OutdatedRegister,
)
from tracker.store.vetting import Unusable, UnusableCopy
from tracker.wording.register_messages import FILES, REGISTER

SERVER = "postgresql://may-chu/so"


def test_of_a_lost_register_the_newest_copy_is_told_as_it_can_be_pasted() -> None:
    lost = LostRegister("/sở/sổ.db", copies=3, newest="/sở/backups/sổ-before-import-1.db")
    assert REGISTER["LostRegister"](lost) == (
        "Không thấy sổ dữ liệu /sở/sổ.db, nhưng cạnh đó có 03 bản sao lưu; lấy lại bằng: "
        'tracker restore "/sở/backups/sổ-before-import-1.db". Nếu muốn lập sổ mới thì chuyển các '
        "bản sao lưu đó đi nơi khác."
    )


def test_what_a_damaged_file_of_the_office_is_brought_back_with_is_told() -> None:
    assert "tracker restore TỆP" in REGISTER["NotARegister"](NotARegister("/sở/sổ.db"))
    assert "tracker restore TỆP" in REGISTER["DamagedRegister"](DamagedRegister("/sở/sổ.db"))
    assert "tracker restore" not in REGISTER["NotARegister"](NotARegister(SERVER))


def test_only_of_a_file_a_copy_is_promised_before_an_upgrade() -> None:
    of_file = REGISTER["OutdatedRegister"](OutdatedRegister("/sở/sổ.db", found=1, known=2))
    of_server = REGISTER["OutdatedRegister"](OutdatedRegister(SERVER, found=1, known=2))
    assert "sẽ tự nâng cấp sau khi sao lưu" in of_file
    assert "hãy sao lưu trước: tracker backup" in of_server


def test_of_a_folder_where_a_file_is_wanted_the_same_is_said_everywhere() -> None:
    said = [
        REGISTER["FolderForRegister"](FolderForRegister("/sở")),
        FILES["UnusableCopy"](UnusableCopy("/sở", Unusable.IS_FOLDER)),
        FILES["UnreadableFile"](UnreadableFile("/sở", FileTrouble.IS_FOLDER)),
    ]
    for words in said:
        assert "/sở: đây là thư mục, không phải tệp; chọn một tệp trong thư mục đó." in words


def test_a_folder_that_is_not_there_is_named() -> None:
    for target in ("/media/ubs/sổ.db", "/media/ubs/"):
        said = FILES["BackupNotWritten"](BackupNotWritten(target, ENOENT))
        assert "thư mục /media/ubs không có" in said
    assert "chỉ cho đọc" in FILES["BackupNotWritten"](BackupNotWritten("/sở/sổ.db", EACCES))
