// BEP on packed bits: the golden model's integers, many samples a microsecond.

#include "stages.hpp"

namespace {

struct Model : Network {
    // P_l of every layer under the local rule of sim/baselines; BEP has but the last one.
    std::vector<Classifier> classifiers;
    std::vector<Word> input;

    Model(const int32_t* widths, int depth, int hidden_bits, uint32_t seed)
        : Network(hidden_bits, seed), classifiers(depth), input(words_of(widths[0])) {
        for (int l = 0; l < depth; ++l) layers.emplace_back(widths[l + 1], widths[l], l);
    }
    Classifier& top() { return classifiers.back(); }

    void forward(const uint8_t* bits) {
        pack(bits, layers[0].columns, input.data());
        const Word* below = input.data();
        for (Layer& layer : layers) {
            layer.weights.differences(below, nullptr, layer.z.data());
            activations(layer.z.data(), layer.active.data(), layer.rows, layer.columns);
            pack(layer.active.data(), layer.rows, layer.activation.data());
            below = layer.activation.data();
        }
        top().classify(below);
    }

    void backward(int64_t label, const int32_t* thresholds) {
        std::copy_n(top().row(label), layers.back().rows, layers.back().wanted.begin());
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

    // One minibatch of BEP, or with `margins_of_layers` of the local rule.
    void train(const uint8_t* bits, const int64_t* labels, int64_t samples, int32_t threshold,
               const int32_t* margins_of_layers, const int32_t* gates, const int32_t* groups,
               const uint32_t* reinforce, int64_t* predictions, int32_t* margins) {
        std::vector<char> learned(layers.size());
        for (int64_t n = 0; n < samples; ++n) {
            const uint8_t* inputs = bits + n * layers[0].columns;
            const int64_t label = labels[n];
            forward(inputs);
            predictions[n] = top().prediction();
            margins[n] = top().margin(label);
            const bool triggered = margins[n] < threshold;
            if (triggered && !margins_of_layers) backward(label, gates);
            for (Layer& layer : layers) {
                bool learns = triggered;
                if (margins_of_layers) {
                    Classifier& own = classifiers[layer.index];
                    if (&own != &top()) own.classify(layer.activation.data());
                    learns = own.margin(label) < margins_of_layers[layer.index];
                    std::copy_n(own.row(label), layer.rows, layer.wanted.begin());
                }
                if (learns) {
                    layer.learn(inputs, groups[layer.index]);
                    learned[layer.index] = 1;
                }
                inputs = layer.active.data();
            }
        }
        for (Layer& layer : layers)
            if (learned[layer.index]) commit(layer, reinforce[layer.index]);
        ++minibatch;
    }

    std::vector<int32_t> differ;
};

}  // namespace

API Network* bep_create(const int32_t* widths, int depth, int hidden_bits, uint32_t seed) {
    return new Model(widths, depth, hidden_bits, seed);
}

API void bep_classifier(Network* network, int layer, const int8_t* frame, int classes) {
    Model* model = static_cast<Model*>(network);
    model->classifiers[layer] = Classifier(frame, classes, model->layers[layer].rows);
}

API void bep_destroy(Network* network) { delete network; }

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

// Trains on `samples` samples in minibatches of `batch`, the last one maybe shorter; with
// `margins_of_layers`, null for BEP, by the local rule.
API void bep_train(Network* network, const uint8_t* bits, const int64_t* labels, int64_t samples,
                   int64_t batch, int32_t margin, const int32_t* margins_of_layers,
                   const int32_t* gates, const int32_t* groups, const uint32_t* reinforce,
                   int64_t* predictions, int32_t* margins) {
    Model* model = static_cast<Model*>(network);
    for (int64_t first = 0; first < samples; first += batch)
        model->train(bits + first * model->layers[0].columns, labels + first,
                     std::min(batch, samples - first), margin, margins_of_layers, gates, groups,
                     reinforce, predictions + first, margins + first);
}

API void bep_infer(Network* network, const uint8_t* bits, int64_t samples, int64_t* predictions) {
    Model* model = static_cast<Model*>(network);
    for (int64_t n = 0; n < samples; ++n) {
        model->forward(bits + n * model->layers[0].columns);
        predictions[n] = model->top().prediction();
    }
}
