"""What kind of event, which election, which stage. Every headline and sentence here is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from sinetra.core import press

#: One a line: kind, headline, lead; " // " ends a paragraph.
KINDS = [line.split("|") for line in (Path(__file__).parent / "kinds.txt").read_text(encoding="utf-8").splitlines()]


def _article(lexicon: press.Lexicon, text: str) -> press.Article:
    (document,) = press.read("a.txt", text.encode())
    return press.extract(lexicon, document)


@pytest.mark.parametrize(("kind", "title", "lead"), KINDS, ids=[row[1] for row in KINDS])
def test_headline_and_lead_tell_the_kind(lexicon: press.Lexicon, kind: str, title: str, lead: str) -> None:
    assert _article(lexicon, f"{title}\n{lead.replace(' // ', chr(10))}").kind.value == kind


@pytest.mark.parametrize(
    ("text", "election"),
    [
        ("Bupati Lamongan meminta ASN netral pada Pilkada Serentak 2024, Rabu (16/10/2024).", "pilkada_2024"),
        ("Bupati Lamongan meminta ASN netral pada Pilbup, Rabu (16/10/2024).", "pilkada_2024"),
        ("Wali Kota Kediri meminta ASN netral pada Pilwali 2024.", "pilkada_2024"),
        ("Bupati Lamongan meminta ASN netral pada Pemilukada, Senin (7/12/2020).", "pilkada_2020"),
        ("Bupati Lamongan meminta ASN netral pada Pemilu bulan depan, Rabu (16/10/2024).", "pilkada_2024"),
        ("Bupati Lamongan meminta ASN netral pada Pemilu, Rabu (17/1/2024).", "pemilu_2024"),
        ("Bupati Lamongan meminta ASN netral pada Pileg dan Pilpres 2024.", "pemilu_2024"),
        ("Bupati Lamongan meminta ASN netral, Rabu (16/10/2024). Pada Pemilu 2019 ada dua kasus.", "pilkada_2024"),
        ("Bupati Lamongan meminta ASN netral menjelang Pemilu 2019, Rabu (16/1/2019).", "pemilu_2019"),
        ("Bupati Lamongan mencopot lurah yang tidak netral pada Pemilihan 2024, Jumat (13/12/2024).", "pilkada_2024"),
        ("Bupati Lamongan mencopot lurah pendukung calon bupati, Jumat (14/3/2025).", "pilkada_2024"),
        ("Bupati Lamongan mencopot lurah yang tidak netral, Senin (17/2/2025).", "pilkada_2024"),
    ],
)
def test_the_election_is_the_one_the_article_stands_in(lexicon: press.Lexicon, text: str, election: str) -> None:
    found = _article(lexicon, f"ASN Diminta Netral\n{text}").election
    assert found is not None and found.value == election


def test_long_after_an_election_none_is_guessed(lexicon: press.Lexicon) -> None:
    text = "ASN Diminta Netral\nBupati Lamongan mencopot lurah yang tidak netral, Senin (18/8/2025)."
    assert _article(lexicon, text).election is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Bupati meminta ASN netral selama masa kampanye Pilkada, Rabu (16/10/2024).", "campaign"),
        ("Memasuki masa tenang, ASN diminta netral, Senin (25/11/2024).", "quiet_period"),
        ("Pada hari pemungutan suara ini ASN boleh memilih, Rabu (27/11/2024).", "voting_day"),
        ("Kita sudah berada di masa tenang, kata Bupati.", "quiet_period"),
        ("Usai penetapan pasangan calon, ASN diminta netral, Selasa (24/9/2024).", "after_determination"),
        ("Bupati meminta ASN netral jelang masa tenang, Rabu (20/11/2024).", None),
        ("Masa kampanye akan dimulai 25 September 2024. ASN diminta netral, Rabu (11/9/2024).", None),
        ("Masa kampanye berakhir 23 November 2024. ASN diminta netral.", None),
        ("Bupati meminta ASN netral pada Pilkada 2024, Rabu (16/10/2024).", None),
    ],
)
def test_a_stage_is_told_only_where_the_article_names_it_as_running(
    lexicon: press.Lexicon, text: str, stage: str | None
) -> None:
    article = _article(lexicon, f"Bupati Lamongan Bicara Netralitas\n{text}")
    assert (None if article.stage is None else article.stage.value) == stage
    if article.stage is not None:
        told = article.to_json()["stage"]
        assert isinstance(told, dict) and isinstance(told["span"], list)
