// Included ahead of the generated code: $countones as the processor's own instruction.
// Verilator's portable version takes about a dozen operations for each 32 bits.
#pragma once
#include "verilated.h"
#if defined(__POPCNT__) || defined(__ARM_FEATURE_SIMD32) || defined(__aarch64__)
#define VL_COUNTONES_I(value) static_cast<IData>(__builtin_popcount(value))
#define VL_COUNTONES_Q(value) static_cast<IData>(__builtin_popcountll(value))
#endif
