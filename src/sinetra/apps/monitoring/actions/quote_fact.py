"""A person takes a fact from the text that the reader missed or misread: the words as printed are its proof."""

from __future__ import annotations

import re

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.models import Article, Story
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.prevention.told import QUOTABLE_NUMBERS, QUOTABLE_TEXTS

MOST = 100
LONGEST = 500
# What makes two quotations the same; the later one holds.
_PLACE = ("field", "article", "span")


def quote_fact(*, story: Story, article: Article, field: str, words: str, actor: Actor, value: str = "") -> Story:
    """``value``: what the words mean, where that is not the words themselves; a number for a field of numbers.

    Errors: ``BadInput`` on ``article`` (of another event), ``field``, ``words`` (not in the article, or one too many)
    or ``value``; ``Conflict`` once it is decided.
    """
    policy.require(actor, "story.decide", story)
    if article.story_id != story.pk:
        raise BadInput(gettext_noop("Artikel ini menceritakan peristiwa lain."), field="article")
    if field not in (*QUOTABLE_TEXTS, *QUOTABLE_NUMBERS):
        accepted = [*QUOTABLE_TEXTS, *QUOTABLE_NUMBERS]
        raise BadInput(gettext_noop("Pilih salah satu: %(accepted)s"), field="field", accepted=accepted)
    span = _place(article.text, words)
    understood = _understood(field, value, article.text[span[0] : span[1]])
    fresh = {
        "field": field,
        "article": str(article.pk),
        "span": list(span),
        "as_printed": article.text[span[0] : span[1]],
        "value": understood,
    }
    with unit_of_work(actor) as work:
        if story.state != Story.State.PROPOSED:
            raise Conflict(gettext_noop("Peristiwa ini sudah diputuskan."))
        kept = [item for item in story.quoted if any(item[name] != fresh[name] for name in _PLACE)]
        if len(kept) >= MOST:
            message = gettext_noop("Paling banyak %(accepted)s kutipan untuk satu peristiwa.")
            raise BadInput(message, field="words", accepted=(str(MOST),))
        work.change(story, quoted=[*kept, fresh])
        work.record("story.quote_fact", story, data={"field": field, "article": str(article.pk)})
    return story


def _place(text: str, words: str) -> tuple[int, int]:
    """Blanks and line ends may differ; letters may not."""
    parts = words.split()
    if not parts or len(words) > LONGEST:
        raise BadInput(gettext_noop("Salin kata-katanya dari artikel, paling banyak 500 huruf."), field="words")
    found = re.search(r"\s+".join(map(re.escape, parts)), text)
    if found is None:
        raise BadInput(
            gettext_noop("Kata-kata ini tidak ada dalam artikel. Salin persis seperti tercetak."), field="words"
        )
    return found.span()


def _understood(field: str, value: str, printed: str) -> str | int:
    wanted = value.strip()
    if field not in QUOTABLE_NUMBERS:
        return " ".join((wanted or printed).split())
    if not wanted.isascii() or not wanted.isdigit() or int(wanted) > 1_000_000:
        raise BadInput(gettext_noop("Tulis angkanya, misalnya 3."), field="value")
    return int(wanted)
