"""What every query is asked of."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Any, Self


class Reading:
    """A look at the register as it is at one moment, whatever is written meanwhile.

    Queries are one SQL text with ``:named`` parameters for both engines. Rows are plain tuples:
    days are ISO text, truths are 0 and 1.
    """

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Return every row of the answer."""
        raise NotImplementedError

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
