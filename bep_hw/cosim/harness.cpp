// Native driver of the verilated core: whole epochs in one call, under a plain C interface.
//
// Ports are reached by reference and copied with memcpy, so that one source serves every width
// that Verilator has a type for (bytes up to arrays of 32-bit words, all little-endian).
// Inputs pass through registers in the model, as if a test bench beside the core drove them:
// tick() steps into the cycle that has them, and the outputs are then those of that cycle.

#include <atomic>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "Vbep_core.h"
#include "verilated.h"
#if VM_COVERAGE
#include "verilated_cov.h"
#endif
#if VM_TRACE
#include "verilated_fst_c.h"
#endif

// Verilator spells the double underscore of a port name, as in samples__valid, like this.
#define PORT(stream, member) stream##___05F##member

namespace {

enum : int64_t { NO_PROGRESS = -1 };

// Feeds one stream: `next` runs to `end`, one payload a transfer.
template <class Payload>
struct Source {
    Payload& payload;
    CData& valid;
    CData& ready;
    const uint8_t* next = nullptr;
    const uint8_t* end = nullptr;

    bool more() const { return next != end; }
    // Once offered, a payload stays until it is accepted, as the stream rules ask.
    void offer() {
        std::memcpy(&payload, next, sizeof(Payload));
        next += sizeof(Payload);
        valid = 1;
    }
};
#define SOURCE(top, name) \
    Source<std::remove_reference_t<decltype(top.PORT(name, payload))>> { \
        top.PORT(name, payload), top.PORT(name, valid), top.PORT(name, ready) \
    }

struct Sim {
    VerilatedContext context;
    Vbep_core top{&context, "bep_core"};
    uint64_t cycles = 0;
    uint64_t watchdog = 1 << 20;
    uint32_t stall = 0;  // chance of a stall on each stream and cycle, in 1/65536, but of results
    uint32_t hold = 0;   // the same, of results
    uint64_t random = 1;
    std::atomic<int64_t> done{0};
    std::atomic<bool> stop{false};
#if VM_TRACE
    VerilatedFstC* trace = nullptr;
    void dump(int half) {
        if (trace) trace->dump(cycles * 2 + half);
    }
#else
    void dump(int) {}
#endif

    // Into the next cycle, in which the inputs are as they stand now; outputs are then its outputs.
    void tick() {
#if VM_TRACE || VM_COVERAGE
        top.clk = 1;
        top.eval();
        dump(0);
        top.clk = 0;
        top.eval();
        dump(1);
#else
        top.clk = !top.clk;  // either edge is a clock edge, see simulation.py
        top.eval();
#endif
        ++cycles;
    }
    // True where no stall is wanted, with this chance of one; xorshift64.
    bool go(uint32_t chance) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        return (random & 0xFFFF) >= chance;
    }

    void write(uint32_t address, uint32_t value) {
        top.PORT(csr, address) = address;
        top.PORT(csr, write_data) = value;
        top.PORT(csr, write_enable) = 1;
        tick();
        top.PORT(csr, write_enable) = 0;
    }
    uint32_t read(uint32_t address) {
        top.PORT(csr, address) = address;
        tick();
        tick();
        return top.PORT(csr, read_data);
    }

    template <bool stalls>
    int64_t run(const uint8_t* words, const uint8_t* labels, int64_t samples, uint32_t per_sample,
                int64_t batch, uint32_t status, uint64_t* results);
};

// Trains on, or classifies, up to `samples` samples; returns how many, once the core is idle.
template <bool stalls>
int64_t Sim::run(const uint8_t* words, const uint8_t* labels, int64_t samples, uint32_t per_sample,
                 int64_t batch, uint32_t status, uint64_t* results) {
    auto word = SOURCE(top, samples);
    auto label = SOURCE(top, labels);
    const size_t word_bytes = sizeof(word.payload) * per_sample;
    word.next = word.end = words;   // `end` moves on sample by sample, so that a run can stop
    label.next = label.end = labels;
    int64_t started = 0, received = 0, to_boundary = 0;
    uint64_t last = cycles;
    const uint64_t limit = watchdog;
    top.PORT(csr, address) = status;
    for (;;) {
        if (!word.valid) {
            if (!word.more() && started < samples) {
                if (to_boundary == 0) {
                    if (stop.load(std::memory_order_relaxed)) samples = started;
                    to_boundary = batch;
                }
                if (started < samples) {
                    word.end += word_bytes;
                    label.end += sizeof(label.payload);
                    ++started;
                    --to_boundary;
                }
            }
            if (word.more() && (!stalls || go(stall))) word.offer();
        }
        if (!label.valid && label.more() && (!stalls || go(stall))) label.offer();
        top.PORT(results, ready) = !stalls || go(hold);
        tick();
        const bool word_taken = word.valid & word.ready;
        const bool label_taken = label.valid & label.ready;
        if (top.PORT(results, valid) & top.PORT(results, ready)) {
            std::memcpy(&results[received], &top.PORT(results, payload), sizeof(top.PORT(results, payload)));
            done.store(++received, std::memory_order_relaxed);
            last = cycles;
        } else if (word_taken) {
            last = cycles;
        } else if (received == samples && cycles > last + 1 && !(top.PORT(csr, read_data) & 1)) {
            return received;  // idle, as the status was in a cycle after the last result
        } else if (cycles - last > limit) {
            word.valid = label.valid = 0;
            return NO_PROGRESS;
        }
        if (word_taken) word.valid = 0;
        if (label_taken) label.valid = 0;
    }
}

}  // namespace

#define API extern "C" __attribute__((visibility("default")))

API Sim* bep_create() {
    auto* sim = new Sim;
#if VM_TRACE
    sim->context.traceEverOn(true);
#endif
    return sim;
}

API void bep_destroy(Sim* sim) {
    sim->top.final();
    delete sim;
}

// Bytes of a payload as the calls below lay it out: samples, labels, load, fetch, fetched.
API uint32_t bep_payload_bytes(Sim* sim, int port) {
    const uint32_t bytes[] = {
        sizeof(sim->top.PORT(samples, payload)), sizeof(sim->top.PORT(labels, payload)),
        sizeof(sim->top.PORT(load, payload)), sizeof(sim->top.PORT(fetch, payload)),
        sizeof(sim->top.PORT(fetched, payload))};
    return bytes[port];
}

API void bep_reset(Sim* sim, int cycles) {
    auto& top = sim->top;
    top.PORT(samples, valid) = top.PORT(labels, valid) = top.PORT(load, valid) = top.PORT(fetch, valid) = 0;
    top.PORT(results, ready) = top.PORT(fetched, ready) = top.PORT(csr, write_enable) = 0;
    top.rst = 1;
    while (cycles--) {
        sim->tick();
    }
    top.rst = 0;
}

API void bep_write(Sim* sim, uint32_t address, uint32_t value) { sim->write(address, value); }
API uint32_t bep_read(Sim* sim, uint32_t address) { return sim->read(address); }
API uint64_t bep_cycles(Sim* sim) { return sim->cycles; }
API int64_t bep_done(Sim* sim) { return sim->done.load(std::memory_order_relaxed); }
API void bep_stop(Sim* sim) { sim->stop.store(true, std::memory_order_relaxed); }

// Forgets the last run. A thread that watches must not take its count for that of the next one.
API void bep_arm(Sim* sim) {
    sim->done.store(0);
    sim->stop.store(false);
}
API void bep_watchdog(Sim* sim, uint64_t cycles) { sim->watchdog = cycles; }

API void bep_stalls(Sim* sim, uint32_t chance, uint32_t results, uint64_t seed) {
    sim->stall = chance;
    sim->hold = results;
    sim->random = seed * 2 + 1;
}

// Sends `count` payloads to the load stream.
API int64_t bep_load(Sim* sim, const uint8_t* payloads, int64_t count) {
    auto& top = sim->top;
    auto source = SOURCE(top, load);
    source.next = payloads;
    source.end = payloads + count * sizeof(source.payload);
    uint64_t last = sim->cycles;
    while (source.more() || source.valid) {
        if (!source.valid && sim->go(sim->stall)) source.offer();
        sim->tick();
        const bool taken = source.valid & source.ready;
        if (taken) {
            last = sim->cycles;
            source.valid = 0;
        }
        if (sim->cycles - last > sim->watchdog) return NO_PROGRESS;
    }
    return count;
}

// Asks for `count` counter words by address, and stores the answers.
API int64_t bep_fetch(Sim* sim, const uint8_t* addresses, int64_t count, uint8_t* answers) {
    auto& top = sim->top;
    auto source = SOURCE(top, fetch);
    source.next = addresses;
    source.end = addresses + count * sizeof(source.payload);
    uint64_t last = sim->cycles;
    int64_t received = 0;
    while (received < count) {
        if (!source.valid && source.more() && sim->go(sim->stall)) source.offer();
        top.PORT(fetched, ready) = sim->go(sim->stall);
        sim->tick();
        const bool taken = source.valid & source.ready;
        if (top.PORT(fetched, valid) & top.PORT(fetched, ready)) {
            std::memcpy(answers, &top.PORT(fetched, payload), sizeof(top.PORT(fetched, payload)));
            answers += sizeof(top.PORT(fetched, payload));
            ++received;
            last = sim->cycles;
        }
        if (taken) source.valid = 0;
        if (sim->cycles - last > sim->watchdog) return NO_PROGRESS;
    }
    top.PORT(fetched, ready) = 0;
    return received;
}

API int64_t bep_run(Sim* sim, const uint8_t* words, const uint8_t* labels, int64_t samples,
                    uint32_t per_sample, int64_t batch, uint32_t status, uint64_t* results) {
    static_assert(sizeof(sim->top.PORT(results, payload)) <= sizeof(*results), "a result is 64 bits");
    const auto run = sim->stall | sim->hold ? &Sim::run<true> : &Sim::run<false>;
    return (sim->*run)(words, labels, samples, per_sample, batch, status, results);
}

// Waits until the status register reads idle; returns its last value.
API uint32_t bep_wait(Sim* sim, uint32_t status) {
    uint32_t busy = 1;
    for (uint64_t left = sim->watchdog; busy && left; --left) busy = sim->read(status) & 1;
    return busy;
}

// The bare loop of the benchmark: the same samples over and over, nothing stored, nothing watched.
API void bep_spin(Sim* sim, const uint8_t* words, const uint8_t* labels, int64_t samples,
                  uint32_t per_sample, uint64_t cycles) {
    auto& top = sim->top;
    auto word = SOURCE(top, samples);
    auto label = SOURCE(top, labels);
    const auto refill = [samples](auto& source, const uint8_t* from, int64_t per) {
        if (!source.more()) {
            source.next = from;
            source.end = from + sizeof(source.payload) * per * samples;
        }
        source.offer();
    };
    refill(word, words, per_sample);
    refill(label, labels, 1);
    top.PORT(results, ready) = 1;
    while (cycles--) {
        top.clk = !top.clk;
        top.eval();
        if (word.ready) refill(word, words, per_sample);
        if (label.ready) refill(label, labels, 1);
    }
    word.valid = label.valid = 0;
}

// Starts an FST of everything from here on, or with null closes it; 0 if there is no tracing.
API int bep_trace(Sim* sim, const char* path) {
#if VM_TRACE
    if (sim->trace) {
        sim->trace->close();
        delete sim->trace;
        sim->trace = nullptr;
    }
    if (path) {
        sim->trace = new VerilatedFstC;
        sim->top.trace(sim->trace, 99);
        sim->trace->open(path);
    }
    return 1;
#else
    (void)sim, (void)path;
    return 0;
#endif
}

// Writes what has been covered so far; 0 if the model does not count that.
API int bep_coverage(Sim* sim, const char* path) {
#if VM_COVERAGE
    sim->context.coveragep()->write(path);
    return 1;
#else
    (void)sim, (void)path;
    return 0;
#endif
}
