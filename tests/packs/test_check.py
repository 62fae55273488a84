"""`check_pack` names file, entry and remedy for each way a pack can be wrong."""

from pathlib import Path

import pytest

from crosswire.errors import PackError
from crosswire.packs import load
from crosswire.packs.check import check_pack, examples

HEADER = 'name = "mine"\ntitle = "Mine"\ndescription = "A test."\n'


def make(folder: Path, **files: str) -> str:
    (folder / "pack.toml").write_text(HEADER)
    for stem, text in files.items():
        (folder / (f"{stem}.jsonl" if stem == "examples" else f"{stem}.toml")).write_text(text)
    return str(folder)


def actor(key: str, name: str, **more: str) -> str:
    lines = [
        f'id = "{key}"',
        f'name = "{name}"',
        'kind = "person"',
        *(f"{field} = {value}" for field, value in more.items()),
    ]
    return "[[actors]]\n" + "\n".join(lines) + "\n"


def test_a_sound_pack_has_no_problems(tmp_path: Path) -> None:
    assert (
        check_pack(make(tmp_path, actors=actor("a", "Ann Doe"), examples='{"text": "Rain fell.", "none": true}\n'))
        == []
    )


@pytest.mark.parametrize(
    ("files", "words"),
    [
        pytest.param(
            {"actors": actor("a", "Ann") + actor("a", "Bob")}, ("actors.toml", "used twice"), id="id-used-twice"
        ),
        pytest.param(
            {"actors": actor("a", "Ann", party='"XX"')}, ("entry 1 (a)", "'XX'", "mend the id"), id="unknown-party"
        ),
        pytest.param(
            {"actors": actor("a", "Ann") + actor("b", "Bob", aliases='["Ann"]')},
            ("'Ann'", "also a's"),
            id="alias-clash",
        ),
        pytest.param(
            {"actors": actor("a", "Ann", aliases='["Annie", "Annie"]')},
            ("twice in aliases", "remove"),
            id="alias-repeated",
        ),
        pytest.param(
            {"actors": "[[actors]]\nid = 3\n"}, ("actors.toml entry 1", "docs/add-a-pack.md"), id="wrong-type"
        ),
        pytest.param({"actors": "[[actors\n"}, ("expected TOML", "mend the file"), id="not-toml"),
        pytest.param(
            {"examples": '{"text": "x"}\n'}, ("examples.jsonl line 1", "expected an act"), id="example-without-act"
        ),
        pytest.param({"examples": "{]\n"}, ("examples.jsonl line 1", "expected text"), id="example-not-json"),
        pytest.param({"examples": '{"text": " ", "none": true}\n'}, ("empty text",), id="example-empty"),
        pytest.param(
            {"actors": actor("a", "Ann"), "examples": '{"text": "x", "act": "SAY", "speaker": "zz"}\n'},
            ("speaker 'zz'", "mend the id"),
            id="example-unknown-speaker",
        ),
        pytest.param(
            {"names": '[[lexicon]]\nname = "titles"\nwords = []\n'}, ("(titles)", "empty list"), id="empty-list"
        ),
    ],
)
def test_each_fault_is_named_with_its_remedy(tmp_path: Path, files: dict[str, str], words: tuple[str, ...]) -> None:
    problems = check_pack(make(tmp_path, **files))
    assert len(problems) == 1
    assert all(word in problems[0] for word in words)


def test_a_missing_pack_is_a_problem_not_a_crash() -> None:
    assert "known packs" in check_pack("no-such-pack")[0]


def test_a_malformed_example_raises(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="line 1"):
        examples(make(tmp_path, examples='{"speech": 1}\n'))


def test_names_toml_adds_to_the_lexicon_and_the_digest(tmp_path: Path) -> None:
    before = load(make(tmp_path)).digest
    other = tmp_path / "other"
    other.mkdir()
    packs = load(
        make(
            other,
            lexicon='[[lexicon]]\nname = "titles"\nwords = ["Envoy"]\n',
            names='[[lexicon]]\nname = "titles"\nwords = ["Reeve"]\n',
        )
    )
    assert packs.words("titles") == ("Envoy", "Reeve")
    assert packs.digest != before
