"""`bep-hw predict`."""

from pathlib import Path
from typing import Annotated

import typer

from bep_hw.cli.options import DataFolder, file_option, option, path, takes

EXAMPLES = (
    "bep-hw predict runs/wine-golden-s1",
    "bep-hw predict runs/wine-golden-s1 --data-file new.csv --out new-predictions.csv",
)

MOST_CLASSES = 20
"""Classes that are shown one by one."""


@takes(DataFolder)
def predict(
    given,
    *,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run.", parser=path)],
    data_file: Annotated[
        Path | None,
        file_option(
            "Your samples, of the kind it was trained on [default: its test samples].",
            "--data-file",
        ),
    ] = None,
    label: Annotated[
        str | None,
        option("Label column of a table [default: as in training].", "--label", panel="Files"),
    ] = None,
    out: Annotated[
        Path | None, file_option("Table to write [default: RUN/predictions.csv].", "--out")
    ] = None,
):
    """Classify samples with a trained network; write predictions.csv, show the accuracy."""
    from rich.console import Console

    from bep_hw.support.display import Steps, say
    from bep_hw.support.files import check_writable
    from bep_hw.train.predict import predict as run_predict

    check_writable(run if out is None else out.parent)
    console = Console()
    with Steps(console, "predicting") as steps:

        def progress(done, total):
            steps.note(f"predicting: {done:,} of {total:,} samples")

        found, table = run_predict(
            run,
            data_file,
            label=label,
            out=out,
            data_folder=given.get("data"),
            progress=progress,
        )
    for line in _lines(found):
        say(console, line)
    say(console, str(table))


def _lines(found):
    """Lines about predictions."""
    count = len(found.winners)
    if found.labels is None:
        yield f"{count:,} samples, whose classes the file does not say"
        return
    yield f"accuracy {100 * found.right / count:.2f} %: {found.right:,} of {count:,} samples"
    classes = found.by_class()
    if len(classes) <= MOST_CLASSES:
        width = max((len(name) for name, _, _ in classes), default=0)
        for name, samples, right in classes:
            yield f"  {name:{width}} {100 * right / samples:6.2f} % of {samples:,}"
    unknown = count - sum(samples for _, samples, _ in classes)
    if unknown:
        yield f"  {unknown:,} samples have a class that the network was not trained on"
