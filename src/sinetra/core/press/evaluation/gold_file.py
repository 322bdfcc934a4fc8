"""Reads a gold file: ``articles:`` and a list, in the form of ``articles.yaml``.

Keys of an article, all but ``id`` or ``file`` optional; a missing key is not scored: ``seen`` (full, part), ``unseen``,
``event_type``, ``event_date``, ``place`` {venue or venues, kab_kota, provinsi}, ``agency``, ``persons`` [{name,
position}], ``legal`` (texts, or {instrument, as_printed, articles, number}), ``participants_count``,
``prohibited_acts``, ``permitted_acts``, ``sanctions`` (codes, or {code, mode}), ``election``, ``stage``,
``circular_number``, ``cases`` [{value, unit}], ``agreement`` {parties}, ``same_event_as`` and the further facts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from sinetra.core import yamlfile
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.press.evaluation.gold import DETAILS, GoldArticle, GoldPerson, GoldSanction
from sinetra.core.press.evaluation.gold_fields import Block
from sinetra.core.press.evaluation.laws import Law, article_number, law_key, merged, printed_law
from sinetra.core.press.facts import Json, Mode

_DATE = re.compile(r"((?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?)(?:\s*(?:/|\.\.|s/d)\s*(?:19|20)\d\d-\d\d-\d\d)?")
_MODES = tuple(mode.value for mode in Mode)


def read_gold(path: Path) -> tuple[GoldArticle, ...]:
    """The articles of the file in its order. Errors: ``BadInput`` naming file, field and what is accepted."""
    try:
        document = yamlfile.read(path)
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise _unreadable(path, " ".join(str(error).split())) from error
    whole = Block(path.name, path.name, document if isinstance(document, Mapping) else {"articles": document})
    listed = whole.items("articles")
    if not listed:
        whole.refuse("articles", gettext_noop("daftar artikel, paling sedikit satu"))
    return tuple(_article(block) for block in _blocks(path.name, listed))


def _unreadable(path: Path, reason: str) -> BadInput:
    return BadInput(
        gettext_noop("%(file)s tidak dapat dibaca: %(reason)s"), field="GOLD", file=path.name, reason=reason
    )


def _blocks(file: str, listed: list[Any]) -> list[Block]:
    found = []
    for index, item in enumerate(listed):
        if not isinstance(item, Mapping):
            Block(file, file, {f"articles[{index}]": item}).refuse(
                f"articles[{index}]", gettext_noop("pasangan kunci dan nilai")
            )
        found.append(Block(file, f"articles[{index}]", item))
    return found


def _article(block: Block) -> GoldArticle:
    file, name = block.text("file"), block.text("id")
    if file is None and name is None:
        block.refuse("file", gettext_noop("nama berkas di file, atau id"))
    place = block.block("place")
    agreement = block.values.get("agreement")
    parties = block.block("agreement") if isinstance(agreement, Mapping) else None
    return GoldArticle(
        label=block.place,
        file=file,
        id=name,
        part=block.choice("seen", ("full", "part"), "full") == "part",
        unseen=block.yes("unseen") is True,
        keys=block.named() | {f"place.{key}" for key in place.named()},
        event_type=block.text("event_type"),
        event_date=_date(block),
        kab_kota=place.text("kab_kota"),
        provinsi=place.text("provinsi"),
        venues=(*place.texts("venue"), *place.texts("venues")),
        agency=block.texts("agency"),
        persons=tuple(_person(item) for item in block.blocks("persons", name="name") if item.text("name")),
        legal=tuple(merged(_law(item) for item in block.blocks("legal", name="printed"))),
        participants=block.number("participants_count"),
        prohibited_acts=block.texts("prohibited_acts"),
        permitted_acts=block.texts("permitted_acts"),
        sanctions=tuple(_sanction(item) for item in block.blocks("sanctions", name="code")),
        election=block.text("election"),
        stage=block.text("stage"),
        circular_number=block.text("circular_number"),
        cases=tuple(_case(item) for item in block.blocks("cases", name="value")),
        agreement=agreement not in (None, False),
        parties=parties.texts("parties") if parties is not None and parties.has("parties") else None,
        details={key: _detail(block, key) for key in DETAILS if block.has(key)},
        same_event_as=block.names("same_event_as"),
    )


def _date(block: Block) -> str | None:
    value = block.text("event_date")
    if value is None:
        return None
    match = _DATE.fullmatch(value)
    if match is None:
        block.refuse("event_date", gettext_noop("tanggal seperti 2024-10-03, 2024-10 atau 2024, atau null"))
    return match[1]


def _person(block: Block) -> GoldPerson:
    return GoldPerson(name=block.needed("name"), position=block.text("position"), placed=block.has("position"))


def _law(block: Block) -> Law:
    if block.has("printed"):
        return printed_law(block.needed("printed"))
    texts = [text for key in ("instrument", "as_printed", "number") if (text := block.text(key))]
    if not texts:
        block.refuse("instrument", gettext_noop("teks di instrument, as_printed atau number"))
    told = block.has("articles")
    articles = frozenset(article_number(str(item)) for item in block.items("articles")) if told else None
    printed = printed_law(texts[0])
    return Law(
        printed=block.text("as_printed") or texts[0],
        keys=frozenset(law_key(text) for text in texts),
        articles=articles if told else printed.articles,
    )


def _sanction(block: Block) -> GoldSanction:
    mode = block.choice("mode", _MODES, _MODES[0]) if block.text("mode") else None
    return GoldSanction(code=block.needed("code"), mode=mode)


def _case(block: Block) -> tuple[int, str]:
    value = block.number("value")
    if value is None:
        block.refuse("value", gettext_noop("bilangan bulat"))
    return value, block.text("unit") or ""


def _detail(block: Block, key: str) -> Json:
    value: Json = yamlfile.plain(block.values.get(key))
    return value["value"] if isinstance(value, dict) and "value" in value else value
