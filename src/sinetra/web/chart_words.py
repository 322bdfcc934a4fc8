"""What stands in the charts besides numbers and names, in the language of the page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sinetra.core.charts import FunnelWords, GainWords, PatternWords, QuadrantWords, TrendWords, WaterfallWords


def funnel() -> FunnelWords:
    return FunnelWords(
        stage=_("Tahap"),
        reached=_("Sampai tahap ini"),
        share=_("Persen dari tahap pertama"),
        stands=_("Sedang menunggu"),
        waiting=_("%(count)s menunggu"),
        nothing=_("Belum ada yang dihitung. Grafik muncul setelah ada perkara."),
    )


def quadrant() -> QuadrantWords:
    return QuadrantWords(
        unit=_("Wilayah atau unit"),
        vulnerability=_("Kerawanan (0–100)"),
        coverage=_("Cakupan pencegahan (persen)"),
        in_corner=_("Perlu didahulukan"),
        corner=_("Rawan tinggi, cakupan rendah"),
        yes=_("ya"),
        no=_("tidak"),
        unnamed=_("%(shown)s dari %(all)s titik diberi nama. Semua nama ada di tabel."),
        unplaced=_("%(count)s tidak digambar karena datanya belum ada."),
        nothing=_("Belum ada wilayah atau unit yang datanya lengkap."),
    )


def waterfall() -> WaterfallWords:
    return WaterfallWords(
        driver=_("Pendorong"),
        points=_("Poin"),
        running=_("Skor sampai di sini"),
        action=_("Yang dapat dilakukan"),
        start=_("Titik awal"),
        end=_("Skor"),
        raises=_("menaikkan kerawanan"),
        lowers=_("menurunkan kerawanan"),
        missing=_("belum ada data"),
        nothing=_("Belum ada pendorong yang dihitung."),
    )


def trend(interval: str = "") -> TrendWords:
    """``interval``: what the band is, where it is not the usual 95 %."""
    return TrendWords(
        when=_("Waktu"),
        low=_("Batas bawah"),
        high=_("Batas atas"),
        interval=interval or _("selang 95 persen"),
        missing=_("%(count)s waktu tanpa data. Garis terputus di sana."),
        nothing=_("Belum ada angka untuk waktu mana pun."),
    )


def patterns() -> PatternWords:
    return PatternWords(
        kind=_("Jenis"),
        matters=_("Jumlah"),
        share=_("Bagian dari perkara (persen)"),
        staff_share=_("Bagian dari pegawai (persen)"),
        risk=_("Risiko relatif"),
        low=_("Batas bawah"),
        high=_("Batas atas"),
        equal=_("Risiko relatif dengan selang 95 persen. Garis tengah: sama seperti bagian pegawai."),
        nothing=_("Belum ada perkara untuk dihitung."),
    )


def gain() -> GainWords:
    return GainWords(
        group=_("Sesi atau kelompok"),
        before=_("Sebelum"),
        after=_("Sesudah"),
        gain=_("Selisih"),
        low=_("Batas bawah"),
        high=_("Batas atas"),
        pairs=_("Mengerjakan keduanya"),
        interval=_("selang 95 persen dari selisih"),
        few=_("belum cukup"),
        nothing=_("Belum ada tes yang dikerjakan dua kali oleh cukup orang."),
    )
