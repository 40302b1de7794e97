// Bits of the state of a simulated core: which there are, and flips of them in a given cycle.
//
// The harness before this calls `upset` once a cycle.

#include <algorithm>
#include <string>

#include "verilated_sym_props.h"
#include "verilated_syms.h"

namespace {

struct Variable {
    std::string name;
    VerilatedVar* var;
};

// All flip-flops and memories, in the order of their names.
std::vector<Variable> variables(Sim* sim) {
    std::vector<Variable> found;
    for (const auto& [path, scope] : *sim->context.scopeNameMap()) {
        if (!scope->varsp()) continue;
        for (auto& [name, var] : *scope->varsp())
            found.push_back({std::string(path) + "." + name, &var});
    }
    std::sort(found.begin(), found.end(), [](auto& a, auto& b) { return a.name < b.name; });
    return found;
}

uint8_t* place(const VerilatedVar& var, uint32_t word, uint32_t bit) {
    return static_cast<uint8_t*>(var.datap()) + size_t(word) * var.entSize() + bit / 8;
}

}  // namespace

// The name of a variable, its words and the bits of each; 0 if there are no more.
API int bep_state(Sim* sim, int number, char* name, int most, uint32_t* words, uint32_t* bits) {
    const auto all = variables(sim);
    if (number >= int(all.size())) return 0;
    const auto& [text, var] = all[number];
    *words = var->udims() ? var->elements(1) : 1;
    *bits = var->entBits();
    std::strncpy(name, text.c_str(), most);
    return 1;
}

// Flips a bit after so many cycles from now.
API void bep_flip(Sim* sim, int number, uint32_t word, uint32_t bit, uint64_t cycles) {
    const auto all = variables(sim);
    flips.push_back({place(*all[number].var, word, bit), uint8_t(1 << bit % 8), sim->cycles + cycles});
}

// The words of a variable, each in as many bytes as it takes.
API void bep_peek(Sim* sim, int number, uint8_t* bytes) {
    const auto& var = *variables(sim)[number].var;
    const uint32_t words = var.udims() ? var.elements(1) : 1, each = (var.entBits() + 7) / 8;
    for (uint32_t word = 0; word < words; ++word)
        std::memcpy(bytes + size_t(word) * each, place(var, word, 0), each);
}

API void bep_forget(Sim*) { flips.clear(); }
