"""How an article speaks of an act: as forbidden, as permitted, or as something that nobody was found to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

#: A question is answered in the next words: "Bolehkah mencoblos?" "Boleh!"
_ANSWER = 120
_BEFORE = 220  # how far a ban or a permission reaches over the acts that it lists
_AFTER = 90  # "memilih di TPS, itu hak"
_ITEM = ("-", "•", "*", "–")


class Voice(StrEnum):
    FORBIDDEN = "forbidden"
    PERMITTED = "permitted"
    #: "Tidak ditemukan ASN yang ikut kampanye"
    NIL = "nil"
    #: Told or alleged: neither word is near.
    TOLD = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    start: int
    end: int
    voice: Voice


@dataclass
class Spoken:
    """Answers for one page; the marks of each sentence are looked for once."""

    lexicon: Lexicon
    page: Page
    _marks: dict[int, tuple[_Mark, ...]] = field(default_factory=dict)

    def of(self, span: Span) -> Voice:
        """As the words say; a question says nothing, its answer does."""
        sentence = self.page.sentence_at(span.start)
        voice = self._said(sentence, span)
        if self._is_question(sentence):
            if voice is Voice.PERMITTED:
                return self._answered(sentence)
            return Voice.PERMITTED if voice is Voice.TOLD and self._is_free(sentence) else voice
        if voice is Voice.TOLD:
            following = self.page.low[sentence.end : sentence.end + _ANSWER].lstrip()
            if self.lexicon.raw("acts", "allows_before").match(following):
                return Voice.PERMITTED
        return voice

    def _is_question(self, sentence: Span) -> bool:
        return self.page.low_of(sentence).rstrip("\"')").endswith("?")

    def _is_free(self, question: Span) -> bool:
        """The answer begins with a permission, or its first sentence holds nothing else."""
        answer = self.page.low[question.end : question.end + _ANSWER].lstrip()
        if self.lexicon.raw("acts", "answers_free").match(answer):
            return True
        index = self.page.sentence_index(question.start) + 1
        if index >= len(self.page.sentences) or len(self.page.low_of(self.page.sentences[index])) > _ANSWER:
            return False
        voices = {mark.voice for mark in self._marks_of(self.page.sentences[index])}
        return voices == {Voice.PERMITTED}

    def _answered(self, question: Span) -> Voice:
        end = min(question.end + _ANSWER, len(self.page.low))
        no = self.lexicon.pattern("acts", "answers_no").search(self.page.low, question.end, end)
        yes = self.lexicon.pattern("acts", "answers_yes").search(self.page.low, question.end, end)
        if yes is not None and (no is None or yes.start() <= no.start()):
            return Voice.PERMITTED
        return Voice.FORBIDDEN if no is not None else Voice.TOLD

    def _said(self, sentence: Span, span: Span) -> Voice:
        """The mark behind the act that closes its clause, else the one before it, else that of its list."""
        if self._is_nil(sentence, span):
            return Voice.NIL
        marks = self._marks_of(sentence)
        if self.lexicon.raw("acts", "conditions").search(self.page.low, sentence.start, sentence.end):
            return self._as_condition(sentence, span)
        after = next((mark for mark in marks if mark.start >= span.end), None)
        if after is not None and self._closes(span, after):
            return after.voice
        inside = [mark for mark in marks if span.start <= mark.start < span.end]
        if inside:
            return inside[-1].voice
        before = [mark for mark in marks if mark.end <= span.start]
        if before:
            return before[-1].voice if self._reaches(before[-1], span.start) else Voice.TOLD
        return self._of_list(sentence)

    def _as_condition(self, sentence: Span, span: Span) -> Voice:
        """ "Kalau hanya datang, tidak pakai seragam, itu tidak melanggar." """
        words = self.page.low[max(sentence.start, span.start - 20) : span.end]
        return Voice.FORBIDDEN if self.lexicon.raw("acts", "not_so").search(words) else Voice.PERMITTED

    def is_charged(self, span: Span) -> bool:
        """Whether the sentence, one beside it, or the one that opens its list forbids or accuses."""
        sentence = self.page.sentence_at(span.start)
        beside = self.page.beside(sentence)
        if self.lexicon.pattern("acts", "prohibition").search(self.page.low, beside.start, beside.end):
            return True
        return self._of_list(sentence) is Voice.FORBIDDEN

    def _marks_of(self, sentence: Span) -> tuple[_Mark, ...]:
        if sentence.start not in self._marks:
            self._marks[sentence.start] = self._look(sentence)
        return self._marks[sentence.start]

    def _look(self, sentence: Span) -> tuple[_Mark, ...]:
        found = sorted(
            (
                _Mark(start=match.start(), end=match.end(), voice=voice)
                for name, voice in (("forbids", Voice.FORBIDDEN), ("permits", Voice.PERMITTED))
                for match in self.lexicon.pattern("acts", name).finditer(self.page.low, sentence.start, sentence.end)
            ),
            key=lambda mark: (mark.start, -mark.end),
        )
        # "Tidak dilarang" holds "dilarang", "tidak boleh" holds "boleh": the first to begin is meant.
        marks: list[_Mark] = []
        for mark in found:
            if not marks or mark.start >= marks[-1].end:
                marks.append(mark)
        return tuple(marks)

    def _closes(self, span: Span, mark: _Mark) -> bool:
        between = self.page.low[span.end : mark.start]
        if len(between) > _AFTER or self._turns(between):
            return False
        if self.lexicon.raw("acts", "passive").match(self.page.low, mark.start, mark.end):
            return True
        return self.lexicon.raw("acts", "closes").match(self.page.low, mark.end) is not None

    def _reaches(self, mark: _Mark, start: int) -> bool:
        if mark.voice is Voice.FORBIDDEN:
            return True
        between = self.page.low[mark.end : start]
        return len(between) <= _BEFORE and not self._turns(between)

    def _turns(self, between: str) -> bool:
        """Whether a permission ends in these words, or at a semicolon."""
        return ";" in between or self.lexicon.pattern("acts", "turns").search(between) is not None

    def _is_nil(self, sentence: Span, span: Span) -> bool:
        low = self.page.low
        for match in self.lexicon.pattern("acts", "nil").finditer(low, sentence.start, span.end):
            if not self.lexicon.pattern("acts", "nil_ends").search(low, match.end(), max(match.end(), span.start)):
                return True
        return self.lexicon.raw("acts", "nil_after").match(low, span.end, sentence.end) is not None

    def _of_list(self, sentence: Span) -> Voice:
        """An item of a list is spoken of as the sentence that opens it."""
        index = self.page.sentence_index(sentence.start)
        for step in range(1, min(index, 12) + 1):
            head = self.page.sentences[index - step]
            marks = self._marks_of(head)
            if marks:
                opens = self.lexicon.pattern("acts", "list_head").search(self.page.low, head.start, head.end)
                asked = step == 1 and self.lexicon.pattern("acts", "asks_allowed").search(self.page.low_of(head))
                opened = opens or asked or self.page.low_of(head).endswith(":")
                return marks[-1].voice if opened else Voice.TOLD
            if step > 1 and not self._is_item(head):
                break
        return Voice.TOLD

    def _is_item(self, sentence: Span) -> bool:
        words = self.page.low_of(sentence)
        if words.startswith(_ITEM) or words[:1].isdigit() or words[1:2] in (".", ")"):
            return True
        return words.split(maxsplit=1)[0].rstrip(",:") in _ORDER


_ORDER = {"pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "terakhir", "selanjutnya", "termasuk", "juga"}
