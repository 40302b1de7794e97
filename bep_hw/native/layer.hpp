// One matrix of hidden weights: its counters, its visible weights, and how they change.

#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "matrix.hpp"
#include "stages.hpp"

namespace bep {

// What a sample gives to one row of counters: the sum over time steps of a step of +-1, one byte in
// `stride` of `wanted`, times the inputs, which lie one time step behind the other.
struct Term {
    const uint8_t *inputs, *wanted;
    int stride, steps;
};

// The terms that one thread has for the rows of a layer.
class Terms {
   public:
    explicit Terms(int rows) : last(rows, NOTHING) {}
    void add(int row, const Term& term) {
        all.push_back({term, last[row]});
        last[row] = int32_t(all.size()) - 1;
    }
    // body(term) for those of a row.
    template <class Body>
    void each(int row, const Body& body) const {
        for (int32_t at = last[row]; at != NOTHING; at = all[at].before) body(all[at].term);
    }
    void clear() {
        if (all.empty()) return;
        all.clear();
        std::fill(last.begin(), last.end(), NOTHING);
    }

   private:
    static constexpr int32_t NOTHING = -1;
    struct Link {
        Term term;
        int32_t before;  // of the same row
    };
    std::vector<int32_t> last;
    std::vector<Link> all;
};

constexpr uint8_t BITS[2] = {0, 1};

// Without time there is one step.
inline Term term(const uint8_t* inputs, bool wanted) { return {inputs, &BITS[wanted], 0, 1}; }

// What decides the weights that a minibatch reinforces, and the range of counters.
struct Commit {
    uint32_t threshold, seed, minibatch;
    int32_t lowest, highest;
};

struct Layer {
    int rows, columns, index;
    std::vector<int32_t> counters;  // c, row-major
    Matrix weights;                 // W, rows packed along the columns
    Matrix transposed;              // W^T; kept only above the first layer
    std::vector<char> changed;      // rows that learned in this minibatch

    Layer(int rows, int columns, int index)
        : rows(rows), columns(columns), index(index), counters(size_t(rows) * columns), weights(rows, columns),
          transposed(index ? columns : 0, rows), changed(rows), groups((columns + GROUP - 1) / GROUP) {
        for (uint32_t row = 0; row < uint32_t(rows); ++row)
            for (uint32_t group = 0; group < uint32_t(groups); ++group) {
                const uint32_t position = uint32_t(index) << 28 | row << 14 | group;
                high.push_back(uint16_t(position >> 16));
                low.push_back(uint16_t(position));
            }
        x.resize(high.size());
        y.resize(high.size());
    }

    // Rows that one task changes. A word of W^T has 64 rows, and no two threads may write to it.
    int together() const { return index ? 64 : 8; }

    // A row of the counters takes the terms of some samples; `sum` is 0, as long as the columns.
    void learn(int row, const Terms& terms, int8_t* sum) {
        int32_t* c = &counters[size_t(row) * columns];
        int summed = 0, steps = 0;
        terms.each(row, [&](const Term& term) {
            for (int t = 0; t < term.steps; ++t) {
                const uint8_t* inputs = term.inputs + size_t(t) * columns;
                const bool up = term.wanted[size_t(t) * term.stride];
                up ? add(sum, inputs, columns) : subtract(sum, inputs, columns);
                steps += up ? 1 : -1;
                if (++summed < SUMMED) continue;
                update(c, sum, columns, steps);
                summed = steps = 0;
            }
            changed[row] = 1;
        });
        if (summed) update(c, sum, columns, steps);
    }

    // The end of a minibatch for some rows; `first` is a multiple of `together()`.
    void commit(int first, int last, const Commit& with) {
        for (int row = first; row < last; ++row)
            if (changed[row]) clip(&counters[size_t(row) * columns], columns, with.lowest, with.highest);
        reinforce(first, last, with);
        take_weights(first, last);
    }

    // W = sign(c) of the changed ones of some rows, in both arrangements.
    void take_weights(int first, int last) {
        std::vector<Word> bits(words_of(columns));
        for (int row = first; row < last; ++row) {
            if (!changed[row]) continue;
            changed[row] = 0;
            pack_signs(&counters[size_t(row) * columns], columns, bits.data());
            for (int w = 0; w < words_of(columns); ++w) weights.word(w)[row] = bits[w];
        }
        if (index)
            for (int row = first; row < last; row += 64) turn(row);
    }

   private:
    int groups;                             // of 16 weights in a row
    std::vector<uint16_t> high, low, x, y;  // their positions, and their draws

    // W^T of 64 rows.
    void turn(int row) {
        for (int w = 0; w < words_of(columns); ++w) {
            Word square[64] = {};
            std::copy_n(weights.word(w) + row, std::min(64, rows - row), square);
            transpose(square);
            std::copy_n(square, std::min(64, columns - 64 * w), transposed.word(row / 64) + 64 * w);
        }
    }

    void reinforce(int first, int last, const Commit& with) {
        draw(first, last, with.seed, with.minibatch);
        const int begin = first * groups, end = last * groups;
        std::vector<int32_t> places(end - begin);
        const int found = chosen(&x[begin], end - begin, with.threshold, places.data());
        for (int i = 0; i < found; ++i) {
            const int at = begin + places[i];
            strengthen(at / groups, at % groups, x[at], y[at] & 15, with);
        }
    }

    // `count` weights of a group of 16, from the one at `shift`.
    void strengthen(int row, int group, int count, int shift, const Commit& with) {
        const uint16_t run = uint16_t((uint32_t(1) << count) - 1);
        int32_t* c = &counters[size_t(row) * columns];
        for (uint32_t bits = shift ? rotate(run, shift) : run; bits; bits &= bits - 1) {
            const int k = group * GROUP + __builtin_ctz(bits);
            if (k < columns) c[k] = std::clamp(c[k] + (c[k] < 0 ? -1 : 1), with.lowest, with.highest);
        }
    }

    // x and y of every group of weights, encrypted under the minibatch and the seed.
    void draw(int first, int last, uint32_t seed, uint32_t minibatch) {
        const uint32_t keys[] = {minibatch & 0xFFFF, minibatch >> 16, seed & 0xFFFF, seed >> 16};
        const size_t begin = size_t(first) * groups;
        const int count = (last - first) * groups;
        std::copy_n(&high[begin], count, &x[begin]);
        std::copy_n(&low[begin], count, &y[begin]);
        for (int i = 0; i < ROUNDS; ++i)
            encrypt(&x[begin], &y[begin], count, uint16_t(keys[i % 4] ^ (ROUND_CONSTANT * i & 0xFFFF)));
    }
};

}  // namespace bep
