"""Stage backward: the desired activations of every layer."""

from bep_hw.golden.forward import sign
from bep_hw.golden.gate import gates
from bep_hw.golden.popcount import dot


def desired(weights, z, gate_thresholds, top):
    """a*_L = `top`, then a*_l = sign(W_{l+1}^T (g_{l+1} * a*_{l+1})) down to l = 1 (Eq. 5 to 7).

    weights: [(K_l, K_{l-1}) ±1], the same W as in the forward pass; z: [(n, K_l)] pre-activations
    gate_thresholds: one integer a layer (the first layer's is not used)
    top: (n, K_L) ±1, the classifier row of every sample's class
    Samples are those that triggered. Returns [a*_1, ..., a*_L], arrays (n, K_l) ±1 int8.
    """
    targets = [top]
    for layer in range(len(weights) - 1, 0, -1):
        gated = gates(z[layer], gate_thresholds[layer]) * targets[0]  # (n, K_{l+1}), -1, 0 or +1
        targets.insert(0, sign(dot(gated, weights[layer].T)))  # (n, K_l)
    return targets
