"""What can go wrong with the register, as classes that carry data."""

from __future__ import annotations

from tracker.core.errors import DatabaseTrouble, NotFound, Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date


class RegisterTrouble(DatabaseTrouble):
    """The register at ``location`` (a path, or a URL without its password) cannot be used."""

    def __init__(self, location: str) -> None:
        super().__init__(location)
        self.location = location


class NoRegister(RegisterTrouble):
    """There is no register here yet; reading never makes one."""


class GoneRegister(RegisterTrouble):
    """The register that was read here a while ago is here no more."""


class LostRegister(RegisterTrouble):
    """Nothing is here, but copies beside it say that a register was: no new one takes its place."""

    def __init__(self, location: str, *, copies: int, newest: str) -> None:
        super().__init__(location)
        self.copies = copies
        """How many there are."""
        self.newest = newest
        """The path of the one written last."""


class NotARegister(RegisterTrouble):
    """Something else is kept here: not a database, or one of another program."""


class FolderForRegister(RegisterTrouble):
    """A folder lies where the file should be."""


class CannotOpenRegister(RegisterTrouble):
    """The system does not let this user open it."""


class ReadOnlyRegister(RegisterTrouble):
    """It can be read, but the system does not let this user change it."""


class LockedRegister(RegisterTrouble):
    """Somebody else has been writing for longer than one can wait."""


class DamagedRegister(RegisterTrouble):
    """What is stored does not hold together."""


class DamagedIndex(RegisterTrouble):
    """What a search goes by does not hold together; what was entered does, as far as is known."""


class DiskTrouble(RegisterTrouble):
    """The disk refused to read or write."""

    def __init__(self, location: str, *, is_full: bool) -> None:
        super().__init__(location)
        self.is_full = is_full


class UnreachableServer(RegisterTrouble):
    """The database server does not answer, or does not let this user in."""


class NoServerDriver(RegisterTrouble):
    """The part that speaks to a database server (the extra ``postgres``) is not installed."""


class _OtherSchema(RegisterTrouble):
    """The register was made by another version of the program."""

    def __init__(self, location: str, *, found: int, known: int) -> None:
        super().__init__(location)
        self.found = found
        self.known = known


class NewerRegister(_OtherSchema):
    """Made by a newer version of the program."""


class OutdatedRegister(_OtherSchema):
    """Made by an older version; the next change upgrades it."""


class UpgradeFailed(RegisterTrouble):
    """The register could not be upgraded and is as it was before."""

    def __init__(self, location: str, *, backup: str | None) -> None:
        super().__init__(location)
        self.backup = backup
        """The copy made before the attempt; None on a server."""


class BackupFailed(RegisterTrouble):
    """A copy of the register could not be made, or is not equal to it."""

    def __init__(self, location: str, *, target: str) -> None:
        super().__init__(location)
        self.target = target


class NoSuchDirective(NotFound):
    """No directive has this id, or its assignment was taken back."""

    def __init__(self, id: int) -> None:
        super().__init__(id)
        self.id = id


class StaleRecord(Refused):
    """The directive was changed by somebody since it was read."""

    def __init__(
        self, id: int, number: str, *, expected: int, found: int, last: tuple[str, str] = ("", "")
    ) -> None:
        super().__init__(id)
        self.id = id
        self.number = number
        """Of the directive's document, as it is now."""
        self.expected = expected
        self.found = found
        self.who, self.at = last
        """Who changed it last, and when, as an ISO instant in UTC; empty where it is not known."""


class NothingToUndo(Refused):
    """This user has no operation left to take back."""

    def __init__(self, who: str) -> None:
        super().__init__(who)
        self.who = who


class OtherOperationSince(Refused):
    """The last operation of this user is no longer the one that was to be taken back."""

    def __init__(self, operation: str, *, at: str) -> None:
        super().__init__(operation)
        self.operation = operation
        """The name of what is the last one now."""
        self.at = at


class UndoConflict(Refused):
    """A directive has been changed since by another operation, which would lose its ground."""

    def __init__(self, number: str, *, who: str, at: str) -> None:
        super().__init__(number)
        self.number = number
        """Of the directive's document."""
        self.who = who
        self.at = at


class DayUnchanged(Refused):
    """The calendar says of this day already what it was told to say."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


class DayChangedSince(Refused):
    """A day of the calendar has been changed again, so the change before cannot be taken back."""

    def __init__(self, day: date, *, who: str, at: str) -> None:
        super().__init__(day)
        self.day = day
        self.who = who
        self.at = at


class IssuedStands(Refused):
    """A report that went out is not undone: it is retracted, with a reason."""

    def __init__(self, report_id: int, period_key: str) -> None:
        super().__init__(report_id)
        self.report_id = report_id
        self.period_key = period_key


class IssuedAnew(Refused):
    """A retraction stays: another report on the period has been issued since."""

    def __init__(self, report_id: int, period_key: str, *, other_id: int) -> None:
        super().__init__(report_id)
        self.report_id = report_id
        """The one that was retracted."""
        self.period_key = period_key
        self.other_id = other_id
        """The one in force."""


class ReportedAsDone(Refused):
    """A completion that a report in force shows is not undone: it is corrected, and stays told."""

    def __init__(self, id: int, number: str, *, report_id: int, period_key: str) -> None:
        super().__init__(id)
        self.id = id
        self.number = number
        """Of the directive's document."""
        self.report_id = report_id
        self.period_key = period_key


class UnreadableEvent(DatabaseTrouble):
    """What is stored of an event is none: the register was changed by something else."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind
