"""All experiments by name: the paper's figures, and our own."""

from sim.experiments import (
    any_data,
    bits,
    fig2,
    fig3,
    fig4,
    fig5,
    fig6,
    fig7,
    fig8,
    filters,
    table1,
    table3,
)

EXPERIMENTS = {
    module.EXPERIMENT.name: module.EXPERIMENT
    for module in (
        *(fig2, fig3, fig4, fig5, fig6, fig7, fig8, table1, table3),
        *(any_data, bits, filters),
    )
}
