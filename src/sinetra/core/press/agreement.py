"""An agreement signed between two bodies: its parties, what it covers, when it was signed if that is printed."""

from __future__ import annotations

from sinetra.core.press.bodies import Body, find_bodies
from sinetra.core.press.facts import Detail, Json, PlaceFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Scanner

_UNNAMED = ("pemko", "pemkot", "pemkab", "pemda", "pemerintah daerah")


def _full(body: Body, place: PlaceFact | None) -> str:
    """ "Pemko" and "Pemerintah Kota" without a name are those of the place."""
    short = body.name.lower().replace("pemerintah kota", "pemko").replace("pemerintah kabupaten", "pemkab")
    if (
        place is None
        or place.kab_kota is None
        or short not in ("pemko", "pemkot", "pemkab", "pemda", "pemerintah daerah")
    ):
        return body.name
    return f"Pemerintah {place.kab_kota}"


def find_agreement(
    lexicon: Lexicon, page: Page, scanner: Scanner, agency: Detail | None, place: PlaceFact | None
) -> Detail | None:
    """Parties are the bodies of the sentence that tells of the signing, with the body that holds the event."""
    for match in lexicon.pattern("details", "agreement").finditer(page.low):
        sentence = page.sentence_at(match.start())
        if lexicon.pattern("details", "not_agreement").search(page.low_of(sentence)):
            continue
        bodies = find_bodies(page, scanner, sentence.start, sentence.end)
        parties: list[Json] = []
        if len(bodies) < 2 and agency is not None:
            parties.append(agency.value)
        for body, _ in bodies:
            name = _full(body, place)
            if name not in parties:
                parties.append(name)
        line = page.line_at(match.start())
        covers: list[Json] = [
            rule.code
            for rule in lexicon.rules("details", "covers")
            if rule.pattern.search(page.low, line.start, line.end)
        ]
        if not parties:
            continue
        signed = lexicon.pattern("details", "signed_on").search(page.low_of(sentence))
        more: tuple[tuple[str, Json], ...] = (
            ("parties", parties),
            ("covers", covers),
            ("signed_on", None if signed is None else signed["date"]),
        )
        return Detail(value=True, span=Span(*match.span()), rule="agreement.signed", more=more)
    return None
