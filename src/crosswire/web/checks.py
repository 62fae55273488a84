"""Reports that were pasted to be checked: the last results, in memory alone, and one check at a time."""

import hashlib
import threading
from collections import OrderedDict

import msgspec

from crosswire.errors import SourceError
from crosswire.model import Check
from crosswire.sources.drafts import read_draft
from crosswire.web.jobs import BusyError
from crosswire.web.shelf import Shelf

# A long brief has 20,000 characters; one of 60,000 takes three seconds against the demo case (593 statements).
MAX_REPORT = 150_000
_KEPT, _WAITING = 30, 4


class Kept(msgspec.Struct, frozen=True):
    """A check and the state of the case (`Snapshot.key`) it was made against."""

    key: str
    check: Check


class Checks:
    """The last checks, by an id that only who knows the report can guess."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._lock, self._working = threading.Lock(), threading.Lock()
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._asked = 0

    def make(self, name: str, data: bytes) -> str:
        """Check a report and return the id of the result; raise `SourceError` when it cannot be checked."""
        draft = read_draft(data, name)
        if len(draft.text) > MAX_REPORT:
            raise SourceError(
                f"report {name}: expected at most {MAX_REPORT:,} characters, found {len(draft.text):,}; "
                "check it in parts, or with: crosswire verify"
            )
        key = self._shelf.snapshot().key
        id_ = hashlib.sha256(f"{key}\0{name}\0{draft.text}".encode()).hexdigest()[:32]
        with self._lock:
            if self._asked >= _WAITING:
                raise BusyError("Too many reports wait to be checked; try again in a minute.")
            self._asked += 1
        try:
            with self._working:
                if self.get(id_) is None:
                    self._keep(id_, Kept(key, self._shelf.check(draft)))
        finally:
            with self._lock:
                self._asked -= 1
        return id_

    def get(self, id_: str) -> Kept | None:
        """Return a check as it was made, None when it is none or too old."""
        with self._lock:
            return self._kept.get(id_)

    def _keep(self, id_: str, kept: Kept) -> None:
        with self._lock:
            self._kept[id_] = kept
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
