"""What is not the article goes, and is listed: scripts, links to other articles, the furniture of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sinetra.core.press.facts import Removed, RemovedKind
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import fold
from sinetra.core.press.scripts import strip_scripts

_BLANKS = re.compile(r"[^\S\n]{2,}")
_SIGNS = re.compile(r"\W+")
#: No furniture is a longer line.
_LONGEST = 420
_LETTERS = re.compile(r"[^\W\d_]{2,}")
#: Words of an outlet, a zone of time and a section beside a date.
_OUTLET = 5
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """``text``: paragraphs as lines, the headline (if any) first. ``stamps``: date lines taken out of the page."""

    text: str
    title: str | None
    stamps: tuple[str, ...]
    removed: tuple[Removed, ...]


class _Cleaner:
    def __init__(self, lexicon: Lexicon, removed: tuple[Removed, ...]) -> None:
        self.lexicon = lexicon
        self.removed: list[Removed] = list(removed)
        self.stamps: list[str] = []

    def drop(self, kind: RemovedKind, text: str, detail: str = "") -> None:
        if text.strip():
            self.removed.append(Removed(kind=kind, text=text.strip(), detail=detail))

    def matches(self, key: str, line: str) -> re.Match[str] | None:
        return self.lexicon.raw("furniture", key).match(line)

    def what(self, line: str) -> str | None:
        """Which furniture a line is; None for a line of the article."""
        if len(line) > _LONGEST:
            return None
        if found := self.lexicon.kinds("furniture", "line").match(line):
            return found.lastgroup
        if not _SENTENCE_END.search(line) and (found := self.lexicon.kinds("furniture", "short").match(line)):
            return found.lastgroup
        return "caption" if self.matches("caption", line) else None

    def may_be_told(self, line: str) -> bool:
        """Long, or a sentence, and no furniture."""
        return (len(line) >= 200 or _SENTENCE_END.search(line) is not None) and self.what(line) is None

    def without_links(self, lines: list[str]) -> list[str]:
        """ "Baca juga" with its headline, on the same line or the next. A sentence that begins with it stays.

        A list of headlines ends at an empty line. Where nothing of the article is told below, all of them go.
        """
        kept: list[str] = []
        inline = self.lexicon.raw("furniture", "link_inline")
        last = max((index for index, line in enumerate(lines) if self.may_be_told(line)), default=-1)
        waiting = listing = False
        for index, line in enumerate(lines):
            listing = listing and bool(line)
            if (waiting or listing) and line:
                waiting = index > last
                if waiting and (self.what(line) or self.matches("stamp", line)):
                    kept.append(line)
                    continue
                listing = len(line) < 200 and not _SENTENCE_END.search(line)
                if listing:
                    self.drop(RemovedKind.RELATED_LINKS, line, "link")
                    continue
            link = self.matches("link_line", line)
            if link and not _goes_on(line, link) and self.what(line) is None:
                self.drop(RemovedKind.RELATED_LINKS, line, "link")
                waiting = not line[link.end() :].strip(" :-–—»>|")
                continue
            if (found := inline.search(line)) and found.start() > 0:
                self.drop(RemovedKind.RELATED_LINKS, line[found.start() :], "link")
                line = line[: found.start()].rstrip()
            kept.append(line)
        return kept

    def without_tail(self, lines: list[str]) -> list[str]:
        """From the first list of other articles or comments on; below a list the article may go on."""
        filled = [index for index, line in enumerate(lines) if line]
        for position, index in enumerate(filled):
            is_list = self.matches("tail", lines[index])
            if not is_list and not self.matches("comments", lines[index]):
                continue
            below = [place for place in filled[position:] if _is_told(lines[place])]
            goes_on = is_list is not None and len(below) >= 2 and below[1] < below[0] + 4
            end = below[0] if goes_on else len(lines)
            if not goes_on and not (position >= 3 or position > 0.3 * len(filled)):
                continue
            for line in lines[index:end]:
                own = self.what(line)
                kind = RemovedKind.FURNITURE if own else RemovedKind.RELATED_LINKS
                self.drop(kind, line, own or ("list" if is_list else "comments"))
            return lines[:index] + (self.without_tail(lines[end:]) if goes_on else [])
        return lines

    def without_furniture(self, lines: list[str]) -> list[str]:
        kept: list[str] = []
        seen: set[str] = set()
        captions: list[str] = []
        for line in lines:
            if not line:
                continue
            folded = _SIGNS.sub(" ", line).strip().lower()
            if len(line) <= _LONGEST and self.matches("stamp", line):
                self.stamps.append(line)
                self.drop(RemovedKind.FURNITURE, line, "stamp")
            elif what := self.what(line):
                captions += [line] if what == "caption" else []
                self.drop(RemovedKind.FURNITURE, line, what)
            elif len(line) > 30 and folded in seen:
                self.drop(RemovedKind.FURNITURE, line, "duplicate")
            else:
                seen.add(folded)
                kept.append(line)
        if not kept and captions:  # an article that is a photo: what it tells stands under it
            self.removed = [item for item in self.removed if item.detail != "caption"]
            return captions
        return _without_excerpts(self, kept)

    def without_signs(self, lines: list[str]) -> list[str]:
        """Signs of authors and editors at the end, and a lone name below them."""
        signed = self.lexicon.raw("furniture", "author_sign")
        had_sign = any(item.detail == "byline" for item in self.removed)
        while lines:
            last = lines[-1]
            lone = len(last.split()) <= 4 and not _SENTENCE_END.search(last) and len(lines) > 2
            if self.matches("byline", last) or (lone and (had_sign or last.istitle() or last.isupper())):
                had_sign = True
                self.drop(RemovedKind.FURNITURE, lines.pop(), "byline")
                continue
            break
        for index in range(max(0, len(lines) - 3), len(lines)):
            found = signed.search(lines[index])
            if found and found.start() > 0:
                self.drop(RemovedKind.FURNITURE, lines[index][found.start() :], "byline")
                lines[index] = lines[index][: found.start()].rstrip()
        return [line for line in lines if line]

    def is_dateline(self, line: str) -> bool:
        """A line with a full date and hardly a word more: "Suara Teluk | Jumat, 30 Agustus 2024 07:12 WITA"."""
        low = fold(line)
        found = self.lexicon.pattern("macros", "DATE").search(low)
        if found is None or not any(found[name] for name in ("year", "year2", "year3", "year4")):
            return False
        known = self.lexicon.words("dates", "byline_words")
        told = _LETTERS.findall(low[: found.start()] + low[found.end() :])
        return sum(word not in known for word in told) <= _OUTLET

    def headline(self, lines: list[str], given: str | None) -> tuple[str | None, list[str]]:
        """The headline, and the lines without the category lines above it."""
        body = next((i for i, line in enumerate(lines) if _is_body(line)), len(lines))
        heads = lines[:body]
        if given is not None:
            wanted = re.sub(r"\W+", "", given).lower()
            at = next((i for i, line in enumerate(heads) if re.sub(r"\W+", "", line).lower() == wanted), None)
            title: str | None = given if at is None else heads[at]
        else:
            told = [0 if self.is_dateline(line) else _is_headline(line) for line in heads]
            at = max(range(len(heads)), key=lambda i: (told[i], -i), default=None)
            title = None if at is None else heads[at]
            if title is not None and len(title.split()) < 3:
                at, title = None, None
        if at is None:
            return title, lines
        for line in heads[:at]:
            self.drop(RemovedKind.FURNITURE, line, "category")
        under = []
        for line in heads[at + 1 :]:
            if len(line.split()) <= 4 and not _SENTENCE_END.search(line):
                self.drop(RemovedKind.FURNITURE, line, "category")
            else:
                under.append(line)
        return title, [heads[at], *under, *lines[body:]]


def _is_headline(line: str) -> int:
    """0 for three words or less and for a line of outlet and section ("JEJAK NUSA | Liputan Khusus"); 1 for four words,
    which an outlet may have; else 2.
    """
    words = len(_LETTERS.findall(line))
    parted = any(sign in line for sign in "|>»•")
    return 0 if parted and words <= _OUTLET else min(2, max(0, len(line.split()) - 3))


def _is_body(line: str) -> bool:
    ends = _SENTENCE_END.search(line) is not None
    asks = ends and line.rstrip("\"'”’)")[-1:] in "?!"  # headlines ask and call, too
    return len(line) > 160 or (ends and (len(line) > (130 if asks else 60) or line[:1] in '"“'))


def _is_told(line: str) -> bool:
    """A paragraph of an article: long, and it ends; the excerpt of another one breaks off."""
    return len(line) > 120 and _SENTENCE_END.search(line) is not None and not line.endswith("...")


def _goes_on(line: str, link: re.Match[str]) -> bool:
    """A sentence that only begins like a link: no colon, and it ends."""
    said = line[link.end() :].split()
    colon = any(sign in line[: link.end() + 2] for sign in ":：")
    return not colon and len(said) > 1 and _SENTENCE_END.search(line) is not None


def _without_excerpts(cleaner: _Cleaner, lines: list[str]) -> list[str]:
    """A beginning that breaks off with "..." goes where the whole paragraph stands as well."""
    kept = []
    for line in lines:
        cut = line.rstrip(" .…")
        broken = line.endswith(("...", "…")) and len(cut) > 30
        if broken and any(other is not line and other.startswith(cut) for other in lines):
            cleaner.drop(RemovedKind.FURNITURE, line, "duplicate")
        else:
            kept.append(line)
    return kept


def clean(lexicon: Lexicon, text: str, *, title: str | None = None, removed: tuple[Removed, ...] = ()) -> Cleaned:
    """The article's own paragraphs. ``title`` is the headline where the page's metadata state it.

    ``removed``: what went before, with the marking of the page.
    """
    cleaner = _Cleaner(lexicon, removed)
    text, code = strip_scripts(text)
    for piece in code:
        cleaner.drop(RemovedKind.SCRIPT, piece, "script")
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
