"""`bep-hw info`."""

from bep_hw.cli.options import DataFolder, takes

EXAMPLES = ("bep-hw info", "bep-hw info --data ~/images")

WIDTH = 80


@takes(DataFolder)
def info(given):
    """List presets, boards, and data sets with where each was found."""
    from bep_hw.build.bitstream import boards
    from bep_hw.data import datasets
    from bep_hw.spec import presets

    print("presets             data set           layers         batch epochs  tile lanes")
    for preset in presets.PRESETS.values():
        training, widths = preset.training, "-".join(map(str, preset.network.layers))
        print(
            f"  {preset.name:<18}{preset.dataset:<19}{widths:<15}{training.batch_size:>5}"
            f"{training.epochs:>7}{preset.tile[0]:>4}x{preset.tile[1]}{preset.lanes:>6}"
        )
    print("boards")
    for board in boards.names():
        show(board, boards.describe(board))
    print("data sets")
    for name, source in datasets.SOURCES.items():
        if source.kind != "series":
            size = f"{source.width:>4} bits {source.classes} classes  " if source.width else ""
            show(name, size + source.where(given.get("data")))
    print("data sets of series, for recurrent presets")
    for name, source in datasets.SOURCES.items():
        if source.kind == "series":
            show(name, source.where(given.get("data")), 30)


def show(name, text, column=18):
    """Print a name, and its text from `column` on, in lines of WIDTH; a path is not cut."""
    import textwrap

    start = f"  {name:<{column}} "
    print(
        textwrap.fill(
            text,
            WIDTH,
            initial_indent=start,
            subsequent_indent=" " * len(start),
            break_long_words=False,
            break_on_hyphens=False,
        )
    )
