"""All experiments: those of the paper by the name of their figure, and our own."""

from sim.experiments import bits, fig2, fig4, fig5, fig6, fig7

EXPERIMENTS = {
    module.EXPERIMENT.name: module.EXPERIMENT for module in (fig2, fig4, fig5, fig6, fig7, bits)
}
