// What the benches of all buses share: accesses come in bulk, each with pauses at random.

#pragma once

#include <cstdint>
#include <vector>

#include "verilated.h"

struct Access {
    uint32_t kind, place, data, mask;  // place: byte address
};

struct Answer {
    uint32_t refused, data;  // refused: also of what was never taken
};

enum : uint32_t { READ, WRITE, OTHER, LAST };

template <class Top>
struct Bench {
    VerilatedContext context;
    Top top{&context};
    uint64_t cycles = 0;
    uint64_t random;
    std::vector<uint32_t> results;  // of a stream

    explicit Bench(uint64_t seed) : random(seed * 2 + 1) {}

    // xorshift64
    uint32_t draw() {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        return uint32_t(random >> 16);
    }
    bool often() { return draw() & 3; }
};

// Carries out accesses; the number of the first one that is not answered in `patience` cycles.
template <class Board>
int64_t carry_out(Board& board, const Access* accesses, int64_t count, Answer* answers) {
    for (int64_t i = 0; i < count; ++i) {
        if (!board.access(accesses[i], answers[i])) return i;
        for (uint32_t pause = board.draw() & 3; pause > 1; --pause) board.cycle();
    }
    return count;
}

constexpr int PATIENCE = 2000;

#define BENCH(Board)                                                                          \
    extern "C" {                                                                              \
    void* bench_create(uint64_t seed) { return new Board(seed); }                             \
    void bench_destroy(void* board) { delete static_cast<Board*>(board); }                    \
    uint64_t bench_cycles(void* board) { return static_cast<Board*>(board)->cycles; }         \
    int64_t bench_run(void* board, const Access* accesses, int64_t count, Answer* answers) {  \
        return carry_out(*static_cast<Board*>(board), accesses, count, answers);              \
    }                                                                                         \
    int64_t bench_results(void* handle, uint32_t* words, int64_t most) {                      \
        auto& results = static_cast<Board*>(handle)->results;                                 \
        int64_t count = 0;                                                                    \
        for (; count < most && count < int64_t(results.size()); ++count)                      \
            words[count] = results[count];                                                    \
        results.erase(results.begin(), results.begin() + count);                              \
        return count;                                                                         \
    }                                                                                         \
    }
