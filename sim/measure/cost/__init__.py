"""What learning costs: gates, bits and energy, measured on netlists (docs/results/cost.md)."""
