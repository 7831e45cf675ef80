"""What every query is asked of."""

from __future__ import annotations

ROWS_IN_CHUNK = 1_000
"""So many are held at once of an answer that is read in chunks."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterator, Mapping
    from types import TracebackType
    from typing import Any, Self


class GivenUp(Exception):
    """Whoever asked does not wait for the answer any longer."""


class Reading:
    """A look at the register as it is at one moment, whatever is written meanwhile.

    Queries are one SQL text with ``:named`` parameters for both engines. Rows are plain tuples:
    days are ISO text, truths are 0 and 1.
    """

    is_file = False
    """Whether the register is an SQLite file."""

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Return every row of the answer."""
        raise NotImplementedError

    def chunks(self, sql: str, parameters: Mapping[str, Any]) -> Iterator[list[tuple[Any, ...]]]:
        """Yield the rows of the answer a chunk at a time, so that few are held at once."""
        yield self.rows(sql, parameters)

    def ids(self, sql: str, parameters: Mapping[str, Any]) -> array[int]:
        """Return the numbers of the one column ``id`` of the answer in as little room as can be."""
        # Late: most answers are short.
        from array import array  # noqa: PLC0415

        found = array("q")
        for chunk in self.chunks(sql, parameters):
            found.extend(id for (id,) in chunk)
        return found

    def heed(self, give_up: Callable[[], bool]) -> None:
        """From now on ask again and again whether to go on; raise ``GivenUp`` where not.

        A server answers in its own time.
        """

    def close(self) -> None:
        """Let go of the register."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
