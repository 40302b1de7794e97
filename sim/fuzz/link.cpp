// A core behind its serial link, and the host's end of it, byte by byte, with pauses at random.

#include "Vbep_bytes.h"
#include "bench.hpp"

namespace {

constexpr uint64_t LEAST = 5;   // cycles that a byte stays
constexpr uint64_t BETWEEN = 40;  // cycles in which an answer goes on

struct Bytes : Bench<Vbep_bytes> {
    using Bench::Bench;
    uint64_t next = 0;  // cycle in which the next byte may come

    // One cycle; the byte of the device in it, or -1.
    int cycle() {
        top.taken = often();
        top.eval();
        const int byte = top.leaves & top.taken ? int(top.answer) : -1;
        top.clk = !top.clk;  // either edge is a clock edge
        top.eval();
        top.arrives = 0;
        ++cycles;
        return byte;
    }

    int64_t run(const uint8_t* data, int64_t count, uint8_t* answer, int64_t most, uint64_t quiet) {
        int64_t sent = 0, stored = 0;
        uint64_t last = cycles;
        while (stored < most && (sent < count || cycles - last < (stored ? BETWEEN : quiet))) {
            if (sent < count && cycles >= next) {
                top.byte = data[sent++];
                top.arrives = 1;
                next = cycles + LEAST + (draw() & 3);
                last = cycles;
            }
            const int byte = cycle();
            if (byte >= 0) {
                answer[stored++] = uint8_t(byte);
                last = cycles;
            }
        }
        return stored < most ? stored : -1;
    }
};

}  // namespace

extern "C" {
void* bytes_create(uint64_t seed) { return new Bytes(seed); }
void bytes_destroy(void* board) { delete static_cast<Bytes*>(board); }
uint64_t bytes_cycles(void* board) { return static_cast<Bytes*>(board)->cycles; }
int64_t bytes_run(void* board, const char* data, int64_t count, uint8_t* answer, int64_t most, uint64_t quiet) {
    return static_cast<Bytes*>(board)->run(reinterpret_cast<const uint8_t*>(data), count, answer, most, quiet);
}
}
