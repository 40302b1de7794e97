// Clocks a verilated module `top`, with a reset now and then, and counts the cycles in which its
// outputs are 1.

#include <cstdint>

#include "Vtop.h"
#include "verilated.h"

static constexpr uint64_t RESETS = 97;  // cycles from one to the next

extern "C" void play(uint64_t cycles, uint64_t* differ, uint64_t* occurs) {
    VerilatedContext context;
    Vtop top{&context, "top"};
    top.rst = 1;
    for (uint64_t cycle = 0; cycle < cycles + 2; ++cycle) {
        top.clk = 0;
        top.eval();
        if (cycle >= 2) {
            *differ += top.differ;
            *occurs += top.occurs;
        }
        top.clk = 1;
        top.eval();
        top.rst = cycle < 1 || cycle % RESETS == 0;
    }
    top.final();
}
