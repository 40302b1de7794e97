// A verilated system under a plain C interface: it runs until its firmware ends.

#include <cstdint>
#include <string>
#include <vector>

#include "Vbep_soc.h"
#include "verilated.h"

namespace {

constexpr int RESET_CYCLES = 8;

struct System {
    VerilatedContext context;
    Vbep_soc* top;
    uint64_t cycles = 0;
    std::string console;
    std::vector<uint32_t> words;
    int64_t code = -1;  // none yet

    explicit System(const char* firmware) {
        const std::string argument = std::string("+firmware=") + firmware;
        const char* arguments[] = {"soc", argument.c_str()};
        context.commandArgs(2, arguments);
        top = new Vbep_soc(&context, "bep_soc");
        top->resetn = 0;
        for (int cycle = 0; cycle < RESET_CYCLES; ++cycle) tick();
        top->resetn = 1;
    }

    ~System() { delete top; }

    void tick() {
        top->clk = !top->clk;  // either edge is a clock edge, see bep_hw/cosim/simulation.py
        top->eval();
        ++cycles;
    }

    void run(uint64_t most) {
        const uint64_t end = cycles + most;
        while (code < 0 && cycles < end) {
            tick();
            if (top->console_valid) console += char(top->value);
            if (top->word_valid) words.push_back(top->value);
            if (top->end_valid) code = top->value;
            if (top->trap) code = 255;
        }
    }
};

System& of(void* handle) { return *static_cast<System*>(handle); }

}  // namespace

extern "C" {

void* soc_create(const char* firmware) { return new System(firmware); }

void soc_destroy(void* handle) { delete static_cast<System*>(handle); }

// Runs until the firmware ends, for `most` cycles at most; the code that it ends with, or -1.
int64_t soc_run(void* handle, uint64_t most) {
    of(handle).run(most);
    return of(handle).code;
}

uint64_t soc_cycles(void* handle) { return of(handle).cycles; }

// What the firmware has printed so far.
uint64_t soc_console_size(void* handle) { return of(handle).console.size(); }
const char* soc_console(void* handle) { return of(handle).console.data(); }

// The words that it has given to the host.
uint64_t soc_words_size(void* handle) { return of(handle).words.size(); }
const uint32_t* soc_words(void* handle) { return of(handle).words.data(); }
}
