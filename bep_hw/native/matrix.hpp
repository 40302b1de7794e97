// Bits packed in 64-bit words, and popcounts of whole matrices of them.
//
// Bit k of a vector is bit k % 64 of word k / 64, and bits that do not exist are 0.

#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <new>
#include <vector>

#ifdef __AVX2__
#include <immintrin.h>
#endif

namespace bep {

using Word = uint64_t;

inline int words_of(int bits) { return (bits + 63) / 64; }

// 64 bytes 0 or 1 as the bits of a word.
inline Word pack_word(const uint8_t* bytes) {
    Word bits = 0;
#ifdef __AVX2__
    for (int half = 0; half < 2; ++half) {
        const __m256i ones = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + 32 * half));
        bits |= Word(uint32_t(_mm256_movemask_epi8(_mm256_slli_epi16(ones, 7)))) << 32 * half;
    }
#else
    for (int octet = 0; octet < 8; ++octet) {
        Word eight;
        std::memcpy(&eight, bytes + octet * 8, 8);
        bits |= (eight * 0x0102040810204080 >> 56) << octet * 8;
    }
#endif
    return bits;
}

inline void pack(const uint8_t* bytes, int count, Word* packed) {
    for (; count >= 64; count -= 64, bytes += 64) *packed++ = pack_word(bytes);
    if (!count) return;
    uint8_t padded[64] = {};
    std::memcpy(padded, bytes, count);
    *packed = pack_word(padded);
}

// Bit k tells whether number k is at least 0.
inline void pack_signs(const int32_t* numbers, int count, Word* packed) {
    for (int first = 0; first < count; first += 64) {
        uint8_t bits[64] = {};
        const int32_t* from = numbers + first;
        if (count - first >= 64)
            for (int k = 0; k < 64; ++k) bits[k] = from[k] >= 0;
        else
            for (int k = 0; k < count - first; ++k) bits[k] = from[k] >= 0;
        packed[first / 64] = pack_word(bits);
    }
}

// Row r, bit k of a square of 64 x 64 bits changes places with row k, bit r: squares of half the
// size change places across the diagonal, then those in each quarter.
inline void transpose(Word square[64]) {
    Word low = 0x00000000FFFFFFFF;
    for (int half = 32; half; half /= 2, low ^= low << half)
        for (int r = 0; r < 64; r = (r + half + 1) & ~half) {
            const Word change = (square[r] >> half ^ square[r + half]) & low;
            square[r] ^= change << half;
            square[r + half] ^= change;
        }
}

// Memory for whole vector registers.
template <class T>
struct Aligned {
    using value_type = T;
    static constexpr std::align_val_t LINE{64};
    Aligned() = default;
    template <class U>
    Aligned(const Aligned<U>&) {}
    T* allocate(size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), LINE)); }
    void deallocate(T* memory, size_t) { ::operator delete(memory, LINE); }
    bool operator==(const Aligned&) const { return true; }
};

// Rows of bits, packed along `across`. They are held word by word: word w of row r is at
// [w * stride + r], so that the popcounts of BLOCK rows are summed at once.
struct Matrix {
    static constexpr int BLOCK = 16;
    int rows, across, stride;
    std::vector<Word, Aligned<Word>> bits;

    Matrix() : Matrix(0, 0) {}
    Matrix(int rows, int across)
        : rows(rows), across(across), stride((rows + BLOCK - 1) / BLOCK * BLOCK),
          bits(size_t(stride) * words_of(across)) {}
    Word* word(int index) { return &bits[size_t(index) * stride]; }
    const Word* word(int index) const { return &bits[size_t(index) * stride]; }

    // differ[r] = popcount(row r ^ vector), for all rows; room for `stride` of them.
    void differences(const Word* vector, int32_t* differ) const {
        for (int first = 0; first < stride; first += BLOCK) block<false>(first, vector, nullptr, differ + first);
    }
    // The same of (row r ^ vector) & mask.
    void differences(const Word* vector, const Word* mask, int32_t* differ) const {
        for (int first = 0; first < stride; first += BLOCK) block<true>(first, vector, mask, differ + first);
    }

   private:
#if defined(__AVX512VPOPCNTDQ__)
    template <bool MASKED>
    void block(int first, const Word* vector, const Word* mask, int32_t* differ) const {
        constexpr int LANES = 8, REGISTERS = BLOCK / LANES;
        __m512i sum[REGISTERS] = {_mm512_setzero_si512(), _mm512_setzero_si512()};
        for (int w = 0; w < words_of(across); ++w)
            for (int i = 0; i < REGISTERS; ++i) {
                const __m512i row = _mm512_load_si512(word(w) + first + LANES * i);
                __m512i x = _mm512_xor_si512(row, _mm512_set1_epi64(int64_t(vector[w])));
                if (MASKED) x = _mm512_and_si512(x, _mm512_set1_epi64(int64_t(mask[w])));
                sum[i] = _mm512_add_epi64(sum[i], _mm512_popcnt_epi64(x));
            }
        alignas(64) Word sums[BLOCK];
        for (int i = 0; i < REGISTERS; ++i) _mm512_store_si512(sums + LANES * i, sum[i]);
        for (int r = 0; r < BLOCK; ++r) differ[r] = int32_t(sums[r]);
    }
#elif defined(__AVX2__)
    // AVX2 has no popcount: a shuffle looks up those of 4 bits, and bytes hold the sums of 31 words.
    template <bool MASKED>
    void block(int first, const Word* vector, const Word* mask, int32_t* differ) const {
        constexpr int LANES = 4, REGISTERS = BLOCK / LANES, FULL = 31;
        const __m256i zero = _mm256_setzero_si256(), nibble = _mm256_set1_epi8(15);
        const __m256i ones = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,  //
                                              0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
        __m256i sum[REGISTERS] = {zero, zero, zero, zero};
        const int words = words_of(across);
        for (int begin = 0; begin < words; begin += FULL) {
            __m256i bytes[REGISTERS] = {zero, zero, zero, zero};
            for (int w = begin; w < std::min(words, begin + FULL); ++w) {
                const __m256i with = _mm256_set1_epi64x(int64_t(vector[w]));
                const auto* row = reinterpret_cast<const __m256i*>(word(w) + first);
                for (int i = 0; i < REGISTERS; ++i) {
                    __m256i x = _mm256_xor_si256(_mm256_load_si256(row + i), with);
                    if (MASKED) x = _mm256_and_si256(x, _mm256_set1_epi64x(int64_t(mask[w])));
                    const __m256i low = _mm256_shuffle_epi8(ones, _mm256_and_si256(x, nibble));
                    const __m256i high = _mm256_shuffle_epi8(ones, _mm256_and_si256(_mm256_srli_epi16(x, 4), nibble));
                    bytes[i] = _mm256_add_epi8(bytes[i], _mm256_add_epi8(low, high));
                }
            }
            for (int i = 0; i < REGISTERS; ++i) sum[i] = _mm256_add_epi64(sum[i], _mm256_sad_epu8(bytes[i], zero));
        }
        alignas(32) Word sums[BLOCK];
        for (int i = 0; i < REGISTERS; ++i) _mm256_store_si256(reinterpret_cast<__m256i*>(sums + LANES * i), sum[i]);
        for (int r = 0; r < BLOCK; ++r) differ[r] = int32_t(sums[r]);
    }
#else
    template <bool MASKED>
    void block(int first, const Word* vector, const Word* mask, int32_t* differ) const {
        Word sum[BLOCK] = {};
        const int words = words_of(across);
        for (int w = 0; w < words; ++w) {
            const Word* row = word(w) + first;
            const Word with = vector[w], open = MASKED ? mask[w] : ~Word(0);
            for (int r = 0; r < BLOCK; ++r) sum[r] += __builtin_popcountll((row[r] ^ with) & open);
        }
        for (int r = 0; r < BLOCK; ++r) differ[r] = int32_t(sum[r]);
    }
#endif
};

}  // namespace bep
