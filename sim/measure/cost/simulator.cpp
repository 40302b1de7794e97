// An event-driven simulation of a netlist of library cells that counts the transitions of every net.
//
// A gate is a truth table and a delay. A change of an input schedules the gate's new output after its
// delay; one that comes back before that takes the event back (inertial delay). So a net may change
// more than once in a cycle: these transitions are counted, and apart from them the nets whose value
// at the end of a cycle differs from that at the end of the cycle before.
//
// Times are ticks. All flip-flops and memories have one clock and act on its rising edge; a gated
// clock is an enable of its flip-flops, as it is settled before the edge.

#include <cstdint>
#include <cstring>
#include <vector>

namespace {

constexpr int SLOTS = 1 << 12;  // of the time wheel; no delay is longer

struct Event {
    int32_t gate;
    uint32_t number;
};

struct Memory {
    int32_t width, depth;
    bool read_enable_known, has_written;
    std::vector<uint8_t> bits;
    struct Read {
        int32_t enable;
        std::vector<int32_t> address, data;
        int64_t last = -1;
        int64_t reads = 0, enabled = 0;
    };
    struct Write {
        std::vector<int32_t> enable, address, data;
        int64_t writes = 0, bits_written = 0;
    };
    std::vector<Read> reads;
    std::vector<Write> writes;
};

struct Simulator {
    // Gates: output net, truth table, inputs [begin[g], begin[g + 1]) of `inputs`
    int32_t nets, gates, flops;
    std::vector<uint64_t> truth;
    std::vector<int32_t> output, begin, inputs, delay;
    std::vector<int32_t> d, q, enable;       // of the flip-flops: they act while `enable` is 1
    std::vector<int32_t> clock_gates;        // nets that let a gated clock through
    std::vector<int64_t> passed;             // clock edges that each of them let through
    std::vector<int32_t> fan_begin, fan;     // gates that a net drives
    std::vector<int32_t> source_delay;       // of nets that a clock edge changes
    std::vector<uint8_t> value, start, touched;
    std::vector<int32_t> changed;            // nets that changed in this cycle
    std::vector<int64_t> transitions, settled;
    std::vector<uint32_t> pending;           // number of a gate's valid event, 0 for none
    std::vector<uint8_t> to;                 // value that it brings
    std::vector<std::vector<Event>> wheel{SLOTS};
    std::vector<std::vector<std::pair<int32_t, uint8_t>>> edges{SLOTS};
    std::vector<Memory> memories;
    uint32_t number = 0;
    int64_t waiting = 0, cycles = 0;
    bool counting = false;

    void set(int32_t net, uint8_t to_value, int64_t now) {
        if (value[net] == to_value) return;
        if (!touched[net]) {
            touched[net] = 1;
            start[net] = value[net];
            changed.push_back(net);
        }
        value[net] = to_value;
        if (counting) ++transitions[net];
        for (int32_t i = fan_begin[net]; i < fan_begin[net + 1]; ++i) look(fan[i], now);
    }

    uint8_t computed(int32_t gate) const {
        uint32_t index = 0;
        for (int32_t i = begin[gate]; i < begin[gate + 1]; ++i)
            index |= uint32_t(value[inputs[i]]) << (i - begin[gate]);
        return truth[gate] >> index & 1;
    }

    void look(int32_t gate, int64_t now) {
        const uint8_t next = computed(gate);
        if (pending[gate]) {
            if (next == to[gate]) return;
            pending[gate] = 0;  // the pulse is shorter than the delay
            return;
        }
        if (next == value[output[gate]]) return;
        to[gate] = next;
        pending[gate] = ++number ? number : ++number;
        wheel[(now + delay[gate]) % SLOTS].push_back({gate, pending[gate]});
        ++waiting;
    }

    void edge(int32_t net, uint8_t to_value) {
        if (value[net] == to_value) return;
        edges[source_delay[net]].push_back({net, to_value});
        ++waiting;
    }

    void settle() {
        std::vector<Event> due;
        std::vector<std::pair<int32_t, uint8_t>> arrived;
        for (int64_t now = 0; waiting; ++now) {
            if (now < SLOTS) {
                arrived.swap(edges[now]);
                for (auto [net, bit] : arrived) set(net, bit, now);
                waiting -= arrived.size();
                arrived.clear();
            }
            due.swap(wheel[now % SLOTS]);
            for (const Event& event : due)
                if (pending[event.gate] == event.number) {
                    pending[event.gate] = 0;
                    set(output[event.gate], to[event.gate], now);
                }
            waiting -= due.size();
            due.clear();
        }
        for (int32_t net : changed) {
            touched[net] = 0;
            if (counting && value[net] != start[net]) ++settled[net];
        }
        changed.clear();
    }

    int64_t address(const std::vector<int32_t>& bits) const {
        int64_t found = 0;
        for (size_t i = 0; i < bits.size(); ++i) found |= int64_t(value[bits[i]]) << i;
        return found;
    }

    // What the clock edge takes is all taken before any of it changes.
    void clock(const int32_t* input_nets, const uint8_t* input_bits, int32_t count) {
        std::vector<std::pair<int32_t, uint8_t>> next;
        for (Memory& memory : memories) {
            for (auto& read : memory.reads) {
                if (!value[read.enable]) continue;
                const int64_t at = address(read.address);
                if (counting) {
                    ++read.enabled;
                    read.reads += at != read.last;
                }
                read.last = at;
                for (int32_t bit = 0; bit < memory.width; ++bit)
                    next.push_back({read.data[bit],
                        at < memory.depth ? memory.bits[at * memory.width + bit] : uint8_t(0)});
            }
            for (auto& write : memory.writes) {
                const int64_t at = address(write.address);
                int64_t bits = 0;
                for (int32_t bit = 0; bit < memory.width; ++bit)
                    if (value[write.enable[bit]]) {
                        ++bits;
                        if (at < memory.depth)
                            memory.bits[at * memory.width + bit] = value[write.data[bit]];
                    }
                if (!bits) continue;
                for (auto& read : memory.reads) read.last = read.last == at ? -1 : read.last;
                if (counting) {
                    ++write.writes;
                    write.bits_written += bits;
                }
            }
        }
        for (int32_t flop = 0; flop < flops; ++flop)
            if (value[enable[flop]] && value[q[flop]] != value[d[flop]])
                next.push_back({q[flop], value[d[flop]]});
        if (counting)
            for (size_t gate = 0; gate < clock_gates.size(); ++gate)
                passed[gate] += value[clock_gates[gate]];
        for (auto [net, bit] : next) edge(net, bit);
        for (int32_t i = 0; i < count; ++i) edge(input_nets[i], input_bits[i]);
        settle();
        cycles += counting;
    }

    // Values of all gates without events, from those of flip-flops and inputs.
    void start_up() {
        for (int32_t gate = 0; gate < gates; ++gate) look(gate, 0);
        settle();
    }
};

}  // namespace

extern "C" {

Simulator* cost_create(int32_t nets, int32_t gates, const int32_t* output, const uint64_t* truth,
                       const int32_t* begin, const int32_t* inputs, const int32_t* delay,
                       int32_t flops, const int32_t* d, const int32_t* q, const int32_t* enable,
                       int32_t clock_gates, const int32_t* gate_nets,
                       const int32_t* source_delay, const uint8_t* initial) {
    auto* made = new Simulator;
    auto& s = *made;
    s.nets = nets, s.gates = gates, s.flops = flops;
    s.output.assign(output, output + gates);
    s.truth.assign(truth, truth + gates);
    s.begin.assign(begin, begin + gates + 1);
    s.inputs.assign(inputs, inputs + begin[gates]);
    s.delay.assign(delay, delay + gates);
    s.d.assign(d, d + flops);
    s.q.assign(q, q + flops);
    s.enable.assign(enable, enable + flops);
    s.clock_gates.assign(gate_nets, gate_nets + clock_gates);
    s.passed.assign(clock_gates, 0);
    s.source_delay.assign(source_delay, source_delay + nets);
    s.value.assign(initial, initial + nets);
    s.start.assign(nets, 0);
    s.touched.assign(nets, 0);
    s.transitions.assign(nets, 0);
    s.settled.assign(nets, 0);
    s.pending.assign(gates, 0);
    s.to.assign(gates, 0);
    s.fan_begin.assign(nets + 1, 0);
    for (int32_t net : s.inputs) ++s.fan_begin[net + 1];
    for (int32_t net = 0; net < nets; ++net) s.fan_begin[net + 1] += s.fan_begin[net];
    s.fan.resize(s.inputs.size());
    std::vector<int32_t> place(s.fan_begin.begin(), s.fan_begin.end());
    for (int32_t gate = 0; gate < gates; ++gate)
        for (int32_t i = begin[gate]; i < begin[gate + 1]; ++i) s.fan[place[inputs[i]]++] = gate;
    return made;
}

// ports: per read port its enable, `abits` of the address, `width` of the data; per write port
// `width` enables, `abits` of the address, `width` of the data: nets
void cost_memory(Simulator* s, int32_t width, int32_t depth, int32_t abits, int32_t reads,
                 int32_t writes, const int32_t* ports) {
    Memory memory;
    memory.width = width, memory.depth = depth;
    memory.bits.assign(size_t(width) * depth, 0);
    auto take = [&ports](int32_t count) {
        std::vector<int32_t> taken(ports, ports + count);
        ports += count;
        return taken;
    };
    for (int32_t i = 0; i < reads; ++i) {
        Memory::Read read;
        read.enable = take(1)[0];
        read.address = take(abits);
        read.data = take(width);
        memory.reads.push_back(read);
    }
    for (int32_t i = 0; i < writes; ++i) {
        Memory::Write write;
        write.enable = take(width);
        write.address = take(abits);
        write.data = take(width);
        memory.writes.push_back(write);
    }
    s->memories.push_back(memory);
}

void cost_start(Simulator* s) { s->start_up(); }

void cost_count(Simulator* s, int32_t counting) { s->counting = counting; }

int64_t cost_cycles(const Simulator* s) { return s->cycles; }

// `cycles` clock edges: with each the inputs take the next row of `bits`; then the values of the
// `observed` nets, once all is settled, go to a row of `seen`.
void cost_run(Simulator* s, int64_t cycles, int32_t count, const int32_t* input_nets,
              const uint8_t* bits, int32_t observed, const int32_t* observed_nets, uint8_t* seen) {
    for (int64_t cycle = 0; cycle < cycles; ++cycle) {
        s->clock(input_nets, bits + cycle * count, count);
        for (int32_t i = 0; i < observed; ++i)
            seen[cycle * observed + i] = s->value[observed_nets[i]];
    }
}

void cost_toggles(const Simulator* s, int64_t* transitions, int64_t* settled) {
    std::memcpy(transitions, s->transitions.data(), s->nets * sizeof(int64_t));
    std::memcpy(settled, s->settled.data(), s->nets * sizeof(int64_t));
}

// Per read port: reads of another word than before, reads that were enabled; per write port: words
// written, bits written.
void cost_accesses(const Simulator* s, int64_t* counts) {
    for (const Memory& memory : s->memories) {
        for (const auto& read : memory.reads) *counts++ = read.reads, *counts++ = read.enabled;
        for (const auto& write : memory.writes)
            *counts++ = write.writes, *counts++ = write.bits_written;
    }
}

void cost_passed(const Simulator* s, int64_t* passed) {
    std::memcpy(passed, s->passed.data(), s->passed.size() * sizeof(int64_t));
}

void cost_destroy(Simulator* s) { delete s; }
}
