"""Several processes that read side by side, made ready while something else is done."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import chain
from types import TracebackType

import msgspec

from crosswire.model import Article, Reading
from crosswire.packs import Packs, load, names
from crosswire.read.annotator import Annotator, EncoderAnnotator
from crosswire.read.reader import read_together

# Below this many articles a crew's start costs more than it saves (measured on BASIL: .25 s to start two workers).
_FROM = 80
# The trained encoder takes several times as long an article, and starts as fast.
_FROM_ENCODER = 12
# Articles handed to a process at a time: enough to fill what the encoder reads side by side. Towards the end they are
# fewer, so that all processes end together.
_CHUNK, _LEAST = 8, 2
# What each process is handed at most while reports are opened; the rest is read in order, so that the bar moves, and
# shared out knowing how much there is.
_AHEAD = 1
# With the encoder so many are read side by side, fewer where they are long: that many characters, or one article.
_TOGETHER = 8
_TOGETHER_LONG = 60_000
# What a process reads to be ready: it quotes, and it tells an act, so that everything is looked at once.
_ANY = Article("", "“We left,” Ms. Roe said. The envoys met on Monday.")

# Where a reading will be: what a process was handed, and which of its articles it is.
Place = tuple[Future[list[bytes]], int]


def is_worth_a_crew(articles: int, annotator: Annotator | None) -> bool:
    """Tell whether several processes read that many articles sooner than one."""
    return articles >= (_FROM_ENCODER if isinstance(annotator, EncoderAnnotator) else _FROM)


class Crew:
    """Processes that read. They start at once, each making its network ready; close them, or use a `with` block."""

    def __init__(self, packs: Packs, annotator: Annotator | None, processes: int) -> None:
        """Start `processes` that read by `packs` with `annotator`, None for the rules alone."""
        self.packs = packs.digest
        named = packs.names if _is_reloadable(packs) else packs
        self._read = partial(_read, packs=named, annotator=annotator)
        self._processes = processes
        self._pool = ProcessPoolExecutor(processes, initializer=gc.disable)
        self._opened: list[Article] = []
        self._begun: dict[str, tuple[Article, Place]] = {}
        self._unread: list[Future[list[bytes]]] = []
        # Each is busy with one of these long enough for the next to take another; should it fail, reports will tell.
        for _ in range(processes):
            self._pool.submit(self._read, [_ANY])

    def __enter__(self) -> "Crew":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes; what they have not begun to read stays unread."""
        self._pool.shutdown(cancel_futures=True)

    def begin(self, article: Article) -> None:
        """Take an article that `read` may be asked for: it is read while others are opened, if a process is free."""
        self._opened.append(article)
        if len(self._opened) == _CHUNK:
            self._unread = [one for one in self._unread if not one.done()]
            if len(self._unread) < _AHEAD * self._processes:
                self._unread.append(self._begin(self._opened))
            self._opened = []

    def share_out(self, articles: Sequence[Article]) -> None:
        """Hand over all that `read` will be asked for, so that it is read while this process does something else."""
        late = [one for one in articles if self._begun.get(one.id, (None,))[0] != one]
        for stretch in _shares(len(late), self._processes):
            self._begin(late[stretch])

    def read(self, articles: Sequence[Article]) -> Iterator[Reading]:
        """Yield one reading an article, in order."""
        places = {at: place for at, one in enumerate(articles) if (place := self._place_of(one))}
        late = [at for at in range(len(articles)) if at not in places]
        for stretch in _shares(len(late), self._processes):
            some = late[stretch]
            places |= zip(some, self._hand_over([articles[at] for at in some]), strict=True)
        decode = msgspec.msgpack.Decoder(Reading).decode
        for at in range(len(articles)):
            future, row = places.pop(at)
            yield decode(future.result()[row])

    def _place_of(self, article: Article) -> Place | None:
        """Return where the reading of an article that was begun will be, None when it was not."""
        begun, place = self._begun.pop(article.id, (None, None))
        return place if begun == article else None

    def _begin(self, articles: Sequence[Article]) -> Future[list[bytes]]:
        """Hand over some articles, at least one, and keep where their readings will be."""
        places = self._hand_over(articles)
        self._begun |= {one.id: (one, place) for one, place in zip(articles, places, strict=True)}
        return places[0][0]

    def _hand_over(self, articles: Sequence[Article]) -> list[Place]:
        future = self._pool.submit(self._read, list(articles))
        return [(future, at) for at in range(len(articles))]


def read_alone(articles: Sequence[Article], packs: Packs, annotator: Annotator | None) -> Iterator[Reading]:
    """Yield one reading an article, in order, in this process."""
    batches = _batches(articles, trained=isinstance(annotator, EncoderAnnotator))
    return chain.from_iterable(read_together(batch, packs, annotator) for batch in batches)


def _batches(articles: Iterable[Article], *, trained: bool) -> Iterator[list[Article]]:
    """Yield the articles to read side by side: one at a time without the encoder, for which alone it pays."""
    batch: list[Article] = []
    for article in articles:
        size = sum(len(one.text) for one in [*batch, article])
        if batch and (not trained or len(batch) == _TOGETHER or size > _TOGETHER_LONG):
            yield batch
            batch = []
        batch.append(article)
    if batch:
        yield batch


def _shares(count: int, processes: int) -> Iterator[slice]:
    """
    Yield which of `count` articles are handed over together: the fewer are left, the fewer.

    >>> [one.stop - one.start for one in _shares(33, 2)]
    [8, 4, 4, 4, 2, 2, 2, 2, 2, 2, 1]
    """
    start = 0
    while start < count:
        size = _CHUNK
        # Alone, an article takes a third longer with the encoder.
        while size > _LEAST and count - start < 2 * processes * size:
            size //= 2
        yield slice(start, min(start + size, count))
        start += size


def _is_reloadable(packs: Packs) -> bool:
    """Tell whether a worker can load these packs by name, which is cheaper than pickling them with every chunk."""
    return set(packs.names) <= set(names()) and load(*packs.names).digest == packs.digest


def _read(articles: Sequence[Article], packs: Packs | tuple[str, ...], annotator: Annotator | None) -> list[bytes]:
    """Read articles, packed as the store packs them: pickled they take twice as long on their way."""
    found = read_alone(articles, packs if isinstance(packs, Packs) else load(*packs), annotator)
    return [msgspec.msgpack.encode(one) for one in found]
