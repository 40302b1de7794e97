"""Stage encode: 8-bit pixels as words of activation bits, one file for each part.

Golden twin: golden/encode/. `Encoder` is the whole stage. Its parts follow one another: `Slices`
cuts words into the pixels of one row of a cell, `Edges` compares them with their neighbours,
`Cells` gathers the bits of a cell, `Pack` joins bits to words of the core. Without edges `Levels`
is in the place of the first three. `SequenceEncoder` is the stage for series. `Thermometer` has
thresholds of its own for every number of a sample.
"""
