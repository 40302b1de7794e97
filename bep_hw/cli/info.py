"""`bep-hw info`."""

from bep_hw.cli.options import DataFolder, takes


@takes(DataFolder)
def info(given):
    """List presets, boards, and data sets with where each was found."""
    from bep_hw.build.bitstream import boards
    from bep_hw.data import datasets
    from bep_hw.spec import presets

    data = given.get("data")
    print("presets")
    for preset in presets.PRESETS.values():
        training, widths = preset.training, "-".join(map(str, preset.network.layers))
        print(
            f"  {preset.name:<17} {preset.dataset:<18} {widths:<14}"
            f" batch {training.batch_size:>3}  {training.epochs} epochs"
            f"  tile {preset.tile[0]}x{preset.tile[1]}  lanes {preset.lanes}"
        )
    print("boards")
    for board in boards.names():
        print(f"  {board:<17} {boards.describe(board)}")
    print("data sets")
    sources = datasets.SOURCES.items()
    for name, source in ((name, one) for name, one in sources if one.kind == "bits"):
        print(
            f"  {name:<18} {source.width:>4} bits  {source.classes} classes  {source.where(data)}"
        )
    print("data sets of series, for recurrent presets")
    for name, source in ((name, one) for name, one in sources if one.kind == "series"):
        print(f"  {name:<28}  {source.where(data)}")
