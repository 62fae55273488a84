"""What a process remembers of a case from one weighing to the next, so that one report more takes little time."""

from crosswire.model import Article, Reading
from crosswire.model.sharing import for_weighing
from crosswire.store import SqliteStore
from crosswire.weigh import Kept


class Memory:
    """
    A case's articles and readings as objects, and the steps of its last weighing.

    It is for one case, and for one weighing at a time. Nothing of it is written into the file, and nothing that is
    asked of the case comes out otherwise for it. It takes about as much room as weighing the case does.
    """

    def __init__(self) -> None:
        """Remember nothing yet."""
        self.kept = Kept()
        self._articles: dict[str, Article] = {}
        self._readings: dict[str, Reading] = {}
        self._key = ""

    def articles(self, store: SqliteStore) -> list[Article]:
        """Return a case's articles, in id order, opening those not seen before."""
        names = store.article_ids()
        if not self._articles:
            self._articles = {one.id: one for one in store.articles()}
        for name in names:
            if name not in self._articles and (found := store.article(name)) is not None:
                self._articles[name] = found
        return [self._articles[name] for name in names]

    def readings(self, store: SqliteStore, key: str) -> list[Reading]:
        """Return what weighing asks of the readings of those articles under a key, opening those not seen before."""
        if key != self._key or not self._readings:
            self._key, self._readings = key, {one.article: for_weighing(one) for one in store.readings(key)}
        for name in self._articles:
            if name not in self._readings and (found := store.reading(name, key)) is not None:
                self._readings[name] = for_weighing(found)
        return [self._readings[name] for name in sorted(self._readings)]
