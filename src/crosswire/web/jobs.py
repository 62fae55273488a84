"""Adding reports takes time: each upload is a job, worked one after the other, whose progress anybody may watch."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import msgspec

from crosswire.case import Added
from crosswire.errors import CrosswireError
from crosswire.web.shelf import Shelf

_KEPT, _WAITING = 50, 8


class Job(msgspec.Struct, frozen=True):
    """The state of one upload. `total` is None while it is not known how much there is to do."""

    id: str
    files: int
    author: str
    stage: str = "Waiting"
    done: int = 0
    total: int | None = None
    finished: bool = False
    error: str | None = None
    added: Added | None = None


class BusyError(CrosswireError):
    """Too many uploads wait already."""


class Jobs:
    """The uploads of this server, newest last."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._lock = threading.Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._count = 0
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="crosswire-add")

    def start(self, files: Sequence[tuple[str, bytes]], author: str) -> Job:
        """Queue an upload and return its job; raise `BusyError` when too many wait."""
        with self._lock:
            if sum(not one.finished for one in self._jobs.values()) >= _WAITING:
                raise BusyError("Too many uploads wait already; try again when they are done.")
            self._count += 1
            job = Job(str(self._count), len(files), author)
            self._jobs[job.id] = job
            while len(self._jobs) > _KEPT:
                self._jobs.popitem(last=False)
        self._pool.submit(self._work, job.id, files)
        return job

    def get(self, name: str) -> Job | None:
        """Return a job as it stands."""
        with self._lock:
            return self._jobs.get(name)

    def recent(self) -> tuple[Job, ...]:
        """Return the jobs, newest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def close(self) -> None:
        """Let the job at work end and drop those that wait."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, name: str, files: Sequence[tuple[str, bytes]]) -> None:
        def tell(stage: str, done: int, total: int | None) -> None:
            self._change(name, stage=stage, done=done, total=total)

        ended = False
        try:
            added = self._shelf.add(files, tell)
            self._change(name, stage="Done", finished=True, added=added)
            ended = True
        except CrosswireError as error:
            self._change(name, stage="Failed", finished=True, error=str(error))
            ended = True
        finally:
            if not ended:  # a fault of ours: the traceback goes to the log, the page must not wait for ever
                self._change(name, stage="Failed", finished=True, error="a fault inside Crosswire; see the log")

    def _change(self, name: str, **fields: object) -> None:
        with self._lock:
            if name in self._jobs:
                self._jobs[name] = msgspec.structs.replace(self._jobs[name], **fields)
