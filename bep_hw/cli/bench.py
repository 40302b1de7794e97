"""`bep-hw bench`."""

EXAMPLES = ("bep-hw bench > bench.json",)


def bench():
    """Measure golden model, simulation and popcount; prints one JSON object."""
    import json

    from bep_hw.build.benchmark import bench as measure

    print(json.dumps(measure(), indent=2))
