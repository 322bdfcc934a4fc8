"""``sinetra press fetch URL``: one page of a news site into the press register, as an upload would bring it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from sinetra.apps.monitoring.actions.ingest_articles import Ingested

HELP: str = gettext_noop("Mengambil satu halaman berita dari alamatnya dan menyimpannya sebagai artikel")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("url", metavar="URL", help=_("alamat halaman, diawali https:// atau http://"))
    parser.add_argument("--organisation", metavar="NAME", help=_("milik siapa; perlu bila ada beberapa instansi"))
    parser.add_argument("--json", action="store_true", help=_("cetak JSON"))


def run(args: argparse.Namespace) -> int:
    """0, also for a page that is here already: nothing is stored twice. All that the site or its page does wrong, and
    an installation without internet, is told in one line (2)."""
    from sinetra.cli.main import set_up_django

    set_up_django()
    came = _fetched(args)
    article, *_others = (*came.articles, *came.joined, *came.here)
    if args.json:
        told = {"id": str(article.pk), "title": article.title, "new": bool(came.articles), "joined": bool(came.joined)}
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(article.pk)
    for note in _notes(came):
        sys.stderr.write(note % {"file": args.url} + "\n")
    return 0


def _notes(came: Ingested) -> Iterator[str]:
    if came.here:
        yield _("sudah ada, tidak disimpan lagi: %(file)s")
    if came.joined:
        yield _("halaman dari artikel yang sudah ada, digabungkan: %(file)s")
    if came.apart:
        yield _("halaman dari artikel yang sudah ada, tidak dapat digabungkan dan disimpan sendiri: %(file)s")


def _fetched(args: argparse.Namespace) -> Ingested:
    from sinetra.apps.base.actor import Actor
    from sinetra.apps.monitoring.actions.fetch_article import fetch_article
    from sinetra.cli.import_ import organisation_named
    from sinetra.ports.fetch import FetchFailed

    office = organisation_named(args.organisation)
    try:
        return fetch_article(address=args.url, actor=Actor(kind="system", organisation_id=office.pk))
    except FetchFailed as error:
        if error.code != "bad_address":
            raise
        raise BadInput(error.message, field="URL", accepted=("https://…", "http://…")) from error
