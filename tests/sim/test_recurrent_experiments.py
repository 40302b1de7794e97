"""Experiments on recurrent networks: their points, and what names their results."""

from bep_hw.data import archive, pen_digits
from bep_hw.golden import recurrent
from sim.experiments import store, table1, table3
from sim.experiments.figures import EXPERIMENTS
from tests.helpers.ts_files import write_ts


def test_tables_of_recurrent_networks():
    """Points of Table 1 and 3 carry the paper's values, and are the networks of its width."""
    bep, qat = (EXPERIMENTS["table1"].chosen(methods=[name]) for name in ("bep", "qat"))
    shipped = {"ItalyPowerDemand": 94.65, "JapaneseVowels": 95.47}
    assert {p.dataset: p.paper for p in bep if p.dataset in shipped} == shipped
    assert {p.dataset: p.paper for p in qat}["ItalyPowerDemand"] == 83.18
    assert [EXPERIMENTS["table1"].tick(p.x) for p in bep] == [p.dataset for p in bep]
    presets = [p for p in bep if p.preset]
    assert {p.dataset for p in presets} == set(shipped)
    bits = [p for p in EXPERIMENTS["table3"].points if p.preset]
    for point in (*presets, *bits):
        assert point.network.layers == (1035, 1035, 1035)
        training = point.run(1).preset.training
        assert (training.epochs, training.margin_ratio, training.reinforcement) == (50, 0.5, 0.5)
        assert (training.gate_ratio, training.group) == (0.05, 15)
    for method in table1.RIVALS:
        rivals = EXPERIMENTS["table1"].chosen(methods=[method])
        assert [p.dataset for p in rivals] == list(dict.fromkeys(p.dataset for p in bep))
        assert {p.paper for p in rivals} == {None}
        assert len({EXPERIMENTS["table1"].panel(p) for p in (*rivals, *bep)}) == 3
    values = {p.x: p.paper for p in bits}
    assert values == {1: 73.54, 10: 94.65, 20: 94.59, 50: 94.34, 100: 93.92}


def test_table_3_has_the_sets_that_are_there(monkeypatch):
    """Sets without a preset: the settings of Table 1, with another number of bits."""
    monkeypatch.setattr(table3, "NAMES", ("ItalyPowerDemand", "PenDigits"))
    assert not list(table3._others("ItalyPowerDemand")) and not list(table3._others("Cricket"))
    points = list(table3._others("PenDigits"))
    assert {p.x: p.paper for p in points} == {1: 61.6, 10: 96.66, 20: 96.79, 50: 96.88, 100: 97.13}
    (wide,) = (p for p in table1._points(("PenDigits",)) if p.name == "PenDigits")
    assert all(p.changes == {**wide.changes, "thermometer": p.x} for p in points)


def test_an_archive_is_found(tmp_path, monkeypatch):
    """Sets of the archive are points once the user's folder has them, at two widths."""
    monkeypatch.setattr(archive, "PACKAGES", {"aeon": archive.PACKAGES["aeon"]})
    monkeypatch.setattr(pen_digits, "path", lambda: None)
    write_ts(tmp_path / "Wafer" / "Wafer_TRAIN.ts")
    monkeypatch.setenv("BEP_HW_DATA", str(tmp_path))
    names = table1._sets()
    assert set(names) == {"ItalyPowerDemand", "JapaneseVowels", "Wafer"}
    wide, narrow = (p for p in table1._points(names) if p.dataset == "Wafer" and p.method == "bep")
    assert (wide.name, narrow.name) == ("Wafer", "Wafer-135")
    assert wide.network.layers == (1035,) * 3 and narrow.network.layers == (135,) * 3
    assert wide.run(1).preset.training.gate_ratio == 0.05
    assert wide.paper == narrow.paper == 95.92


def test_behaviour_of_recurrent_networks(monkeypatch):
    """Recurrent runs are named by what the recurrent model does, the others by the other one."""
    plain = store.behaviour.__wrapped__("bep")
    before = store.behaviour.__wrapped__("bep", True)
    assert store.behaviour.__wrapped__("bep", True) == before != plain
    monkeypatch.setattr(recurrent, "triggers", lambda margin, threshold: margin < threshold + 1)
    assert store.behaviour.__wrapped__("bep", True) != before
    assert store.behaviour.__wrapped__("bep") == plain


def test_horizons_and_gates():
    """What Fig. 3 and Fig. 8 vary, and nothing else."""
    for figure, name in (("fig3", "horizon"), ("fig8", "gate_ratio")):
        for point in EXPERIMENTS[figure].points:
            assert point.changes == {name: point.x}
            assert getattr(point.run(1).preset.training, name) == point.x
