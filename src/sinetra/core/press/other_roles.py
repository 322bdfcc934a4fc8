"""Who has another part in a case than the accused: who watches, who defends, who decides."""

from __future__ import annotations

import re

from sinetra.core.press.page import Page, Span

# After the watching body only names of places and further offices, up to a comma or the name itself.
_OFFICE_GOES_ON = re.compile(r"(?:[ /-]+(?:[A-Z][\w.]*|dan|RI)){0,7}[,:(]? *")
_OFFICE_AFTER = re.compile(r",? (?:selaku |sebagai )?(?:[A-Z][\w.]* ?){1,6}")
#: A body of whom something is told stands for no office; one of these words is the office itself.
_DONE_BY = re.compile(
    r"\b(?:ke|kepada|oleh|di|dengan|kantor|panggilan|undangan|klarifikasi|pemeriksaan|(?:di|me|ber|ter)[a-z]{4,}) $"
)
_OF_PEOPLE = (
    *("hakim", "jaksa", "kajari", "kapolres", "kasat", "inspektur", "pengamat", "akademisi", "men"),
    *("gubernur", "sekda", "sekretaris", "ketua"),
)
_ONE = r"(?:para )?(?:terdakwa|terlapor|teradu|tersangka|terpidana|terperiksa|pelapor|pengadu|pemohon|termohon)"
_COUNSEL = r"(?:kuasa|penasihat|penasehat) hukum(?:nya)?"
#: The comma tells: "kuasa hukum terdakwa X" defends X, "kuasa hukum terdakwa, X," is X.
_COUNSEL_BEFORE = re.compile(rf"\b(?:{_COUNSEL}(?:(?: dari)? {_ONE})?|pengacara(?:nya| {_ONE})), $")
_COUNSEL_AFTER = re.compile(
    rf",? (?:selaku|sebagai) {_COUNSEL}\b|, (?:kuasa hukum|penasihat hukum|penasehat hukum|pengacara) {_ONE}\b"
)
_ONE_MORE = re.compile(r", [A-Z]")
#: "menolak mencopot", "batal menjatuhkan sanksi": who does or leaves it, right after the name.
_DECIDES = re.compile(
    r",? (?:(?:menolak|batal|urung|enggan|belum|tidak|tak|mau|jadi|akan|akhirnya|resmi|langsung|sudah|telah|juga|pun"
    r"|memilih|memutuskan|membatalkan|menunda|untuk|hanya|cuma) ){0,4}"
    r"(?:mencopot|pencopotan|memberhentikan|pemberhentian|memecat|menonaktifkan|membebastugaskan|menjatuhkan"
    r"|menjatuhi|menghukum|menegur|menyanksi|memberi(?:kan)? (?:surat )?(?:teguran|sanksi|hukuman|peringatan))\b"
)
#: What is decided ends where the sentence goes on about somebody: "mencopot camat dan diadukan".
_CLAUSE_ENDS = re.compile(r"[,;:]| (?:dan|lalu|namun|tetapi|tapi|sehingga|padahal|meski(?:pun)?|walau(?:pun)?|tanpa) ")
#: "Ia menilai camat itu tidak bersalah" is said of another, "Ia menyatakan dirinya tidak bersalah" is not.
_OF_ONESELF = re.compile(r"\b(?:diri|dirinya|saya|kami|sendiri|tuduhan|tudingan|laporan)\b")


def watches(page: Page, span: Span, watchers: re.Pattern[str]) -> bool:
    """ "Ketua Bawaslu Kota X, Nama" and "Nama, Komisioner KPU": the office runs up to the name without another word."""
    sentence = page.sentence_at(span.start)
    before = page.text[max(sentence.start, span.start - 120) : span.start]
    for match in watchers.finditer(before.lower()):
        if not match[0].startswith(_OF_PEOPLE) and _DONE_BY.search(before[: match.start()]):
            continue  # "seusai diperiksa Bawaslu, Nama"
        if _OFFICE_GOES_ON.fullmatch(before, match.end()):
            return True
    office = _OFFICE_AFTER.match(page.text, span.end, min(sentence.end, span.end + 60))
    return office is not None and watchers.search(office.group().lower()) is not None


def defends(page: Page, span: Span) -> bool:
    """ "Kuasa hukum terdakwa, Nama, menyatakan" and "Nama, kuasa hukum terlapor"."""
    return counsel_before(page, span) or _COUNSEL_AFTER.match(page.low, span.end) is not None


def counsel_before(page: Page, span: Span) -> bool:
    before = page.low[max(page.sentence_at(span.start).start, span.start - 60) : span.start]
    return _COUNSEL_BEFORE.search(before) is not None and _ONE_MORE.match(page.text, span.end) is None


def decides(page: Page, span: Span) -> Span | None:
    """What the one named decides, from the verb to the end of its clause."""
    verb = _DECIDES.match(page.low, span.end, page.sentence_at(span.start).end)
    if verb is None:
        return None
    ended = _CLAUSE_ENDS.search(page.low, verb.end(), page.sentence_at(span.start).end)
    return Span(verb.start(), page.sentence_at(span.start).end if ended is None else ended.start())


def of_oneself(told: str) -> bool:
    return _OF_ONESELF.search(told) is not None
