"""An event in the words of one outlet: the text, and the page around it with menus, teasers and scripts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bench.press.events import ACTS, SEED, Event, events

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_OPENINGS = (
    "{agency} menggelar sosialisasi netralitas ASN di {venue}, {day} ({date}).",
    "Netralitas aparatur menjadi bahasan dalam sosialisasi yang digelar {agency} di {venue}, {day} ({date}).",
    "Bertempat di {venue}, {agency} mengadakan sosialisasi netralitas bagi pegawai, {day} ({date}).",
    "Ratusan pegawai mengikuti sosialisasi netralitas yang diadakan {agency}, {day} ({date}), di {venue}.",
)
_ATTENDING = (
    "Kegiatan itu diikuti {people} peserta dari seluruh perangkat daerah.",
    "Sebanyak {people} orang hadir dalam kegiatan tersebut.",
    "Acara dihadiri {people} peserta, mulai dari camat sampai kepala sekolah.",
)
_SAYING = (
    'Kepala {agency}, {person}, mengatakan pegawai tidak boleh {first}. "Ini berlaku untuk semua," ujarnya.',
    '"Kami minta pegawai jangan sampai {first}," kata {person}, Kepala {agency}.',
    "Menurut Kepala {agency} {person}, masih ada pegawai yang belum tahu bahwa mereka dilarang {first}.",
)
_MORE = (
    "Pegawai juga dilarang {second} maupun {third}.",
    "Selain itu, {person} mengingatkan agar tidak {second}, apalagi {third}.",
    "Larangan lain ialah {second}. Begitu pula {third}.",
)
_LAW = (
    "Aturannya, kata dia, sudah jelas dalam Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara.",
    "Hal itu diatur dalam PP Nomor 94 Tahun 2021 tentang Disiplin PNS, khususnya Pasal 5.",
    "Dasarnya UU Nomor 20 Tahun 2023 dan SKB Nomor 2 Tahun 2022 tentang pembinaan dan pengawasan netralitas.",
)
_SANCTIONS = (
    "Pegawai yang melanggar dapat dijatuhi hukuman disiplin sedang hingga berat.",
    "Sanksinya, tambah dia, hukuman disiplin berat.",
    '"Sanksi menanti, dari teguran tertulis sampai hukuman disiplin berat," tegasnya.',
)
_WHO = (
    "Para peserta",
    "Panitia",
    "Seorang guru",
    "Para lurah",
    "Tim kehumasan",
    "Beberapa kepala bidang",
    "Penyuluh desa",
    "Perwakilan kecamatan",
    "Petugas puskesmas",
    "Staf keuangan",
    "Pengelola arsip",
    "Para pengawas sekolah",
)
_DID = (
    "menanyakan",
    "mencatat",
    "membahas ulang",
    "menguraikan",
    "mengusulkan",
    "menyoroti",
    "menjabarkan",
    "membandingkan",
    "merangkum",
    "mempelajari",
    "memeriksa",
    "menceritakan",
)
_WHAT = (
    "pengaturan akun pribadi di telepon genggam",
    "jadwal pelayanan selama bulan ini",
    "contoh kasus dari tahun lalu",
    "batas antara pendapat dan ajakan",
    "pemakaian seragam di luar jam kerja",
    "isi buku saku yang dibagikan",
    "cara menolak undangan dengan sopan",
    "tata tertib ruang rapat",
    "pembagian tugas antarbagian",
    "saluran pengaduan yang tersedia",
    "peran atasan langsung",
    "kebiasaan di grup percakapan kantor",
)
_HOW = (
    "dengan tenang",
    "sebelum istirahat siang",
    "di sela makan siang",
    "sambil menunjukkan gambar",
    "tanpa banyak basa-basi",
    "dalam kelompok kecil",
    "secara bergiliran",
    "sampai sesi selesai",
    "setelah pemutaran film pendek",
    "dengan contoh sehari-hari",
    "memakai papan tulis",
    "lewat permainan peran",
)
_TEASER = "<li><a href='/berita/{n}'>{title}</a><span>{n} jam ago</span></li>"
_HEAD = (
    "<!doctype html><html><head><title>{title}</title><meta charset=utf-8>"
    "<meta property='og:site_name' content='{outlet}'>"
    "<script>window.dataLayer=window.dataLayer||[];function gtag(){{dataLayer.push(arguments)}}</script></head><body>"
    "<nav><ul><li><a href=/>Beranda</a></li><li><a href=/politik>Politik</a></li>"
    "<li><a href=/daerah>Daerah</a></li></ul></nav>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One article: ``source`` begins with the number of its event."""

    source: str
    event: Event
    outlet: str
    title: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join((self.title, *self.paragraphs))

    def page(self) -> bytes:
        """The whole page, about 15 KB."""
        others = "".join(_TEASER.format(n=n, title=f"Kabar daerah nomor {n} hari ini") for n in range(60))
        body = "".join(f"<p>{part}</p>" for part in self.paragraphs)
        style = "".join(f".c{n}{{margin:{n}px;padding:{n}px;display:block}}" for n in range(120))
        script = "<script>" + "var a=function(x){return x*2};" * 60 + "</script>"
        head = _HEAD.format(title=self.title, outlet=self.outlet)
        return (
            f"{head}<style>{style}</style><article><h1>{self.title}</h1>{body}</article>"
            f"<aside><h3>Berita Terkait</h3><ul>{others}</ul></aside>{script}<footer>Hak cipta {self.outlet}</footer>"
            "</body></html>"
        ).encode()


def _scene(draw: random.Random) -> str:
    """One of twenty thousand sentences: two events have few of them in common."""
    return " ".join(draw.choice(pool) for pool in (_WHO, _DID, _WHAT, _HOW)) + "."


def tell(event: Event, outlet: int) -> Told:
    draw = random.Random(f"{SEED}-{event.number}-{outlet}")
    words = {
        "agency": event.agency,
        "person": event.person,
        "venue": event.venue,
        "people": event.people,
        "day": _DAYS[event.day.weekday()],
        "date": f"{event.day.day}/{event.day.month}/{event.day.year}",
    } | dict(zip(("first", "second", "third"), (ACTS[code] for code in event.acts), strict=True))
    pools = (_OPENINGS, _ATTENDING, _SAYING, _MORE, _LAW, _SANCTIONS)
    parts = [draw.choice(pool).format(**words) for pool in pools]
    common = random.Random(f"{SEED}-{event.number}")
    parts += [sentence for sentence in (_scene(common) for _ in range(3)) if draw.random() < 0.7]
    parts += [_scene(draw) for _ in range(3)]
    title = draw.choice(("{agency} Ingatkan Netralitas ASN", "Pegawai {region} Diminta Netral", "Netralitas Dibahas"))
    return Told(
        source=f"{event.number:07}-{outlet}.html",
        event=event,
        outlet=f"Kabar {outlet} Nusa",
        title=title.format(agency=event.agency, region=event.region.name),
        paragraphs=tuple(parts),
    )


def stream(number: int) -> Iterator[Told]:
    """So many articles; those of one event come one after the other."""
    return islice((tell(event, outlet) for event in events() for outlet in range(event.outlets)), number)
