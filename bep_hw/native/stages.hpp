// What feed-forward and recurrent networks share: BEP on packed bits.
//
// Stages have the names of bep_hw/golden, where each is explained. Bits are packed in 64-bit words,
// bit k of a vector in bit k % 64 of word k / 64, and bits that do not exist are 0. Loops are written
// so that the compiler turns them into vector instructions.

#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <memory>
#include <vector>

// Not anonymous: a network that one file makes is trained by another one, through virtual functions.
namespace bep {

using Word = uint64_t;

constexpr int ROUNDS = 12;
constexpr uint32_t ROUND_CONSTANT = 0x9E37;
constexpr int FRACTION_BITS = 16, GROUP = 16;
constexpr int DRAWN = 2048;  // draws at once, so that they stay in the cache

inline int words_of(int bits) { return (bits + 63) / 64; }

// Packs bytes 0 and 1 into words, eight bytes at once.
inline void pack(const uint8_t* bytes, int count, Word* packed) {
    for (int word = 0; word < words_of(count); ++word) {
        uint8_t padded[64] = {};
        const uint8_t* from = bytes + word * 64;
        if (count - word * 64 < 64) {
            std::memcpy(padded, from, count - word * 64);
            from = padded;
        }
        Word bits = 0;
        for (int octet = 0; octet < 8; ++octet) {
            Word eight;
            std::memcpy(&eight, from + octet * 8, 8);
            bits |= (eight * 0x0102040810204080 >> 56) << octet * 8;
        }
        packed[word] = bits;
    }
}

// The loops of the stages. Bytes may alias anything, so each works on plain restricted pointers.

inline void activations(int32_t* __restrict z, uint8_t* __restrict active, int count, int columns) {
    for (int r = 0; r < count; ++r) {
        z[r] = columns - 2 * z[r];
        active[r] = z[r] >= 0;
    }
}

inline int gates(const int32_t* __restrict z, uint8_t* __restrict open, int count, int32_t threshold) {
    int32_t opened = 0;
    for (int r = 0; r < count; ++r) {
        const int32_t gate = std::abs(z[r]) <= threshold;
        open[r] = uint8_t(gate);
        opened += gate;
    }
    return opened;
}

inline void wishes(const int32_t* __restrict differ, uint8_t* __restrict wanted, int count, int opened) {
    for (int k = 0; k < count; ++k) wanted[k] = opened - 2 * differ[k] >= 0;
}

constexpr uint32_t NONE = ~uint32_t(0);

// The smallest |z| of the wrong ones and, below it, the index; or NONE.
inline uint32_t easiest(const int32_t* __restrict z, const uint8_t* __restrict active,
                        const uint8_t* __restrict wanted, int count) {
    uint32_t best = NONE;
    for (int i = 0; i < count; ++i) {
        const uint32_t key = uint32_t(std::abs(z[i])) << 16 | uint32_t(i);
        const uint32_t wrong = uint32_t(wanted[i] ^ active[i]) & uint32_t(z[i] != 0);
        best = std::min(best, key | (wrong - 1));  // not wrong: all ones, NONE
    }
    return best;
}

inline void update(int32_t* __restrict counters, const uint8_t* __restrict inputs, int columns, int32_t step) {
    for (int k = 0; k < columns; ++k) counters[k] += (2 * int32_t(inputs[k]) - 1) * step;
}

inline void clip(int32_t* __restrict counters, int columns, int32_t lowest, int32_t highest) {
    for (int k = 0; k < columns; ++k) counters[k] = std::clamp(counters[k], lowest, highest);
}

inline void signs(const int32_t* __restrict counters, uint8_t* __restrict bits, int columns) {
    for (int k = 0; k < columns; ++k) bits[k] = counters[k] >= 0;
}

inline void set_row(Word* __restrict column, const uint8_t* __restrict bits, int columns, int row) {
    const Word others = ~(Word(1) << row);
    for (int k = 0; k < columns; ++k) column[k] = (column[k] & others) | Word(bits[k]) << row;
}

// Rows of bits, packed along `across`. They are held word by word: word w of row r is at
// [w * stride + r], so that the popcounts of BLOCK rows are summed at once.
struct Matrix {
    static constexpr int BLOCK = 16;
    int rows, across, stride;
    std::vector<Word> bits;

    Matrix() : Matrix(0, 0) {}
    Matrix(int rows, int across)
        : rows(rows), across(across), stride((rows + BLOCK - 1) / BLOCK * BLOCK),
          bits(size_t(stride) * words_of(across)) {}
    Word* word(int index) { return &bits[size_t(index) * stride]; }
    // differ[r] = popcount((row r ^ vector) & mask), for all rows; room for `stride` of them.
    void differences(const Word* vector, const Word* mask, int32_t* differ) const {
        const int words = words_of(across);
        for (int first = 0; first < stride; first += BLOCK) {
            Word sum[BLOCK] = {};
            for (int w = 0; w < words; ++w) {
                const Word* row = &bits[size_t(w) * stride + first];
                const Word with = vector[w], open = mask ? mask[w] : ~Word(0);
                for (int r = 0; r < BLOCK; ++r) sum[r] += __builtin_popcountll((row[r] ^ with) & open);
            }
            for (int r = 0; r < BLOCK; ++r) differ[first + r] = int32_t(sum[r]);
        }
    }
};

inline uint16_t rotate(uint16_t x, int bits) { return uint16_t(x << bits | x >> (16 - bits)); }

inline void encrypt(uint16_t* __restrict x, uint16_t* __restrict y, int count, uint16_t key) {
    for (int g = 0; g < count; ++g) {
        const uint16_t old = x[g];
        x[g] = uint16_t(y[g] ^ (rotate(old, 1) & rotate(old, 8)) ^ rotate(old, 2) ^ key);
        y[g] = old;
    }
}

struct Layer {
    int rows, columns, index;
    std::vector<int32_t> counters;  // c, row-major
    Matrix weights;                 // W, rows packed along the columns
    Matrix transposed;              // W^T; kept only above the first layer
    std::vector<uint16_t> high, low, x, y;  // positions of the groups of 16 weights, and their draws
    std::vector<char> changed;      // rows that learned in this minibatch
    // Of one sample:
    std::vector<int32_t> z;
    std::vector<uint8_t> active, wanted, open;  // a, a* and g, one byte a bit
    std::vector<Word> activation, desired, gate;  // the same, packed

    Layer(int rows, int columns, int index)
        : rows(rows), columns(columns), index(index), counters(size_t(rows) * columns),
          weights(rows, columns), transposed(index ? columns : 0, rows), changed(rows),
          z(weights.stride), active(rows), wanted(rows), open(rows), activation(words_of(rows)),
          desired(words_of(rows)), gate(words_of(rows)), row_signs(columns), row_bits(words_of(columns)) {
        for (uint32_t row = 0; row < uint32_t(rows); ++row)
            for (uint32_t group = 0; group < uint32_t(columns + GROUP - 1) / GROUP; ++group) {
                const uint32_t position = uint32_t(index) << 28 | row << 14 | group;
                high.push_back(position >> 16);
                low.push_back(position & 0xFFFF);
            }
        x.resize(high.size());
        y.resize(high.size());
    }

    // W = sign(c) of one row, in both arrangements.
    void take_weights(int row) {
        const int32_t* c = &counters[size_t(row) * columns];
        signs(c, row_signs.data(), columns);
        pack(row_signs.data(), columns, row_bits.data());
        for (int w = 0; w < words_of(columns); ++w) weights.word(w)[row] = row_bits[w];
        if (index) set_row(transposed.word(row / 64), row_signs.data(), columns, row % 64);
    }

    // The winners of one sample, one in each group at most, take a step.
    void learn(const uint8_t* inputs, int group) {
        for (int first = 0; first < rows; first += group) {
            const uint32_t best = easiest(&z[first], &active[first], &wanted[first], group);
            if (best == NONE) continue;
            const int winner = first + int(best & 0xFFFF);
            update(&counters[size_t(winner) * columns], inputs, columns, wanted[winner] ? 1 : -1);
            changed[winner] = 1;
        }
    }

    void commit(uint32_t threshold, int hidden_bits, uint32_t seed, uint32_t minibatch) {
        const int32_t highest = (1 << (hidden_bits - 2)) - 1, lowest = -(1 << (hidden_bits - 2));
        for (int row = 0; row < rows; ++row)
            if (changed[row]) clip(&counters[size_t(row) * columns], columns, lowest, highest);
        draw(seed, minibatch);
        const int groups = (columns + GROUP - 1) / GROUP;
        for (int row = 0; row < rows; ++row) {
            int32_t* c = &counters[size_t(row) * columns];
            for (int group = 0; group < groups; ++group) {
                const size_t at = size_t(row) * groups + group;
                const uint32_t count = (x[at] + threshold) >> FRACTION_BITS;
                if (!count) continue;
                const uint16_t run = uint16_t((uint32_t(1) << count) - 1);
                const int shift = y[at] & 15;
                for (uint32_t chosen = shift ? rotate(run, shift) : run; chosen; chosen &= chosen - 1) {
                    const int k = group * GROUP + __builtin_ctz(chosen);
                    if (k < columns) c[k] = std::clamp(c[k] + (c[k] < 0 ? -1 : 1), lowest, highest);
                }
            }
        }
        for (int row = 0; row < rows; ++row)
            if (changed[row]) take_weights(row), changed[row] = 0;
    }

   private:
    std::vector<uint8_t> row_signs;
    std::vector<Word> row_bits;

    // x and y of every group of weights, encrypted under the minibatch and the seed.
    void draw(uint32_t seed, uint32_t minibatch) {
        const uint32_t keys[] = {minibatch & 0xFFFF, minibatch >> 16, seed & 0xFFFF, seed >> 16};
        for (size_t first = 0; first < high.size(); first += DRAWN) {
            const int count = int(std::min(high.size() - first, size_t(DRAWN)));
            std::copy_n(&high[first], count, &x[first]);
            std::copy_n(&low[first], count, &y[first]);
            for (int i = 0; i < ROUNDS; ++i)
                encrypt(&x[first], &y[first], count, uint16_t(keys[i % 4] ^ (ROUND_CONSTANT * i & 0xFFFF)));
        }
    }
};

// A fixed classifier: P packed, and once more as one byte a bit, row by row.
struct Classifier {
    Matrix matrix;
    std::vector<uint8_t> rows;
    std::vector<int32_t> logits;

    Classifier() = default;
    Classifier(const int8_t* frame, int classes, int width) : matrix(classes, width), logits(matrix.stride) {
        std::vector<Word> packed(words_of(width));
        for (int c = 0; c < classes; ++c) {
            for (int k = 0; k < width; ++k) rows.push_back(frame[size_t(c) * width + k] > 0);
            pack(row(c), width, packed.data());
            for (int w = 0; w < words_of(width); ++w) matrix.word(w)[c] = packed[w];
        }
    }
    const uint8_t* row(int64_t label) const { return &rows[label * matrix.across]; }
    void classify(const Word* activation) {
        matrix.differences(activation, nullptr, logits.data());
        for (int c = 0; c < matrix.rows; ++c) logits[c] = matrix.across - 2 * logits[c];
    }
};

// The targets of a sample, as bep_hw/golden/targets has them; `from` has its logits.
struct Targets {
    virtual ~Targets() = default;
    // Numbers of a sample's labels, and of its prediction.
    virtual int count(const Classifier& from) const = 0;
    virtual void predict(const Classifier& from, int64_t* prediction) const = 0;
    virtual int32_t margin(const Classifier& from, const int64_t* labels) const = 0;
    // a* of the layer below the classifier, whose activations are `active`.
    virtual void ask(const Classifier& from, const int64_t* labels, int32_t threshold, const uint8_t* active,
                     uint8_t* wanted) = 0;
};

struct OneClass : Targets {
    int count(const Classifier&) const override { return 1; }
    void predict(const Classifier& from, int64_t* prediction) const override {
        const int32_t* logits = from.logits.data();
        *prediction = std::max_element(logits, logits + from.matrix.rows) - logits;
    }
    int32_t margin(const Classifier& from, const int64_t* label) const override {
        int32_t rival = std::numeric_limits<int32_t>::min();
        for (int c = 0; c < from.matrix.rows; ++c)
            if (c != *label) rival = std::max(rival, from.logits[c]);
        return from.logits[*label] - rival;
    }
    void ask(const Classifier& from, const int64_t* label, int32_t, const uint8_t*, uint8_t* wanted) override {
        std::copy_n(from.row(*label), from.matrix.across, wanted);
    }
};

struct Several : Targets {
    std::vector<int32_t> sums;

    static int32_t margin_of(int32_t logit, int64_t label) { return label ? logit : -logit; }
    int count(const Classifier& from) const override { return from.matrix.rows; }
    void predict(const Classifier& from, int64_t* prediction) const override {
        for (int k = 0; k < from.matrix.rows; ++k) prediction[k] = from.logits[k] >= 0;
    }
    int32_t margin(const Classifier& from, const int64_t* labels) const override {
        int32_t least = std::numeric_limits<int32_t>::max();
        for (int k = 0; k < from.matrix.rows; ++k) least = std::min(least, margin_of(from.logits[k], labels[k]));
        return least;
    }
    void ask(const Classifier& from, const int64_t* labels, int32_t threshold, const uint8_t* active,
             uint8_t* wanted) override {
        const int width = from.matrix.across;
        sums.assign(width, 0);
        for (int k = 0; k < from.matrix.rows; ++k)
            if (margin_of(from.logits[k], labels[k]) < threshold)
                update(sums.data(), from.row(k), width, labels[k] ? 1 : -1);
        for (int i = 0; i < width; ++i) wanted[i] = sums[i] ? sums[i] > 0 : active[i];
    }
};

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

// What every network has. The API passes pointers to it.
struct Network {
    std::vector<Layer> layers;
    int width, hidden_bits;  // of the inputs; of a hidden weight
    uint32_t seed, minibatch = 0;
    std::vector<char> learned;  // in this minibatch, layer by layer
    std::unique_ptr<Targets> targets = std::make_unique<OneClass>();

    Network(int width, int hidden_bits, uint32_t seed) : width(width), hidden_bits(hidden_bits), seed(seed) {}
    virtual ~Network() = default;

    // The classifier of a layer; the last layer's predicts.
    virtual Classifier& classifier(int layer) = 0;
    // Up to the logits.
    virtual void forward(const uint8_t* inputs, int steps) = 0;
    // The counters take what the sample gives them that went forward last.
    virtual void learn(const uint8_t* inputs, int steps, const int64_t* label, bool triggered, const Settings& with) = 0;

    Classifier& top() { return classifier(int(layers.size()) - 1); }

    // One minibatch: samples `first` to `last - 1`.
    void train(const Samples& samples, const int64_t* labels, int64_t first, int64_t last,
               const Settings& with, int64_t* predictions, int32_t* margins) {
        learned.assign(layers.size(), 0);
        const int count = targets->count(top());
        for (int64_t n = first; n < last; ++n) {
            const uint8_t* inputs = samples.inputs(n, width);
            forward(inputs, samples.own(n));
            const int64_t* label = labels + n * count;
            targets->predict(top(), predictions + n * count);
            margins[n] = targets->margin(top(), label);
            learn(inputs, samples.own(n), label, margins[n] < with.margin, with);
        }
        for (Layer& layer : layers)
            if (learned[layer.index]) layer.commit(with.reinforce[layer.index], hidden_bits, seed, minibatch);
        ++minibatch;
    }
};

}  // namespace bep

#define API extern "C" __attribute__((visibility("default")))
