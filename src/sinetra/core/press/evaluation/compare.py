"""One article as read against one article of the gold: an outcome for each fact."""

from __future__ import annotations

from collections.abc import Mapping

from sinetra.core.press.article import Article
from sinetra.core.press.evaluation import bodies
from sinetra.core.press.evaluation.gold import DETAILS, GoldArticle, GoldPerson
from sinetra.core.press.evaluation.laws import Law, article_number, law_key, number_key
from sinetra.core.press.evaluation.outcomes import Outcome, Sheet
from sinetra.core.press.facts import COUNTED, CountFact, DateFact, Detail, Json, LegalFact, PlaceFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Span
from sinetra.core.press.synonyms import canonical, plain

_NAMED = frozenset(mode.value for mode in COUNTED)
Spanned = tuple[str, Span | None]


def compare(lexicon: Lexicon, article: Article, gold: GoldArticle) -> tuple[Outcome, ...]:
    """Outcomes in the order of the table. The article is read alone: nothing is inherited from its story."""
    sheet = Sheet(article.source, gold.part, [])
    found = article.to_json()
    _plain_facts(lexicon, sheet, article, gold)
    _places(lexicon, sheet, article, gold)
    _people(lexicon, sheet, article, gold)
    _laws(sheet, article, gold)
    _acts(sheet, article, gold)
    _sanctions(sheet, article, gold)
    _numbers(sheet, found, gold)
    _agreement(lexicon, sheet, found, gold)
    for name in DETAILS:
        if name in gold.details:
            _detail(sheet, name, found.get(name), gold.details[name])
    return tuple(sheet.outcomes)


def _one(value: object, span: Span | None = None) -> list[Spanned]:
    return [] if value is None else [(str(value), span)]


def _at(fact: Detail | CountFact | PlaceFact | None) -> Span | None:
    return None if fact is None else fact.span


def _equal(one: str, two: str) -> bool:
    return one == two


def _plain_facts(lexicon: Lexicon, sheet: Sheet, article: Article, gold: GoldArticle) -> None:
    if "event_type" in gold.keys:
        sheet.pair("event_type", _one(article.kind.value, article.kind.span), _some(gold.event_type), _equal)
    if "event_date" in gold.keys:
        sheet.pair("event_date", _day(lexicon, article.event_date, gold.event_date), _some(gold.event_date), _equal)
    if "election" in gold.keys:
        election = article.election
        value = None if election is None else election.value
        sheet.pair("election", _one(value, _at(election)), _some(gold.election), _equal)
    if "participants_count" in gold.keys:
        count = article.participants
        value = None if count is None else count.value
        sheet.pair("participants", _one(value, _at(count)), _some(gold.participants), _equal)


def _some(value: object) -> list[str]:
    return [] if value is None else [str(value)]


def _day(lexicon: Lexicon, fact: DateFact | None, wanted: str | None) -> list[Spanned]:
    """The first day, as exact as the gold. A month or year alone is no day where the gold has none."""
    if fact is not None and fact.precision == "month" and fact.value is None and wanted is not None:
        month, year = (fact.as_printed or "").lower().split()[0], (fact.as_printed or "")[-4:]
        return _one(f"{year}-{lexicon.months[month]:02}", fact.span) if month in lexicon.months else []
    if fact is None or fact.value is None or fact.inherited:
        return []
    if wanted is None:
        return [] if fact.precision in ("month", "year") else _one(fact.value.isoformat(), fact.span)
    kept = {"month": 7, "year": 4}.get(fact.precision, 10)
    return _one(fact.value.isoformat()[: min(kept, len(wanted)) if len(wanted) < 10 else kept], fact.span)


def _places(lexicon: Lexicon, sheet: Sheet, article: Article, gold: GoldArticle) -> None:
    place, gazetteer = article.place, lexicon.gazetteer

    def same(one: str, two: str) -> bool:
        return bodies.same_region(gazetteer, one, two)

    if "place.kab_kota" in gold.keys:
        sheet.pair("place", _one(place and place.kab_kota, _at(place)), _some(gold.kab_kota), same)
    if "place.provinsi" in gold.keys:
        # A province derived from the regency stands beside the text, it does not contradict its silence.
        silent = gold.provinsi is None and place is not None and "provinsi" in place.derived
        read = [] if silent else _one(place and place.province, _at(place))
        sheet.pair("province", read, _some(gold.provinsi), same)
    if "place.venue" in gold.keys or "place.venues" in gold.keys:
        venues: list[Spanned] = [(venue.name, venue.span) for venue in place.venues] if place else []
        sheet.pair("venue", venues, gold.venues, _same_venue)
    if "agency" in gold.keys:
        codes = frozenset[str]().union(
            *(bodies.region_codes(gazetteer, name) for name in [gold.kab_kota or gold.provinsi] if name)
        )
        agency = article.agency
        found = _one(agency and agency.value, _at(agency))
        wanted = gold.agency
        # Several names in the gold are several names of one organiser.
        hit = next((name for name in wanted if found and bodies.same_body(gazetteer, found[0][0], name, codes)), None)
        sheet.pair("agency", found, [hit] if hit else list(wanted[:1]), lambda _, name: name == hit)


def _same_venue(one: str, two: str) -> bool:
    """One name holds the words of the other, as "Balai Kota" and "Balai Kota Cendana" do."""
    left, right = set(canonical(one)), set(canonical(two))
    return left <= right or right <= left


def _people(lexicon: Lexicon, sheet: Sheet, article: Article, gold: GoldArticle) -> None:
    if "persons" not in gold.keys:
        return

    def same(name: str, person: GoldPerson) -> bool:
        return bodies.same_person(lexicon, name, person.name)

    found: list[Spanned] = [(person.name, person.span) for person in article.persons]
    pairs = sheet.pair("persons", found, gold.persons, same)
    known = {wanted: name for name, wanted in pairs}
    for wanted in (person for person in gold.persons if person.placed):
        reading = next((person for person in article.persons if person.name == known.get(wanted)), None)
        printed = [] if reading is None else _one(reading.position, reading.position_span)

        def fits(one: str, two: str) -> bool:
            return bodies.same_position(lexicon.gazetteer, one, two)

        sheet.pair("positions", printed, _some(wanted.position), fits)


def _laws(sheet: Sheet, article: Article, gold: GoldArticle) -> None:
    if "legal" in gold.keys:
        facts = [(fact, fact.span) for fact in article.legal]
        for fact, law in sheet.pair("instruments", facts, gold.legal, _same_law, lambda fact: fact.as_printed):
            if law.articles is not None:
                read = [(f"{law}: {article_number(item)}", fact.span) for item in fact.articles]
                sheet.pair("articles", read, [f"{law}: {item}" for item in sorted(law.articles)], _equal)
    if "circular_number" in gold.keys:
        number = _value(article.to_json().get("circular_number"))
        sheet.pair("circular_number", _one(*number), _some(gold.circular_number), _same_number)


def _same_law(fact: LegalFact, law: Law) -> bool:
    mentions = (fact.instrument, fact.as_printed, fact.number)
    return bool(law.keys & {law_key(text) for text in mentions if text})


def _same_number(one: str, two: str) -> bool:
    return number_key(one) == number_key(two)


def _acts(sheet: Sheet, article: Article, gold: GoldArticle) -> None:
    sides = (("acts", "prohibited_acts", gold.prohibited_acts), ("permitted", "permitted_acts", gold.permitted_acts))
    for field, key, wanted in sides:
        if key in gold.keys:
            permitted = field == "permitted"
            found: list[Spanned] = [(act.code, act.span) for act in article.acts if act.permitted is permitted]
            sheet.pair(field, found, tuple(dict.fromkeys(wanted)), _equal)


def _sanctions(sheet: Sheet, article: Article, gold: GoldArticle) -> None:
    """Named are those stated, promised or imposed. Modes are scored where the gold gives them."""
    if "sanctions" not in gold.keys:
        return
    wanted = dict.fromkeys(item.code for item in gold.sanctions if item.mode is None or item.mode in _NAMED)
    found = {item.code: item.span for item in reversed(article.sanctions) if item.mode in COUNTED}
    sheet.pair("sanctions", list(found.items()), list(wanted), _equal)
    modes = {(item.code, item.mode) for item in gold.sanctions if item.mode is not None}
    if modes:
        codes = {code for code, _ in modes}
        read = {f"{item.code} {item.mode.value}": item.span for item in article.sanctions if item.code in codes}
        sheet.pair("sanction_modes", list(read.items()), sorted(f"{code} {mode}" for code, mode in modes), _equal)


def _value(found: Json) -> tuple[Json, Span | None]:
    """A plain value, or the value and place of a fact."""
    if not isinstance(found, Mapping):
        return found, None
    span = found.get("span")
    ends = [end for end in span if isinstance(end, int)] if isinstance(span, list) else []
    return found.get("value"), Span(ends[0], ends[1]) if len(ends) == 2 else None


def _numbers(sheet: Sheet, found: Mapping[str, Json], gold: GoldArticle) -> None:
    if "stage" in gold.keys:
        value, span = _value(found.get("stage"))
        # A stage worked out from the date stands beside the text, it does not contradict its silence.
        read = [] if span is None and gold.stage is None else _one(value, span)
        sheet.pair("stage", read, _some(gold.stage), _equal)
    if "cases" in gold.keys:
        listed = found.get("cases")
        inner = _value(listed)[0] if isinstance(listed, Mapping) else listed
        cases: list[Spanned] = []
        for item in inner if isinstance(inner, list) else []:
            if isinstance(item, Mapping):
                value, span = _value(item)
                cases.append((f"{value} {item.get('unit') or ''}".strip(), span))
        sheet.pair("cases", cases, [f"{value} {unit}".strip() for value, unit in gold.cases], _equal)


def _agreement(lexicon: Lexicon, sheet: Sheet, found: Mapping[str, Json], gold: GoldArticle) -> None:
    if "agreement" not in gold.keys:
        return
    fact = found.get("agreement")
    value, span = _value(fact)
    read = fact is not None and value is not False
    sheet.pair("agreement", [("true", span)] if read else [], ["true"] if gold.agreement else [], _equal)
    if gold.parties is None:
        return
    inner = value if isinstance(value, Mapping) else fact
    parties = inner.get("parties") if isinstance(inner, Mapping) else None
    named: list[Spanned] = [(str(item), span) for item in parties] if isinstance(parties, list) else []
    place = frozenset[str]()
    if gold.kab_kota or gold.provinsi:
        place = bodies.region_codes(lexicon.gazetteer, str(gold.kab_kota or gold.provinsi))

    def same(one: str, two: str) -> bool:
        return bodies.same_body(lexicon.gazetteer, one, two, place)

    sheet.pair("agreement_parties", named, gold.parties, same)


def _detail(sheet: Sheet, name: str, fact: Json, wanted: Json) -> None:
    value, span = _value(fact)
    if name == "nil_report":  # false and silence are one: no such report
        value, wanted = value or None, wanted or None
    if isinstance(wanted, list) and all(isinstance(item, str) for item in wanted):
        items = value if isinstance(value, list) else []
        sheet.pair(name, [(plain(str(item)), span) for item in items], [plain(str(item)) for item in wanted], _equal)
        return
    sheet.pair(name, _one(_worded(value), span), _some(_worded(wanted)), _equal)


def _worded(value: Json) -> str | None:
    return None if value is None else plain(value) if isinstance(value, str) else repr(value)
