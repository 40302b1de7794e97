"""The fixed classifier P: a binary equiangular frame (Appendix C), or nearly orthogonal rows."""

import numpy as np

SWEEPS = 20
"""About this many tries an entry; more do not lower the objective."""


def fixed_classifier(network, seed):
    """P of `network`, (C, K_L) ±1 int8: a frame for classes, orthogonal rows for several targets.

    seed: of the run, 32 bit
    """
    frame = equiangular_frame if network.targets == 1 else orthogonal_frame
    return frame(network.classes, network.layers[-1], seed)


def equiangular_frame(classes, width, seed):
    """P: (classes, width) ±1 int8; greedy flips spread its rows as far and as evenly as they can.

    From random rows, entries picked at random flip iff that lowers
    J = sum_{i<j} <rho_i, rho_j> + Var_{i<j} <rho_i, rho_j>, 20 tries an entry.
    Drawn from the seed sequence [seed, 1]; integers only, so every machine finds the same frame.
    """
    rng = np.random.default_rng([seed, 1])
    frame = 1 - 2 * rng.integers(2, size=(width, classes))  # (K, C): a try reads one coordinate
    sums = frame.sum(axis=1).tolist()  # (K,)
    gram = frame.T @ frame  # (C, C)
    np.fill_diagonal(gram, 0)  # only pairs count
    pairs = classes * (classes - 1) // 2
    total = int(gram.sum()) // 2  # sum over pairs of <rho_i, rho_j>

    for _ in range(SWEEPS):
        rows = rng.integers(classes, size=classes * width).tolist()
        coordinates = rng.integers(width, size=classes * width).tolist()
        for i, k in zip(rows, coordinates, strict=True):
            column = frame[k]  # (C,)
            old = int(column[i])
            # Flipping entry (i, k) adds -2 old rho_jk to the product of rows i and j.
            change = -2 * old * (sums[k] - old)  # of the sum
            squares = -4 * old * int(gram[i] @ column) + 4 * (classes - 1)  # of the sum of squares
            # pairs^2 (J' - J), with pairs^2 Var = pairs * (sum of squares) - (sum)^2
            variance = pairs * squares - change * (2 * total + change)
            if pairs * pairs * change + variance < 0:
                step = -2 * old * column  # (C,)
                step[i] = 0
                gram[i] += step
                gram[:, i] += step
                column[i] = -old
                sums[k] -= 2 * old
                total += change
    return np.ascontiguousarray(frame.T, np.int8)  # (C, K)


def orthogonal_frame(targets, width, seed):
    """P of a network with several targets: (targets, width) ±1 int8, nearly orthogonal rows.

    Rows of a Hadamard matrix, H_ij = -1 to the number of ones that i and j have in common, at
    columns and with signs drawn from the seed sequence [seed, 1]. Targets may agree or not, so no
    row is to say anything of another.
    """
    rng = np.random.default_rng([seed, 1])
    size = 1 << int(max(targets, width - 1)).bit_length()
    rows = 1 + rng.permutation(size - 1)[:targets]  # (T,); row 0 is constant
    columns = rng.permutation(size)[:width]  # (K,)
    signs = 1 - 2 * rng.integers(2, size=width)  # (K,)
    common = rows[:, None] & columns  # (T, K)
    odd = np.zeros(common.shape, np.int64)
    while common.any():
        odd ^= common & 1
        common = common >> 1
    return ((1 - 2 * odd) * signs).astype(np.int8)  # (T, K)
