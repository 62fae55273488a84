"""What stands before a wire's first sentence is no part of it."""

import pytest

from crosswire.text.datelines import dateline_end

REST = "The ministers met."


@pytest.mark.parametrize(
    "line",
    [
        "LIMA, Peru, May 4 (Agency) - ",
        "LIMA (Agency) — ",
        "Nov 12 (Agency) - ",
        "Lima, May 4 (Agency) -- ",
        "(Agency) - ",
        "AUGUSTA, Me. — ",
        "NEW TARN — ",
        "LIMA, November 12. /AGENCY/. ",
        "KYIV/MOSCOW, June 2 (Agency) - ",
        "04 May 27 11:54 GMT ",
        "",
    ],
)
def test_a_dateline_ends_where_the_sentence_begins(line: str) -> None:
    text = line + REST
    assert text[dateline_end(text, 0, len(text)) :] == REST


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Group (HG) - which runs the port - refused.",
        "The port - the largest of three - was shut.",
        "Ministers met in Lima (Peru) on 4 May - and left.",
        "A truce/ceasefire was signed.",
    ],
)
def test_an_aside_is_no_dateline(text: str) -> None:
    assert dateline_end(text, 0, len(text)) == 0
