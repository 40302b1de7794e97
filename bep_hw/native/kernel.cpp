// BEP on packed bits: the golden model's integers, many samples a microsecond.
//
// Stages have the names of bep_hw/golden, where each is explained. Bits are packed in 64-bit words,
// bit k of a vector in bit k % 64 of word k / 64, and bits that do not exist are 0. Loops are written
// so that the compiler turns them into vector instructions.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <vector>

namespace {

using Word = uint64_t;

constexpr int ROUNDS = 12;
constexpr uint32_t ROUND_CONSTANT = 0x9E37;
constexpr int FRACTION_BITS = 16, GROUP = 16;
constexpr int DRAWN = 2048;  // draws at once, so that they stay in the cache

int words_of(int bits) { return (bits + 63) / 64; }

// Packs bytes 0 and 1 into words, eight bytes at once.
void pack(const uint8_t* bytes, int count, Word* packed) {
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

void activations(int32_t* __restrict z, uint8_t* __restrict active, int count, int columns) {
    for (int r = 0; r < count; ++r) {
        z[r] = columns - 2 * z[r];
        active[r] = z[r] >= 0;
    }
}

int gates(const int32_t* __restrict z, uint8_t* __restrict open, int count, int32_t threshold) {
    int32_t opened = 0;
    for (int r = 0; r < count; ++r) {
        const int32_t gate = std::abs(z[r]) <= threshold;
        open[r] = uint8_t(gate);
        opened += gate;
    }
    return opened;
}

void wishes(const int32_t* __restrict differ, uint8_t* __restrict wanted, int count, int opened) {
    for (int k = 0; k < count; ++k) wanted[k] = opened - 2 * differ[k] >= 0;
}

constexpr uint32_t NONE = ~uint32_t(0);

// The smallest |z| of the wrong ones and, below it, the index; or NONE.
uint32_t easiest(const int32_t* __restrict z, const uint8_t* __restrict active,
                 const uint8_t* __restrict wanted, int count) {
    uint32_t best = NONE;
    for (int i = 0; i < count; ++i) {
        const uint32_t key = uint32_t(std::abs(z[i])) << 16 | uint32_t(i);
        const uint32_t wrong = uint32_t(wanted[i] ^ active[i]) & uint32_t(z[i] != 0);
        best = std::min(best, key | (wrong - 1));  // not wrong: all ones, NONE
    }
    return best;
}

void update(int32_t* __restrict counters, const uint8_t* __restrict inputs, int columns, int32_t step) {
    for (int k = 0; k < columns; ++k) counters[k] += (2 * int32_t(inputs[k]) - 1) * step;
}

void clip(int32_t* __restrict counters, int columns, int32_t lowest, int32_t highest) {
    for (int k = 0; k < columns; ++k) counters[k] = std::clamp(counters[k], lowest, highest);
}

void signs(const int32_t* __restrict counters, uint8_t* __restrict bits, int columns) {
    for (int k = 0; k < columns; ++k) bits[k] = counters[k] >= 0;
}

void set_row(Word* __restrict column, const uint8_t* __restrict bits, int columns, int row) {
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

   private:
    std::vector<uint8_t> row_signs;
    std::vector<Word> row_bits;
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
    int64_t prediction() const {
        return std::max_element(&logits[0], &logits[0] + matrix.rows) - &logits[0];
    }
    int32_t margin(int64_t label) const {
        int32_t rival = std::numeric_limits<int32_t>::min();
        for (int c = 0; c < matrix.rows; ++c)
            if (c != label) rival = std::max(rival, logits[c]);
        return logits[label] - rival;
    }
};

uint16_t rotate(uint16_t x, int bits) { return uint16_t(x << bits | x >> (16 - bits)); }

void encrypt(uint16_t* __restrict x, uint16_t* __restrict y, int count, uint16_t key) {
    for (int g = 0; g < count; ++g) {
        const uint16_t old = x[g];
        x[g] = uint16_t(y[g] ^ (rotate(old, 1) & rotate(old, 8)) ^ rotate(old, 2) ^ key);
        y[g] = old;
    }
}

struct Model {
    std::vector<Layer> layers;
    // P_l of every layer under the local rule of sim/baselines; BEP has but the last one.
    std::vector<Classifier> classifiers;
    int hidden_bits;
    uint32_t seed, minibatch = 0;
    std::vector<Word> input;

    Model(const int32_t* widths, int depth, int hidden_bits, uint32_t seed)
        : classifiers(depth), hidden_bits(hidden_bits), seed(seed), input(words_of(widths[0])) {
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

    void learn(Layer& layer, const uint8_t* inputs, int group) {
        for (int first = 0; first < layer.rows; first += group) {
            const uint32_t best =
                easiest(&layer.z[first], &layer.active[first], &layer.wanted[first], group);
            if (best == NONE) continue;
            const int winner = first + int(best & 0xFFFF);
            update(&layer.counters[size_t(winner) * layer.columns], inputs, layer.columns,
                   layer.wanted[winner] ? 1 : -1);
            layer.changed[winner] = 1;
        }
    }

    // x and y of every group of weights, encrypted under the minibatch and the seed.
    void draw(Layer& layer) const {
        const uint32_t keys[] = {minibatch & 0xFFFF, minibatch >> 16, seed & 0xFFFF, seed >> 16};
        for (size_t first = 0; first < layer.high.size(); first += DRAWN) {
            const int count = int(std::min(layer.high.size() - first, size_t(DRAWN)));
            uint16_t *x = &layer.x[first], *y = &layer.y[first];
            std::copy_n(&layer.high[first], count, x);
            std::copy_n(&layer.low[first], count, y);
            for (int i = 0; i < ROUNDS; ++i)
                encrypt(x, y, count, uint16_t(keys[i % 4] ^ (ROUND_CONSTANT * i & 0xFFFF)));
        }
    }

    void commit(Layer& layer, uint32_t threshold) {
        const int32_t highest = (1 << (hidden_bits - 2)) - 1, lowest = -(1 << (hidden_bits - 2));
        for (int row = 0; row < layer.rows; ++row)
            if (layer.changed[row])
                clip(&layer.counters[size_t(row) * layer.columns], layer.columns, lowest, highest);
        draw(layer);
        const int groups = (layer.columns + GROUP - 1) / GROUP;
        for (int row = 0; row < layer.rows; ++row) {
            int32_t* c = &layer.counters[size_t(row) * layer.columns];
            for (int group = 0; group < groups; ++group) {
                const size_t at = size_t(row) * groups + group;
                const uint32_t count = (layer.x[at] + threshold) >> FRACTION_BITS;
                if (!count) continue;
                const uint16_t run = uint16_t((uint32_t(1) << count) - 1);
                const int shift = layer.y[at] & 15;
                for (uint32_t chosen = shift ? rotate(run, shift) : run; chosen; chosen &= chosen - 1) {
                    const int k = group * GROUP + __builtin_ctz(chosen);
                    if (k < layer.columns) c[k] = std::clamp(c[k] + (c[k] < 0 ? -1 : 1), lowest, highest);
                }
            }
        }
        for (int row = 0; row < layer.rows; ++row)
            if (layer.changed[row]) layer.take_weights(row), layer.changed[row] = 0;
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
                    learn(layer, inputs, groups[layer.index]);
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

#define API extern "C" __attribute__((visibility("default")))

API Model* bep_create(const int32_t* widths, int depth, int hidden_bits, uint32_t seed) {
    return new Model(widths, depth, hidden_bits, seed);
}

API void bep_classifier(Model* model, int layer, const int8_t* frame, int classes) {
    model->classifiers[layer] = Classifier(frame, classes, model->layers[layer].rows);
}

API void bep_destroy(Model* model) { delete model; }

API void bep_set(Model* model, int layer, const int32_t* counters, uint32_t minibatch) {
    Layer& to = model->layers[layer];
    std::copy_n(counters, to.counters.size(), to.counters.begin());
    for (int row = 0; row < to.rows; ++row) to.take_weights(row), to.changed[row] = 0;
    model->minibatch = minibatch;
}

API void bep_get(Model* model, int layer, int32_t* counters) {
    const auto& from = model->layers[layer].counters;
    std::copy(from.begin(), from.end(), counters);
}

// Trains on `samples` samples in minibatches of `batch`, the last one maybe shorter; with
// `margins_of_layers`, null for BEP, by the local rule.
API void bep_train(Model* model, const uint8_t* bits, const int64_t* labels, int64_t samples,
                   int64_t batch, int32_t margin, const int32_t* margins_of_layers,
                   const int32_t* gates, const int32_t* groups, const uint32_t* reinforce,
                   int64_t* predictions, int32_t* margins) {
    for (int64_t first = 0; first < samples; first += batch)
        model->train(bits + first * model->layers[0].columns, labels + first,
                     std::min(batch, samples - first), margin, margins_of_layers, gates, groups,
                     reinforce, predictions + first, margins + first);
}

API void bep_infer(Model* model, const uint8_t* bits, int64_t samples, int64_t* predictions) {
    for (int64_t n = 0; n < samples; ++n) {
        model->forward(bits + n * model->layers[0].columns);
        predictions[n] = model->top().prediction();
    }
}
