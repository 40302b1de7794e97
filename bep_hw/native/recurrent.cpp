// BEP through time on packed bits: the integers of bep_hw/golden/recurrent.py, where it is explained.
//
// Arrays over time steps have the present sample's own steps only, t = 0 to steps - 1.

#include "stages.hpp"

using namespace bep;

namespace {

constexpr int SUMMED = 127;  // time steps that an 8-bit sum holds

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

void add_step(int8_t* __restrict sum, const uint8_t* __restrict inputs, int columns, uint8_t wanted) {
    for (int k = 0; k < columns; ++k) sum[k] += int8_t(1 - 2 * (inputs[k] ^ wanted));
}

void add_sum(int32_t* __restrict counters, const int8_t* __restrict sum, int columns) {
    for (int k = 0; k < columns; ++k) counters[k] += sum[k];
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
    int states_;
    std::vector<Word> packed_inputs, packed_states;  // a_t of one step; s_t of all steps
    std::vector<uint8_t> states, wanted;             // s_0 to s_T, and s*_1 to s*_T
    std::vector<int32_t> z, one, other, differ, stability;
    std::vector<int8_t> sum;

    Recurrent(const int32_t* widths, int hidden_bits, uint32_t seed)
        : Network(widths[0], hidden_bits, seed), states_(widths[1]), packed_inputs(words_of(width)),
          stability(states_), sum(std::max(width, states_)) {
        layers.emplace_back(states_, width, 0);
        layers.emplace_back(states_, states_, 1);
        layers.emplace_back(widths[2], states_, 2);
        one.resize(layers[0].weights.stride);
        other.resize(layers[1].weights.stride);
        differ.resize(layers[1].transposed.stride);
    }
    Layer& from_inputs() { return layers[0]; }
    Layer& from_states() { return layers[1]; }
    Layer& from_last_state() { return layers[2]; }
    Classifier& classifier(int) override { return readout; }
    uint8_t* state(int t) { return &states[size_t(t) * states_]; }  // s_t, s_0 first
    Word* packed_state(int t) { return &packed_states[size_t(t) * words_of(states_)]; }
    uint8_t* wish(int t) { return &wanted[size_t(t - 1) * states_]; }  // s*_t
    int32_t* sums(int t) { return &z[size_t(t - 1) * states_]; }       // z_t

    void forward(const uint8_t* series, int steps) override {
        states.resize(size_t(steps + 1) * states_);
        packed_states.resize(size_t(steps + 1) * words_of(states_));
        z.resize(size_t(steps) * states_);
        std::fill_n(state(0), states_, 1);
        pack(state(0), states_, packed_state(0));
        for (int t = 1; t <= steps; ++t) {
            pack(series + size_t(t - 1) * width, width, packed_inputs.data());
            from_inputs().weights.differences(packed_inputs.data(), nullptr, one.data());
            from_states().weights.differences(packed_state(t - 1), nullptr, other.data());
            state_of(one.data(), other.data(), sums(t), state(t), states_, width + states_);
            pack(state(t), states_, packed_state(t));
        }
        Layer& last = from_last_state();
        last.weights.differences(packed_state(steps), nullptr, last.z.data());
        activations(last.z.data(), last.active.data(), last.rows, last.columns);
        pack(last.active.data(), last.rows, last.activation.data());
        readout.classify(last.activation.data());
    }

    // sign(W^T (g * wanted)) of the layer's neurons, g open where |z| is at most the threshold.
    void ask_below(Layer& layer, const int32_t* z_of, const uint8_t* wanted_of, int threshold,
                   uint8_t* below) {
        const int opened = gates(z_of, layer.open.data(), layer.rows, threshold);
        pack(layer.open.data(), layer.rows, layer.gate.data());
        pack(wanted_of, layer.rows, layer.desired.data());
        layer.transposed.differences(layer.desired.data(), layer.gate.data(), differ.data());
        wishes(differ.data(), below, states_, opened);
    }

    // s*_t of the steps after `before`, and their sum of stabilities.
    void backward(const int64_t* label, int before, int steps, const Settings& with) {
        wanted.resize(size_t(steps) * states_);
        Layer& last = from_last_state();
        targets->ask(readout, label, with.margin, last.active.data(), last.wanted.data());
        ask_below(last, last.z.data(), last.wanted.data(), with.gates[2], wish(steps));
        for (int t = steps - 1; t > before; --t)
            ask_below(from_states(), sums(t + 1), wish(t + 1), with.gates[1], wish(t));
        std::fill(stability.begin(), stability.end(), 0);
        for (int t = before + 1; t <= steps; ++t)
            add_stability(sums(t), wish(t), stability.data(), states_);
    }

    // Row `winner` of one matrix: the sum over the steps of s*_t times its input of that step.
    void learn_row(Layer& layer, int winner, const uint8_t* inputs, int before, int steps) {
        int32_t* row = &layer.counters[size_t(winner) * layer.columns];
        for (int first = before + 1; first <= steps; first += SUMMED) {
            std::fill_n(sum.begin(), layer.columns, 0);
            for (int t = first; t <= std::min(steps, first + SUMMED - 1); ++t)
                add_step(sum.data(), inputs + size_t(t - 1) * layer.columns, layer.columns, wish(t)[winner]);
            add_sum(row, sum.data(), layer.columns);
        }
        layer.changed[winner] = 1;
    }

    void learn(const uint8_t* series, int steps, const int64_t* label, bool triggered, const Settings& with) override {
        if (!triggered) return;
        const int before = std::max(0, steps - with.horizon), group = with.groups[0];
        backward(label, before, steps, with);
        for (int first = 0; first < states_; first += group) {
            const int winner = winner_of(&stability[first], group);
            if (winner < 0) continue;
            learn_row(from_inputs(), first + winner, series, before, steps);
            learn_row(from_states(), first + winner, state(0), before, steps);
        }
        from_last_state().learn(state(steps), with.groups[2]);
        learned.assign(layers.size(), 1);
    }
};

}  // namespace

// `depth` is that of bep_create, and always 3.
API Network* bep_recurrent_create(const int32_t* widths, int, int hidden_bits, uint32_t seed) {
    return new Recurrent(widths, hidden_bits, seed);
}
