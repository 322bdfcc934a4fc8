"""``sinetra ingest PATH… [--json]``: news articles to facts and stories.

``--lines`` prints each article as a line of JSON when it is read and forgets it: memory stays flat over any number.
Stories need all articles at once, so they are not told then; a file that cannot be read is a line with ``error``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from sinetra.core.press import Article, Lexicon, RawDocument, Story

HELP: str = gettext_noop("Membaca artikel berita (teks, HTML, WARC) menjadi fakta dan cerita")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_("berkas teks, HTML atau WARC, atau folder"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("cetak JSON"))
    form.add_argument("--lines", action="store_true", help=_("satu baris JSON per artikel, tanpa cerita, memori tetap"))


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
    # Names, not paths, and each forgotten when its turn has come: of any number of files nothing else is held.
    with os.scandir(path) as entries:
        names = sorted((entry.name for entry in entries), reverse=True)
    while names:
        inner = path / (name := names.pop())
        if inner.is_dir():
            if not name.startswith(".") and not inner.is_symlink():
                yield from _files(inner, others)
        elif inner.is_file() and _is_article(inner):
            yield inner
        elif inner.is_file():
            others.append(name)


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


def _lexicon() -> Lexicon:
    from sinetra.catalogue import ROOT
    from sinetra.core import press

    return press.load_lexicon(ROOT)


def _in_file(lexicon: Lexicon, path: Path) -> Iterator[Article]:
    from sinetra.core import press

    for document in press.joined(_pages(path)):
        yield press.extract(lexicon, document)


def _pages(path: Path) -> Iterator[RawDocument]:
    """Without the bytes that they came as: of a large archive they would be held twice."""
    from sinetra.core import press

    for document in press.read_each(path.name, _bytes(path)):
        yield replace(document, member=None)


def _none(paths: list[str]) -> BadInput:
    from sinetra.core.press import ACCEPTED

    return BadInput(
        gettext_noop("Tidak ada artikel di %(file)s. Yang diterima: %(accepted)s"),
        field="PATH",
        accepted=ACCEPTED,
        file=", ".join(paths),
    )


def _told(others: list[str]) -> None:
    for name in others:
        sys.stderr.write(_("dilewati, bukan artikel: %(file)s") % {"file": name} + "\n")


def _read(paths: list[str]) -> tuple[Story, ...]:
    from sinetra.core import press

    lexicon = _lexicon()
    others: list[str] = []
    files = (path for given in paths for path in _files(Path(given), others))
    documents = press.joined(document for path in files for document in _pages(path))
    articles = [press.extract(lexicon, document) for document in documents]
    if not articles:
        raise _none(paths)
    _told(others)
    return press.stories(articles)


def _print_lines(paths: list[str]) -> None:
    """A line an article, one file in memory at a time."""
    from sinetra.cli.main import in_words

    lexicon = _lexicon()
    others: list[str] = []
    count = errors = 0
    for path in (path for given in paths for path in _files(Path(given), others)):
        try:
            for article in _in_file(lexicon, path):
                print(json.dumps(article.to_json(), ensure_ascii=False))
                count += 1
        except BadInput as error:
            print(json.dumps({"source": path.name, "error": in_words(error)}, ensure_ascii=False))
            errors += 1
    if not count and not errors:
        raise _none(paths)
    _told(others)
    told = _("%(count)s artikel dibaca, %(errors)s berkas tidak terbaca") % {"count": count, "errors": errors}
    sys.stderr.write(told + "\n")


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
    """0; an unreadable file is a ``BadInput`` before anything is printed, with ``--lines`` a line of its own."""
    if args.lines:
        _print_lines(args.paths)
        return 0
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
