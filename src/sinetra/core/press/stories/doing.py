"""What is being done in an article, by headline and opening: an oath, a talk, a report, a hearing, a sanction.

Steps of one affair share their people, places and words; what is done differs. It is weighed, never decided by one
word: a report of a sanction also tells how it began.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

_OPENING = 600
_HEADLINE, _EVENT, _ONCE, _MOST = 2.0, 1.4, 0.7, 3
#: From so much on it is sure what is done: the event sentence, or twice in the opening.
_SAID = 1.4
_ONE = r"(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
_NUMBER = rf"(?:\d+|{_ONE} belas|(?:{_ONE} puluh )?{_ONE}|sebelas|sepuluh)"
_DOING = {
    "report": r"dilaporkan|melapor(?:kan)?\b|diadukan|(?:meng)?adukan|mengadu\b|\baduan|pengadu|(?<!ter)lapor(?:kan)? "
    r"|laporan (?:masuk|resmi|warga)|pelapor|viral|beredar|(?:te|mene)rima (?:laporan|aduan)|registrasi"
    r"|(?:ke|men)?datangi (?:kantor )?(?:bawaslu|panwas|pengawas)|tanda terima|(?:te|ke)pergok|memergoki|kedapatan"
    r"|(?:di|mene|te)mukan|temuan|terekam|tertangkap kamera|diusut|telusuri|ke meja (?:bawaslu|pengawas)",
    "hearing": r"klarifikasi|dicecar|dimintai? keterangan|diperiksa|memeriksa|pemeriksa|dipanggil|memanggil|panggil"
    r"|mangkir|memenuhi (?:undangan|panggilan)|penuhi|\d+ pertanyaan|bantah|berdalih|mengelak",
    "finding": r"pleno|rekomendasi|teruskan|dilimpahkan|limpahkan|ke(?:pada)? (?:bkn|kasn)"
    r"|(?:bkn|kasn) (?:me)?(?:minta|nyarankan|ngusulkan|sarankan|usulkan)"
    r"|menyarankan|dinyatakan (?:melanggar|terbukti|bersalah)|langgar netralitas|terbukti|menyimpulkan"
    r"|unsur(?:nya)? terpenuhi|naik ke|kirim(?:kan)? (?:berkas|rekomendasi)|minta \w+(?: \w+)? (?:meng)?hukum",
    "sanction": r"sanksi (?:disiplin|sedang|ringan|berat|moral|dari)|hukuman|dihukum|dijatuhi|jatuhkan|copot|lengser"
    r"|(?:di|me)?turunkan|turun (?:jabatan|pangkat)|pangkat|potong(?:an)? (?:tpp|tunjangan)|tpp|diberhentikan|pecat"
    r"|teguran|ditegur|diteken|nonaktif|non-?job|demosi|skors|bebas ?tugas|kehilangan (?:jabatan|kursi)"
    r"|(?:di|mem|pem)bebaskan?n? (?:[\w,]+ ){0,4}dari (?:jabatan|tugas)|tak lagi (?:ngantor|menjabat)"
    r"|jadi (?:staf|pelaksana)"
    r"|permintaan maaf|minta maaf"
    r"|kontrak\w* (?:\w+ ){0,3}(?:diputus|diakhiri)|(?:diputus|pemutusan|putus) (?:\w+ ){0,2}kontrak",
    "court": r"vonis|sidang|hakim|pengadilan|\bpn\b|terdakwa|dituntut|jaksa penuntut|mahkamah|\bmk\b|\bputusan|penjara"
    r"|denda|dipidana|percobaan|inkrah|\bbui\b|kurungan|meja hijau|dakwaan|ketuk palu",
    "bar": r"(?:tidak|tak) memenuhi syarat|\btms\b|meloloskan|diskualifikasi|coret|pencalonan\w* (?:batal|gugur)",
    "appeal": r"banding|keberatan|gugat|upaya administratif|kasasi|melawan",
    "stop": r"\b(?:di|meng)?hentikan|penghentian|(?:ti?d?ak|tak) (?:cukup )?(?:ter)?bukti|vonis bebas|divonis bebas"
    r"|(?:tidak|tak|kurang) cukup bukti|bukti(?:nya)? (?:tidak|tak|kurang) |kurang bukti|bukan pelanggaran|ditutup"
    r"|(?:tidak|tak) (?:di|me)?lanjutkan|kandas|gugur|(?:tidak|tak) (?:di)?temukan|lolos",
    "count": rf"\b{_NUMBER} (?:laporan|aduan|kasus|perkara|asn|dugaan|pelanggaran|temuan)\b|rekap|terbanyak|juara|ralat"
    r"|koreksi|paling banyak|tertinggi|mendominasi|dominasi|terendah|tercatat|mencatat|\bangka\b",
    "oath": r"ikrar|deklarasi netral|\bpakta\b|apel\b|sumpah|(?:teken|ucapkan|baca(?:kan)?|tanda ?tangani) janji"
    r"|janji (?:netral|bersama|pegawai|tak memihak|tidak memihak)|lafal",
    "talk": r"sosialisasi|bimtek|bimbingan teknis|pembekalan|seminar|webinar|workshop|pengarahan|diskusi|rapat|rakor"
    r"|pembinaan|penyuluhan|ngopi|kuliah|narasumber|pemateri|materi\b|bekali|ajari|belajar"
    r"|melatih|latih\b|pelatihan|kumpulkan|audiensi|dialog|silaturahmi|arahan|peserta|pertemuan|wanti-wanti",
    "letter": r"surat edaran|\bse\b(?!-)|edaran|instruksi|imbauan tertulis|terbitkan|keluarkan",
    "visit": r"sidak|inspeksi|patroli|kunjung|keliling",
    "pact": r"nota kesepahaman|\bmou\b|kerja ?sama|kesepakatan|\bnota\b",
}
#: Each is looked for at the beginning of a word, or after its prefix: that is three times as fast.
_WORD = r"\b(?:di|me(?:ng|ny|n|m)?|pe(?:ng|ny|n|m)?|ter|ber|ke|se)?"
_PATTERNS = {name: re.compile(rf"{_WORD}(?:{pattern})") for name, pattern in _DOING.items()}
_STOPS = re.compile(r"[.!?][\"”]?\s|\n")


def doing(title: str | None, text: str, day: int | None = None) -> dict[str, float]:
    """What is done, and how much the headline, the opening and the sentence that prints the day speak of it.

    ``day``: offset in ``text`` at which the day of the event is printed.
    """
    head = len(title) if title and text.startswith(title) else 0
    headline = "" if head else (title or "").lower()
    start, end = (0, 0) if day is None else _sentence(text, day)
    opening = text[:_OPENING].lower()
    # An event sentence further down is read as well, the rest between is not.
    read = opening if end <= _OPENING else f"{opening}\n{text[max(start, _OPENING) : end].lower()}"
    if end > _OPENING:
        start, end = (start if start < _OPENING else _OPENING + 1), len(read)
    found = {}
    for name, pattern in _PATTERNS.items():
        at = [match.start() for match in pattern.finditer(read)]
        said = 0.0
        if at:
            said = _ONCE * min(_MOST, sum(offset < _OPENING for offset in at))
            said += _EVENT * any(start <= offset < end for offset in at)
        if (at and at[0] < head) or (headline and pattern.search(headline)):
            said += _HEADLINE
        if said:
            found[name] = said
    return found


def _sentence(text: str, offset: int) -> tuple[int, int]:
    start = max((match.end() for match in _STOPS.finditer(text, 0, offset)), default=0)
    end = _STOPS.search(text, offset)
    return start, len(text) if end is None else end.start()


def alike(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """The cosine of the two, from 0 (something else is done) to 1; nearer to 0.5 the less an article says of it."""
    if not one or not two:
        return 0.5
    product = math.fsum(one[name] * two[name] for name in one.keys() & two.keys())
    cosine = product / math.sqrt(math.fsum(v * v for v in one.values()) * math.fsum(v * v for v in two.values()))
    said = min(1.0, min(max(one.values()), max(two.values())) / _SAID)
    return 0.5 + said * (cosine - 0.5)
