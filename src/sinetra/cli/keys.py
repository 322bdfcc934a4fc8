"""``sinetra keys``: make, rotate and escrow the key ring."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sinetra.core.errors import BadInput, gettext_noop

DJANGO = True
HELP = "make the key ring, rotate keys, seal a copy for the safe"


def configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("new", help="a first key of each purpose that has none")
    rotate = actions.add_parser("rotate", help="a new version; the old ones go on reading")
    rotate.add_argument("purpose", nargs="*", help="data code view signing blind django (default: data and signing)")
    actions.add_parser("list", help="ids, versions and dates; public keys of the signing keys")
    escrow = actions.add_parser("escrow", help="a sealed copy of the ring; prints the shares that open it, once")
    escrow.add_argument("file", type=Path)
    escrow.add_argument("--shares", type=int, default=3, help="how many shares are printed (default 3)")
    escrow.add_argument("--needed", type=int, default=2, help="how many of them open the copy (default 2)")
    escrow.add_argument("--drill", action="store_true", help="only try whether the shares typed in open the copy")
    escrow.add_argument("--recover", action="store_true", help="put the ring back, with shares typed in")


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
        print("what older keys sealed is sealed anew by the worker (sinetra worker, serve or sweep)", file=sys.stderr)
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
            print(f"{len(open_ring(sealed, papers))} files: the shares open the copy")
        else:
            print(f"{restore_ring(sealed, papers, settings.SINETRA_KEYS)} files put back")
        return 0
    keyring().current(Purpose.DATA)
    if args.file.exists():
        raise BadInput(gettext_noop("%(field)s: %(path)s sudah ada"), field="FILE", path=str(args.file))
    escrow = seal_ring(settings.SINETRA_KEYS, shares=args.shares, needed=args.needed)
    write_atomically(args.file, escrow.sealed, mode=0o600, replace=False)
    for number, paper in enumerate(escrow.papers, start=1):
        print(f"{number}/{args.shares} ({args.needed} needed)  {paper}")
    print("Print each share on its own paper, for different people. They are not shown again.", file=sys.stderr)
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
    while paper := getpass(f"share {len(papers) + 1} (empty to end): ").strip():
        papers.append(paper)
    return papers
