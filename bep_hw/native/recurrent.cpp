// BEP through time on packed bits: the integers of bep_hw/golden/recurrent.py, where it is explained.
//
// Arrays over time steps have the present sample's own steps only, t = 0 to steps - 1.

#include "network.hpp"

using namespace bep;

namespace {

void state_of(const int32_t* __restrict one, const int32_t* __restrict other, int32_t* __restrict z,
              uint8_t* __restrict active, int count, int reach) {
    for (int r = 0; r < count; ++r) {
        z[r] = reach - 2 * (one[r] + other[r]);
        active[r] = z[r] >= 0;
    }
}

void add_stability(const int32_t* __restrict z, const uint8_t* __restrict wanted,
                   int32_t* __restrict stability, int count) {
    for (int r = 0; r < count; ++r) stability[r] += wanted[r] ? z[r] : -z[r];
}

// The neuron with the least stability below 0, the lowest index on a tie; or -1.
int winner_of(const int32_t* stability, int count) {
    int best = -1;
    for (int i = 0; i < count; ++i)
        if (stability[i] < 0 && (best < 0 || stability[i] > stability[best])) best = i;
    return best;
}

struct Recurrent : Network {
    Classifier readout;
    int states;

    Recurrent(const int32_t* widths, int hidden_bits, uint32_t seed)
        : Network(widths[0], hidden_bits, seed), states(widths[1]) {
        layers.emplace_back(states, width, 0);
        layers.emplace_back(states, states, 1);
        layers.emplace_back(widths[2], states, 2);
    }
    Layer& from_inputs() { return layers[0]; }
    Layer& from_states() { return layers[1]; }
    Layer& from_last_state() { return layers[2]; }
    Classifier& classifier(int) override { return readout; }
    std::unique_ptr<Pass> pass() override;
    // s_0 to s_T, and s*_1 to s*_T.
    size_t kept_bytes(int64_t steps) const override { return size_t(2 * steps + 1) * states; }
};

struct ThroughTime : Pass {
    Recurrent& network;
    const int states_;
    uint8_t *states = nullptr, *wanted = nullptr;    // of the present sample, kept
    std::vector<Word> packed_inputs, packed_states;  // a_t of one step; s_t of all steps
    std::vector<int32_t> z, one, other, differ, stability;
    Neurons last;                 // the neurons above the last state
    std::vector<uint8_t> active;  // and their activations
    std::vector<uint8_t> open;
    std::vector<Word> gate, desired;

    explicit ThroughTime(Recurrent& network)
        : network(network), states_(network.states), packed_inputs(words_of(network.width)),
          one(network.from_inputs().weights.stride), other(network.from_states().weights.stride),
          differ(network.from_states().transposed.stride), stability(states_), last(network.from_last_state()),
          active(network.from_last_state().rows) {
        const size_t most = std::max(size_t(states_), active.size());
        open.resize(most);
        gate.resize(words_of(int(most)));
        desired.resize(gate.size());
    }
    uint8_t* state(int t) { return states + size_t(t) * states_; }  // s_t, s_0 first
    Word* packed_state(int t) { return &packed_states[size_t(t) * words_of(states_)]; }
    uint8_t* wish(int t) { return wanted + size_t(t - 1) * states_; }  // s*_t
    int32_t* sums(int t) { return &z[size_t(t - 1) * states_]; }       // z_t

    void forward(const uint8_t* series, int steps, uint8_t* kept) override {
        states = kept;
        wanted = kept + size_t(steps + 1) * states_;
        packed_states.resize(size_t(steps + 1) * words_of(states_));
        z.resize(size_t(steps) * states_);
        std::fill_n(state(0), states_, 1);
        pack(state(0), states_, packed_state(0));
        for (int t = 1; t <= steps; ++t) {
            pack(series + size_t(t - 1) * network.width, network.width, packed_inputs.data());
            network.from_inputs().weights.differences(packed_inputs.data(), one.data());
            network.from_states().weights.differences(packed_state(t - 1), other.data());
            state_of(one.data(), other.data(), sums(t), state(t), states_, network.width + states_);
            pack(state(t), states_, packed_state(t));
        }
        const Layer& layer = network.from_last_state();
        layer.weights.differences(packed_state(steps), last.z.data());
        activations(last.z.data(), active.data(), layer.rows, layer.columns);
        pack(active.data(), layer.rows, last.activation.data());
        network.readout.classify(last.activation.data(), logits);
    }

    // sign(W^T (g * wanted)) of the layer's neurons, g open where |z| is at most the threshold.
    void ask_below(const Layer& layer, const int32_t* z_of, const uint8_t* wanted_of, int threshold,
                   uint8_t* below) {
        const int opened = gates(z_of, open.data(), layer.rows, threshold);
        pack(open.data(), layer.rows, gate.data());
        pack(wanted_of, layer.rows, desired.data());
        layer.transposed.differences(desired.data(), gate.data(), differ.data());
        wishes(differ.data(), below, states_, opened);
    }

    // s*_t of the steps after `before`, and their sum of stabilities.
    void backward(const int64_t* label, int before, int steps, const Settings& with) {
        network.targets->ask(network.readout, logits.data(), label, with.margin, active.data(),
                             last.wanted.data());
        ask_below(network.from_last_state(), last.z.data(), last.wanted.data(), with.gates[2], wish(steps));
        for (int t = steps - 1; t > before; --t)
            ask_below(network.from_states(), sums(t + 1), wish(t + 1), with.gates[1], wish(t));
        std::fill(stability.begin(), stability.end(), 0);
        for (int t = before + 1; t <= steps; ++t)
            add_stability(sums(t), wish(t), stability.data(), states_);
    }

    void learn(const uint8_t* series, int steps, uint8_t*, const int64_t* label, bool triggered,
               const Settings& with) override {
        if (!triggered) return;
        const int before = std::max(0, steps - with.horizon), group = with.groups[0];
        backward(label, before, steps, with);
        for (int first = 0; first < states_; first += group) {
            const int winner = winner_of(&stability[first], group);
            if (winner < 0) continue;
            const int row = first + winner;
            const uint8_t* wishes = wish(before + 1) + row;  // one byte of every time step
            terms[0].add(row, {series + size_t(before) * network.width, wishes, states_, steps - before});
            terms[1].add(row, {state(before), wishes, states_, steps - before});
        }
        choose(network.from_last_state(), last, active.data(), state(steps), with.groups[2]);
        learned.assign(3, 1);
    }
};

std::unique_ptr<Pass> Recurrent::pass() { return std::make_unique<ThroughTime>(*this); }

}  // namespace

// `depth` is that of bep_create, and always 3.
API Network* bep_recurrent_create(const int32_t* widths, int, int hidden_bits, uint32_t seed) {
    return new Recurrent(widths, hidden_bits, seed);
}
