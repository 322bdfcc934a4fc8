"""``sinetra keys``: make, rotate and escrow the key ring."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

DJANGO = True
HELP: str = gettext_noop("Membuat gelang kunci, mengganti kunci, menyegel salinan untuk lemari besi")


def configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("new", help=_("kunci pertama untuk tiap keperluan yang belum punya"))
    rotate = actions.add_parser("rotate", help=_("versi baru; versi lama tetap dapat membaca"))
    purposes = _("data code view signing blind django (bila tidak disebut: data dan signing)")
    rotate.add_argument("purpose", nargs="*", metavar="PURPOSE", help=purposes)
    actions.add_parser("list", help=_("nomor, versi, dan tanggal; kunci publik dari kunci tanda tangan"))
    sealed = _("salinan gelang yang disegel; bagian pembukanya dicetak sekali saja")
    escrow = actions.add_parser("escrow", help=sealed)
    escrow.add_argument("file", type=Path, metavar="FILE")
    escrow.add_argument(
        "--shares", type=int, default=3, help=_("banyaknya bagian yang dicetak (bila tidak disebut: 3)")
    )
    escrow.add_argument(
        "--needed", type=int, default=2, help=_("banyaknya bagian yang membuka salinan (bila tidak disebut: 2)")
    )
    escrow.add_argument(
        "--drill", action="store_true", help=_("hanya mencoba apakah bagian yang diketik membuka salinan")
    )
    escrow.add_argument("--recover", action="store_true", help=_("mengembalikan gelang dengan bagian yang diketik"))


def run(args: argparse.Namespace) -> int:
    steps = {"new": _new, "rotate": _rotate, "list": _list, "escrow": _escrow}
    return steps[args.action](args)


def _new(args: argparse.Namespace) -> int:
    from sinetra.ports.keyring import keyring

    del args
    for key in keyring().create():
        print(key)
    return 0


def _rotate(args: argparse.Namespace) -> int:
    from sinetra.apps.base.reseal import promise_resealing
    from sinetra.ports.keyring import Purpose, keyring

    unknown = [name for name in args.purpose if name not in set(Purpose)]
    if unknown:
        raise BadInput(gettext_noop("%(field)s: pilih dari %(accepted)s"), field="purpose", accepted=list(Purpose))
    ring = keyring()
    for name in args.purpose or ("data", "signing"):
        ring.current(name)
        print(ring.rotate(Purpose(name)))
    if promise_resealing():
        note = _("yang disegel kunci lama disegel ulang oleh pekerja (sinetra worker, serve, atau sweep)")
        print(note, file=sys.stderr)
    return 0


def _list(args: argparse.Namespace) -> int:
    from sinetra.ports.keyring import keyring

    del args
    public = keyring().public_keys()
    for key in keyring().all_keys():
        shown = public.get(key.id.hex())
        print(
            f"{key.purpose:<8} {key.version:>3} {key.id.hex()} {key.created_at} {shown.hex() if shown else ''}".rstrip()
        )
    return 0


def _escrow(args: argparse.Namespace) -> int:
    from django.conf import settings

    from sinetra.ports.escrow import open_ring, restore_ring, seal_ring
    from sinetra.ports.files import write_atomically
    from sinetra.ports.keyring import Purpose, keyring

    if args.drill or args.recover:
        sealed = _read(args.file)
        papers = _typed_in()
        if args.drill:
            print(_("%(count)s berkas: bagian itu membuka salinan") % {"count": len(open_ring(sealed, papers))})
        else:
            count = restore_ring(sealed, papers, settings.SINETRA_KEYS)
            print(_("%(count)s berkas dikembalikan") % {"count": count})
        return 0
    keyring().current(Purpose.DATA)
    if args.file.exists():
        raise BadInput(gettext_noop("%(field)s: %(path)s sudah ada"), field="FILE", path=str(args.file))
    escrow = seal_ring(settings.SINETRA_KEYS, shares=args.shares, needed=args.needed)
    write_atomically(args.file, escrow.sealed, mode=0o600, replace=False)
    for number, paper in enumerate(escrow.papers, start=1):
        share = {"number": number, "shares": args.shares, "needed": args.needed, "paper": paper}
        print(_("%(number)s/%(shares)s (perlu %(needed)s)  %(paper)s") % share)
    warning = _("Cetak tiap bagian di kertas sendiri, untuk orang yang berbeda. Bagian ini tidak ditampilkan lagi.")
    print(warning, file=sys.stderr)
    return 0


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = gettext_noop("%(field)s: %(path)s tidak dapat dibaca: %(reason)s")
        raise BadInput(message, field="FILE", path=str(path), reason=error.strerror or "") from error


def _typed_in() -> list[str]:
    """From the terminal without echo, or one a line from a pipe; an empty line ends."""
    if not sys.stdin.isatty():
        return [line.strip() for line in sys.stdin if line.strip()]
    from getpass import getpass

    papers: list[str] = []
    while paper := getpass(_("bagian %(number)s (kosong bila selesai): ") % {"number": len(papers) + 1}).strip():
        papers.append(paper)
    return papers
