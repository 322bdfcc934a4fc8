"""Templates cite the law of the day: each norm exists, what holds is named, what does not hold is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.clock.stages import StageCode
from sinetra.core.errors import BadInput
from sinetra.core.law import Rulebook, load_rulebook
from sinetra.core.law.instruments import InstrumentStatus
from sinetra.core.law.words import NormKind, SubjectStatus
from sinetra.core.prevention.circular_draft import Block, fill, people
from sinetra.core.prevention.circular_points import points, sources_of
from sinetra.core.prevention.circular_templates import CircularTemplate, load_circular_templates

TEMPLATES = load_circular_templates(ROOT)
CAMPAIGN, QUIET, OUTSIDE = date(2024, 11, 22), date(2024, 11, 25), date(2026, 8, 3)
WORDS = {"office": "Kota Cendana", "election": "Pilkada 2024", "people": "pegawai"}
ASN = (SubjectStatus.PNS, SubjectStatus.CPNS, SubjectStatus.PPPK, SubjectStatus.PPPK_PART_TIME)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load_rulebook(ROOT)


def filled(
    book: Rulebook, name: str, day: date, statuses: tuple[SubjectStatus, ...] | None = None
) -> tuple[Block, ...]:
    template = TEMPLATES[name]
    kinds = {"pilkada"} if StageCode.NO_ELECTION not in template.stages else set()
    return fill(template, book, day=day, statuses=statuses or template.statuses, elections=kinds, words=WORDS)


def norms(blocks: tuple[Block, ...], key: str = "") -> set[str]:
    return {name for block in blocks if not key or block.key == key for name in block.norms}


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=list(TEMPLATES))
def test_every_norm_of_a_template_is_in_the_rulebook_and_of_the_kind_of_its_block(
    template: CircularTemplate, book: Rulebook
) -> None:
    for block in template.blocks:
        for name in block.norms:
            assert name in book.place, (template.id, name)
            assert book.norm(name).kind is block.kind, (template.id, block.key, name)


def test_every_stage_of_an_election_and_the_time_outside_has_a_template() -> None:
    assert {stage for template in TEMPLATES.values() for stage in template.stages} == set(StageCode)


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=list(TEMPLATES))
def test_each_says_what_is_allowed_or_forbidden_where_to_ask_and_where_to_report(template: CircularTemplate) -> None:
    keys = {block.key for block in template.blocks}
    assert {"bertanya", "melapor", "dasar"} <= keys
    assert {block.kind for block in template.blocks} & {NormKind.PROHIBITION}
    text = " ".join(block.text for block in template.blocks)
    assert "Bawaslu" in text
    assert "Tim Netralitas" in text
    assert template.help.en and template.title.en


def test_a_norm_stands_once_and_no_block_of_norms_is_empty(book: Rulebook) -> None:
    for name in TEMPLATES:
        blocks = filled(book, name, OUTSIDE if name == "luar_tahapan" else CAMPAIGN)
        every = [norm for block in blocks for norm in block.norms]
        assert len(every) == len(set(every)), name
        assert {"boleh", "dilarang", "program_fasilitas"} & {block.key for block in blocks}


def test_what_the_law_stopped_allowing_leaves_the_draft(book: Rulebook) -> None:
    before = norms(filled(book, "kampanye", date(2024, 10, 1)), "boleh")
    after = norms(filled(book, "kampanye", CAMPAIGN), "boleh")
    assert "attend.passive" in before
    assert "attend.passive" not in after
    assert "bawaslu2024.attendance" in norms(filled(book, "kampanye", CAMPAIGN), "dilarang")
    assert "bawaslu2024.attendance" not in norms(filled(book, "kampanye", date(2024, 10, 1)), "dilarang")


def test_norms_for_others_than_the_scope_are_left_out(book: Rulebook) -> None:
    only_pppk = norms(filled(book, "kampanye", CAMPAIGN, (SubjectStatus.PPPK,)))
    assert not {name for name in only_pppk if name.startswith("pp94.")}
    assert "skb2022.pd-6" in only_pppk
    assert not {name for name in norms(filled(book, "kampanye", CAMPAIGN, ASN)) if name.startswith("non-asn.")}
    assert norms(filled(book, "kampanye", CAMPAIGN), "non_asn")


def test_the_non_asn_template_cites_nothing_that_binds_asn_only(book: Rulebook) -> None:
    for block in filled(book, "non_asn", CAMPAIGN):
        for name in block.norms:
            conditions = [item for version in book.norm(name).versions for item in version.when]
            asked = [item.values for item in conditions if item.field == "subject.status"]
            assert all("non_asn" in values for values in asked), name


def test_facilities_are_found_by_the_acts_and_not_only_by_name(book: Rulebook) -> None:
    template, day = TEMPLATES["sebelum_penetapan"], date(2024, 9, 1)
    assert "pilkada.71-1" not in {name for block in template.blocks for name in block.norms}
    assert "pilkada.71-1" in norms(filled(book, template.id, day), "program_fasilitas")


def test_every_citation_stands_on_the_day_and_carries_its_confidence(book: Rulebook) -> None:
    for name, day in (("kampanye", CAMPAIGN), ("masa_tenang", QUIET), ("luar_tahapan", OUTSIDE)):
        told = [item for block in filled(book, name, day) for item in points(book, block.norms, day, ASN)]
        assert told
        for point in told:
            assert point.sources, point.norm
            for source in point.sources:
                assert source.confidence in {"terverifikasi", "pers", "perlu-cek"}
                assert book.instruments[source.instrument].status_on(day) is not InstrumentStatus.REPEALED
        assert any(point.unchecked for point in told)
        ranks = [point.text.split()[0] for point in sources_of(book, told)]
        assert ranks == sorted(ranks, key=lambda word: {"UU": 0, "PP": 1}.get(word, 2))


def test_people_are_called_what_they_are() -> None:
    assert people(ASN) == "pegawai ASN"
    assert people((SubjectStatus.NON_ASN,)) == "pegawai non-ASN"
    assert people((*ASN, SubjectStatus.NON_ASN)) == "pegawai ASN dan pegawai non-ASN"


@pytest.mark.parametrize(
    "fault", ["stages: [kampanye_raya]", "subject: Untuk {kota}", "blocks: tidak ada", "statuses: pns"]
)
def test_a_faulty_template_names_its_file(fault: str, tmp_path: Path) -> None:
    folder = tmp_path / "circulars"
    folder.mkdir()
    good = (ROOT / "circulars" / "06-non-asn.yaml").read_text(encoding="utf-8")
    (folder / "a.yaml").write_text(good, encoding="utf-8")
    assert list(load_circular_templates(tmp_path)) == ["non_asn"]
    key = fault.split(":")[0]
    kept = good[: good.index(f"\n{key}:")] + "\n" + fault + "\n"
    (folder / "a.yaml").write_text(kept, encoding="utf-8")
    with pytest.raises(BadInput, match=r"a\.yaml"):
        load_circular_templates(tmp_path)
