"""The index for people at a terminal: a table of units, and for few of them why they stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sinetra.cli.index_files import Asked
from sinetra.cli.words import gettext as _
from sinetra.cli.words import language
from sinetra.core.errors import gettext_noop
from sinetra.core.index.configuration import Configuration
from sinetra.core.index.ikp import LABEL, IkpClass, IkpResult, Scored
from sinetra.core.index.result import Placed, Result, Zone
from sinetra.core.index.rounding import rounded
from sinetra.core.index.validation import Validation, Verdict

ZONES = {
    Zone.GREEN: gettext_noop("hijau"),
    Zone.YELLOW: gettext_noop("kuning"),
    Zone.RED: gettext_noop("merah"),
    Zone.GREY: gettext_noop("abu-abu"),
}
CLASSES = {
    IkpClass.HIGH: gettext_noop("tinggi"),
    IkpClass.MEDIUM: gettext_noop("sedang"),
    IkpClass.LOW: gettext_noop("rendah"),
}
#: So many units are told one by one below the table.
FEW = 4


def main_lines(result: Result, configuration: Configuration, asked: Asked, validation: Validation) -> Iterator[str]:
    name = getattr(configuration.name, language())
    yield f"{name} · {result.day.isoformat()} · {configuration.id} {result.digest[:12]}"
    yield _("benih %(seed)s, %(draws)s perhitungan ulang") % {"seed": result.seed, "draws": result.draws}
    if validation.verdict is Verdict.NOT_YET:
        yield _("Belum tervalidasi: belum terbukti lebih baik daripada laju siklus lalu.")
    yield ""
    yield from _aligned(
        [(_("kode"), _("nama"), _("zona"), _("skor"), _("selang"), _("peringkat"), _("lengkap"))]
        + [_row(unit) for unit in result.units]
    )
    if len(result.units) <= FEW:
        for unit in result.units:
            yield ""
            yield from _explained(unit, configuration, asked)


def _row(unit: Placed) -> tuple[str, ...]:
    return (
        unit.code,
        unit.name,
        zone_words(unit),
        "-" if unit.score is None else f"{unit.score:.2f}",
        "-" if unit.interval is None else f"{unit.interval[0]:.2f}–{unit.interval[1]:.2f}",
        "-" if unit.rank is None else f"{unit.rank[0]}–{unit.rank[1]}",
        f"{unit.completeness:.0%}",
    )


def zone_words(unit: Placed) -> str:
    """``kuning (87 %)``; a zone that fewer than 80 % of the recomputations bear out has a question mark."""
    word = _(ZONES[unit.zone])
    if unit.zone is Zone.GREY:
        return word
    return f"{word} ({100 * unit.p_zone[unit.zone]:.0f} %)" + ("" if unit.stable else " ?")


def _explained(unit: Placed, configuration: Configuration, asked: Asked) -> Iterator[str]:
    shown = language()
    yield f"{unit.code} {unit.name}: {zone_words(unit)}"
    if unit.zone is Zone.GREY:
        yield _("  Yang diketahui belum cukup untuk menyebut zona.")
    for rule in unit.overrides:
        yield f"  ! {getattr(configuration.overrides[rule], shown)}"
    if unit.unbalanced:
        yield _("  Timpang: satu dimensi jauh di atas yang lain (rata-rata ukur %(geometric)s).") % {
            "geometric": f"{unit.geometric:.2f}"
        }
    basis = asked.basis(unit.code)
    for driver in unit.drivers:
        indicator = configuration.indicator(driver.indicator)
        yield f"  {rounded(driver.contribution):7.2f}  {getattr(indicator.name, shown)}"
        if driver.contribution > 0:
            yield f"           → {getattr(indicator.action, shown)}"
        value = basis.get(driver.indicator)
        if value is not None:
            yield f"           {value.amount:g}, {value.as_of.isoformat()}, {value.source} ({value.confidence.value})"
    for name in unit.missing:
        yield _("  belum diketahui: %(name)s") % {"name": getattr(configuration.indicator(name).name, shown)}
    for signal in asked.signals.get(unit.code, ()):
        yield _("  tidak ikut dihitung: %(text)s") % {"text": getattr(signal.text, shown)}
        yield f"           {signal.as_of}, {signal.source} ({signal.confidence.value})"


def ikp_lines(scores: Sequence[Scored], result: IkpResult, *, equal_weights: bool) -> Iterator[str]:
    yield f"{LABEL} · n = {result.number}"
    yield _("rata-rata %(mean)s, simpangan baku contoh %(sd)s") % {
        "mean": f"{result.mean:.3f}",
        "sd": f"{result.deviation:.3f}",
    }
    yield _("batas: rendah di bawah %(low)s, tinggi di atas %(high)s") % {
        "low": f"{result.low:.2f}",
        "high": f"{result.high:.2f}",
    }
    yield " · ".join(f"{_(CLASSES[name])} {number}" for name, number in result.counts.items())
    if equal_weights:
        yield _("Bobot dimensi disamakan; bobot Bawaslu tidak diumumkan.")
    yield ""
    ordered = sorted(scores, key=lambda item: (-item.score, item.code))
    yield from _aligned(
        [(_("kode"), _("nama"), _("skor"), _("golongan"))]
        + [(item.code, item.name, f"{item.score:.2f}", _(CLASSES[result.classes[item.code]])) for item in ordered]
    )


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
