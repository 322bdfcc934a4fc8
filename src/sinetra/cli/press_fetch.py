"""``sinetra press fetch URL``: one page of a news site into the press register, as an upload would bring it."""

from __future__ import annotations

import argparse
import json
import sys
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
    article, is_new = (came.articles[0], True) if came.articles else (came.here[0], False)
    if args.json:
        print(json.dumps({"id": str(article.pk), "title": article.title, "new": is_new}, ensure_ascii=False))
        return 0
    print(article.pk)
    if not is_new:
        sys.stderr.write(_("sudah ada, tidak disimpan lagi: %(file)s") % {"file": args.url} + "\n")
    return 0


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
