"""Long and short forms of offices and bodies as one: "Badan Pengawas Pemilihan Umum" is "Bawaslu"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set

_FORMS: dict[str, tuple[str, ...]] = {
    "pjs": ("penjabat sementara", "pejabat sementara"),
    "pj": ("penjabat",),
    "plt": ("pelaksana tugas",),
    "plh": ("pelaksana harian",),
    "walikota": ("wali kota", "walkot", "wako"),
    "wakil walikota": ("wakil wali kota", "wawali", "wawako", "wawalkot"),
    "wakil bupati": ("wabup",),
    "wakil gubernur": ("wagub",),
    "sekda": ("sekretaris daerah",),
    "sekda kota": ("sekdako", "sekkot", "sekretaris kota", "sekretaris daerah kota"),
    "sekda kabupaten": ("sekdakab", "sekkab", "sekretaris kabupaten", "sekretaris daerah kabupaten"),
    "sekda provinsi": ("sekdaprov", "sekprov", "sekretaris daerah provinsi"),
    "setda": ("sekretariat daerah",),
    "setda kota": ("setdako",),
    "setda kabupaten": ("setdakab",),
    "setda provinsi": ("setdaprov",),
    "pemerintah kota": ("pemkot", "pemko"),
    "pemerintah kabupaten": ("pemkab",),
    "pemerintah provinsi": ("pemprov",),
    "pemerintah daerah": ("pemda",),
    "kabupaten": ("kab",),
    "provinsi": ("prov", "propinsi"),
    "kepala dinas": ("kadis",),
    "kepala bidang": ("kabid",),
    "kepala bagian": ("kabag",),
    "kepala badan": ("kaban",),
    "kepala biro": ("kabiro", "karo"),
    "kepala seksi": ("kasi",),
    "kepala satpol pp": ("kasatpol pp",),
    "kepala kejari": ("kajari",),
    "kepala polres": ("kapolres",),
    "kepala desa": ("kades",),
    "kepala sekolah": ("kepsek",),
    "kordiv": ("koordinator divisi", "kordinator divisi", "koordiv"),
    "bawaslu": ("badan pengawas pemilihan umum", "badan pengawas pemilu"),
    "kpu": ("komisi pemilihan umum", "kpud"),
    "panwascam": (
        "panitia pengawas pemilihan kecamatan",
        "panitia pengawas pemilu kecamatan",
        "panitia pengawas pemilihan umum kecamatan",
        "panwaslu kecamatan",
        "panwaslucam",
    ),
    "bkpsdm": (
        "badan kepegawaian dan pengembangan sumber daya manusia daerah",
        "badan kepegawaian dan pengembangan sumber daya manusia",
        "badan kepegawaian dan pengembangan sdm",
        "bkpsdmd",
    ),
    "bkpp": (
        "badan kepegawaian pendidikan dan pelatihan daerah",
        "badan kepegawaian pendidikan dan pelatihan",
        "bkppd",
    ),
    "bkd": ("badan kepegawaian daerah",),
    "bkn": ("badan kepegawaian negara",),
    "kasn": ("komisi aparatur sipil negara",),
    "kesbangpol": (
        "badan kesatuan bangsa dan politik",
        "kantor kesatuan bangsa dan politik",
        "kesatuan bangsa dan politik",
        "badan kesbangpol",
        "bakesbangpol",
    ),
    "satpol pp": ("satuan polisi pamong praja",),
    "panwaslu": ("panitia pengawas pemilihan umum", "panitia pengawas pemilu", "panitia pengawas pemilihan"),
    "sentra gakkumdu": ("sentra penegakan hukum terpadu", "gakkumdu"),
    "korpri": ("dewan pengurus korpri", "pengurus korpri", "korps pegawai republik indonesia"),
    "dinas pendidikan": ("disdik",),
    "dinas pendidikan kebudayaan": ("disdikbud", "dikbud", "dinas pendidikan dan kebudayaan", "dinas dikbud"),
    "dinas kesehatan": ("dinkes",),
    "dinas perhubungan": ("dishub",),
    "dinas sosial": ("dinsos",),
    "dinas pertanian": ("distan",),
    "dinas perikanan": ("diskan",),
    "dinas lingkungan hidup": ("dlh",),
    "dinas kependudukan pencatatan sipil": ("disdukcapil", "dukcapil", "dinas kependudukan dan pencatatan sipil"),
    "dinas pekerjaan umum": ("dinas pu",),
    "dinas pekerjaan umum penataan ruang": ("dinas pekerjaan umum dan penataan ruang", "dinas pupr", "dpupr", "dputr"),
    "dinas perumahan kawasan permukiman": ("dinas perumahan dan kawasan permukiman", "dinas perkim", "disperkim"),
    "dinas tenaga kerja": ("disnaker",),
    "dinas perpustakaan arsip": ("dinas perpustakaan dan kearsipan", "dispusip"),
    "dwp": ("dharma wanita persatuan",),
    "bpasn": ("badan pertimbangan asn", "badan pertimbangan aparatur sipil negara"),
    "badan keuangan aset": ("bkad", "badan keuangan dan aset daerah", "badan keuangan dan aset"),
    "badan perencanaan": ("bappeda", "bapperida", "badan perencanaan pembangunan daerah"),
    "badan pengembangan sdm": ("bpsdm", "bpsdmd", "badan pengembangan sumber daya manusia"),
    "kemenag": ("kantor kementerian agama", "kantor kemenag", "kankemenag", "kementerian agama"),
    "kanreg": ("kantor regional",),
    "kecamatan": ("kec", "pemerintah kecamatan"),
    "kelurahan": ("pemerintah kelurahan",),
    "rsud": ("rumah sakit umum daerah",),
    "polresta": ("kepolisian resor kota", "kepolisian resort kota"),
    "polda": ("kepolisian daerah",),
    "polri": ("kepolisian negara republik indonesia",),
    "kodim": ("komando distrik militer",),
    "dkpp": ("dewan kehormatan penyelenggara pemilu", "dewan kehormatan penyelenggara pemilihan umum"),
    "lan": ("lembaga administrasi negara",),
    "pgri": ("persatuan guru republik indonesia",),
    "ibi": ("ikatan bidan indonesia",),
    "ppni": ("persatuan perawat nasional indonesia",),
    "dinas komunikasi informatika": ("diskominfo", "dinas komunikasi dan informatika", "dinas kominfo"),
    "dinas pemberdayaan masyarakat desa": ("dpmd", "dinas pmd", "dinas pemberdayaan masyarakat dan desa"),
    "kejari": ("kejaksaan negeri",),
    "kejati": ("kejaksaan tinggi",),
    "pn": ("pengadilan negeri",),
    "mk": ("mahkamah konstitusi",),
    "polres": ("kepolisian resor", "kepolisian resort"),
    "dprd": ("dewan perwakilan rakyat daerah",),
    "kemenpanrb": (
        "kementerian pendayagunaan aparatur negara dan reformasi birokrasi",
        "kementerian pan dan rb",
        "kementerian panrb",
        "kementerian pan rb",
        "kemenpan rb",
        "kemenpan",
    ),
    "menpanrb": (
        "menteri pendayagunaan aparatur negara dan reformasi birokrasi",
        "menteri panrb",
        "menteri pan rb",
        "menpan rb",
    ),
    "kemendagri": ("kementerian dalam negeri",),
    "mendagri": ("menteri dalam negeri",),
    "pwi": ("persatuan wartawan indonesia",),
}
_SHORT = {long: short for short, longs in _FORMS.items() for long in longs}
_ANY = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _SHORT), key=len, reverse=True)) + r")\b")


_LONG_WORDS = tuple((frozenset(long.split()), frozenset(short.split())) for long, short in _SHORT.items())


def short_forms(words: Set[str]) -> frozenset[str]:
    """The words of the short forms whose long form may stand among these words, in whatever order.

    >>> sorted(short_forms({"badan", "pengawas", "pemilihan", "umum", "kota"}))
    ['bawaslu']
    """
    return frozenset().union(*(short for long, short in _LONG_WORDS if long <= words))


def plain(text: str) -> str:
    """Lower-case words with single blanks; accents, quotes, hyphens and stops go.

    >>> plain("Ma’ruf  S.H. (PAN-RB)")
    'maruf sh pan rb'
    """
    bare = "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", re.sub(r"[.'’‘`]", "", bare)))


def canonical(text: str) -> list[str]:
    """The words of an office or body in one spelling.

    >>> canonical("Penjabat Walikota"), canonical("Badan Pengawas Pemilihan Umum Kab. Serang")
    (['pj', 'walikota'], ['bawaslu', 'kabupaten', 'serang'])
    """
    return _ANY.sub(lambda match: _SHORT[match[0]], plain(text)).split()
