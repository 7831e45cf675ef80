"""Showing what the register says as it changes: the same for every screen that draws from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tracker.core.errors import TrackerError
from tracker.tui.register_watch import News, RegisterWatch
from tracker.tui.screens.telling import trouble_words
from tracker.tui.widgets.notice import Notice
from tracker.wording.screen import REPLACED

if TYPE_CHECKING:
    from textual.screen import Screen

    _Around = Screen[Any]
else:
    # A base of its own would come between a screen and the style sheet of its bases.
    _Around = object


class FollowsRegister(_Around):
    """A screen that reads the register anew by itself, and says what keeps it from that."""

    trouble = ""
    """What is wrong with the register; empty where nothing is."""

    def read_again(self) -> None:
        """Read everything anew."""
        raise NotImplementedError

    def follow(self, watch: RegisterWatch) -> None:
        """Whatever another process or another day has changed appears by itself."""
        try:
            news = watch.news()
        except TrackerError as error:
            self.in_trouble(error)
            return
        if news is News.NONE and not self.trouble:
            return
        self.read_again()
        if news is News.REPLACED and not self.trouble:
            self.tell(REPLACED, role="warning")

    def in_trouble(self, error: TrackerError) -> None:
        """Say what is wrong with the register; what was read before stays on the screen."""
        self.put_trouble(trouble_words(error))

    def put_trouble(self, words: str) -> None:
        """The same in words; once, however often it comes about."""
        is_new, self.trouble = not self.trouble, words
        if is_new:
            self.tell(words, role="bad")

    def out_of_trouble(self) -> None:
        """The register could be read: what was said against it is not true any more."""
        if self.trouble:
            self.trouble = ""
            for notice in self.notices():
                notice.clear()

    def tell(self, text: str, *, role: str = "notice") -> None:
        """Say something above the keys, until the next thing is said or it is taken away."""
        for notice in self.notices():
            notice.say(text, role=role)

    def notices(self) -> Iterable[Notice]:
        """Where things are said."""
        return self.query(Notice)
