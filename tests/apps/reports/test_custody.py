"""Who opened an identity never handles its matter, nor the other way round; and each cell of who may."""

from __future__ import annotations

import dataclasses

import pytest
from custody_cast import (
    DECISION,
    LATER,
    deputy_of,
    leave,
    named,
    newest,
    opened,
    province_custodian,
)
from django.db import connection
from django.test.utils import CaptureQueriesContext
from report_cast import PASSPHRASE, TODAY, Cast, filed, formal, hold, person

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.policy import may, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import assign, open_matter, start_study
from sinetra.apps.cases.successors import plenary, possible_handlers
from sinetra.apps.reports.actions import (
    end_naming,
    name_custodian,
)
from sinetra.apps.reports.custody_reads import naming_to_end, namings, possible_custodians
from sinetra.apps.reports.models import CustodyNaming, Identity, Report
from sinetra.apps.reports.vocabulary import Post
from sinetra.core.errors import Conflict, Forbidden, NotFound

pytestmark = pytest.mark.django_db


def test_who_opened_the_identity_does_not_handle_the_matter_afterwards(cast: Cast) -> None:
    report = cast.report()
    opened(cast.custodian, PASSPHRASE)
    now_staff = dataclasses.replace(cast.custodian, roles=frozenset({Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER}))
    with pytest.raises(Conflict) as caught:
        open_matter(report=report, actor=now_staff)
    assert caught.value.code == "opened_identity"
    matter = open_matter(report=report, actor=cast.staff)
    with pytest.raises(Conflict):
        start_study(matter=matter, actor=now_staff)
    user = User.objects.get(pk=cast.custodian.user_id)
    grant = RoleGrant(
        organisation=cast.bawaslu, user=user, role=Role.BAWASLU_COMMISSIONER, starts_on=TODAY, ends_on=LATER
    )
    with unit_of_work(SYSTEM) as work:
        work.create(grant)
        work.record("accounts.grant_role", grant)
    with pytest.raises(Conflict):
        assign(matter=matter, handler=user, actor=cast.commissioner)
    assert user not in possible_handlers(cast.commissioner, matter)
    seated, aside = plenary(matter)
    assert user in aside and user not in seated


def test_who_opened_another_identity_is_free_to_handle_this_one(cast: Cast) -> None:
    opened(cast.custodian, PASSPHRASE, Identity.objects.select_related("report", "key").get(report=cast.report()))
    other = cast.report()
    now_staff = dataclasses.replace(cast.custodian, roles=frozenset({Role.BAWASLU_STAFF}))
    assert open_matter(report=other, actor=now_staff).report_id == other.pk


ROLES = "kust  wakil  bekas  staf  pleno  dua  admin  audit  tanpa  distrik  provinsi  bkn  pemda  publik"
# Sealing anew and seeing namings are about the rows of one's own office, where they are anybody's at all.
TABLE = """
open_own        ya  ya  -  -  -  -  -  -  -  -  -   -  -  -
open_small      -   -   -  -  -  -  -  -  -  -  ya  -  -  -
reseal          ya  ya  -  -  -  -  -  -  -  ya ya  -  ya -
new_key         ya  ya  -  -  -  ya -  -  -  ya -   -  -  -
name            -   -   -  -  ya -  -  -  -  -  -   -  -  -
see_namings     ya  ya  ya -  ya ya -  -  -  ya -   -  -  -
"""
CELLS = {line.split()[0]: line.split()[1:] for line in TABLE.strip().splitlines()}


def everybody(cast: Cast) -> dict[str, Actor]:
    once = person(cast.bawaslu, Role.CUSTODIAN)
    hold(once)
    end_naming(naming=named(cast, once), actor=cast.commissioner)
    found = {
        "kust": cast.custodian,
        "wakil": deputy_of(cast),
        "bekas": once,
        "staf": cast.staff,
        "pleno": cast.commissioner,
        "dua": dataclasses.replace(cast.custodian, roles=frozenset({Role.CUSTODIAN, Role.BAWASLU_STAFF})),
        "admin": person(cast.bawaslu, Role.ADMINISTRATOR),
        "audit": person(cast.bawaslu, Role.AUDITOR),
        "tanpa": person(cast.bawaslu),
        "distrik": person(cast.bawaslu, Role.CUSTODIAN, region="99.71.02"),
        "provinsi": province_custodian(cast),
        "bkn": cast.bkn_officer,
        "pemda": person(cast.pemko, Role.PPK, Role.INSPECTORATE, Role.CUSTODIAN),
        "publik": Actor(kind="public"),
    }
    assert list(found) == ROLES.split()
    return found


def test_each_cell_of_who_may(cast: Cast) -> None:
    actors = everybody(cast)
    filed(formal())
    own = newest()
    naming = CustodyNaming.objects.filter(ended_at=None).select_related("organisation").get()
    asked = {
        "open_own": lambda actor: may(actor, "identity.open", own),
        "reseal": lambda actor: may(actor, "identity.reseal"),
        "new_key": lambda actor: may(actor, "custodian.new_key", own.key),
        "name": lambda actor: may(actor, "custody.name", naming),
        "see_namings": lambda actor: naming in visible(actor, CustodyNaming),
    }
    found = {verb: [may_be(actor) for actor in actors.values()] for verb, may_be in asked.items()}
    leave(*(Actor(kind="person", user_id=row.user_id) for row in RoleGrant.objects.filter(organisation=cast.bawaslu)))
    filed(formal())
    kept = newest()
    found["open_small"] = [may(actor, "identity.open", kept) for actor in actors.values()]
    for verb, cells in CELLS.items():
        told = {name: cell == "ya" for name, cell in zip(actors, cells, strict=True)}
        assert dict(zip(actors, found[verb], strict=True)) == told, verb


def test_naming_and_ending_are_refused_to_everybody_but_the_plenary_of_the_office(cast: Cast) -> None:
    deputy = deputy_of(cast)
    row = CustodyNaming.objects.select_related("organisation").get()
    other = person(cast.bawaslu, Role.CUSTODIAN)
    hold(other)
    refused = (cast.custodian, deputy, cast.staff, cast.province_staff, cast.bkn_officer, *cast.outsiders)
    for actor in refused:
        with pytest.raises(Forbidden):
            end_naming(naming=row, actor=actor)
        with pytest.raises(Forbidden):
            name_custodian(
                user=User.objects.get(pk=other.user_id),
                post=Post.CUSTODIAN,
                decision=DECISION,
                starts_on=TODAY,
                ends_on=LATER,
                actor=actor,
            )
    for actor in (cast.custodian, deputy, cast.staff, cast.bkn_officer, *cast.outsiders):
        for read in (namings, possible_custodians):
            with pytest.raises(Forbidden):
                read(actor)
    assert namings(cast.province_staff) == ()
    with pytest.raises(NotFound):
        naming_to_end(cast.province_staff, row.pk)


def test_sealing_for_a_deputy_asks_the_database_as_often_for_many_names_as_for_one(cast: Cast) -> None:
    deputy_of(cast)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            filed(formal())
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert Report.objects.count() == 2
