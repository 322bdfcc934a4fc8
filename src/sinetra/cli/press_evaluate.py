"""``sinetra press evaluate TEXTS GOLD``: the reader against what a careful person found, fact by fact."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from sinetra.core.press.evaluation import Evaluation, Figure
    from sinetra.core.press.evaluation.confusions import Confusion

HELP: str = gettext_noop("Membandingkan bacaan dengan temuan pembaca yang teliti, fakta demi fakta")
_ROW = re.compile(r"\d\d(?:\.\d\d)?,\S.*")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("texts", metavar="TEXTS", type=Path, help=_("folder berisi teks atau HTML"))
    parser.add_argument("gold", metavar="GOLD", type=Path, help=_("berkas YAML dengan daftar articles"))
    parser.add_argument("--regions", metavar="FILE", type=Path, help=_("daerah tambahan, baris kode,nama"))
    parser.add_argument("--unseen", action="store_true", help=_("semua artikel belum pernah dilihat penulis aturan"))
    parser.add_argument("--misses", action="store_true", help=_("sebut setiap fakta yang keliru atau terlewat"))
    parser.add_argument("--json", action="store_true", help=_("cetak JSON"))


def run(args: argparse.Namespace) -> int:
    """0, whatever the figures say; 2 for a gold or a text that cannot be read."""
    from sinetra.catalogue import ROOT
    from sinetra.core.press import load_lexicon
    from sinetra.core.press.evaluation import evaluate

    regions = "" if args.regions is None else regions_in(args.regions)
    found = evaluate(load_lexicon(ROOT, regions=regions), args.texts, args.gold, unseen=args.unseen)
    for note in found.unknown:
        sys.stderr.write(_("di luar kosakata: %(code)s") % {"code": note} + "\n")
    if found.unscored:
        sys.stderr.write(_("kunci yang tidak dinilai: %(keys)s") % {"keys": ", ".join(found.unscored)} + "\n")
    if args.json:
        print(json.dumps(found.to_json(), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(found, misses=args.misses)))
    return 0


def regions_in(path: Path) -> str:
    """Rows ``code,name``. Errors: ``BadInput`` naming the first line that is none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            gettext_noop("%(file)s tidak dapat dibaca: %(reason)s"),
            field="--regions",
            file=path,
            reason=getattr(error, "strerror", None) or str(error),
        ) from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not _ROW.fullmatch(line.strip()):
            raise BadInput(
                gettext_noop("%(file)s baris %(line)s: %(value)s. Yang diterima: kode,nama seperti %(accepted)s"),
                field="--regions",
                accepted=("99.71,Kota Cendana",),
                file=path.name,
                line=number,
                value=repr(line),
            )
    return text


def _lines(found: Evaluation, *, misses: bool) -> Iterator[str]:
    told = {"articles": found.articles, "part": found.part, "unseen": found.unseen}
    yield _("%(articles)s artikel; %(part)s terlihat sebagian; %(unseen)s belum pernah dilihat penulis aturan") % told
    if found.without_text:
        yield _("tanpa teks di folder: %(names)s") % {"names": ", ".join(found.without_text)}
    yield ""
    yield from _table(found.figures)
    yield ""
    yield from _confused(_("jenis peristiwa, emas -> bacaan"), found.event_types)
    yield from _confused(_("perbuatan yang tertukar, emas -> bacaan"), found.acts)
    yield from _confused(_("ragam sanksi, emas -> bacaan"), found.sanction_modes)
    if misses:
        yield ""
        for outcome in found.misses:
            span = "" if outcome.span is None else f" [{outcome.span.start}:{outcome.span.end}]"
            verdict = _(_VERDICTS[outcome.verdict.value])
            yield f"{verdict:<9}{outcome.field:<20}{outcome.file}{span}  {outcome.value}"


_VERDICTS = {
    "right": gettext_noop("benar"),
    "wrong": gettext_noop("keliru"),
    "missed": gettext_noop("terlewat"),
}


def _table(figures: tuple[Figure, ...]) -> Iterator[str]:
    """Two lines a fact: the shares, and below each the two numbers it is the quotient of."""
    from sinetra.core.press.evaluation import RESAMPLES

    names = [_(_VERDICTS[key]) for key in ("right", "wrong", "missed")]
    heads = "".join(f"{name:>10}" for name in names)
    yield f"{_('fakta'):<22}{heads}{_('presisi'):>12}{'recall':>12}{'F1':>12}   95 %"
    for item in figures:
        right, wrong, missed = item.right, item.wrong, item.missed
        interval = "" if item.interval is None else f"   {item.interval[0]:.2f}-{item.interval[1]:.2f}"
        shares = "".join(f"{_share(value):>12}" for value in (item.precision, item.recall, item.f1))
        yield f"{item.field:<22}{right:>10}{wrong:>10}{missed:>10}{shares}{interval}"
        raw = (f"{right}/{right + wrong}", f"{right}/{right + missed}", f"{2 * right}/{2 * right + wrong + missed}")
        yield f"{'':<52}" + "".join(f"{pair:>12}" for pair in raw)
    yield _("95 %%: bootstrap atas artikel, %(number)s kali, benih tetap; F1 di antara kedua angka") % {
        "number": RESAMPLES
    }


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _confused(title: str, items: tuple[Confusion, ...]) -> Iterator[str]:
    yield title
    for item in items:
        yield f"  {item.times:>4}  {item.wanted} -> {item.found}"
