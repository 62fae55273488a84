"""Several processes that read side by side, made ready while something else is done."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from types import TracebackType

from crosswire.model import Article, Reading
from crosswire.packs import Packs, load, names
from crosswire.read.annotator import Annotator, EncoderAnnotator
from crosswire.read.reader import read_together

# Below this many articles a crew's start costs more than it saves (measured on BASIL: .25 s to start two workers).
_FROM = 80
# The trained encoder takes several times as long an article, and starts as fast.
_FROM_ENCODER = 12
# Articles handed to a worker at a time: large enough to hide the pickling, small enough to keep the bar moving.
_CHUNK = 8
# With the encoder so many are read side by side, fewer where they are long: that many characters, or one article.
_TOGETHER = 4
_TOGETHER_LONG = 40_000
# What a process reads to be ready: it quotes, and it tells an act, so that everything is looked at once.
_ANY = Article("", "“We left,” Ms. Roe said. The envoys met on Monday.")

Read = Callable[[Sequence[Article]], list[Reading]]


def is_worth_a_crew(articles: int, annotator: Annotator | None) -> bool:
    """Tell whether several processes read that many articles sooner than one."""
    return articles >= (_FROM_ENCODER if isinstance(annotator, EncoderAnnotator) else _FROM)


class Crew:
    """Processes that read. They start at once, each making its network ready; close them, or use a `with` block."""

    def __init__(self, packs: Packs, annotator: Annotator | None, processes: int) -> None:
        """Start `processes` that read by `packs` with `annotator`, None for the rules alone."""
        named = partial(_read_named, names=packs.names, annotator=annotator)
        whole = partial(read_together, packs=packs, annotator=annotator)
        self._read: Read = named if _is_reloadable(packs) else whole
        self._trained = isinstance(annotator, EncoderAnnotator)
        self._pool = ProcessPoolExecutor(processes, initializer=gc.disable)
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

    def read(self, articles: Sequence[Article]) -> Iterator[Reading]:
        """Yield one reading an article, in order."""
        batches = _batches(articles, trained=self._trained)
        yield from chain.from_iterable(self._pool.map(self._read, batches, chunksize=1 if self._trained else _CHUNK))


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


def _is_reloadable(packs: Packs) -> bool:
    """Tell whether a worker can load these packs by name, which is cheaper than pickling them with every chunk."""
    return set(packs.names) <= set(names()) and load(*packs.names).digest == packs.digest


def _read_named(articles: Sequence[Article], names: tuple[str, ...], annotator: Annotator | None) -> list[Reading]:
    return read_together(articles, load(*names), annotator)
