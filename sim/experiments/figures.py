"""All experiments, by the name of their figure in the paper."""

from sim.experiments import fig2, fig4, fig5, fig6, fig7

EXPERIMENTS = {
    module.EXPERIMENT.name: module.EXPERIMENT for module in (fig2, fig4, fig5, fig6, fig7)
}
