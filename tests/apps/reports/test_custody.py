"""Who keeps the vault: custodian, deputy named in advance, for a small office the province; what the reporter reads."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from report_cast import PASSPHRASE, REPORTER, TODAY, Cast, filed, formal, hold, person

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.policy import may, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import assign, open_matter, start_study
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.successors import plenary, possible_handlers
from sinetra.apps.registry.models import Person
from sinetra.apps.reports import custody
from sinetra.apps.reports.actions import (
    end_naming,
    name_custodian,
    new_custodian_key,
    open_identity,
    reseal_identities,
)
from sinetra.apps.reports.actions.reseal_identities import Resealed
from sinetra.apps.reports.custody_reads import custody_of, naming_to_end, namings, possible_custodians
from sinetra.apps.reports.identities import identities, identity_to_open, key_in_use
from sinetra.apps.reports.intake import Reporter
from sinetra.apps.reports.models import CustodyNaming, Identity, Report
from sinetra.apps.reports.selectors import follow
from sinetra.apps.reports.vault import seal_reporter
from sinetra.apps.reports.vocabulary import OpeningGround, Post
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound, VerificationFailed

pytestmark = pytest.mark.django_db
REASON = "Klarifikasi pelapor atas permintaan pleno."
DEPUTYS, PROVINCES, NEWER = "daun pandan di dapur ibu", "angin laut di teluk sunyi", "batu kapur di jalan desa"
DECISION = "Keputusan Ketua 12/2024, 20 November 2024"
LATER = date(2025, 12, 31)


def newest() -> Identity:
    rows = Identity.objects.select_related("report__organisation", "report__matter", "key", "organisation")
    return rows.order_by("-pk")[0]


def opened(actor: Actor, secret: str, row: Identity | None = None) -> str:
    row = row or newest()
    ground = OpeningGround.CLARIFICATION
    return open_identity(identity=row, secret=secret, ground=ground, reason=REASON, actor=actor).name


def named(
    cast: Cast, user: Actor, post: Post = Post.DEPUTY, starts_on: date = TODAY, ends_on: date = LATER
) -> CustodyNaming:
    return name_custodian(
        user=User.objects.get(pk=user.user_id),
        post=post,
        decision=DECISION,
        starts_on=starts_on,
        ends_on=ends_on,
        actor=cast.commissioner,
    )


def deputy_of(cast: Cast) -> Actor:
    actor = person(cast.bawaslu, Role.CUSTODIAN)
    hold(actor)
    named(cast, actor)
    new_custodian_key(organisation=cast.bawaslu, passphrase=DEPUTYS, actor=actor)
    return actor


def leave(*actors: Actor) -> None:
    for row in RoleGrant.objects.filter(user_id__in=[actor.user_id for actor in actors]):
        with unit_of_work(SYSTEM) as work:
            work.change(row, ends_on=TODAY - timedelta(days=1), starts_on=TODAY - timedelta(days=9))
            work.record("accounts.end_role", row)


def shrink(cast: Cast, left: int) -> None:
    """So many people of the office stay."""
    rows = RoleGrant.objects.filter(organisation=cast.bawaslu).exclude(user_id=cast.custodian.user_id)
    leave(*(Actor(kind="person", user_id=row.user_id) for row in rows[: rows.count() + 1 - left]))


def province_custodian(cast: Cast, *, with_key: bool = True) -> Actor:
    actor = person(cast.province, Role.CUSTODIAN)
    hold(actor)
    if with_key:
        new_custodian_key(organisation=cast.province, passphrase=PROVINCES, actor=actor)
    return actor


# --- the deputy


def test_what_is_filed_while_a_deputy_is_named_opens_for_either_by_their_own_key(cast: Cast) -> None:
    deputy = deputy_of(cast)
    code = filed(formal()).code
    assert opened(cast.custodian, PASSPHRASE) == opened(deputy, DEPUTYS) == REPORTER["name"]
    told = [step.text() for step in follow(code).steps if step.code == "identity_opened"]
    assert "kustodian kantor ini" in told[0] and "wakil kustodian kantor ini" in told[1]
    assert all("klarifikasi dengan pelapor" in line for line in told)
    assert verify().ok


def test_the_reporter_reads_day_purpose_and_post_and_neither_name_nor_words(cast: Cast) -> None:
    answer = filed(formal())
    opened(cast.custodian, PASSPHRASE)
    told = str(follow(answer.code).to_json())
    assert "klarifikasi dengan pelapor" in told and str(TODAY) in told
    for hidden in (cast.custodian.name, str(cast.custodian.user_id), REASON, REPORTER["name"]):
        assert hidden not in told


def test_what_was_filed_before_the_deputy_came_opens_for_them_only_after_it_was_sealed_anew(cast: Cast) -> None:
    filed(formal())
    deputy = deputy_of(cast)
    with pytest.raises(VerificationFailed):
        opened(deputy, DEPUTYS)
    assert reseal_identities(secret=PASSPHRASE, actor=cast.custodian) == Resealed(done=1, left=0, after=None)
    assert opened(deputy, DEPUTYS) == REPORTER["name"]
    assert opened(cast.custodian, PASSPHRASE) == REPORTER["name"]


def test_a_deputy_whose_days_are_over_or_were_ended_opens_nothing_and_gets_nothing_new(cast: Cast) -> None:
    deputy = deputy_of(cast)
    filed(formal())
    row = CustodyNaming.objects.get()
    end_naming(naming=row, actor=cast.commissioner)
    with pytest.raises(Forbidden):
        opened(deputy, DEPUTYS)
    for action in ("identity.open", "identity.reseal", "custodian.new_key"):
        assert not may(deputy, action), action
    filed(formal())
    assert newest().also == {}
    with pytest.raises(Conflict):
        end_naming(naming=row, actor=cast.commissioner)
    assert opened(cast.custodian, PASSPHRASE) == REPORTER["name"]


def test_a_naming_counts_on_its_days_only(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    deputy = person(cast.bawaslu, Role.CUSTODIAN)
    hold(deputy)
    named(cast, deputy, starts_on=TODAY + timedelta(days=1), ends_on=TODAY + timedelta(days=2))
    found = []
    for days in range(4):
        monkeypatch.setattr("sinetra.ports.clock.today", lambda region=None, days=days: TODAY + timedelta(days=days))
        found.append(custody.post_of(deputy))
    assert found == [None, Post.DEPUTY, Post.DEPUTY, None]


def test_once_a_custodian_is_named_nobody_acts_by_the_role_alone(cast: Cast) -> None:
    other = person(cast.bawaslu, Role.CUSTODIAN)
    assert custody.post_of(other) is Post.CUSTODIAN
    hold(cast.custodian)
    named(cast, cast.custodian, Post.CUSTODIAN)
    assert custody.post_of(cast.custodian) is Post.CUSTODIAN
    assert custody.post_of(other) is None
    filed(formal())
    with pytest.raises(Forbidden):
        opened(other, PASSPHRASE)


def test_the_deputy_stands_in_when_the_custodian_once_handled_the_matter(cast: Cast) -> None:
    deputy = deputy_of(cast)
    report = cast.report()
    open_matter(report=report, actor=cast.staff)
    with unit_of_work(SYSTEM) as work:
        matter = Matter.objects.get()
        work.change(matter, handler_id=cast.custodian.user_id)
        work.record("matter.take", matter)
    with pytest.raises(Forbidden):
        opened(cast.custodian, PASSPHRASE)
    assert opened(deputy, DEPUTYS) == REPORTER["name"]


def test_the_key_of_the_deputy_retires_none_of_the_custodian(cast: Cast) -> None:
    before = key_in_use(cast.custodian)
    deputy = deputy_of(cast)
    assert key_in_use(cast.custodian) == before
    own = key_in_use(deputy)
    assert own is not None and before is not None and own.key_id != before.key_id


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"decision": "12"}, "decision"),
        ({"starts_on": TODAY - timedelta(days=1)}, "starts_on"),
        ({"ends_on": TODAY - timedelta(days=1)}, "ends_on"),
        ({"who": "handler"}, "user"),
        ({"who": "nobody"}, "user"),
    ],
)
def test_a_naming_is_in_advance_by_a_decision_of_somebody_who_may(cast: Cast, changes: dict, field: str) -> None:
    who = {"handler": (Role.CUSTODIAN, Role.BAWASLU_STAFF), "nobody": ()}.get(changes.pop("who", ""), (Role.CUSTODIAN,))
    actor = person(cast.bawaslu, *who)
    hold(actor)
    given = {"post": Post.DEPUTY, "decision": DECISION, "starts_on": TODAY, "ends_on": LATER} | changes
    with pytest.raises(BadInput) as caught:
        name_custodian(user=User.objects.get(pk=actor.user_id), actor=cast.commissioner, **given)
    assert caught.value.field == field
    assert not CustodyNaming.objects.exists()


def test_one_post_and_one_person_are_named_once_on_a_day(cast: Cast) -> None:
    deputy_of(cast)
    other = person(cast.bawaslu, Role.CUSTODIAN)
    hold(other)
    with pytest.raises(Conflict):
        named(cast, other)
    with pytest.raises(Conflict):
        named(cast, Actor(kind="person", user_id=CustodyNaming.objects.get().user_id), Post.CUSTODIAN)
    named(cast, other, starts_on=LATER + timedelta(days=1), ends_on=LATER + timedelta(days=2))
    assert len(namings(cast.commissioner)) == 2


# --- the small office


@pytest.mark.parametrize(("people", "is_small"), [(0, True), (1, True), (2, True), (3, False), (4, False)])
def test_below_three_people_the_office_is_small(cast: Cast, people: int, is_small: bool) -> None:
    hold(person(cast.bawaslu, Role.BAWASLU_STAFF))
    shrink(cast, people)
    if people == 0:
        leave(cast.custodian)
    assert custody.people_of(cast.bawaslu.pk, TODAY) == people
    assert custody.is_small(cast.bawaslu) is is_small
    assert custody.keeper_of(cast.bawaslu) == (cast.province if is_small else cast.bawaslu)


def test_somebody_with_two_accounts_or_two_roles_is_one_and_a_closed_account_none(cast: Cast) -> None:
    shrink(cast, 2)
    staff = person(cast.bawaslu, Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER)
    hold(staff)
    assert custody.people_of(cast.bawaslu.pk, TODAY) == 3
    second = person(cast.bawaslu, Role.BAWASLU_COMMISSIONER)
    hold(second)
    with unit_of_work(SYSTEM) as work:
        somebody = work.create(Person(organisation=cast.bawaslu, name="Kenanga Contohwati", status="pns"))
        work.record("person.store", somebody)
        for actor in (staff, second):
            user = User.objects.get(pk=actor.user_id)
            work.change(user, person_id=somebody.pk)
            work.record("accounts.link", user)
    assert custody.people_of(cast.bawaslu.pk, TODAY) == 3
    User.objects.filter(pk__in=[staff.user_id, second.user_id]).update(is_active=False)
    assert custody.people_of(cast.bawaslu.pk, TODAY) == 2


def test_who_neither_handles_nor_keeps_is_not_counted(cast: Cast) -> None:
    for role in set(Role) - {Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER, Role.CUSTODIAN}:
        hold(person(cast.bawaslu, role))
    assert custody.people_of(cast.bawaslu.pk, TODAY) == 3


def test_of_a_small_office_the_custodian_of_the_province_opens_and_its_own_does_not(cast: Cast) -> None:
    above = province_custodian(cast)
    shrink(cast, 2)
    code = filed(formal()).code
    row = newest()
    assert row.keeper_id == cast.province.pk
    with pytest.raises(Forbidden):
        opened(cast.custodian, PASSPHRASE)
    with pytest.raises(Forbidden):
        identity_to_open(cast.custodian, row.pk)
    assert opened(above, PROVINCES, identity_to_open(above, row.pk)) == REPORTER["name"]
    assert "kustodian kantor provinsi" in str(follow(code).to_json())
    assert AuditEntry.objects.get(action="identity.open").actor == above.reference


def test_of_an_office_of_three_the_custodian_of_the_province_opens_nothing_and_sees_nothing(cast: Cast) -> None:
    above = province_custodian(cast)
    filed(formal())
    assert newest().keeper_id is None
    with pytest.raises(Forbidden):
        opened(above, PROVINCES)
    with pytest.raises(NotFound):
        identity_to_open(above, newest().pk)
    assert not identities(above).items


def test_a_province_without_a_key_turns_no_name_away_and_the_page_says_that_nobody_opens(cast: Cast) -> None:
    shrink(cast, 2)
    filed(formal())
    with pytest.raises(Forbidden):
        opened(cast.custodian, PASSPHRASE)
    assert custody_of(cast.custodian).nobody_opens
    above = province_custodian(cast)
    assert not custody_of(cast.custodian).nobody_opens
    assert reseal_identities(secret=PASSPHRASE, actor=cast.custodian).done == 1
    assert opened(above, PROVINCES) == REPORTER["name"]
    assert reseal_identities(secret=PASSPHRASE, actor=cast.custodian) == Resealed(done=0, left=0, after=None)


def test_an_office_that_grew_gets_its_vault_back_from_the_province(cast: Cast) -> None:
    above = province_custodian(cast)
    shrink(cast, 2)
    filed(formal())
    for _ in range(2):
        hold(person(cast.bawaslu, Role.BAWASLU_STAFF))
    with pytest.raises(Forbidden):
        opened(cast.custodian, PASSPHRASE)
    assert reseal_identities(secret=PROVINCES, actor=above).done == 1
    assert opened(cast.custodian, PASSPHRASE) == REPORTER["name"]
    with pytest.raises(Forbidden):
        opened(above, PROVINCES)


def test_the_province_itself_is_never_too_small(cast: Cast) -> None:
    assert custody.people_of(cast.province.pk, TODAY) == 0
    assert not custody.is_small(cast.province)


# --- a new key, and somebody who leaves


def test_after_a_new_key_the_old_names_are_sealed_to_it_and_the_old_key_opens_them_no_more(cast: Cast) -> None:
    for _ in range(5):
        filed(formal())
    sealed_before = {bytes(row.sealed) for row in Identity.objects.all()}
    new_custodian_key(organisation=cast.bawaslu, passphrase=NEWER, actor=cast.custodian)
    with pytest.raises(VerificationFailed):
        opened(cast.custodian, NEWER)
    first = reseal_identities(secret=PASSPHRASE, actor=cast.custodian, size=2)
    assert (first.done, first.left) == (2, 0) and first.after is not None
    second = reseal_identities(secret=PASSPHRASE, actor=cast.custodian, size=2, after=first.after)
    last = reseal_identities(secret=PASSPHRASE, actor=cast.custodian, size=2, after=second.after)
    assert (second.done, last.done, last.after) == (2, 1, None)
    assert not sealed_before & {bytes(row.sealed) for row in Identity.objects.all()}
    assert opened(cast.custodian, NEWER) == REPORTER["name"]
    with pytest.raises(VerificationFailed):
        opened(cast.custodian, PASSPHRASE)
    assert AuditEntry.objects.filter(action="identity.reseal").count() == 5
    assert not AuditEntry.objects.filter(action="identity.open", data__icontains=REPORTER["name"]).exists()
    assert verify().ok


def test_who_follows_a_leaver_uses_the_printed_sheet_from_the_safe_and_makes_a_new_key(cast: Cast) -> None:
    _, made = new_custodian_key(organisation=cast.bawaslu, passphrase="frasa yang dibawa pergi", actor=cast.custodian)
    filed(formal())
    hold(cast.custodian)
    leave(cast.custodian)
    assert custody_of(person(cast.bawaslu, Role.CUSTODIAN)).holder_left
    follower = person(cast.bawaslu, Role.CUSTODIAN)
    hold(follower)
    new_custodian_key(organisation=cast.bawaslu, passphrase=NEWER, actor=follower)
    assert not custody_of(follower).holder_left
    assert reseal_identities(secret=made.recovery, actor=follower).done == 1
    assert opened(follower, NEWER) == REPORTER["name"]


def test_a_wrong_secret_seals_nothing_anew_and_what_it_does_not_open_is_counted(cast: Cast) -> None:
    filed(formal())
    new_custodian_key(organisation=cast.bawaslu, passphrase=NEWER, actor=cast.custodian)
    filed(formal())
    new_custodian_key(organisation=cast.bawaslu, passphrase="akar bahar di dasar laut", actor=cast.custodian)
    before = list(Identity.objects.order_by("pk").values_list("version", flat=True))
    with pytest.raises(VerificationFailed):
        reseal_identities(secret="bukan frasa siapa pun", actor=cast.custodian)
    assert list(Identity.objects.order_by("pk").values_list("version", flat=True)) == before
    assert reseal_identities(secret=NEWER, actor=cast.custodian) == Resealed(done=1, left=1, after=None)


def test_a_name_moved_to_another_report_stops_the_sealing(cast: Cast) -> None:
    filed(formal())
    row = newest()
    other = seal_reporter(Reporter(**REPORTER), row.pk, bytes(row.key.public_key))
    Identity.objects.update(sealed=other)
    new_custodian_key(organisation=cast.bawaslu, passphrase=NEWER, actor=cast.custodian)
    with pytest.raises(VerificationFailed) as caught:
        reseal_identities(secret=PASSPHRASE, actor=cast.custodian)
    assert caught.value.code == "identity_moved"


# --- who opened is never who handles


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


# --- who may

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
