"""How an article speaks of a sanction: imposed, promised, stated, doubted, denied, or not of this case at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sinetra.core.press import denials, held_back
from sinetra.core.press.facts import Mode
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

_CLAUSE = re.compile(r"[,;:]\s(?:namun|tetapi|tapi|melainkan|sedangkan|sementara|dan akan|maka|sehingga)\b|;")
#: What somebody threatens his people with who wants their votes.
_THREATS = frozenset({"dismissal", "post_release", "suspension", "allowance_cut"})
_NEAR, _FAR = 70, 160


@dataclass(frozen=True, slots=True)
class Mention:
    """A sanction in its sentence: the words before it in its clause, its own, and those after it."""

    lexicon: Lexicon
    page: Page
    span: Span

    @property
    def sentence(self) -> Span:
        return self.page.sentence_at(self.span.start)

    @property
    def before(self) -> str:
        text = self.page.low[max(self.sentence.start, self.span.start - 400) : self.span.start]
        cuts = [match.end() for match in _CLAUSE.finditer(text)]
        return text[cuts[-1] if cuts else 0 :]

    @property
    def own(self) -> str:
        return self.page.low_of(self.span)

    @property
    def deed(self) -> tuple[str, str]:
        """What stands before the verb in the words of the sanction, and it: "jabatannya nyaris |dicopot"."""
        verb = self.lexicon.raw("sanctions", "deed").search(self.own)
        start = 0 if verb is None else verb.start()
        return self.before + self.own[:start], self.own[start:]

    @property
    def after(self) -> str:
        return self.page.low[self.span.end : self.sentence.end]

    def says(self, name: str, text: str) -> bool:
        return self.lexicon.pattern("sanctions", name).search(text) is not None

    def is_denied(self) -> bool:
        return denials.is_denied(self.lexicon, self.before, self.own, self.after) or (
            self.deed[1] != self.own and denials.is_denied(self.lexicon, *self.deed, self.after)
        )

    def is_doubted(self) -> bool:
        """In a question, in an if-clause of a single case, or as what might be."""
        low = self.page.low_of(self.sentence)
        if self.says("hypothetical", self.deed[0][-_NEAR:]) or held_back.is_weighed(self.lexicon, self.deed[0]):
            return True
        if self.lexicon.pattern("sanctions", "wished_after").match(self.after[:40].lstrip()):
            return True
        if self.says("generic", low):
            return False
        if self.lexicon.raw("sanctions", "awaits").search(self.before) and not self.says("perhaps", self.before):
            return False
        return self.says("if_proven", low) or self._depends_on_the_sentence_before(low)

    def _depends_on_the_sentence_before(self, low: str) -> bool:
        """ "Apabila terbukti, berkasnya dikirim ke BKN. Sanksinya bisa penundaan gaji." """
        index = self.page.sentence_index(self.sentence.start)
        if index == 0 or not self.says("may", self.before[-_NEAR:]):
            return False
        earlier = self.page.low_of(self.page.sentences[index - 1])
        return self.says("if_proven", earlier) and not self.says("generic", earlier)

    def is_in_if_clause(self) -> bool:
        text = self.page.low[self.sentence.start : self.span.start]
        return self.lexicon.raw("sanctions", "if_clause").search(text) is not None

    def is_vowed(self) -> bool:
        """ "Saya copot": by the one who may, whatever it hangs on."""
        start, end = max(self.sentence.start, self.span.start - 20), self.span.end + 30
        if self.lexicon.raw("sanctions", "will_do").search(self.before[-_NEAR:]) and self.own[:2] != "di":
            return True
        return self.says("vowed", self.page.low[start : min(end, self.sentence.end)])

    def is_own_measure(self) -> bool:
        """ "Kalau benar, kami beri teguran", "… sanksi etik kami jatuhkan"."""
        return self.says("own_measure", self.before[-30:]) or self.says("own_measure", self.after[:30])

    def is_promised(self) -> bool:
        low = self.page.low_of(self.sentence)
        if self.says("by_law", low) and not self.says("in_person", low) and "tindak" not in self.own:
            return False
        if self.lexicon.raw("sanctions", "awaits").search(self.before):
            return False
        if self.says("promised", self.before[-90:] + self.own):
            return True
        if self.lexicon.raw("sanctions", "by_me").search(self.before) is not None and self.own[:2] != "di":
            return True
        return self.lexicon.raw("sanctions", "promised_after").match(self.after) is not None

    def is_hearsay(self) -> bool:
        """ "Kabar bahwa ia dicopot" """
        return self.says("hearsay", self.before[-_NEAR:])

    def is_refuted(self) -> bool:
        """ "Meluruskan kabar"; "itu tidak benar" in the next sentence."""
        index = self.page.sentence_index(self.sentence.start)
        following = self.page.sentences[index + 1 : index + 3]
        end = following[-1].end if following else self.sentence.end
        return self.says("refuted", self.page.low[self.sentence.start : end])

    def is_wished(self) -> bool:
        """Asked for or planned, and not "usulan pemberhentian itu dijalankan"."""
        is_verb = self.lexicon.raw("sanctions", "deed").search(self.own) is not None
        if not is_verb and self.lexicon.raw("sanctions", "carried_out").match(self.after[:_FAR]):
            return False
        return held_back.is_wished(self.lexicon, *self.deed)

    def is_recommended(self) -> bool:
        """Who asks for it has not decided: "merekomendasikan", "minta camat dijatuhi"; not "atas rekomendasi"."""
        before = self.deed[0][-_FAR:]
        carried_out = self.lexicon.raw("sanctions", "imposed_after").match(self.after[:80])
        if carried_out and not self.lexicon.raw("sanctions", "sent_on").match(self.after[:110]):
            return False
        for match in self.lexicon.pattern("sanctions", "recommends").finditer(before):
            rest = before[match.end() :]
            named = "rekomendasi" in match.group() and not match.group().startswith(("me", "di"))
            if named and "," in rest:
                continue
            decided = self.says("decides" if named else "another_sentence", rest + self.deed[1])
            if not decided and not self.says("turns_to_deed", rest):
                return True
        return False

    def is_counted(self) -> bool:
        """So many people have it: "tujuh teguran tertulis", "penurunan jabatan: 2 orang"."""
        if self.own.startswith(("bulan", "tahun")):
            return False
        before = self.page.low[max(self.sentence.start, self.span.start - 40) : self.span.start]
        return (
            self.lexicon.raw("sanctions", "counted_before").search(before) is not None
            or self.lexicon.raw("sanctions", "counted_after").match(self.after[:80]) is not None
        )

    def is_imposed(self) -> bool:
        low = self.page.low_of(self.sentence)
        if self.says("conditional", low):
            return False
        if self.is_counted():
            return True
        if self.says("generic", low) and not self.says("to_some", low):
            return False
        if self._is_done():
            return True
        after = self.lexicon.raw("sanctions", "imposed_after").match(self.after[:80])
        return self.says("imposed", self.before[-_FAR:] + self.own) or after is not None

    def _is_done(self) -> bool:
        """A verb tells a deed ("menegurnya", "dibekukan"), a noun the kind."""
        return (
            self.lexicon.raw("sanctions", "deed").search(self.own) is not None
            and self.lexicon.raw("sanctions", "not_yet").search(self.before[-30:]) is None
        )

    def mode(self) -> Mode | None:
        """Denied before doubted, doubted before promised; imposed only on somebody, never on "whoever violates".

        None in a question, which says nothing."""
        if self.page.low_of(self.sentence).rstrip("\"')").endswith("?"):
            return None
        if self.is_denied() or (self.is_hearsay() and self.is_refuted()):
            return Mode.DENIED
        if self.is_hearsay():
            return Mode.HYPOTHETICAL
        if self.is_vowed():
            return Mode.PROMISED
        if self.is_in_if_clause():
            return Mode.PROMISED if self.is_promised() else Mode.HYPOTHETICAL
        if self.is_doubted():
            return Mode.PROMISED if self.is_own_measure() else Mode.HYPOTHETICAL
        if self.is_wished():
            return Mode.STATED
        if self.is_promised():
            return Mode.PROMISED
        return Mode.IMPOSED if not self.is_recommended() and self.is_imposed() else Mode.STATED

    def is_of(self, code: str) -> bool:
        """Whether the words speak of a sanction at all: banners are taken down, votes are asked for under threats."""
        low = self.page.low_of(self.sentence)
        if code == "post_release" and self.says("things", low):
            return False
        if code in ("suspension", "dismissal") and self.says("no_person", self.before + self.after[:16]):
            return False
        if code == "criminal_prison" and self.lexicon.raw("sanctions", "instead").search(self.before[-40:] + self.own):
            return False
        return not (code in _THREATS and self.says("threat", low))

    def is_no_news(self) -> bool:
        before = self.page.low[max(self.sentence.start, self.span.start - 60) : self.span.start]
        return (
            self.lexicon.raw("sanctions", "unsaid_after").match(self.after) is not None
            or self.lexicon.raw("sanctions", "unsaid_before").search(before) is not None
        )
