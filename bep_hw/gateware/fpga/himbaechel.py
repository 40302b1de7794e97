"""What the platforms of all families have in common that nextpnr-himbaechel places and routes."""


class Himbaechel:
    """Mixed into a platform of Amaranth."""

    @property
    def fastest(self):
        """The highest frequency of a clock [MHz], for which the whole design is placed.

        nextpnr may not carry a constraint from a pin to what is behind its buffer or its PLL
        (https://github.com/YosysHQ/nextpnr/issues/1748).
        """
        signals, ports = self.iter_signal_clock_constraints(), self.iter_port_clock_constraints()
        return max(frequency for _, frequency in (*signals, *ports)) / 1e6
