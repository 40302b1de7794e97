// The instructions of the processor that this runs on. It is compiled for any processor.

#define API extern "C" __attribute__((visibility("default")))

// The place in LEVELS of compiled.py, which names the same instructions, of the best that runs here.
API int bep_level() {
#ifdef __x86_64__
    __builtin_cpu_init();
    const bool sse4 = __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt");
    const bool avx2 = sse4 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                      __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
    const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                        __builtin_cpu_supports("avx512vpopcntdq");
    return sse4 + avx2 + avx512;
#else
    return 0;
#endif
}
