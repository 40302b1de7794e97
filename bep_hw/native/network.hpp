// What feed-forward and recurrent networks share: how a minibatch is trained, by several threads.
//
// Nothing changes W within a minibatch, so its samples are independent: threads share them, and note
// what each gives to which row of the counters. Then they share the rows. Integers are added, so
// their order, and the number of threads, change no bit.

#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "layer.hpp"
#include "pool.hpp"
#include "targets.hpp"

// Not anonymous: a network that one file makes is trained by another one, through virtual functions.
namespace bep {

// Samples of a call: of each, `longest` time steps of inputs, of which the last `steps[n]` are its
// own; without time there is one, and `steps` is null.
struct Samples {
    const uint8_t* bits;
    const int64_t* steps;
    int64_t longest;
    int own(int64_t n) const { return steps ? int(steps[n]) : 1; }
    const uint8_t* inputs(int64_t n, int width) const {
        return bits + ((n + 1) * longest - own(n)) * width;
    }
};

// bep_hw.spec.training.Settings.
struct Settings {
    int32_t margin, horizon;
    const int32_t *gates, *groups;
    const uint32_t* reinforce;
};

// Of one sample, in one layer: z, a* and g with one byte a bit; a, a* and g packed.
struct Neurons {
    std::vector<int32_t> z;
    std::vector<uint8_t> wanted, open;
    std::vector<Word> activation, desired, gate;

    explicit Neurons(const Layer& layer)
        : z(layer.weights.stride), wanted(layer.rows), open(layer.rows), activation(words_of(layer.rows)),
          desired(words_of(layer.rows)), gate(words_of(layer.rows)) {}
};

// What one thread needs to take samples through a network, one after the other.
//
// `kept` is memory for what the rows of counters read later: it outlasts the sample.
struct Pass {
    std::vector<int32_t> logits;
    std::vector<Terms> terms;   // of each layer
    std::vector<char> learned;  // layers that a sample triggered at
    std::vector<int8_t> sum;    // always 0 between two rows

    virtual ~Pass() = default;
    // Up to the logits.
    virtual void forward(const uint8_t* inputs, int steps, uint8_t* kept) = 0;
    // The sample that went forward last leaves its terms.
    virtual void learn(const uint8_t* inputs, int steps, uint8_t* kept, const int64_t* label, bool triggered,
                       const Settings& with) = 0;

    // The winners of a layer without time, one in each group at most, leave their terms.
    void choose(const Layer& layer, const Neurons& its, const uint8_t* active, const uint8_t* inputs, int group) {
        for (int first = 0; first < layer.rows; first += group) {
            const uint32_t best = easiest(&its.z[first], active + first, &its.wanted[first], group);
            if (best == NONE) continue;
            const int winner = first + int(best & 0xFFFF);
            terms[layer.index].add(winner, term(inputs, its.wanted[winner]));
        }
        learned[layer.index] = 1;
    }
};

// What every network has. The API passes pointers to it.
struct Network {
    std::vector<Layer> layers;
    int width, hidden_bits;  // of the inputs; of a hidden weight
    uint32_t seed, minibatch = 0;
    std::unique_ptr<Targets> targets = std::make_unique<OneClass>();

    Network(int width, int hidden_bits, uint32_t seed) : width(width), hidden_bits(hidden_bits), seed(seed) {}
    virtual ~Network() = default;

    // The classifier of a layer; the last layer's predicts.
    virtual Classifier& classifier(int layer) = 0;
    virtual std::unique_ptr<Pass> pass() = 0;
    // Bytes kept of a sample of so many time steps.
    virtual size_t kept_bytes(int64_t steps) const = 0;

    Classifier& top() { return classifier(int(layers.size()) - 1); }

    // The number of threads of the calls that follow, this one included.
    void use_threads(int count, int64_t least) {
        least_words = least;
        pool.reset();
        if (count > 1) pool = std::make_unique<Pool>(count);
        passes.clear();
        for (int thread = 0; thread < count; ++thread) passes.push_back(prepared());
    }

    // One minibatch: samples `first` to `last - 1`.
    void train(const Samples& samples, const int64_t* labels, int64_t first, int64_t last, const Settings& with,
               int64_t* predictions, int32_t* margins) {
        std::vector<char> learned(layers.size());
        const size_t bytes = kept_bytes(samples.longest);
        const int64_t most = std::max<int64_t>(passes.size(), KEPT / int64_t(bytes));
        for (int64_t begin = first; begin < last; begin += most) {
            const int64_t end = std::min(begin + most, last);
            kept.resize(std::max(kept.size(), bytes * (end - begin)));
            const bool alone = small(end - begin, samples.longest);
            share(begin, end, alone, [&](int64_t n, int thread) {
                uint8_t* memory = &kept[bytes * (n - begin)];
                study(samples, labels, n, with, *passes[thread], memory, predictions, margins);
            });
            for (auto& pass : passes)
                for (size_t l = 0; l < layers.size(); ++l)
                    learned[l] |= pass->learned[l], pass->learned[l] = 0;
            take_terms(with, end == last, learned, alone);
        }
        ++minibatch;
    }

    void infer(const Samples& samples, int64_t count, int64_t* predictions) {
        const size_t bytes = kept_bytes(samples.longest);
        kept.resize(std::max(kept.size(), bytes * passes.size()));
        const int numbers = targets->count(top());
        share(0, count, small(count, samples.longest), [&](int64_t n, int thread) {
            Pass& pass = *passes[thread];
            pass.forward(samples.inputs(n, width), samples.own(n), &kept[bytes * thread]);
            targets->predict(top(), pass.logits.data(), predictions + n * numbers);
        });
    }

   private:
    static constexpr int64_t KEPT = 1 << 24;  // bytes of the samples between two looks at the rows
    static constexpr int CHUNKS = 4;          // a thread gets, about, so that all end together

    int64_t least_words = 0;  // of W read, below which threads would cost more than they save
    std::unique_ptr<Pool> pool;
    std::vector<std::unique_ptr<Pass>> passes;  // of each thread
    std::vector<uint8_t> kept;

    std::unique_ptr<Pass> prepared() {
        auto made = pass();
        int widest = 0;
        for (const Layer& layer : layers) {
            made->terms.emplace_back(layer.rows);
            widest = std::max(widest, layer.columns);
        }
        made->learned.assign(layers.size(), 0);
        made->sum.assign(widest, 0);
        return made;
    }

    // body(task, thread) for all tasks, on this thread alone if that is all they are worth.
    void perform(int tasks, bool alone, const Pool::Body& body) {
        if (pool && !alone) return pool->run(tasks, body);
        for (int task = 0; task < tasks; ++task) body(task, 0);
    }

    bool small(int64_t samples, int64_t steps) const {
        int64_t words = 0;
        for (const Layer& layer : layers) words += int64_t(layer.rows) * words_of(layer.columns);
        return samples * steps * words < least_words;
    }

    // body(n, thread) for samples `begin` to `end - 1`.
    template <class Body>
    void share(int64_t begin, int64_t end, bool alone, const Body& body) {
        const int64_t pieces = int64_t(passes.size()) * CHUNKS;
        const int64_t chunk = (end - begin + pieces - 1) / pieces;
        perform(int((end - begin + chunk - 1) / chunk), alone, [&](int task, int thread) {
            const int64_t first = begin + task * chunk;
            for (int64_t n = first; n < std::min(first + chunk, end); ++n) body(n, thread);
        });
    }

    // Sample n goes forward and leaves prediction, margin and terms.
    void study(const Samples& samples, const int64_t* labels, int64_t n, const Settings& with, Pass& pass,
               uint8_t* memory, int64_t* predictions, int32_t* margins) {
        const int count = targets->count(top());
        const uint8_t* inputs = samples.inputs(n, width);
        const int64_t* label = labels + n * count;
        pass.forward(inputs, samples.own(n), memory);
        targets->predict(top(), pass.logits.data(), predictions + n * count);
        margins[n] = targets->margin(top(), pass.logits.data(), label);
        pass.learn(inputs, samples.own(n), memory, label, margins[n] < with.margin, with);
    }

    // All rows take their terms; at the end of the minibatch they become weights.
    void take_terms(const Settings& with, bool ends, const std::vector<char>& learned, bool alone) {
        struct Rows {
            Layer* layer;
            int first, last;
        };
        std::vector<Rows> tasks;
        for (Layer& layer : layers)
            if (learned[layer.index])
                for (int row = 0; row < layer.rows; row += layer.together())
                    tasks.push_back({&layer, row, std::min(layer.rows, row + layer.together())});
        const int32_t half = 1 << (hidden_bits - 2);
        perform(int(tasks.size()), alone, [&](int task, int thread) {
            auto [layer, first, last] = tasks[task];
            for (int row = first; row < last; ++row)
                for (auto& pass : passes) layer->learn(row, pass->terms[layer->index], passes[thread]->sum.data());
            if (ends)
                layer->commit(first, last, {with.reinforce[layer->index], seed, minibatch, -half, half - 1});
        });
        for (auto& pass : passes)
            for (Terms& terms : pass->terms) terms.clear();
    }
};

}  // namespace bep

#define API extern "C" __attribute__((visibility("default")))
