"""Which text belongs to which article of the gold: by ``file``, by id as the name, or by the order of numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.press.evaluation.gold import GoldArticle
from sinetra.core.press.read import ACCEPTED

_NUMBER = re.compile(r"\d+")


def texts_of(folder: Path, articles: Sequence[GoldArticle], gold_file: str) -> tuple[Path | None, ...]:
    """A path for each article; null where the folder holds no text of it.

    Errors: ``BadInput`` for a folder without texts, for a ``file`` that is not there, for two articles of one text,
    and where only numbers could tell but there are not as many texts as articles.
    """
    if not folder.is_dir():
        raise BadInput(gettext_noop("%(field)s: %(file)s bukan folder"), field="TEXTS", file=str(folder))
    known = {path.name: path for path in sorted(folder.iterdir()) if path.name.lower().endswith(ACCEPTED)}
    if not known:
        raise BadInput(
            gettext_noop("Tidak ada artikel di %(file)s. Yang diterima: %(accepted)s"),
            field="TEXTS",
            accepted=ACCEPTED,
            file=str(folder),
        )
    found = [_named(known, article, gold_file) for article in articles]
    if not any(found):
        found = list(_in_order(known, articles, gold_file))
    _each_once(articles, found, gold_file)
    return tuple(found)


def _named(known: Mapping[str, Path], article: GoldArticle, gold_file: str) -> Path | None:
    if article.file is not None:
        if article.file not in known:
            raise BadInput(
                gettext_noop("%(file)s, %(field)s: %(value)s tidak ada di folder teks"),
                field=f"{article.label}.file",
                file=gold_file,
                value=article.file,
            )
        return known[article.file]
    wanted = str(article.id)
    for name, path in known.items():
        stem = _stem(name)
        if stem == wanted or stem.startswith((f"{wanted}_", f"{wanted}-")):
            return path
    return None


def _stem(name: str) -> str:
    ending = next(ending for ending in sorted(ACCEPTED, key=len, reverse=True) if name.lower().endswith(ending))
    return name[: -len(ending)]


def _in_order(known: Mapping[str, Path], articles: Sequence[GoldArticle], gold_file: str) -> list[Path]:
    numbered = {int(match[0]): path for name, path in known.items() if (match := _NUMBER.match(name))}
    if len(numbered) != len(articles):
        raise BadInput(
            gettext_noop(
                "%(file)s: tidak ada file atau id yang cocok dengan nama teks, dan nomor di awal nama tidak dapat "
                "dipakai: %(texts)s teks bernomor, %(articles)s artikel. Yang diterima: kunci file di setiap artikel"
            ),
            field="articles[0].file",
            file=gold_file,
            texts=len(numbered),
            articles=len(articles),
        )
    return [numbered[number] for number in sorted(numbered)]


def _each_once(articles: Sequence[GoldArticle], found: Sequence[Path | None], gold_file: str) -> None:
    seen: dict[Path, str] = {}
    for article, path in zip(articles, found, strict=True):
        if path is None:
            continue
        if path in seen:
            raise BadInput(
                gettext_noop("%(file)s, %(field)s: %(value)s sudah dipakai oleh %(other)s"),
                field=f"{article.label}.file",
                file=gold_file,
                value=path.name,
                other=seen[path],
            )
        seen[path] = article.label
