// BEP on packed bits: the golden model's integers, many samples a microsecond.

#include "network.hpp"

using namespace bep;

namespace {

struct Model : Network {
    Classifier readout;

    Model(const int32_t* widths, int depth, int hidden_bits, uint32_t seed) : Network(widths[0], hidden_bits, seed) {
        for (int l = 0; l < depth; ++l) layers.emplace_back(widths[l + 1], widths[l], l);
    }
    Classifier& classifier(int) override { return readout; }
    std::unique_ptr<Pass> pass() override;
    size_t kept_bytes(int64_t) const override { return place(layers.size()); }

    // Where the activations of a layer are kept.
    size_t place(size_t layer) const {
        size_t bytes = 0;
        for (size_t l = 0; l < layer; ++l) bytes += layers[l].rows;
        return bytes;
    }
};

struct FeedForward : Pass {
    Model& model;
    std::vector<Neurons> neurons;
    std::vector<Word> input;
    std::vector<int32_t> differ;

    explicit FeedForward(Model& model) : model(model), input(words_of(model.width)) {
        for (const Layer& layer : model.layers) {
            neurons.emplace_back(layer);
            differ.resize(std::max<size_t>(differ.size(), layer.transposed.stride));
        }
    }

    void forward(const uint8_t* inputs, int, uint8_t* kept) override {
        pack(inputs, model.width, input.data());
        const Word* below = input.data();
        for (const Layer& layer : model.layers) {
            Neurons& its = neurons[layer.index];
            layer.weights.differences(below, its.z.data());
            uint8_t* active = kept + model.place(layer.index);
            activations(its.z.data(), active, layer.rows, layer.columns);
            pack(active, layer.rows, its.activation.data());
            below = its.activation.data();
        }
        model.top().classify(below, logits);
    }

    void backward(const int32_t* thresholds) {
        for (size_t l = model.layers.size() - 1; l > 0; --l) {
            const Layer& layer = model.layers[l];
            Neurons &above = neurons[l], &below = neurons[l - 1];
            const int opened = gates(above.z.data(), above.open.data(), layer.rows, thresholds[l]);
            pack(above.open.data(), layer.rows, above.gate.data());
            pack(above.wanted.data(), layer.rows, above.desired.data());
            layer.transposed.differences(above.desired.data(), above.gate.data(), differ.data());
            wishes(differ.data(), below.wanted.data(), layer.columns, opened);
        }
    }

    void learn(const uint8_t* inputs, int, uint8_t* kept, const int64_t* label, bool triggered,
               const Settings& with) override {
        if (!triggered) return;
        Neurons& last = neurons.back();
        const uint8_t* highest = kept + model.place(neurons.size() - 1);
        model.targets->ask(model.top(), logits.data(), label, with.margin, highest, last.wanted.data());
        backward(with.gates);
        for (const Layer& layer : model.layers) {
            uint8_t* active = kept + model.place(layer.index);
            choose(layer, neurons[layer.index], active, inputs, with.groups[layer.index]);
            inputs = active;
        }
    }
};

std::unique_ptr<Pass> Model::pass() { return std::make_unique<FeedForward>(*this); }

// The rule of sim/baselines/local_rule.py: each layer has its own classifier, and a margin for it.
struct LocalRule : Model {
    std::vector<Classifier> classifiers;
    std::vector<int32_t> margins;

    LocalRule(const int32_t* widths, int depth, int hidden_bits, uint32_t seed)
        : Model(widths, depth, hidden_bits, seed), classifiers(depth), margins(depth) {}
    Classifier& classifier(int layer) override { return classifiers[layer]; }
    std::unique_ptr<Pass> pass() override;
};

struct LocalPass : FeedForward {
    LocalRule& rule;

    explicit LocalPass(LocalRule& rule) : FeedForward(rule), rule(rule) {}

    void learn(const uint8_t* inputs, int, uint8_t* kept, const int64_t* label, bool, const Settings& with) override {
        for (const Layer& layer : rule.layers) {
            const Classifier& own = rule.classifiers[layer.index];
            Neurons& its = neurons[layer.index];
            uint8_t* active = kept + rule.place(layer.index);
            own.classify(its.activation.data(), logits);
            const int32_t threshold = rule.margins[layer.index];
            if (rule.targets->margin(own, logits.data(), label) < threshold) {
                rule.targets->ask(own, logits.data(), label, threshold, active, its.wanted.data());
                choose(layer, its, active, inputs, with.groups[layer.index]);
            }
            inputs = active;
        }
    }
};

std::unique_ptr<Pass> LocalRule::pass() { return std::make_unique<LocalPass>(*this); }

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

// To be called before the first sample. Below `least` words of W read, one thread does a minibatch.
API void bep_threads(Network* network, int count, int64_t least) { network->use_threads(count, least); }

API void bep_destroy(Network* network) { delete network; }

// Every row of the classifier has a target of its own.
API void bep_several_targets(Network* network) { network->targets = std::make_unique<Several>(); }

API void bep_classifier(Network* network, int layer, const int8_t* frame, int classes) {
    network->classifier(layer) = Classifier(frame, classes, network->layers[layer].rows);
}

API void bep_set(Network* network, int layer, const int32_t* counters, uint32_t minibatch) {
    Layer& to = network->layers[layer];
    std::copy_n(counters, to.counters.size(), to.counters.begin());
    to.changed.assign(to.rows, 1);
    to.take_weights(0, to.rows);
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
    network->infer({bits, steps, longest}, count, predictions);
}
