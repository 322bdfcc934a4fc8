"""Whether words sound like the name of a person: known given and family names, and the endings of names."""

from __future__ import annotations

from sinetra.core.press.lexicon import Lexicon


class KnownNames:
    """``sure``: one of the words is a name and nothing else; a word that is also a common one counts beside another."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = lexicon.words("given_names", "known_words")
        self.also = lexicon.words("given_names", "also_words")
        self.places = lexicon.words("names", "place_heads")
        self.endings = lexicon.pattern("given_names", "endings")

    def one(self, low: str) -> bool:
        """A name that is no common word."""
        return low not in self.also and (low in self.words or self.endings.fullmatch(low) is not None)

    def sure(self, text: str) -> bool:
        """At least one word that is only a name, or two that may be one."""
        words = [part for word in text.lower().split() for part in word.split("-")]
        if any(map(self.one, words)):
            return True
        return words[0] not in self.places and sum(word in self.also for word in words) > 1
