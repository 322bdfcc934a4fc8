"""A demo in a data folder of its own: several institutions on one machine, the legal date 22 November 2024."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from sinetra.cli.serve import address, free_port, serve
from sinetra.cli.steps import step
from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

HELP: str = gettext_noop("Mengisi map data contoh (--serve menjalankannya)")
LEGAL_DATE = "2024-11-22"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=Path, metavar="FOLDER", help=_("map artikel nyata yang dibaca juga"))
    volume = _("volume: 1 berarti 4.000 orang dan 2.000 laporan (bila tidak disebut: 0)")
    parser.add_argument("--scale", type=float, default=0.0, help=volume)
    seed = _("benih yang sama menghasilkan volume yang sama (bila tidak disebut: 1)")
    parser.add_argument("--seed", type=int, default=1, help=seed)
    parser.add_argument("--serve", action="store_true", help=_("jalankan di port bebas berikutnya"))


def run(args: argparse.Namespace) -> int:
    start = time.perf_counter()
    os.environ.setdefault("SINETRA_DATA", "data/demo")
    os.environ.setdefault("SINETRA_AS_OF", LEGAL_DATE)
    os.environ["SINETRA_PROFILE"] = "demo"
    if args.articles is not None and not args.articles.is_dir():
        raise BadInput(gettext_noop("%(value)s bukan map."), field="--articles", value=str(args.articles))
    if not 0 <= args.scale <= 100:
        raise BadInput(gettext_noop("Skala %(value)s: yang diterima 0 sampai 100."), field="--scale", value=args.scale)
    host, wanted = address()
    print(_("Sinetra, pemasangan contoh"), file=sys.stderr)
    # Filling runs in a process of its own, so that the one that stays to serve is small.
    child = os.fork()
    if child == 0:
        os._exit(_guarded_fill(args))
    _pid, status = os.waitpid(child, 0)
    if status != 0:
        return os.waitstatus_to_exitcode(status)
    print("  " + _("siap dalam %(seconds)s s") % {"seconds": f"{time.perf_counter() - start:.1f}"}, file=sys.stderr)
    if not args.serve:
        return 0
    port = free_port(host, wanted)
    hint = _("Buka /tur (5 menit). Berhenti: Ctrl+C.")
    print(f"\nhttp://{host}:{port}/   {hint}\n", file=sys.stderr, flush=True)
    return serve(host, port, announce=False)


def _guarded_fill(args: argparse.Namespace) -> int:
    """The exit code of the filling process."""
    from sinetra.cli.main import report

    try:
        fill(args.articles, scale=args.scale, seed=args.seed)
    except Exception as error:
        return report(error)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def fill(articles: Path | None, *, scale: float = 0.0, seed: int = 1) -> None:
    """Everything that the demo shows. Running it again changes nothing that is there."""
    from sinetra.cli.main import set_up_django

    with step(_("Mesin")):
        set_up_django()

    from sinetra.apps.accounts.demo import load_cast
    from sinetra.apps.advice.demo import load_advice
    from sinetra.apps.agreements.demo import load_agreements
    from sinetra.apps.careers.demo import load_careers
    from sinetra.apps.cases.clarification.demo import load_clarification
    from sinetra.apps.cases.demo import load_recommendations, load_reports
    from sinetra.apps.cases.examinations.demo import load_examinations
    from sinetra.apps.cases.letters.demo import load_letters
    from sinetra.apps.evidence.demo import load_evidence
    from sinetra.apps.index.demo import load_index
    from sinetra.apps.invitations.demo import load_invitations
    from sinetra.apps.monitoring.demo import load_articles
    from sinetra.apps.prevention.demo.load import load_prevention
    from sinetra.apps.registry.demo_boundaries import load_boundaries
    from sinetra.catalogue import ROOT
    from sinetra.cli.init import initialise
    from sinetra.ports.clock import now

    initialise()
    samples = ROOT / "samples"
    with step(_("Kota Cendana (contoh): lembaga, pegawai, akun")):
        load_cast(samples / "cendana.yaml")
        load_boundaries(samples, now=now())
    with step(_("Kota Cendana (contoh): laporan dan perkara")):
        load_reports(samples / "cendana.yaml")
        load_evidence()
        load_recommendations(samples / "recommendations.csv")
        load_letters()
        load_clarification(samples / "cendana.yaml")
        load_examinations(samples / "cendana.yaml")
    with step(_("Kota Cendana (contoh): pertanyaan dan pendapat")):
        load_advice(samples / "cendana.yaml")
        load_invitations(samples / "cendana.yaml")
    with step(_("Kota Cendana (contoh): program pencegahan")):
        load_prevention()
    with step(_("Kota Cendana (contoh): karier dan mutasi")):
        load_careers(samples / "cendana.yaml")
        load_agreements()
    with step(_("Kota Cendana (contoh): indeks kerawanan")):
        load_index()
    with step(_("Lima artikel contoh menjadi empat peristiwa")):
        load_articles(samples / "articles", is_sample=True)
    if articles is not None:
        with step(_("Artikel dari %(folder)s") % {"folder": f"{articles.name}/"}):
            load_articles(articles, is_sample=False)
    if scale:
        from sinetra.apps.cases.volume import fill_volume

        with step(_("Volume rekaan, skala %(scale)s") % {"scale": f"{scale:g}"}):
            fill_volume(scale=scale, seed=seed)
