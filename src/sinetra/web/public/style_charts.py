"""The charts of the style guide, with invented numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from sinetra.core.charts import (
    Chart,
    Funnel,
    Gain,
    Moment,
    Pair,
    Patterns,
    Point,
    Quadrant,
    Stage,
    Step,
    Trend,
    Waterfall,
    draw_funnel,
    draw_gain,
    draw_patterns,
    draw_quadrant,
    draw_trend,
    draw_waterfall,
    kind_of,
)
from sinetra.web import chart_words
from sinetra.web.charts import Frame, frame, marks


def sample_frames(request: HttpRequest, as_of: date) -> list[Frame]:
    """One frame of each chart, and one of a chart that has nothing to draw."""
    return [frame(request, chart, source=_("Angka rekaan"), as_of=as_of, n=412) for chart in _charts()]


def _charts() -> Iterator[Chart]:
    yield draw_funnel(_funnel("corong", _("Paling lama menunggu: penerusan ke BKN"), full=True))
    yield draw_quadrant(_quadrant())
    yield draw_waterfall(_waterfall())
    yield draw_trend(_trend())
    yield draw_patterns(_patterns())
    yield draw_gain(_gain())
    yield draw_funnel(_funnel("corong-kosong", _("Belum ada perkara"), full=False))


def _funnel(name: str, title: str, *, full: bool) -> Funnel:
    stages = (
        Stage(name=_("Laporan diterima"), reached=412, waiting=(21, 9, 0)),
        Stage(name=_("Kajian awal"), reached=371, waiting=(30, 12, 4), url="#corong"),
        Stage(name=_("Kajian"), reached=283, waiting=(25, 0, 0)),
        Stage(name=_("Diteruskan ke BKN"), reached=194, waiting=(20, 35, 48)),
        Stage(name=_("Keputusan PPK (kepegawaian)"), reached=91, waiting=(0, 0, 0)),
    )
    return Funnel(
        name=name,
        title=title,
        stages=stages if full else (),
        bands=(_("0–7 hari"), _("8–14 hari"), _("di atas 14 hari")),
        words=chart_words.funnel(),
        marks=marks(),
    )


def _quadrant() -> Quadrant:
    rows = (
        ("Kecamatan Cendana Utara", 78.4, 22.0),
        ("Kecamatan Cendana Selatan", 71.0, 35.5),
        ("Kecamatan Cendana Timur", 70.2, 37.0),
        ("Kecamatan Cendana Barat", 64.9, 81.0),
        ("Dinas Pendidikan", 69.5, 36.0),
        ("Dinas Kesehatan", 41.0, 66.0),
        ("Sekretariat Daerah", 55.2, 48.0),
        ("Badan Kepegawaian", 22.8, 92.5),
        ("Dinas Perhubungan", 38.0, 20.0),
        ("Kecamatan Muara Cendana", None, 44.0),
    )
    return Quadrant(
        name="kuadran",
        title=_("Empat unit rawan tinggi dan belum tersentuh pencegahan"),
        points=[Point(name=name, vulnerability=high, coverage=covered) for name, high, covered in rows],
        high_from=60,
        low_below=50,
        words=chart_words.quadrant(),
        marks=marks(),
    )


def _waterfall() -> Waterfall:
    return Waterfall(
        name="pendorong",
        title=_("Jabatan yang terpapar paling menaikkan skor unit ini"),
        start=50.0,
        steps=(
            Step(
                name=_("Jabatan yang terpapar"),
                points=12.4,
                action=_("Dahulukan sosialisasi bagi camat, lurah dan kepala sekolah"),
            ),
            Step(name=_("Putusan akhir pada pemilihan lalu"), points=6.1, action=_("Bahas contoh putusan dalam apel")),
            Step(name=_("Kanal pengaduan tersedia"), points=-4.8),
            Step(name=_("Program bantuan pada masa kampanye"), points=None, action=_("Lengkapi jadwal bantuan")),
            Step(name=_("Pegawai yang sudah ikut sosialisasi"), points=-2.2),
        ),
        words=chart_words.waterfall(),
        marks=marks(),
    )


def _trend() -> Trend:
    rows = ((12, 8, 17), (15, 10, 21), (14, 9, 20), (None, None, None), (22, 16, 29), (31, 24, 39), (27, 20, 35))
    months = (_("Mei"), _("Juni"), _("Juli"), _("Agustus"), _("September"), _("Oktober"), _("November"))
    return Trend(
        name="kecenderungan",
        title=_("Laporan naik sejak September"),
        measure=_("Laporan per 1.000 pegawai"),
        moments=[
            Moment(when=month, value=value, low=low, high=high)
            for month, (value, low, high) in zip(months, rows, strict=True)
        ],
        words=chart_words.trend(),
        marks=marks(),
    )


def _patterns() -> Patterns:
    rows = ((_("Jabatan struktural"), 168, 700), (_("Pelaksana"), 71, 2300), (_("Fungsional"), 173, 7000))
    return Patterns(
        name="pola",
        title=_("Jabatan struktural hampir enam kali lebih sering"),
        kinds=[kind_of(name, matters, 412, staff=staff, all_staff=10_000) for name, matters, staff in rows],
        words=chart_words.patterns(),
        marks=marks(),
    )


def _gain() -> Gain:
    return Gain(
        name="pengetahuan",
        title=_("Jawaban tepat naik pada dua dari tiga sesi"),
        rows=(
            Pair(name=_("Camat dan lurah"), before=54.0, after=71.2, low=11.0, high=23.4, pairs=34),
            Pair(name=_("Kepala sekolah"), before=61.5, after=64.1, low=-3.0, high=8.2, pairs=51),
            Pair(name=_("Tenaga kesehatan"), before=48.3, after=80.0, low=26.1, high=37.3, pairs=27),
            Pair(name=_("Staf sekretariat"), before=None, after=None, pairs=3),
        ),
        words=chart_words.gain(),
        marks=marks(),
    )
