"""
Rebuild src/crosswire/sources/page_weights.json from the pages beside the checkout.

    pip install lightgbm lxml && python training/page_lines/train.py
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import lightgbm
import numpy
from pages import LabelledPage, is_dev, load_pages

from crosswire.sources.page_lines import COLUMNS, measure

WEIGHTS = Path(__file__).resolve().parents[2] / "src/crosswire/sources/page_weights.json"
# Chosen by cross-validation over the training sites; more trees gain under .002 and cost speed.
SETTINGS = {
    "objective": "binary", "num_leaves": 10, "max_depth": 5, "learning_rate": 0.15, "min_data_in_leaf": 40,
    "lambda_l2": 5.0,
    "feature_fraction": 0.7, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 7, "deterministic": True,
    "num_threads": 1,
    "force_row_wise": True, "verbose": -1,
}  # fmt: skip
TREES = 60


def main() -> None:
    """Train on the training sites, write the weights."""
    pages = [page for page in load_pages() if not is_dev(page.site)]
    weights = export(fit(pages))
    WEIGHTS.write_text(json.dumps({"columns": list(COLUMNS), **weights}, separators=(",", ":")) + "\n")
    print(f"{len(pages)} pages, {sum(len(page.lines) for page in pages)} lines -> {WEIGHTS.stat().st_size} bytes")


def fit(pages: list[LabelledPage]) -> lightgbm.Booster:
    """Fit the trees; a page counts the same however long its menus are."""
    rows, labels, weights = [], [], []
    for page in pages:
        known = [(row, label) for row, label in zip(measure(page.lines), page.labels, strict=True) if label is not None]
        for row, label in known:
            rows.append(row)
            labels.append(label)
            weights.append(len(known) ** -0.5)
    data = lightgbm.Dataset(numpy.array(rows), numpy.array(labels), weight=numpy.array(weights) * 20)
    return lightgbm.train(SETTINGS, data, TREES)


def export(model: lightgbm.Booster) -> dict[str, list[list[float]]]:
    """
    Return the trees as arrays: per node its column, threshold and two children; a child below zero is leaf -1 - child.

    A row goes left when its value is at most the threshold.
    """
    trees = model.dump_model()["tree_info"]
    out: dict[str, list[list[float]]] = {"column": [], "threshold": [], "left": [], "right": [], "leaf": []}
    for tree in trees:
        column, threshold, left, right, leaf = [], [], [], [], []

        def visit(node: dict, column=column, threshold=threshold, left=left, right=right, leaf=leaf) -> int:
            if "leaf_value" in node:
                leaf.append(round(node["leaf_value"], 5))
                return -len(leaf)
            here = len(column)
            column.append(node["split_feature"])
            threshold.append(float(f"{node['threshold']:.6g}"))
            left.append(0)
            right.append(0)
            left[here] = visit(node["left_child"])
            right[here] = visit(node["right_child"])
            return here

        visit(tree["tree_structure"])
        for name, values in zip(out, (column, threshold, left, right, leaf), strict=True):
            out[name].append(values)
    return out


if __name__ == "__main__":
    main()
