// Stands in for the LZ4 library when its header is not installed: Verilator's FST writer calls
// two functions of it. A block of literals only is valid LZ4, just not a small one.
#pragma once
#include <cstdint>
#include <cstring>

inline int LZ4_compressBound(int size) { return size + size / 255 + 16; }

inline int LZ4_compress_default(const char* source, char* target, int size, int capacity) {
    if (capacity < LZ4_compressBound(size)) return 0;
    auto* out = reinterpret_cast<uint8_t*>(target);
    *out++ = static_cast<uint8_t>((size < 15 ? size : 15) << 4);
    if (size >= 15) {
        int rest = size - 15;
        for (; rest >= 255; rest -= 255) *out++ = 255;
        *out++ = static_cast<uint8_t>(rest);
    }
    std::memcpy(out, source, size);
    return static_cast<int>(out - reinterpret_cast<uint8_t*>(target)) + size;
}
