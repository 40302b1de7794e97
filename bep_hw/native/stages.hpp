// The loops of the stages, which have the names of bep_hw/golden, where each is explained.
//
// They are written so that the compiler turns them into vector instructions. Bytes may alias
// anything, so each works on plain restricted pointers.

#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace bep {

inline void activations(int32_t* __restrict z, uint8_t* __restrict active, int count, int columns) {
    for (int r = 0; r < count; ++r) {
        z[r] = columns - 2 * z[r];
        active[r] = z[r] >= 0;
    }
}

inline int gates(const int32_t* __restrict z, uint8_t* __restrict open, int count, int32_t threshold) {
    int32_t opened = 0;
    for (int r = 0; r < count; ++r) {
        const int32_t gate = std::abs(z[r]) <= threshold;
        open[r] = uint8_t(gate);
        opened += gate;
    }
    return opened;
}

inline void wishes(const int32_t* __restrict differ, uint8_t* __restrict wanted, int count, int opened) {
    for (int k = 0; k < count; ++k) wanted[k] = opened - 2 * differ[k] >= 0;
}

constexpr uint32_t NONE = ~uint32_t(0);

// The smallest |z| of the wrong ones and, below it, the index; or NONE.
inline uint32_t easiest(const int32_t* __restrict z, const uint8_t* __restrict active,
                        const uint8_t* __restrict wanted, int count) {
    uint32_t best = NONE;
    for (int i = 0; i < count; ++i) {
        const uint32_t key = uint32_t(std::abs(z[i])) << 16 | uint32_t(i);
        const uint32_t wrong = uint32_t(wanted[i] ^ active[i]) & uint32_t(z[i] != 0);
        best = std::min(best, key | (wrong - 1));  // not wrong: all ones, NONE
    }
    return best;
}

// Adds `step` where a bit is 1, and takes it away where it is 0.
inline void add_signed(int32_t* __restrict sums, const uint8_t* __restrict bits, int count, int32_t step) {
    for (int k = 0; k < count; ++k) sums[k] += (2 * int32_t(bits[k]) - 1) * step;
}

constexpr int SUMMED = 127;  // vectors of bits that an 8-bit sum holds

inline void add(int8_t* __restrict sum, const uint8_t* __restrict bits, int count) {
    for (int k = 0; k < count; ++k) sum[k] = int8_t(sum[k] + bits[k]);
}

inline void subtract(int8_t* __restrict sum, const uint8_t* __restrict bits, int count) {
    for (int k = 0; k < count; ++k) sum[k] = int8_t(sum[k] - bits[k]);
}

// Steps of +-1 times inputs of +-1: `sum` has the steps times the bits of the inputs, `steps` their
// own sum. It is 0 afterwards.
inline void update(int32_t* __restrict counters, int8_t* __restrict sum, int columns, int32_t steps) {
    for (int k = 0; k < columns; ++k) {
        counters[k] += 2 * int32_t(sum[k]) - steps;
        sum[k] = 0;
    }
}

inline void clip(int32_t* __restrict counters, int columns, int32_t lowest, int32_t highest) {
    for (int k = 0; k < columns; ++k) counters[k] = std::clamp(counters[k], lowest, highest);
}

constexpr int ROUNDS = 12;
constexpr uint32_t ROUND_CONSTANT = 0x9E37;
constexpr int FRACTION_BITS = 16, GROUP = 16;

inline uint16_t rotate(uint16_t x, int bits) { return uint16_t(x << bits | x >> (16 - bits)); }

inline void encrypt(uint16_t* __restrict x, uint16_t* __restrict y, int count, uint16_t key) {
    for (int g = 0; g < count; ++g) {
        const uint16_t old = x[g];
        x[g] = uint16_t(y[g] ^ (rotate(old, 1) & rotate(old, 8)) ^ rotate(old, 2) ^ key);
        y[g] = old;
    }
}

// Draws become the numbers of weights that are chosen in each group; `places` are those of groups
// with any, and the result is how many. There is no branch, because none could be foretold.
inline int chosen(uint16_t* __restrict x, int count, uint32_t threshold, int32_t* __restrict places) {
    for (int g = 0; g < count; ++g) x[g] = uint16_t((x[g] + threshold) >> FRACTION_BITS);
    int found = 0;
    for (int g = 0; g < count; ++g) {
        places[found] = g;
        found += x[g] != 0;
    }
    return found;
}

}  // namespace bep
