// Verilator counts ones with shifts and masks, which took a tenth of a core's simulation.
// The processor has an instruction for it; the compiler knows which.
#pragma once
#include "verilated.h"

static inline IData bep_countones(int words, WDataInP from) {
    IData ones = 0;
    for (int i = 0; i < words; ++i) ones += __builtin_popcount(from[i]);
    return ones;
}

#undef VL_COUNTONES_E
#define VL_COUNTONES_E(word) (static_cast<IData>(__builtin_popcount(word)))
#define VL_COUNTONES_I(word) (static_cast<IData>(__builtin_popcount(word)))
#define VL_COUNTONES_Q(word) (static_cast<IData>(__builtin_popcountll(word)))
#define VL_COUNTONES_W(words, from) bep_countones(words, from)
