"""What is being done in an article, by headline and opening: an oath, a talk, a report, a hearing, a sanction.

Steps of one affair share their people, places and words; what is done differs. It is weighed, never decided by one
word: a report of a sanction also tells how it began.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

_OPENING = 600
_HEADLINE, _ONCE, _MOST = 2.0, 0.7, 3
_DOING = {
    "report": r"dilaporkan|melaporkan|diadukan|adukan|mengadu\b|\baduan|lapor(?:kan)? |laporan masuk|pelapor"
    r"|viral|beredar|(?:te|mene)rima laporan|(?:ke|men)?datangi (?:kantor )?(?:bawaslu|panwas)|tanda terima",
    "hearing": r"klarifikasi|dicecar|dimintai keterangan|diperiksa|memeriksa|pemeriksaan|dipanggil|memanggil|panggil"
    r"|mangkir|memenuhi undangan|penuhi|\d+ pertanyaan|bantah",
    "finding": r"pleno|rekomendasi|teruskan|limpahkan|ke(?:pada)? (?:bkn|kasn)|(?:bkn|kasn) (?:minta|sarankan|usulkan)"
    r"|menyarankan|dinyatakan (?:melanggar|terbukti)|langgar netralitas|terbukti melanggar|unsur(?:nya)? terpenuhi",
    "sanction": r"sanksi (?:disiplin|sedang|ringan|berat|moral|dari)|hukuman|dijatuhi|jatuhkan|copot|turunkan"
    r"|turun (?:jabatan|pangkat)|pangkat|potong(?:an)? (?:tpp|tunjangan)|tpp|diberhentikan|pecat|teguran|diteken"
    r"|nonaktif|nonjob|demosi|skors|bebas ?tugas|(?:di|mem|pem)bebaskan?n? (?:[\w,]+ ){0,4}dari jabatan|kontrak\w* (?:\w+ ){0,3}(?:diputus|diakhiri)"
    r"|(?:diputus|pemutusan|putus) (?:\w+ ){0,2}kontrak",
    "court": r"vonis|sidang|hakim|pengadilan|\bpn\b|terdakwa|dituntut|jaksa penuntut|mahkamah|\bmk\b|\bputusan|penjara"
    r"|denda|dipidana|percobaan|inkrah|\bbui\b",
    "bar": r"(?:tidak|tak) memenuhi syarat|\btms\b|meloloskan|diskualifikasi|coret|pencalonan\w* (?:batal|gugur)",
    "appeal": r"banding|keberatan|gugat|upaya administratif|kasasi",
    "stop": r"hentikan|ti?d?ak terbukti|vonis bebas|divonis bebas|tidak cukup bukti|bukan pelanggaran",
    "count": r"\b\d+ (?:laporan|aduan|kasus|perkara|asn|dugaan|pelanggaran|temuan)\b|rekap|terbanyak|juara|ralat"
    r"|koreksi",
    "oath": r"ikrar|deklarasi netralitas|pakta integritas|apel",
    "talk": r"sosialisasi|bimtek|bimbingan teknis|pembekalan|seminar|webinar|workshop|pengarahan|diskusi|rapat|rakor",
    "letter": r"surat edaran|\bse\b(?!-)|edaran|instruksi|imbauan tertulis|terbitkan",
    "visit": r"sidak|inspeksi|patroli|kunjung",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _DOING.items()}


def doing(title: str | None, text: str) -> dict[str, float]:
    """What is done, and how much the headline and the opening speak of it."""
    headline, opening = (title or "").lower(), text[:_OPENING].lower()
    found = {}
    for name, pattern in _PATTERNS.items():
        said = _ONCE * min(_MOST, len(pattern.findall(opening)))
        if pattern.search(headline):
            said += _HEADLINE
        if said:
            found[name] = said
    return found


def alike(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """The cosine of the two, from 0 (something else is done) to 1; 0.5 where an article does not say."""
    if not one or not two:
        return 0.5
    product = math.fsum(one[name] * two[name] for name in one.keys() & two.keys())
    return product / math.sqrt(math.fsum(v * v for v in one.values()) * math.fsum(v * v for v in two.values()))
