"""Stage encode: raw samples as bits, one number of every sample a step, as hardware takes them.

`bep_hw.spec.encoders` chooses the thresholds and defines the bits; it encodes whole data sets. The
functions here make the same bits with the memories that hardware needs and with integers alone. One
file for each encoder: `thermometer`, `folded`, `edges`, `filters`, and `expansion` of series.
"""
