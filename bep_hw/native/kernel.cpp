// BEP on packed bits: the golden model's integers, many samples a microsecond.

#include "stages.hpp"

using namespace bep;

namespace {

struct Model : Network {
    Classifier readout;
    std::vector<Word> input;
    std::vector<int32_t> differ;

    Model(const int32_t* widths, int depth, int hidden_bits, uint32_t seed)
        : Network(widths[0], hidden_bits, seed), input(words_of(width)) {
        for (int l = 0; l < depth; ++l) layers.emplace_back(widths[l + 1], widths[l], l);
    }
    Classifier& classifier(int) override { return readout; }

    void forward(const uint8_t* inputs, int) override {
        pack(inputs, width, input.data());
        const Word* below = input.data();
        for (Layer& layer : layers) {
            layer.weights.differences(below, nullptr, layer.z.data());
            activations(layer.z.data(), layer.active.data(), layer.rows, layer.columns);
            pack(layer.active.data(), layer.rows, layer.activation.data());
            below = layer.activation.data();
        }
        top().classify(below);
    }

    void backward(const int32_t* thresholds) {
        for (size_t l = layers.size() - 1; l > 0; --l) {
            Layer &above = layers[l], &below = layers[l - 1];
            const int opened = gates(above.z.data(), above.open.data(), above.rows, thresholds[l]);
            pack(above.open.data(), above.rows, above.gate.data());
            pack(above.wanted.data(), above.rows, above.desired.data());
            differ.resize(above.transposed.stride);
            above.transposed.differences(above.desired.data(), above.gate.data(), differ.data());
            wishes(differ.data(), below.wanted.data(), below.rows, opened);
        }
    }

    void learn(const uint8_t* inputs, int, const int64_t* label, bool triggered, const Settings& with) override {
        if (!triggered) return;
        Layer& last = layers.back();
        targets->ask(top(), label, with.margin, last.active.data(), last.wanted.data());
        backward(with.gates);
        for (Layer& layer : layers) {
            layer.learn(inputs, with.groups[layer.index]);
            learned[layer.index] = 1;
            inputs = layer.active.data();
        }
    }
};

// The rule of sim/baselines/local_rule.py: each layer has its own classifier, and a margin for it.
struct LocalRule : Model {
    std::vector<Classifier> classifiers;
    std::vector<int32_t> margins;

    LocalRule(const int32_t* widths, int depth, int hidden_bits, uint32_t seed)
        : Model(widths, depth, hidden_bits, seed), classifiers(depth), margins(depth) {}
    Classifier& classifier(int layer) override { return classifiers[layer]; }

    void learn(const uint8_t* inputs, int, const int64_t* label, bool, const Settings& with) override {
        for (Layer& layer : layers) {
            Classifier& own = classifiers[layer.index];
            if (&own != &top()) own.classify(layer.activation.data());
            const int32_t threshold = margins[layer.index];
            if (targets->margin(own, label) < threshold) {
                targets->ask(own, label, threshold, layer.active.data(), layer.wanted.data());
                layer.learn(inputs, with.groups[layer.index]);
                learned[layer.index] = 1;
            }
            inputs = layer.active.data();
        }
    }
};

}  // namespace

API Network* bep_create(const int32_t* widths, int depth, int hidden_bits, uint32_t seed) {
    return new Model(widths, depth, hidden_bits, seed);
}

API Network* bep_local_create(const int32_t* widths, int depth, int hidden_bits, uint32_t seed) {
    return new LocalRule(widths, depth, hidden_bits, seed);
}

API void bep_local_margin(Network* network, int layer, int32_t margin) {
    static_cast<LocalRule*>(network)->margins[layer] = margin;
}

API void bep_destroy(Network* network) { delete network; }

// Every row of the classifier has a target of its own.
API void bep_several_targets(Network* network) { network->targets = std::make_unique<Several>(); }

API void bep_classifier(Network* network, int layer, const int8_t* frame, int classes) {
    network->classifier(layer) = Classifier(frame, classes, network->layers[layer].rows);
}

API void bep_set(Network* network, int layer, const int32_t* counters, uint32_t minibatch) {
    Layer& to = network->layers[layer];
    std::copy_n(counters, to.counters.size(), to.counters.begin());
    for (int row = 0; row < to.rows; ++row) to.take_weights(row), to.changed[row] = 0;
    network->minibatch = minibatch;
}

API void bep_get(Network* network, int layer, int32_t* counters) {
    const auto& from = network->layers[layer].counters;
    std::copy(from.begin(), from.end(), counters);
}

// Trains on `count` samples in minibatches of `batch`, the last one maybe shorter.
API void bep_train(Network* network, const uint8_t* bits, const int64_t* steps, int64_t longest,
                   const int64_t* labels, int64_t count, int64_t batch, int32_t margin, int32_t horizon,
                   const int32_t* gates, const int32_t* groups, const uint32_t* reinforce,
                   int64_t* predictions, int32_t* margins) {
    const Samples samples{bits, steps, longest};
    const Settings settings{margin, horizon, gates, groups, reinforce};
    for (int64_t first = 0; first < count; first += batch)
        network->train(samples, labels, first, std::min(first + batch, count), settings, predictions, margins);
}

API void bep_infer(Network* network, const uint8_t* bits, const int64_t* steps, int64_t longest,
                   int64_t count, int64_t* predictions) {
    const Samples samples{bits, steps, longest};
    const int numbers = network->targets->count(network->top());
    for (int64_t n = 0; n < count; ++n) {
        network->forward(samples.inputs(n, network->width), samples.own(n));
        network->targets->predict(network->top(), predictions + n * numbers);
    }
}
