"""The gate's figures of the main job on BASIL's stories: what must be none, and that every story gets a report."""

from collections import Counter

from bench.quality.basil import run
from crosswire.assess import allowed_words, verify
from crosswire.write import to_html, to_json

INPUTS = (run.DATA,)
# Each story is worked twice, and every byte compared: a minute on a busy core.
QUICK = False
LOWER = frozenset({"bad lines", "uncited lines", "stories whose bytes differ on a second run"})


def measure() -> dict[str, float]:
    """Assess every story twice."""
    counts: Counter[str] = Counter(dict.fromkeys((*LOWER, "stories", "reports with a bottom line"), 0))
    for _, (dossier, assessment, again) in run.assess_stories(60):
        lines = [line for section in assessment.sections for line in section.lines]
        counts["stories"] += 1
        counts["reports with a bottom line"] += any(one.name == "bottom_line" for one in assessment.sections)
        counts["bad lines"] += len(verify(assessment, dossier.articles, allowed_words(dossier)))
        counts["uncited lines"] += sum(not line.evidence for line in lines)
        counts["stories whose bytes differ on a second run"] += again != to_json(assessment) + to_html(assessment)
    return {name: float(value) for name, value in counts.items()}
