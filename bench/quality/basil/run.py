"""
The main job over BASIL's stories: every story a report, every line verified, the same bytes twice.

    python -m bench.quality.basil.run [--sample 20] [--stories 60]

Prints a table; `--sample` also prints lines with the passages they rest on, for reading by eye.
"""

import argparse
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from crosswire.assess import allowed_words, verify
from crosswire.model import Article, Assessment, Dossier, Line
from crosswire.packs import load
from crosswire.pipeline import Inputs, Job, collect_inputs, read_all, weigh_readings, write_assessment
from crosswire.read import choose_annotator
from crosswire.write import to_html, to_json

DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "basil" / "basil.jsonl"
OUTLETS = {"nyt": "New York Times", "fox": "Fox News", "hpo": "HuffPost"}


def main() -> None:
    """Print the table of all stories, and a sample of lines when asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--stories", type=int, default=60)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    lines: list[tuple[str, Line, dict[str, Article]]] = []
    for story, (dossier, assessment, again) in assess_stories(options.stories):
        articles = {article.id: article for article in dossier.articles}
        counts["stories"] += 1
        counts["reports with a bottom line"] += any(one.name == "bottom_line" for one in assessment.sections)
        counts["lines"] += sum(len(section.lines) for section in assessment.sections)
        counts["bad lines"] += len(verify(assessment, articles.values(), allowed_words(dossier)))
        counts["lines refused before printing"] += assessment.dropped
        counts["uncited lines"] += sum(not line.evidence for section in assessment.sections for line in section.lines)
        counts["stories whose bytes differ on a second run"] += again != to_json(assessment) + to_html(assessment)
        counts["claims of two or more origins"] += sum(claim.count > 1 for claim in dossier.claims)
        counts["claims of two or more reports"] += sum(
            len({one.article for one in claim.evidence}) > 1 for claim in dossier.claims
        )
        counts["disputes"] += len(dossier.disputes)
        shown = (line for section in assessment.sections for line in section.lines if line.kind != "assessed")
        lines += [(story, line, articles) for line in shown]
    for name, value in counts.items():
        print(f"{name}: {value}")
    for story, line, articles in random.Random(20).sample(lines, min(options.sample, len(lines))):
        print(f"\n[{story[:8]}] {line.kind} {line.label or ''}\n  LINE: {line.text}\n  NOTE: {line.note}")
        for evidence in line.evidence[:3]:
            text = articles[evidence.article].text
            context = " ".join(text[max(0, evidence.start - 200) : evidence.end + 60].split())
            print(f"  {articles[evidence.article].label}: ...{context}...")


def assess_stories(most: int) -> Iterator[tuple[str, tuple[Dossier, Assessment, str]]]:
    """Yield, a story, its dossier, its assessment, and the bytes of a second run over the files in another order."""
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    stories = sorted({row["story"] for row in rows})[:most]
    for story in stories:
        with tempfile.TemporaryDirectory() as folder:
            paths = [_write(Path(folder), row) for row in rows if row["story"] == story]
            dossier, assessment = _run(paths)
            _, second = _run(paths[::-1])
            yield story, (dossier, assessment, to_json(second) + to_html(second))


def _write(folder: Path, row: dict[str, str]) -> str:
    path = folder / f"{row['source'].lower()}.txt"
    outlet = OUTLETS[row["source"].lower()]
    head = f"Title: {row['title']}\nSource: {outlet}\nDate: {row['date']}\nURL: {row['url']}"
    path.write_text(f"{head}\n\n{row['text']}", encoding="utf-8")
    return str(path)


def _run(paths: list[str]) -> tuple[Dossier, Assessment]:
    packs, job = load(), Job(tuple(paths))
    inputs: Inputs = collect_inputs(job, packs, None, _silent)
    readings = tuple(read_all(inputs.articles, packs, choose_annotator()))
    dossier = weigh_readings(inputs, readings, packs, _silent)
    return dossier, write_assessment(dossier, None, packs, None, job, _silent)


def _silent(stage: str, done: int, total: int | None) -> None:
    """Report no progress."""


if __name__ == "__main__":
    main()
