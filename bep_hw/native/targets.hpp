// The fixed classifier, and the targets of a sample as bep_hw/golden/targets has them.

#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "matrix.hpp"
#include "stages.hpp"

namespace bep {

// P packed, and once more as one byte a bit, row by row.
struct Classifier {
    Matrix matrix;
    std::vector<uint8_t> rows;

    Classifier() = default;
    Classifier(const int8_t* frame, int classes, int width) : matrix(classes, width) {
        std::vector<Word> packed(words_of(width));
        for (int c = 0; c < classes; ++c) {
            for (int k = 0; k < width; ++k) rows.push_back(frame[size_t(c) * width + k] > 0);
            pack(row(c), width, packed.data());
            for (int w = 0; w < words_of(width); ++w) matrix.word(w)[c] = packed[w];
        }
    }
    const uint8_t* row(int64_t label) const { return &rows[label * matrix.across]; }
    // `logits` are made as long as the matrix has rows, with padding.
    void classify(const Word* activation, std::vector<int32_t>& logits) const {
        logits.resize(matrix.stride);
        matrix.differences(activation, logits.data());
        for (int c = 0; c < matrix.rows; ++c) logits[c] = matrix.across - 2 * logits[c];
    }
};

struct Targets {
    virtual ~Targets() = default;
    // Numbers of a sample's labels, and of its prediction.
    virtual int count(const Classifier& from) const = 0;
    virtual void predict(const Classifier& from, const int32_t* logits, int64_t* prediction) const = 0;
    virtual int32_t margin(const Classifier& from, const int32_t* logits, const int64_t* labels) const = 0;
    // a* of the layer below the classifier, whose activations are `active`.
    virtual void ask(const Classifier& from, const int32_t* logits, const int64_t* labels, int32_t threshold,
                     const uint8_t* active, uint8_t* wanted) const = 0;
};

struct OneClass : Targets {
    int count(const Classifier&) const override { return 1; }
    void predict(const Classifier& from, const int32_t* logits, int64_t* prediction) const override {
        *prediction = std::max_element(logits, logits + from.matrix.rows) - logits;
    }
    int32_t margin(const Classifier& from, const int32_t* logits, const int64_t* label) const override {
        int32_t rival = std::numeric_limits<int32_t>::min();
        for (int c = 0; c < from.matrix.rows; ++c)
            if (c != *label) rival = std::max(rival, logits[c]);
        return logits[*label] - rival;
    }
    void ask(const Classifier& from, const int32_t*, const int64_t* label, int32_t, const uint8_t*,
             uint8_t* wanted) const override {
        std::copy_n(from.row(*label), from.matrix.across, wanted);
    }
};

struct Several : Targets {
    static int32_t margin_of(int32_t logit, int64_t label) { return label ? logit : -logit; }
    int count(const Classifier& from) const override { return from.matrix.rows; }
    void predict(const Classifier& from, const int32_t* logits, int64_t* prediction) const override {
        for (int k = 0; k < from.matrix.rows; ++k) prediction[k] = logits[k] >= 0;
    }
    int32_t margin(const Classifier& from, const int32_t* logits, const int64_t* labels) const override {
        int32_t least = std::numeric_limits<int32_t>::max();
        for (int k = 0; k < from.matrix.rows; ++k) least = std::min(least, margin_of(logits[k], labels[k]));
        return least;
    }
    void ask(const Classifier& from, const int32_t* logits, const int64_t* labels, int32_t threshold,
             const uint8_t* active, uint8_t* wanted) const override {
        const int width = from.matrix.across;
        std::vector<int32_t> sums(width);
        for (int k = 0; k < from.matrix.rows; ++k)
            if (margin_of(logits[k], labels[k]) < threshold)
                add_signed(sums.data(), from.row(k), width, labels[k] ? 1 : -1);
        for (int i = 0; i < width; ++i) wanted[i] = sums[i] ? sums[i] > 0 : active[i];
    }
};

}  // namespace bep
