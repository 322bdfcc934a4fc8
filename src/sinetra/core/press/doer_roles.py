"""What each body or head of a government does in the words around it: hold, issue, decide, pass on, count.

A role is told in the active ("X menggelar") or the passive ("yang digelar X"); less counts what is to come, was before,
or is only said of somebody of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sinetra.core.press.doers import Doer
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

MEETING = ("sosialisasi", "rakor/mou")
_NOT_DOING = re.compile(
    r"(?:dengan|ke|kepada|oleh|bersama|dari|dan|di|pada|staf|menurut|versi|milik|senior|aparatur|pejabat|guru|baliho|"
    r"lingkungan|lingkup|kantor|aula|rekomendasi|gudang|pegawai|asn|mantan|eks|calon|caleg|wakil|serta|terhadap|"
    r"meminta|minta|agar|supaya|mendesak|mendorong|jika|bila|apabila|kalau|kewenangan|wewenang|tergantung|utusan|perwakilan)\s$"
)
#: Someone of the body acts: that stands for the body where nothing plainer does.
_OF_BODY = re.compile(
    r"(?:ketua|kepala|anggota|sekretaris|koordinator|komisioner|divisi|pimpinan|direktur|petugas|tim)\s$"
)
_PART = 0.45
#: What the head of a body does in office, the body does: "Kepala BKPSDM X menyerahkan SK".
_HEAD_OF_BODY = re.compile(r"\b(?:ketua|kepala|pimpinan|direktur|sekretaris jenderal)\s$")
_PASSIVE = 1.2
_IN_OFFICE = frozenset(("hold", "issue", "decide", "count", "open", "pass"))
#: Whose staff takes a pledge has called them to it, where nobody else did.
_STAFF_OF = re.compile(
    r"\b(?:pegawai|asn|pns|aparatur|prajurit|personel|anggota|karyawan|jajaran|staf|pejabat)"
    r"(?: (?:di|di lingkungan|lingkup))?\s$"
)
#: "bupati yang menjatuhkan": whose part it will be.
_WHOSE_PART = re.compile(
    r" yang (?:akan |nanti |berhak |berwenang )?(?:memutus|menjatuh|menentukan|menghukum|menimbang)"
)
_NEGATED = re.compile(
    r"\b(?:(?:tidak|tak) (?:boleh|bisa|dapat)(?: \w+){0,4}|(?:tidak|tak) (?!meloloskan|lagi mempekerjakan)(?:\w+ )?\w+"
    r"|(?:belum|bukan|tanpa|enggan|menolak)(?: [\w-]+)? [\w-]+)"
)
#: What a body will do, or did before or elsewhere, is not what the article tells.
_LATER = re.compile(r"\b(?:akan|bakal|kelak|nantinya|berwenang|berhak)\b.*")
_EARLIER = re.compile(
    r"\b(?:lebih (?:dulu|dahulu)|sebelumnya|semula|mula-mula|awalnya|(?:di|pada) hari yang sama|sementara itu"
    r"|di (?:kota|kabupaten|daerah) (?:tetangga|lain)|(?:setelah|sesudah|usai|seusai)(?: \w+){0,2}\s?$|apa ?pun yang)\b"
)
_OTHER_STEP = 0.4
#: A head of government who announces a measure has decided it.
_HEAD_TELLS = 1.7
_PRONOUN = re.compile(r"[ \n\"”]{0,3}(?:[^.\n]{0,80}, )?(?:ia|dia|beliau) ")
_TO_COME = re.compile(r"\b(?:akan|bakal|kelak|menunggu|tinggal|kapan|apakah|menanti|jika|bila|apabila)\b")
#: Whom a report was passed on to handles nothing yet.
_SENT_ON = re.compile(r"\b(?:dikirim|diteruskan|dilimpahkan|mengirim\w*|meneruskan)(?: \w+){0,4} (?:ke|kepada) $")
#: A government that decides is named before the head who signs.
_HEAD_DECIDES = 0.9
#: A decision that is struck down or changed is not what the article tells of: "Keputusan KPU X dibatalkan".
_UNDONE = re.compile(
    r"\b(?:dibatalkan|membatalkan\w*|dianulir|digugat|(?:tidak|tak) bertahan|mengabulkan|mengubah"
    r"|mengoreksi|menguatkan|meringankan|memperingan|memperberat|dikuatkan|diringankan|diperberat)\b"
)
#: How far behind its sentence it is told that the decision was struck down.
_UNDONE_SOON = 175
_DECISION_OF = re.compile(
    r"(?:(?:keputusan|putusan|penetapan|sk) (?:\w+ )?|(?:hukuman|sanksi) yang (?:telah )?dijatuhkan (?:\w+ ){0,2})$"
)
#: "Kasatpol PP X, Nama, yang mendampingi, menyatakan".
_BESIDE = re.compile(
    r"[^.]{0,50}\byang (?:(?:ikut|turut|juga) )?(?:mendampingi|menyaksikan|hadir|diundang|menyertai)\b"
)
_ONLY_BY = ("letter", "recommend", "own")
_CAPITAL_BEFORE = re.compile(r"[A-Z][a-z]+ $")
#: What the sentence of the event speaks of, and how many sentences into the article it stands at the latest.
_EVENT_SENTENCE = {
    "sosialisasi": "event_of_meeting",
    "rakor/mou": "event_of_meeting",
    "circular": "event_of_letter",
    "statistics": "event_of_numbers",
    "other": "event_of_desk",
}
_SOON = 5
#: "bukan acara Bawaslu", "rapat kerja dengan Komisi I DPRD".
_NOT_THEIRS = re.compile(
    r"\b(?:bukan(?:lah)?|tanpa)(?: [\w-]+){0,4} $"
    r"|\b(?:rapat|\w*audiensi|pertemuan|dialog|bertemu)(?: [\w-]+){0,3} dengan $"
)
#: Another one signs too, or nobody yet.
_ONE_MORE = re.compile(r"\b(?:turut|ikut|juga|belum|hingga|sampai|dulu|sebelumnya|akan)\b")
#: Where a camat or kapolres acts for what they lead; elsewhere they may be the accused.
_LED_IN = (*MEETING, "circular")
#: "Apel netralitas Polri" is about all of them, "apel Polri" is theirs.
_SERVICES = frozenset(("polri", "tni", "tni-polri"))
_SUBJECT = re.compile(
    r"\b(?:netralitas|integritas|disiplin|kesiapan|kesiapsiagaan|soliditas)(?: (?:anggota|personel|prajurit|aparat))? $"
)
_LINK = re.compile(
    r"\s*(?:\([^)]{1,30}\) )?(?:,|dan|bersama(?: dengan)?|serta|dengan|(?<=\S)-(?=\S)|menggandeng"
    r"|bekerja ?sama dengan)\s*"
)


class Roles:
    """Of the doers of one page, in the order of the text; ``begin``: where the text under the headline begins."""

    def __init__(self, lexicon: Lexicon, page: Page, doers: tuple[Doer, ...], begin: int, kind: str) -> None:
        self.lexicon = lexicon
        self.page = page
        self.doers = doers
        self.begin = begin
        self.kind = kind

    def of(self, place: int, doer: Doer, weights: Mapping[str, float]) -> Iterator[tuple[float, str]]:
        sentence = self.page.sentence_at(doer.start)
        before = self.page.low[max(sentence.start, doer.start - 70) : doer.start]
        if _NOT_THEIRS.search(before):
            return
        limit = min(sentence.end, doer.end + 90)
        following = self.doers[place + 1 : place + 4]
        bare = self.page.low[doer.end : limit]
        cut = next((other.start - doer.end for other in following if not self._linked(doer, other)), len(bare))
        after = _NEGATED.sub(" ", bare[: max(0, cut)])
        if doer.head and doer.start >= self.begin:
            after = f"{after} {self._taken_up(sentence.end)}"
        by = _HEAD_OF_BODY.sub("", before)
        earlier = self._earlier(before, after)
        if self.kind in MEETING and _BESIDE.match(bare):
            earlier = _OTHER_STEP
        if _DECISION_OF.search(before) and _UNDONE.search(self.page.low, sentence.start, sentence.end + _UNDONE_SOON):
            earlier = _OTHER_STEP
        for group, weight in weights.items():
            weight *= earlier
            if group == "sign":
                if self._signs_first(place, doer, sentence):
                    yield weight, "signs_first"
                continue
            if group == "acts":
                if self._acts(doer, before, after, sentence):
                    yield weight, "acts"
                continue
            if group == "pledge":
                if _STAFF_OF.search(before) and self.lexicon.pattern("persons", "pledge_verbs").search(after):
                    yield weight, "pledge"
                continue
            if group == "tell" and doer.head:
                weight *= _HEAD_TELLS
            if group == "decide":
                after = _LATER.sub(" ", after)
                if _TO_COME.search(before) or _WHOSE_PART.match(bare):
                    weight *= _OTHER_STEP
                if doer.head:
                    weight *= _HEAD_DECIDES
            if group == "pass" and self.page.sentence_index(doer.start) > _SOON:
                continue
            if group == "own" and doer.body.name.lower() in _SERVICES and _SUBJECT.search(before):
                continue
            said = self.lexicon.pattern("persons", f"{group}_by").search(by)
            if said and not _SENT_ON.search(before) and not (group == "own" and self._in_office(doer, before, said)):
                source = group == "count" and not said[0].startswith("di")  # "data X" may be another's source
                yield weight * (1.0 if source else _PASSIVE), f"{group}_by"
            turn = before.endswith("dan ") and bare.startswith(" yang ")  # "KASN yang menimbang, dan bupati yang"
            if (_NOT_DOING.search(before) and not turn) or not self._may(doer, group):
                continue
            if group not in _ONLY_BY and self.lexicon.pattern("persons", f"{group}_verbs").search(
                after if group != "pass" else bare
            ):
                yield weight * self._share(before, group), f"{group}_verbs"

    def _taken_up(self, end: int) -> str:
        """What "ia" does in the sentence after a head of government was named: "Bupati X geram. Ia mencopot"."""
        found = _PRONOUN.match(self.page.low, end)
        if found is None or any(end <= doer.start < found.end() for doer in self.doers):
            return ""
        until = min(self.page.sentence_at(found.end() - 1).end, found.end() + 60)
        stop = min((doer.start for doer in self.doers if found.end() <= doer.start < until), default=until)
        return _NEGATED.sub(" ", self.page.low[found.end() : stop])

    def _share(self, before: str, group: str) -> float:
        """What somebody of the body does stands for the body: in full where the head does it in office."""
        if (
            group in _IN_OFFICE
            and _HEAD_OF_BODY.search(before)
            and not _NOT_DOING.search(_HEAD_OF_BODY.sub("", before))
        ):
            return 1.0
        return _PART if _OF_BODY.search(before) else 1.0

    def _acts(self, doer: Doer, before: str, after: str, sentence: Span) -> bool:
        """Whoever does something in a sentence that tells of the event, where no better verb is known."""
        event = _EVENT_SENTENCE.get(self.kind)
        if event is None or doer.head or doer.led or self.page.sentence_index(doer.start) > _SOON:
            return False
        if not self.lexicon.pattern("persons", event).search(self.page.low, sentence.start, sentence.end):
            return False
        active = not _NOT_DOING.search(before) and not _OF_BODY.search(before)
        told = self.lexicon.pattern("persons", "acting").match(after.lstrip(" ()"))
        return (active and told is not None) or self.lexicon.pattern("persons", "acted_by").search(before) is not None

    def _in_office(self, doer: Doer, before: str, said: re.Match[str]) -> bool:
        """ "Kepala Bidang Pembinaan Dinas X": the word for a gathering is part of an office."""
        start = doer.start - len(before) + said.start()
        return (
            _CAPITAL_BEFORE.search(self.page.text, max(0, start - 24), start) is not None and doer.start >= self.begin
        )

    def _signs_first(self, place: int, doer: Doer, sentence: Span) -> bool:
        """The first of those who sign with each other in this sentence."""
        if place and self.doers[place - 1].start >= sentence.start:
            return False
        if _ONE_MORE.search(self.page.low, sentence.start, sentence.end):
            return False
        return (
            self.lexicon.pattern("persons", "signing").search(self.page.low, sentence.start, sentence.end) is not None
        )

    def _earlier(self, before: str, after: str) -> float:
        """Less where the sentence says that this was before, or somewhere else."""
        found = _EARLIER.search(before) or _EARLIER.search(after[: after.find(",")] if "," in after else after)
        return _OTHER_STEP if found else 1.0

    def _may(self, doer: Doer, group: str) -> bool:
        """A head of government who speaks or handles stands for nobody but himself."""
        if doer.led:
            return self.kind in _LED_IN and group in ("hold", "issue", "open")
        return not doer.head or group in ("issue", "letter", "decide", "hold", "open", "tell")

    def _linked(self, doer: Doer, other: Doer) -> bool:
        """ "X bersama Y menggelar": the first of two that do it together."""
        return _LINK.fullmatch(self.page.low, doer.end, other.start) is not None
