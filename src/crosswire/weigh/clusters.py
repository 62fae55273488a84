"""Articles that share passages, in clusters: what the articles of one come to says nothing of those of another."""

from collections import defaultdict
from collections.abc import Collection, Sequence

import msgspec

from .copies import Overlap
from .groups import Groups


class Cluster(msgspec.Struct, frozen=True, eq=False):
    """The ids of articles that overlaps tie to one another, and these overlaps, both in order."""

    members: tuple[str, ...]
    overlaps: tuple[Overlap, ...]


class Clusters:
    """
    The clusters of a growing case: one that no article and no overlap was added to is the same object.

    >>> clusters = Clusters()
    >>> one, other = clusters.of(["a", "b"], [])
    >>> clusters.of(["a", "b", "c"], [Overlap("b", "c", 1.0, 1.0, ())])[0] is one
    True
    """

    def __init__(self) -> None:
        """Know none."""
        self._known: dict[int, Overlap] = {}
        self._of: dict[str, Cluster] = {}

    def of(self, articles: Collection[str], overlaps: Sequence[Overlap]) -> list[Cluster]:
        """Return the clusters of articles with all their overlaps, by their first members."""
        come = [one for one in overlaps if id(one) not in self._known]
        if len(self._known) + len(come) != len(overlaps) or not self._of.keys() <= set(articles):
            self._known, self._of, come = {}, {}, list(overlaps)
        touched = {
            id(self._of[name]): self._of[name] for one in come for name in (one.copy, one.source) if name in self._of
        }
        names = [name for name in articles if name not in self._of]
        names += [name for cluster in touched.values() for name in cluster.members]
        shared = [*come, *(one for cluster in touched.values() for one in cluster.overlaps)]
        self._known.update((id(one), one) for one in come)
        groups = Groups(names)
        for one in shared:
            groups.join(one.copy, one.source)
        tied: dict[str, list[Overlap]] = defaultdict(list)
        for one in sorted(shared, key=lambda one: (one.copy, one.source)):
            tied[groups.root(one.copy)].append(one)
        for members in groups.all():
            cluster = Cluster(members, tuple(tied[members[0]]))
            self._of.update(dict.fromkeys(members, cluster))
        return sorted({id(one): one for one in self._of.values()}.values(), key=lambda one: one.members[0])
