"""Who has another part in a case than the accused: who defends, who decides."""

from __future__ import annotations

import re

from sinetra.core.press.page import Page, Span

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
