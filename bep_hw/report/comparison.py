"""The table that has all runs side by side, and what it says at a glance."""

from bep_hw.support.display import quantity

PERCENTS = {
    "test_accuracy": "test accuracy",
    "test_accuracy_last": "test, last epoch",
    "validation_accuracy": "validation accuracy",
    "train_accuracy": "training accuracy",
}


def rows(runs):
    """[(name, [a text for each run])]; "" where a run has no such value."""
    table = [
        ("data set", [run.preset.dataset for run in runs]),
        ("network", ["-".join(map(str, run.preset.network.layers)) for run in runs]),
        ("backend", [run.run.backend for run in runs]),
        ("seed", [str(run.run.seed) for run in runs]),
        ("epochs", [_epochs(run) for run in runs]),
        ("batch size", [f"{run.preset.training.batch_size:,}" for run in runs]),
        ("hidden bits B", [str(run.preset.training.hidden_bits) for run in runs]),
        *((text, [_percent(run, name) for run in runs]) for name, text in PERCENTS.items()),
        ("kept epoch", [str(run.state.kept_epoch or "") for run in runs]),
        ("samples trained", [f"{run.trained:,}" if run.trained else "" for run in runs]),
        ("training time", [f"{run.state.seconds:,.1f} s" for run in runs]),
        ("speed", [_speed(run) for run in runs]),
        ("clock cycles per sample", [_cycles(run) for run in runs]),
        ("weights_sha256", [_digest(run) for run in runs]),
    ]
    return [(name, values) for name, values in table if any(values)]


def _epochs(run):
    epochs, wanted = run.state.epoch, run.preset.training.epochs
    return str(epochs) if epochs == wanted else f"{epochs} of {wanted}"


def _percent(run, name):
    """A value of the summary; of an unfinished run that of the kept epoch so far."""
    values = run.summary
    if values is None:
        values = run.history[run.state.kept_epoch - 1] if run.history else {}
    return f"{values[name]:.2f} %" if name in values else ""


def _speed(run):
    if not (run.trained and run.state.train_seconds):
        return ""
    return f"{quantity(run.trained / run.state.train_seconds)} samples/s"


def _cycles(run):
    if not (run.state.cycles and run.trained):
        return ""
    return f"{run.state.cycles / run.trained:.1f}"


def _digest(run):
    return run.summary["weights_sha256"][:12] if run.summary else ""


def remarks(runs):
    """Sentences about the runs: unfinished ones, equal weights, and warnings of the training."""
    for run in runs:
        if run.summary is None:
            yield (
                f"{run.name} is not finished: {_epochs(run)} epochs. Its figures are of the"
                " validation samples."
            )
    same = {}
    for run in runs:
        if run.summary:
            same.setdefault(run.summary["weights_sha256"], []).append(run.name)
    for names in same.values():
        if len(names) > 1:
            yield f"The same weights, bit for bit: {', '.join(names)}."
    for run in runs:
        for line in (run.summary or {}).get("warnings", []):
            yield f"{run.name}: warning: {line}"
