"""What is not the article goes, and is listed: scripts, links to other articles, the furniture of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sinetra.core.press.facts import Removed, RemovedKind
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.scripts import strip_scripts

_BLANKS = re.compile(r"[^\S\n]{2,}")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """``text``: paragraphs as lines, the headline (if any) first. ``stamps``: date lines taken out of the page."""

    text: str
    title: str | None
    stamps: tuple[str, ...]
    removed: tuple[Removed, ...]


class _Cleaner:
    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.removed: list[Removed] = []
        self.stamps: list[str] = []

    def drop(self, kind: RemovedKind, text: str) -> None:
        if text.strip():
            self.removed.append(Removed(kind=kind, text=text.strip()))

    def matches(self, key: str, line: str) -> re.Match[str] | None:
        return self.lexicon.raw("furniture", key).match(line)

    def without_links(self, lines: list[str]) -> list[str]:
        """ "Baca juga" with its headline, on the same line or the next."""
        kept: list[str] = []
        inline = self.lexicon.raw("furniture", "link_inline")
        waiting = False
        for line in lines:
            if waiting and line:
                waiting = False
                if len(line) < 200 and not line.endswith((".", '."', ".”")):
                    self.drop(RemovedKind.RELATED_LINKS, line)
                    continue
            link = self.matches("link_line", line)
            if link:
                self.drop(RemovedKind.RELATED_LINKS, line)
                waiting = not line[link.end() :].strip(" :-–—»>|")
                continue
            if (found := inline.search(line)) and found.start() > 0:
                self.drop(RemovedKind.RELATED_LINKS, line[found.start() :])
                line = line[: found.start()].rstrip()
            kept.append(line)
        return kept

    def without_tail(self, lines: list[str]) -> list[str]:
        """Everything from the first list of other articles, comments or cookie notice on."""
        filled = [index for index, line in enumerate(lines) if line]
        for position, index in enumerate(filled):
            if self.matches("tail", lines[index]) and (position >= 3 or position > 0.3 * len(filled)):
                for line in lines[index:]:
                    own = RemovedKind.FURNITURE if self.matches("line", line) else RemovedKind.RELATED_LINKS
                    self.drop(own, line)
                return lines[:index]
        return lines

    def without_furniture(self, lines: list[str]) -> list[str]:
        kept: list[str] = []
        seen: set[str] = set()
        for line in lines:
            if not line:
                continue
            if self.matches("stamp", line):
                self.stamps.append(line)
                self.drop(RemovedKind.FURNITURE, line)
            elif self.matches("line", line) or self.matches("caption", line) or (line in seen and len(line) > 30):
                self.drop(RemovedKind.FURNITURE, line)
            else:
                seen.add(line)
                kept.append(line)
        return kept

    def without_signs(self, lines: list[str]) -> list[str]:
        """Signs of authors and editors at the end, and a lone name below them."""
        signed = self.lexicon.raw("furniture", "author_sign")
        had_sign = any(self.matches("byline", item.text) for item in self.removed)
        while lines:
            last = lines[-1]
            lone = len(last.split()) <= 4 and not _SENTENCE_END.search(last) and len(lines) > 2
            if self.matches("byline", last) or (lone and (had_sign or last.istitle() or last.isupper())):
                had_sign = True
                self.drop(RemovedKind.FURNITURE, lines.pop())
                continue
            break
        for index in range(max(0, len(lines) - 3), len(lines)):
            found = signed.search(lines[index])
            if found and found.start() > 0:
                self.drop(RemovedKind.FURNITURE, lines[index][found.start() :])
                lines[index] = lines[index][: found.start()].rstrip()
        return [line for line in lines if line]

    def headline(self, lines: list[str], given: str | None) -> tuple[str | None, list[str]]:
        """The headline, and the lines without the category lines above it."""
        body = next((i for i, line in enumerate(lines) if _is_body(line)), len(lines))
        heads = lines[:body]
        if given is not None:
            wanted = re.sub(r"\W+", "", given).lower()
            at = next((i for i, line in enumerate(heads) if re.sub(r"\W+", "", line).lower() == wanted), None)
            title: str | None = given if at is None else heads[at]
        else:
            at = max(range(len(heads)), key=lambda i: (len(heads[i].split()) > 3, -i), default=None)
            title = None if at is None else heads[at]
            if title is not None and len(title.split()) < 3:
                at, title = None, None
        if at is None:
            return title, lines
        for line in heads[:at]:
            self.drop(RemovedKind.FURNITURE, line)
        under = []
        for line in heads[at + 1 :]:
            if len(line.split()) <= 4 and not _SENTENCE_END.search(line):
                self.drop(RemovedKind.FURNITURE, line)
            else:
                under.append(line)
        return title, [heads[at], *under, *lines[body:]]


def _is_body(line: str) -> bool:
    return len(line) > 160 or (len(line) > 60 and _SENTENCE_END.search(line) is not None) or line[:1] in '"“'


def clean(lexicon: Lexicon, text: str, *, title: str | None = None) -> Cleaned:
    """The article's own paragraphs. ``title`` is the headline where the page's metadata state it."""
    cleaner = _Cleaner(lexicon)
    text, code = strip_scripts(text)
    for piece in code:
        cleaner.drop(RemovedKind.SCRIPT, piece)
    lines = [line.strip() for line in _BLANKS.sub(" ", text).split("\n")]
    lines = cleaner.without_tail(lines)
    lines = cleaner.without_links(lines)
    lines = cleaner.without_furniture(lines)
    lines = cleaner.without_signs(lines)
    headline, lines = cleaner.headline(lines, title)
    return Cleaned(
        text="\n".join(lines),
        title=headline,
        stamps=tuple(cleaner.stamps),
        removed=tuple(cleaner.removed),
    )
