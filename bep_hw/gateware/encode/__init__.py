"""Stage encode: 8-bit pixels as words of activation bits, one file for each part.

Golden twin: golden/encode/. `Encoder` is the whole stage. Its parts follow one another: `Pixels`
takes words apart, `Edges` compares a pixel with its neighbours, `Cells` gathers the bits of a cell,
`Pack` joins bits to words of the core. Without edges `Levels` is in the place of `Edges` and
`Cells`. `Thermometer` has thresholds of its own for every number of a sample.
"""
