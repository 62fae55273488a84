"""The evaluator of names: tokens set as text, and what counts as right."""

import pytest
from bench.quality.entities.evaluate import count, tabulate
from bench.quality.entities.worldwide import Marked, set_as_text

TABLE = """source
Mara\tB-Person
Voss\tI-Person
of\tO
Calder\tB-Organization
(\tO
Port\tB-Location
Ellery\tI-Location
)\tO
spoke\tO
.\tO

"\tO
Soon\tO
,\tO
"\tO
she\tO
said\tO
"""


def test_tokens_read_as_text_and_names_keep_their_words() -> None:
    row = set_as_text("a", TABLE)
    assert row.text == 'Mara Voss of Calder (Port Ellery) spoke. "Soon," she said'
    assert [(row.text[start:end], kind) for start, end, kind in row.entities] == [
        ("Mara Voss", "person"),
        ("Calder", "organisation"),
        ("Port Ellery", "place"),
    ]


@pytest.mark.parametrize(
    ("found", "right"),
    [({(0, 4, "person")}, 1), ({(0, 3, "person")}, 0), ({(0, 4, "place")}, 0), (set(), 0)],
    ids=["same", "other-end", "other-kind", "nothing"],
)
def test_span_and_kind_must_both_be_right(found: set[tuple[int, int, str]], right: int) -> None:
    row = Marked("a", "Mara spoke", ((0, 4, "person"),))
    table = tabulate([count(found, row)])
    assert table["all"][2] == 100 * right
    assert table["person"][3] == 1
