"""Data sets of images: with a rule of their own for bits, or with an encoding of the user's."""

from bep_hw.data.dataset import Dataset, Shape, Source, Split
from bep_hw.data.inputs import Inputs
from bep_hw.spec.encoders import fit
from bep_hw.spec.encoders import width as width_of


def images_source(name, *, size, classes, read, rule, bits, where):
    """The Source of a data set of images of one size.

    size: (height, width)
    read: folder or None -> three (pixels (N, height x width), labels): training, validation, test
    rule: training pixels -> the encoder of the data set's own rule; bits: of a pixel by this rule
    """
    count = size[0] * size[1]

    def encoder_of(encoding, pixels, labels):
        return rule(pixels) if encoding is None else fit(encoding, pixels, size, labels)

    def shape(folder, encoding):
        known = dict(classes=classes, features=count, size=size)
        if encoding is None:
            return Shape(width=count * bits, **known)
        (pixels, labels), *_ = read(folder)
        return Shape(width=width_of(encoding, pixels, size), samples=len(labels), **known)

    def load(folder, seed, encoding, width):
        parts = read(folder)
        encoder = encoder_of(encoding, *parts[0])
        train, validation, test = (
            Split(encoder.encode(pixels), labels, pixels) for pixels, labels in parts
        )
        names = tuple(map(str, range(classes)))
        return Dataset(
            name=name,
            classes=classes,
            train=train,
            validation=validation,
            test=test,
            encoder=encoder,
            inputs=None if encoding is None else Inputs(encoder=encoder, class_names=names),
        )

    return Source(name=name, kind="images", shape=shape, load=load, where=where)
