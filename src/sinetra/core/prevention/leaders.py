"""Leaders sign first (F16): who leads a unit, as far as its people's posts say so.

A registry knows posts, not who is in charge today. So the rule is modest: the person with the highest leading post of
a unit leads it; of several with the same post each one does; a unit where nobody has one has no known leader, and
nobody there waits. Functional and executing posts, teachers and posts not described lead nobody.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from sinetra.core.law.words import Position

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadingPost:
    """``why`` says why the post stands here, for who reads the code or doubts an answer."""

    position: Position
    why: str


#: From the highest. Grades: PP 11/2017 and UU 20/2023 on managerial posts; what leads a place stands by its grade.
LEADING_POSTS = (
    LeadingPost(position=Position.JPT_UTAMA, why="heads a ministry or agency"),
    LeadingPost(position=Position.JPT_MADYA, why="secretary of a province, directorate general"),
    LeadingPost(position=Position.JPT_PRATAMA, why="secretary of a city, head of a dinas, badan or inspectorate"),
    LeadingPost(position=Position.CAMAT, why="heads a kecamatan; its secretary is an administrator too"),
    LeadingPost(position=Position.ADMINISTRATOR, why="heads a bagian or bidang, secretary of a dinas"),
    LeadingPost(position=Position.LURAH, why="heads a kelurahan; its secretary is a supervisor too"),
    LeadingPost(position=Position.SCHOOL_HEAD, why="heads a school, by an added duty of a teacher"),
    LeadingPost(position=Position.SUPERVISOR, why="heads a seksi, subbagian or small service unit"),
)
_RANK = {post.position: rank for rank, post in enumerate(LEADING_POSTS)}


def leaders(people: Iterable[tuple[K, Position]]) -> frozenset[K]:
    """Those of one unit who lead it; empty when nobody is known to.

    >>> sorted(leaders([("a", Position.CAMAT), ("b", Position.ADMINISTRATOR), ("c", Position.EXECUTOR)]))
    ['a']
    >>> sorted(leaders([("a", Position.FUNCTIONAL), ("b", Position.TEACHER)]))
    []
    """
    ranked = [(rank, key) for key, position in people if (rank := _RANK.get(position)) is not None]
    highest = min((rank for rank, _ in ranked), default=None)
    return frozenset(key for rank, key in ranked if rank == highest)
