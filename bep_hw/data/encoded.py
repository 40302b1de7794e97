"""Samples of features or pixels as a Dataset: an encoder is fitted on the training part alone."""

from dataclasses import dataclass

import numpy as np

from bep_hw.data.dataset import Dataset, Shape, Split
from bep_hw.data.inputs import Inputs
from bep_hw.data.samples import Samples, class_names, numbered, parts
from bep_hw.spec.encoders import fit
from bep_hw.spec.encoders import width as width_of
from bep_hw.spec.encoding import Encoding

USUAL = Encoding(thermometer=1)


@dataclass(frozen=True)
class Parted:
    """Samples with labels from 0 to C - 1, and the parts that train, validate and test.

    numbers: (N,) int64; class_names: C texts; parts: indices of the three parts
    """

    samples: Samples
    numbers: np.ndarray
    class_names: tuple[str, ...]
    parts: tuple

    @classmethod
    def of(cls, name, samples):
        """The parts of `samples`; `name` is for messages. ConfigError if they cannot be split."""
        known = samples.labels[: len(samples.labels) - samples.tests]
        names = class_names(name, known)
        numbers = numbered(name, samples.labels, names)
        return cls(samples, numbers, names, parts(name, numbers, names, samples.tests))

    def encoder(self, encoding):
        """The encoder that an Encoding makes of the training part."""
        part = self.parts[0]
        return fit(encoding, self.samples.values[part], self.samples.size, self.numbers[part])

    def shape(self, encoding):
        """The Shape; without an Encoding K_0 is not known."""
        size, training = self.samples.size, self.samples.values[self.parts[0]]
        width, folded = None, 0
        if encoding and encoding.name == "folded":
            encoder = self.encoder(encoding)
            width, folded = encoder.width, encoder.folded
        elif encoding:
            width = width_of(encoding, training, size)
        return Shape(
            classes=len(self.class_names),
            width=width,
            samples=len(training),
            features=self.samples.values.shape[1],
            size=size,
            folded=folded,
        )

    def _split(self, encoder, part):
        """The Split of the samples with these indices."""
        values = self.samples.values[part]
        return Split(encoder.encode(values), self.numbers[part], values)

    def dataset(self, name, encoding):
        """The Dataset of bits; without an Encoding of one bit a feature."""
        encoder = self.encoder(encoding or USUAL)
        train, validation, test = (self._split(encoder, part) for part in self.parts)
        return Dataset(
            name=name,
            classes=len(self.class_names),
            train=train,
            validation=validation,
            test=test,
            inputs=Inputs(
                encoder=encoder,
                class_names=self.class_names,
                columns=self.samples.columns,
                label=self.samples.label,
            ),
            constant=encoder.constant,
            encoder=encoder,
        )
