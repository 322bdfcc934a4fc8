"""``sinetra ingest PATH… [--json]``: news articles to facts and stories."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from sinetra.core.press import Article, Story

HELP: str = gettext_noop("Membaca artikel berita (teks, HTML, WARC) menjadi fakta dan cerita")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_("berkas teks, HTML atau WARC, atau folder"))
    parser.add_argument("--json", action="store_true", help=_("cetak JSON"))


def _is_article(path: Path) -> bool:
    from sinetra.core.press import ACCEPTED

    return not path.name.startswith(".") and path.name.lower().endswith(ACCEPTED)


def _files(path: Path, others: list[str]) -> Iterator[Path]:
    """The file itself, or the articles in a folder and its folders, in order of name; what is none goes to others."""
    if not path.exists():
        raise BadInput(
            gettext_noop("%(file)s tidak ada; yang diterima: berkas teks, HTML atau WARC, atau folder"),
            field=str(path),
            file=str(path),
        )
    if not path.is_dir():
        yield path
        return
    for inner in sorted(path.rglob("*")):
        if not inner.is_file() or any(part.startswith(".") for part in inner.relative_to(path).parts[:-1]):
            continue
        if _is_article(inner):
            yield inner
        else:
            others.append(inner.name)


def _bytes(path: Path) -> bytes:
    """The content; one byte more than the limit at most, which is enough to refuse it."""
    from sinetra.core.press import MAX_BYTES

    try:
        with path.open("rb") as handle:
            return handle.read(MAX_BYTES + 1)
    except OSError as error:
        raise BadInput(
            gettext_noop("%(file)s tidak dapat dibaca: %(reason)s"),
            field=path.name,
            file=path.name,
            reason=error.strerror or str(error),
        ) from error


def _read(paths: list[str]) -> tuple[Story, ...]:
    import sinetra
    from sinetra.core import press

    lexicon = press.load_lexicon(Path(sinetra.__file__).parent / "catalogue")
    others: list[str] = []
    documents = (
        document
        for given in paths
        for path in _files(Path(given), others)
        for document in press.read(path.name, _bytes(path))
    )
    articles = [press.extract(lexicon, document) for document in press.joined(documents)]
    if not articles:
        raise BadInput(
            gettext_noop("Tidak ada artikel di %(file)s. Yang diterima: %(accepted)s"),
            field="PATH",
            accepted=press.ACCEPTED,
            file=", ".join(paths),
        )
    for name in others:
        sys.stderr.write(_("dilewati, bukan artikel: %(file)s") % {"file": name} + "\n")
    return press.stories(articles)


def _line(article: Article) -> str:
    day = "-" if article.day is None else article.day.isoformat()
    if article.event_date is not None and article.event_date.inherited:
        day += "*"
    people = "; ".join(f"{person.name} ({person.position or '-'})" for person in article.persons) or "-"
    return f"{day:<12}{article.kab_kota or '-':<28}{article.kind.value!s:<20}{article.source}\n{'':<12}{people}"


def _print_table(found: tuple[Story, ...]) -> None:
    for story in found:
        print(_("Cerita %(id)s") % {"id": story.id})
        for article in story.articles:
            print(_line(article))
        for conflict in story.conflicts:
            silent = _("tidak disebut")
            said = ((source, silent if value is None else value) for source, value in conflict.readings.items())
            readings = "; ".join(f"{source}: {value}" for source, value in said)
            print("  " + _("beda bacaan %(field)s: %(readings)s") % {"field": conflict.field, "readings": readings})
    if any(a.event_date is not None and a.event_date.inherited for story in found for a in story.articles):
        print(_("* tanggal diwarisi dari artikel lain dalam cerita yang sama"))


def run(args: argparse.Namespace) -> int:
    """0; an unreadable file is a ``BadInput`` before anything is printed on stdout."""
    found = _read(args.paths)
    if args.json:
        document = {
            "articles": [article.to_json() for story in found for article in story.articles],
            "stories": [story.to_json() for story in found],
        }
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _print_table(found)
    return 0
