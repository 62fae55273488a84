"""Markdown is read as its reader sees it, also where a chat's answer lies in a text file."""

from pathlib import Path

from crosswire.model import Article
from crosswire.sources import collect
from crosswire.sources.markdown import is_marked, plain

DIGEST = """# Lake talks: daily brief
*3 May 2031*

- **Talks**: Envoys of Oria and Sudland met in Port Vale on Friday and *agreed* to meet again. (Northwire+2)
- **Prisoners**: Oria said 40 of its soldiers had come home since the first round in March. (Lake Post, Northwire)
- **The dam**. A draft seen by [Northwire](https://n.example/dam) would open 12 sluices by June, two diplomats said.
- [Home](https://l.example/) [Archive](https://l.example/archive)
"""


def read(tmp_path: Path, name: str, text: str) -> Article:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (article,) = collect([str(tmp_path / name)])
    assert isinstance(article, Article)
    return article


def test_the_words_stand_without_marks_and_labels(tmp_path: Path) -> None:
    article = read(tmp_path, "brief.md", DIGEST)
    body = " ".join(span.of(article.text).strip() for span in article.spans("body"))
    assert article.title == "Lake talks: daily brief"
    assert str(article.published) == "2031-05-03"
    assert "on Friday and agreed to meet" in body
    assert not any(mark in body for mark in ("**", "- ", "(Northwire", "Home", "Prisoners:", "https"))
    assert next(article.text[link.start : link.end] for link in article.links) == "Northwire"


def test_a_pasted_answer_is_markdown_whatever_its_name(tmp_path: Path) -> None:
    by_name, pasted = (read(tmp_path, name, DIGEST) for name in ("brief.md", "brief.txt"))
    assert by_name.text == pasted.text
    assert by_name.regions == pasted.regions


def test_a_text_with_a_star_or_two_is_none() -> None:
    assert not is_marked("They met.** It rained.\n* The paper has **two** marks and 5 * 3 ** 2 of them.")


def test_what_only_looks_like_a_mark_stays() -> None:
    words = "It fell by 5 * 3 to snake_case_names; # 7 stayed, 2031. A year.\n---\nAnd -4 degrees."
    assert plain(words).text == words


def test_a_picture_leaves_no_mark() -> None:
    assert plain("The bay ![boats](https://l.example/b.png) was *shut*.").text == "The bay  was shut."
