"""Methods that train the points of an experiment: BEP and the baselines."""

import functools
import importlib.util
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields

from bep_hw.data.design import ENCODING_OPTIONS
from bep_hw.spec.training import Training
from bep_hw.support.errors import require
from bep_hw.train import session
from sim.baselines import local_rule, qat_config

DEFAULT_METHOD = "bep"


@dataclass(frozen=True, kw_only=True)
class Method:
    """A way to train a run.

    label: its name in the plot
    measure: run, data, stopped and display -> summary and history, as `session.measure`
    column: the paper's values in fig2_mlp.csv, None if it has none
    unused: hyper-parameters that do not change its result
    constants: what else decides its result, part of the name of a result
    exact: integers only, so that a tiny fixed run tells one version of the code from another
    needs: (module, extra) that must be installed
    """

    label: str
    measure: Callable
    column: str | None
    unused: tuple[str, ...] = ()
    constants: Mapping = field(default_factory=dict)
    exact: bool = True
    needs: tuple[str, str] | None = None


def _bep(run, data, **options):
    return session.measure(run, data, **options)


def _local(label, classifiers, column, **constants):
    return Method(
        label=label,
        measure=functools.partial(local_rule.measure, classifiers=classifiers),
        column=column,
        unused=("gate_ratio", "backend"),
        constants={"method": "local", **constants},
    )


def _quantised(variant, label, column):
    def measure(run, data, **options):
        from sim.baselines import qat  # here, because it imports PyTorch

        return qat.measure(run, data, variant, **options)

    return Method(
        label=label,
        measure=measure,
        column=column,
        unused=(
            *("hidden_bits", "margin_ratio", "reinforcement", "gate_ratio", "group", "patience"),
            *("horizon", "backend"),
        ),
        constants={
            "method": "qat",
            "version": qat_config.VERSION,
            **asdict(qat_config.VARIANTS[variant]),
        },
        exact=False,
        needs=("torch", "baselines"),
    )


def _rival(kind, label, needs=("sklearn", "data"), bits=False):
    def measure(run, data, **options):
        from sim.baselines import rivals  # here, because it imports scikit-learn

        return rivals.measure(run, data, kind, **options)

    return Method(
        label=label,
        measure=measure,
        column=None,
        unused=(
            *("layers", "steps", "backend", *(() if bits else ENCODING_OPTIONS)),
            *(field.name for field in fields(Training)),
        ),
        constants={"method": kind, "version": 1},
        exact=False,
        needs=needs,
    )


NETWORKS = {
    DEFAULT_METHOD: Method(label="BEP", measure=_bep, column="bep"),
    "local": _local("local rule", local_rule.random_classifiers, "local_rule_2025"),
    "local-frame": _local("local rule, frames", local_rule.frame_classifiers, None, frames=True),
    "qat": _quantised("qat", "QAT", "qat_plain"),
    "qat-scaled": _quantised("qat-scaled", "QAT, scaled", None),
    "qat-bn": _quantised("qat-bn", "QAT, batch norm", "qat_batchnorm"),
}
"""Methods that train the network of a run."""

RIVALS = {
    kind: _rival(kind, label)
    for kind, label in (
        ("logistic", "LogisticRegression"),
        ("mlp", "MLPClassifier"),
        ("nearest", "1-NN"),
        ("majority", "most frequent class"),
    )
} | {
    "rocket": _rival("rocket", "MiniRocket", ("aeon", "series")),
    "tsetlin": _rival("tsetlin", "Tsetlin machine", ("green_tsetlin", "baselines"), bits=True),
}
"""Other classifiers, on the same samples before they become bits; a Tsetlin machine on the bits."""

METHODS = {**NETWORKS, **RIVALS}


def check_installed(names):
    """Raise ConfigError, before long work starts, if a method of `names` lacks a package."""
    for name in names:
        if METHODS[name].needs:
            module, extra = METHODS[name].needs
            require(
                importlib.util.find_spec(module),
                f"method {name}: {module} not found; pip install bep-hw[{extra}]",
            )
