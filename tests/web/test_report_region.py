"""Where it happened: a region is found by typing, or step by step from the province down."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from report_walk import ANSWERS, Walk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]


@pytest.mark.parametrize("search", ["cendana ut", "Cendana Utara", "99.71.01"])
def test_a_region_is_found_by_name_and_by_code_and_looking_is_no_error(search):
    walk = Walk().to("where").post(go="find", search=search, where="Di depan balai")
    assert walk.page == "where"
    assert "99.71.01" in walk.tree.xpath("//input[@name='region']/@value")
    assert walk.faults == []
    assert walk.typed()["where"] == "Di depan balai"
    assert walk.typed()["search"] == search
    assert walk.post(region="99.71.01", where="Di depan balai").page == "who"


def test_a_region_is_chosen_step_by_step_from_the_province_down():
    walk = Walk().to("where")
    for code in ("99", "99.71", "99.71.03"):
        assert code in walk.tree.xpath("//select[@name='step']/option/@value")
        walk.post(go="step", inside=inside(walk), step=code, where="Di depan balai")
        assert walk.faults == []
        assert walk.typed()["where"] == "Di depan balai"
    assert walk.tree.xpath("//input[@name='region'][@checked]/@value") == ["99.71.03"]
    # The last step may also be taken with the button that goes on.
    walk.post(region="99.71.03", inside=inside(walk), step="99.71.03.1002", where="")
    assert walk.page == "who"
    assert "Hanjuang" in walk.to("summary").text


def inside(walk: Walk) -> str:
    return str(walk.tree.xpath("string(//input[@name='inside']/@value)"))


def test_a_step_too_many_is_taken_back():
    walk = Walk().to("where").post(go="step", step="99.71").post(go="up", inside="99.71", region="99.71")
    assert inside(walk) == "99"
    assert not walk.tree.xpath("//input[@name='region']")
    assert inside(walk.post(go="up", inside="99")) == ""


def test_a_province_alone_leads_on_to_its_regencies():
    walk = Walk().to("where").next(region="", step="99")
    assert walk.page == "where"
    assert walk.faults
    assert "99.71" in walk.tree.xpath("//select[@name='step']/option/@value")


def test_a_region_that_was_chosen_stands_there_again_with_its_steps():
    walk = Walk(answers=ANSWERS | {"where": {"region": "99.71.03.1002", "where": ""}}).to("summary").post(go="where")
    assert walk.tree.xpath("//input[@name='region'][@checked]/@value") == ["99.71.03.1002"]
    assert inside(walk) == "99.71.03.1002"


@pytest.mark.parametrize("given", ["\x00", "99.71\x00", "x" * 5000, "' OR 1=1", ".."])
@pytest.mark.parametrize("field", ["step", "inside"])
def test_a_strange_step_is_no_error_of_ours(field, given):
    assert Walk().to("where").post(**{"go": "step", field: given}).page == "where"
