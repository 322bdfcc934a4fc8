"""Who leads a unit, by the posts of its people."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.law.words import Position
from sinetra.core.prevention.leaders import LEADING_POSTS, leaders

PEOPLE = st.lists(st.sampled_from(list(Position))).map(lambda posts: list(enumerate(posts)))


def test_a_camat_leads_the_kecamatan_and_its_secretary_does_not():
    assert leaders([("camat", Position.CAMAT), ("sekcam", Position.ADMINISTRATOR)]) == {"camat"}


def test_of_several_with_the_same_post_each_one_leads():
    assert leaders([(1, Position.JPT_PRATAMA), (2, Position.JPT_PRATAMA), (3, Position.EXECUTOR)]) == {1, 2}


def test_a_unit_of_nurses_teachers_and_clerks_has_no_known_leader():
    posts = (Position.FUNCTIONAL, Position.TEACHER, Position.EXECUTOR, Position.OTHER)
    assert leaders(enumerate(posts)) == frozenset()


def test_every_leading_post_says_why_and_stands_once():
    assert all(post.why for post in LEADING_POSTS)
    assert len({post.position for post in LEADING_POSTS}) == len(LEADING_POSTS)


@given(PEOPLE)
def test_leaders_are_those_with_one_leading_post_and_nobody_has_a_higher_one(people):
    order = [post.position for post in LEADING_POSTS]
    found = leaders(people)
    posts = {post for key, post in people if key in found}
    assert len(posts) <= 1
    assert bool(found) == any(post in order for _, post in people)
    for post in posts:
        assert all(other not in order or order.index(post) <= order.index(other) for _, other in people)


@given(PEOPLE, st.randoms())
def test_the_order_of_the_people_changes_nothing(people, random):
    shuffled = list(people)
    random.shuffle(shuffled)
    assert leaders(shuffled) == leaders(people)
