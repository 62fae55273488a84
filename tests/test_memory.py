"""A case that is added to remembers how it was weighed, and answers as one opened anew."""

from pathlib import Path

import msgspec

from crosswire.case import Case
from crosswire.memory import Memory
from crosswire.model import Dossier
from crosswire.web.settings import Settings
from crosswire.web.shelf import Shelf

TOLD = """The harbour of Vesk was closed on {} after the crews of Oria and Teland agreed on a truce of {} days. Cranes
stood still along the northern quay while officials counted the containers that had waited there since winter.

Ilse Varga, the defence minister of Oria, said {} prisoners would come home at midnight. Dockers who had gathered at the
gates were told to come back on Thursday, when the first two ships were expected from the south.
"""
REPORTS = [
    f"Title: Harbour closed\nSource: {outlet}\nDate: 2025-06-0{day}\n\n" + TOLD.format(name, days, prisoners)
    for outlet, day, name, days, prisoners in (
        ("Harbour Post", 3, "Monday", 30, 40),
        ("Northern Ledger", 3, "Tuesday", 30, 60),
        ("Vesk Mail", 4, "May 4", 20, 40),
    )
]


def weighed(case: Case) -> bytes:
    return msgspec.msgpack.encode(case.dossier())


def test_a_case_grown_in_one_process_is_that_of_several(tmp_path: Path) -> None:
    memory = Memory()
    grown, path = [], tmp_path / "grown.crosswire"
    for at, text in enumerate(REPORTS):
        with Case(path, create=True, fast=True, memory=memory) as case:
            case.receive([(f"{at}.txt", text.encode())])
            grown.append(weighed(case))
    assert memory.kept.work.printed == 1
    for end in range(1, len(REPORTS) + 1):
        with Case(tmp_path / f"{end}.crosswire", create=True, fast=True) as case:
            case.receive([(f"{at}.txt", text.encode()) for at, text in enumerate(REPORTS[:end])])
            assert weighed(case) == grown[end - 1]


def test_a_server_remembers_its_case_between_uploads(tmp_path: Path) -> None:
    path = tmp_path / "served.crosswire"
    shelf = Shelf(Settings(case=path, fast=True, create=True))
    for at, text in enumerate(REPORTS):
        shelf.add([(f"{at}.txt", text.encode())], lambda *_: None)
    with Case(tmp_path / "once.crosswire", create=True, fast=True) as case:
        case.receive([(f"{at}.txt", text.encode()) for at, text in enumerate(REPORTS)])
        once: Dossier = case.dossier()
    found = shelf.snapshot().dossier
    assert [one.id for one in found.claims] == [one.id for one in once.claims]
    assert shelf._memory.kept.work.printed == 1
