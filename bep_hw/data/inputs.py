"""The encoding and the class names that a trained network needs to classify new samples."""

from dataclasses import dataclass

from bep_hw.data.samples import Column
from bep_hw.data.series_encoder import SeriesEncoder
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoders.filters import FilterEncoder
from bep_hw.spec.encoders.folded import FoldedEncoder
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.support.errors import ConfigError

ENCODERS = {
    kind.KIND: kind
    for kind in (FeatureEncoder, FoldedEncoder, EdgeEncoder, FilterEncoder, SeriesEncoder)
}


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """The encoding of samples as bits, and the names of the classes.

    encoder: one of ENCODERS
    class_names: names of the labels 0 to C - 1
    columns: `Column` of each column of a table but the label; empty if training read no table
    label: name of the column of labels of a table, else None
    """

    encoder: FeatureEncoder | FoldedEncoder | EdgeEncoder | FilterEncoder | SeriesEncoder
    class_names: tuple[str, ...]
    columns: tuple[Column, ...] = ()
    label: str | None = None

    def to_dict(self):
        """Plain values, from which `from_dict` makes equal inputs."""
        return {
            "kind": self.encoder.KIND,
            "class_names": list(self.class_names),
            "label": self.label,
            "columns": [{"name": one.name, "texts": list(one.texts)} for one in self.columns],
            "encoder": self.encoder.to_dict(),
        }

    @classmethod
    def from_dict(cls, values):
        """The inputs that `to_dict` described; ConfigError if `values` describes none."""
        try:
            encoder = ENCODERS[values["kind"]]
            columns = tuple(Column(one["name"], tuple(one["texts"])) for one in values["columns"])
            return cls(
                encoder=encoder.from_dict(values["encoder"]),
                class_names=tuple(map(str, values["class_names"])),
                columns=columns,
                label=values["label"],
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ConfigError(f"inputs of a run: are damaged: {error!r}") from None
