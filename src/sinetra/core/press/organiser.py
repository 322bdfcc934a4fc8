"""Who held, issued, decided, handled or counted what an article tells of.

Each body, and each head of a government, is weighed by the verb it stands with, in the active ("X menggelar") or the
passive ("yang digelar X"). Which verbs count most depends on the kind of the event.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping

from sinetra.core.press.bodies import completed, find_bodies
from sinetra.core.press.doers import Doer, find_doers
from sinetra.core.press.facts import Detail, PersonFact, PlaceFact
from sinetra.core.press.governments import headed
from sinetra.core.press.heads import body_of, named_after
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Scanner
from sinetra.core.press.same_person import BESIDE_ROLE

_WEIGHTS: dict[str, dict[str, float]] = {
    "sosialisasi": {"hold": 5, "own": 4, "meet": 2.5, "pledge": 2.2, "acts": 2, "say": 1},
    "rakor/mou": {"hold": 5, "own": 4, "sign": 3.6, "issue": 3.5, "meet": 2, "acts": 2, "say": 1},
    "circular": {"issue": 5, "letter": 3, "acts": 2, "hold": 1, "say": 1},
    "decision/sanction": {"decide": 5, "pass": 4.2, "handle": 2, "recommend": 1.9, "say": 0.5},
    "alleged_violation": {"handle": 4, "open": 3.5, "confirm": 2, "say": 1},
    "other": {"hold": 3, "open": 3, "issue": 3, "decide": 3, "handle": 2, "acts": 1.5},
    "statistics": {"count": 5, "handle": 3, "acts": 2, "say": 1},
}
_ANY_VERB: dict[str, float] = {"hold": 3, "issue": 3, "decide": 3, "handle": 2, "meet": 1.5, "say": 1}
_SUPERVISORS = re.compile(r"bawaslu|badan pengawas|panwas|panitia pengawas|panwaslih|sentra gakkumdu")
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
#: A headline says "BKN" for its "Kantor Regional XV BKN".
_PARTS = frozenset(("kantor", "bagian", "bidang", "komisi", "fraksi", "tim"))
_NEARLY = 0.4
#: What the head of a body does in office, the body does: "Kepala BKPSDM X menyerahkan SK".
_HEAD_OF_BODY = re.compile(r"\b(?:ketua|kepala|pimpinan|direktur|sekretaris jenderal)\s$")
_PASSIVE = 1.2
_IN_OFFICE = frozenset(("hold", "issue", "decide", "count", "open", "pass"))
#: Whose staff takes a pledge has called them to it, where nobody else did.
_STAFF_OF = re.compile(r"\b(?:pegawai|asn|aparatur|karyawan|jajaran|staf|pejabat)(?: (?:di|di lingkungan|lingkup))?\s$")
#: "bupati yang menjatuhkan": whose part it will be.
_WHOSE_PART = re.compile(
    r" yang (?:akan |nanti |berhak |berwenang )?(?:memutus|menjatuh|menentukan|menghukum|menimbang)"
)
_LEAD = 700
_LEAST, _PLAIN = 0.5, 1.0
_SHORT_LINE, _ELSEWHERE = 110, 0.92
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
_TO_COME = re.compile(r"\b(?:akan|bakal|kelak|menunggu|tinggal|kapan|apakah|menanti|jika|bila|apabila)\b")
#: Whom a report was passed on to handles nothing yet.
_SENT_ON = re.compile(r"\b(?:dikirim|diteruskan|dilimpahkan|mengirim\w*|meneruskan)(?: \w+){0,4} (?:ke|kepada) $")
#: A government that decides is named before the head who signs.
_HEAD_DECIDES = 0.9
#: A decision that is struck down is not what the article tells of: "Keputusan KPU X dibatalkan".
_UNDONE = re.compile(r"\b(?:dibatalkan|membatalkan\w*|dianulir|digugat|(?:tidak|tak) bertahan|mengabulkan)\b")
_DECISION_OF = re.compile(r"(?:keputusan|putusan|penetapan|sk) (?:\w+ )?$")
#: Who only watches, listens or speaks as a guest speaks for no organiser.
_GUEST = re.compile(
    r"\b(?:(?:sebagai|jadi|menjadi) (?:saksi|undangan|tamu|pemateri|narasumber|pembicara)|menyaksikan|disaksikan"
    r"|narasumber\w*|pemateri\w*|kebagian|duduk di|undangan"
    r"|(?:saat|ketika|sewaktu|seusai|usai|sela) (?:menghadiri|meninjau|meresmikan|melayat))\b"
)
#: "Kasatpol PP X, Nama, yang mendampingi, menyatakan".
_BESIDE = re.compile(
    r"[^.]{0,50}\byang (?:(?:ikut|turut|juga) )?(?:mendampingi|menyaksikan|hadir|diundang|menyertai)\b"
)
_COURTS = re.compile(
    r"pengadilan|pn\b|mahkamah|mk\b|dkpp|dewan kehormatan|majelis|ptun|kejaksaan|bawaslu|sentra gakkumdu"
)
#: The headline tells the same, in fewer words.
_TITLE = 0.85
#: A report is handled by those who watch; others only have to do with it.
_WATCHES = 1.5
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
#: How much less counts what is told late; who called a gathering is often told at the end, in so many words.
_LATE, _SAID_AT_THE_END = 0.5, 0.25
#: Text and headline say the same.
_AGREED = 1.1
#: "pemkab", "bupati" without a name may be any part of the government.
_SMALL = 0.8
_MEETING = ("sosialisasi", "rakor/mou")
#: Where a camat or kapolres acts for what they lead; elsewhere they may be the accused.
_LED_IN = (*_MEETING, "circular")
_LINK = re.compile(
    r"\s*(?:\([^)]{1,30}\) )?(?:,|dan|bersama(?: dengan)?|serta|dengan|(?<=\S)-(?=\S)|menggandeng"
    r"|bekerja ?sama dengan)\s*"
)


class _Organisers:
    def __init__(
        self, lexicon: Lexicon, page: Page, scanner: Scanner, place: PlaceFact | None, begin: int, kind: str
    ) -> None:
        self.lexicon = lexicon
        self.kind = kind
        self.page = page
        self.place = place
        self.begin = begin
        everywhere = find_bodies(page, scanner, 0, len(page.text))
        below = [found for found in everywhere if found[0].span.start >= begin]
        self.all = everywhere
        self.every = below or everywhere  # names in a headline run into its other capital words
        self.doers = find_doers(page, scanner, everywhere, place)

    def best(self, weights: Mapping[str, float], least: float = _LEAST) -> Detail | None:
        """The body with the weightiest verb, more so where the headline says it too; of equals the first."""
        found: dict[str, tuple[float, Doer, str]] = {}
        titled, told = set[str](), set[str]()
        for place, doer in enumerate(self.doers):
            for weight, rule in self._roles(place, doer, weights):
                name = self._name(doer)
                weight *= self._standing(doer, _SAID_AT_THE_END if rule == "hold_by" else _LATE)
                (titled if doer.start < self.begin else told).add(name)
                if name not in found or weight > found[name][0]:
                    found[name] = (weight, doer, rule)
        if not found:
            return None
        name, (weight, doer, rule) = max(
            found.items(), key=lambda item: item[1][0] * (_AGREED if item[0] in titled & told else 1.0)
        )
        if weight < least:
            return None
        narrower = [key for key in found if key.endswith(f" {name}") and key.split()[0].lower() in _PARTS]
        if narrower and found[narrower[0]][0] > _NEARLY * weight:
            name, (weight, doer, rule) = narrower[0], found[narrower[0]]
        return Detail(value=name, span=doer.body.span, rule=f"organiser.{rule}")

    def _standing(self, doer: Doer, latest: float) -> float:
        """Less the later in the text, by ``latest`` at most, and in a line that is no sentence of it."""
        late = min(latest, 0.03 * self.page.sentence_index(doer.start))
        if doer.start >= self.begin and self._is_headline(doer.start):
            late = _ELSEWHERE
        weight = (1 - late) * (_TITLE if doer.start < self.begin else 1.0) * (_SMALL if doer.small else 1.0)
        if self.kind == "alleged_violation" and _SUPERVISORS.match(doer.body.name.lower()):
            weight *= _WATCHES
        return weight

    def _roles(self, place: int, doer: Doer, weights: Mapping[str, float]) -> Iterator[tuple[float, str]]:
        sentence = self.page.sentence_at(doer.start)
        before = self.page.low[max(sentence.start, doer.start - 70) : doer.start]
        if _NOT_THEIRS.search(before):
            return
        limit = min(sentence.end, doer.end + 90)
        following = self.doers[place + 1 : place + 4]
        bare = self.page.low[doer.end : limit]
        cut = next((other.start - doer.end for other in following if not self._linked(doer, other)), len(bare))
        after = _NEGATED.sub(" ", bare[: max(0, cut)])
        by = _HEAD_OF_BODY.sub("", before)
        earlier = self._earlier(before, after)
        if self.kind in _MEETING and _BESIDE.match(bare):
            earlier = _OTHER_STEP
        if _DECISION_OF.search(before) and _UNDONE.search(self.page.low, sentence.start, sentence.end + _LEAD // 4):
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
            if group == "decide":
                after = _LATER.sub(" ", after)
                if _TO_COME.search(before) or _WHOSE_PART.match(bare):
                    weight *= _OTHER_STEP
                if doer.head:
                    weight *= _HEAD_DECIDES
            if group == "pass" and self.page.sentence_index(doer.start) > _SOON:
                continue
            said = self.lexicon.pattern("persons", f"{group}_by").search(by)
            if said and not _SENT_ON.search(before) and not (group == "own" and self._in_office(doer, before, said)):
                source = group == "count" and not said[0].startswith("di")  # "data X" may be another's source
                yield weight * (1.0 if source else _PASSIVE), f"{group}_by"
            if _NOT_DOING.search(before) or not self._may(doer, group):
                continue
            if group not in _ONLY_BY and self.lexicon.pattern("persons", f"{group}_verbs").search(
                after if group != "pass" else bare
            ):
                yield weight * self._share(before, group), f"{group}_verbs"

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

    def _is_headline(self, offset: int) -> bool:
        """A line without a full stop in the article: the headline of another one."""
        line = self.page.line_at(offset)
        return line.end - line.start < _SHORT_LINE and self.page.text[line.end - 1] not in ".!?\"”'’:)"

    def _may(self, doer: Doer, group: str) -> bool:
        """A head of government who speaks or handles stands for nobody but himself."""
        if doer.led:
            return self.kind in _LED_IN and group in ("hold", "issue", "open")
        return not doer.head or group in ("issue", "letter", "decide", "hold", "open")

    def _linked(self, doer: Doer, other: Doer) -> bool:
        """ "X bersama Y menggelar": the first of two that do it together."""
        return _LINK.fullmatch(self.page.low, doer.end, other.start) is not None

    def _name(self, doer: Doer) -> str:
        if not doer.head:
            return completed(doer.body, self.every, self.place)
        return headed(doer.body.name, self.place) or doer.body.name

    def supervisor(self) -> Detail | None:
        """The body that watches elections, for a report whose handling is not told with a verb."""
        return self._first(_SUPERVISORS, "supervisor")

    def court(self) -> Detail | None:
        """The court of a decision that is told without a verb of deciding."""
        return self._first(_COURTS, "court")

    def _first(self, names: re.Pattern[str], rule: str, end: int = sys.maxsize) -> Detail | None:
        seen = [body for body, _ in self.every if names.match(body.name.lower()) and body.span.start < end]
        if not seen:
            return None
        body = seen[0]
        return Detail(value=completed(body, self.every, self.place), span=body.span, rule=f"organiser.{rule}")

    def of_speaker(self, scanner: Scanner, persons: tuple[PersonFact, ...]) -> Detail | None:
        for person in persons:
            if person.rule == BESIDE_ROLE:
                continue  # whom a body has sent
            if person.position_span is not None and self.kind in _MEETING:
                around = self.page.sentence_at(person.position_span.start)
                if _GUEST.search(self.page.low, around.start, around.end):
                    continue
            government = None if self.kind == "other" else _government(person, self.place)
            if government is not None:
                return government
            if person.position is None or person.position_span is None:
                continue
            if led := body_of(person.position) or named_after(person.position, self.every):
                return Detail(value=led, span=person.position_span, rule="organiser.of_head")
            inside = find_bodies(self.page, scanner, person.position_span.start, person.position_span.end)
            if inside:
                body = inside[0][0]
                value = completed(body, self.every, self.place)
                return Detail(value=value, span=body.span, rule="organiser.of_speaker")
        return None


def _government(person: PersonFact, place: PlaceFact | None) -> Detail | None:
    """The government whose head (or secretary) speaks or acts."""
    if person.position is None or person.position_span is None or place is None:
        return None
    low = person.position.lower()
    if "calon" in low or "menteri" in low:
        return None
    name = headed(person.position, place)
    if name is None:
        return None
    return Detail(value=name, span=person.position_span, rule="organiser.head_of_government")


def find_agency(
    lexicon: Lexicon,
    page: Page,
    scanner: Scanner,
    place: PlaceFact | None,
    persons: tuple[PersonFact, ...],
    begin: int,
    kind: str,
) -> Detail | None:
    """Who it was, as the article writes it; an opinion has none."""
    if kind == "opinion":
        return None
    reader = _Organisers(lexicon, page, scanner, place, begin, kind)
    weights = _WEIGHTS.get(kind, _ANY_VERB)
    if kind == "decision/sanction" and (found := reader.best(weights, _PLAIN) or reader.court()):
        return found
    if found := reader.best(weights):
        return found
    if kind == "alleged_violation" and (found := reader.supervisor()):
        return found
    if found := reader.of_speaker(scanner, persons):
        return found
    return None if kind == "other" else reader.best(_ANY_VERB)
