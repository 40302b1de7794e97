/* The names a to h, k and w are those of FIPS 180-4. */
#include "sha256.h"

#define ROUNDS 64u

static const uint32_t first[SHA256_WORDS] = {
    0x6a09e667u, 0xbb67ae85u, 0x3c6ef372u, 0xa54ff53au, 0x510e527fu, 0x9b05688cu, 0x1f83d9abu, 0x5be0cd19u,
};

static const uint32_t k[ROUNDS] = {
    0x428a2f98u, 0x71374491u, 0xb5c0fbcfu, 0xe9b5dba5u, 0x3956c25bu, 0x59f111f1u, 0x923f82a4u, 0xab1c5ed5u,
    0xd807aa98u, 0x12835b01u, 0x243185beu, 0x550c7dc3u, 0x72be5d74u, 0x80deb1feu, 0x9bdc06a7u, 0xc19bf174u,
    0xe49b69c1u, 0xefbe4786u, 0x0fc19dc6u, 0x240ca1ccu, 0x2de92c6fu, 0x4a7484aau, 0x5cb0a9dcu, 0x76f988dau,
    0x983e5152u, 0xa831c66du, 0xb00327c8u, 0xbf597fc7u, 0xc6e00bf3u, 0xd5a79147u, 0x06ca6351u, 0x14292967u,
    0x27b70a85u, 0x2e1b2138u, 0x4d2c6dfcu, 0x53380d13u, 0x650a7354u, 0x766a0abbu, 0x81c2c92eu, 0x92722c85u,
    0xa2bfe8a1u, 0xa81a664bu, 0xc24b8b70u, 0xc76c51a3u, 0xd192e819u, 0xd6990624u, 0xf40e3585u, 0x106aa070u,
    0x19a4c116u, 0x1e376c08u, 0x2748774cu, 0x34b0bcb5u, 0x391c0cb3u, 0x4ed8aa4au, 0x5b9cca4fu, 0x682e6ff3u,
    0x748f82eeu, 0x78a5636fu, 0x84c87814u, 0x8cc70208u, 0x90befffau, 0xa4506cebu, 0xbef9a3f7u, 0xc67178f2u,
};

static uint32_t rotated(uint32_t x, uint32_t by)
{
    return x >> by | x << (32u - by);
}

/* Word `t` of the schedule, in a ring of 16. */
static uint32_t scheduled(uint32_t *w, uint32_t t)
{
    if (t >= SHA256_BLOCK) {
        const uint32_t near = w[(t - 2u) % SHA256_BLOCK];
        const uint32_t far = w[(t - 15u) % SHA256_BLOCK];

        w[t % SHA256_BLOCK] += (rotated(near, 17u) ^ rotated(near, 19u) ^ near >> 10)
                               + w[(t - 7u) % SHA256_BLOCK]
                               + (rotated(far, 7u) ^ rotated(far, 18u) ^ far >> 3);
    }
    return w[t % SHA256_BLOCK];
}

static void take_block(sha256 *hash)
{
    uint32_t v[SHA256_WORDS]; /* a to h */
    uint32_t t;
    uint32_t part;

    for (part = 0u; part < SHA256_WORDS; part++) {
        v[part] = hash->state[part];
    }
    for (t = 0u; t < ROUNDS; t++) {
        const uint32_t sum1 = rotated(v[4], 6u) ^ rotated(v[4], 11u) ^ rotated(v[4], 25u);
        const uint32_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
        const uint32_t t1 = v[7] + sum1 + choice + k[t] + scheduled(hash->block, t);
        const uint32_t sum0 = rotated(v[0], 2u) ^ rotated(v[0], 13u) ^ rotated(v[0], 22u);
        const uint32_t majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);

        for (part = SHA256_WORDS - 1u; part > 0u; part--) {
            v[part] = v[part - 1u];
        }
        v[4] += t1;
        v[0] = t1 + sum0 + majority;
    }
    for (part = 0u; part < SHA256_WORDS; part++) {
        hash->state[part] += v[part];
    }
}

/* Take a word whose bytes come highest first. */
static void take(sha256 *hash, uint32_t word)
{
    hash->block[hash->count % SHA256_BLOCK] = word;
    hash->count++;
    if (hash->count % SHA256_BLOCK == 0u) {
        take_block(hash);
    }
}

void sha256_begin(sha256 *hash)
{
    uint32_t part;

    for (part = 0u; part < SHA256_WORDS; part++) {
        hash->state[part] = first[part];
    }
    hash->count = 0u;
}

void sha256_word(sha256 *hash, uint32_t word)
{
    take(hash, word << 24 | (word & 0xff00u) << 8 | (word >> 8 & 0xff00u) | word >> 24);
}

void sha256_end(sha256 *hash)
{
    const uint32_t bits = 32u * hash->count;

    take(hash, 0x80000000u);
    while (hash->count % SHA256_BLOCK != SHA256_BLOCK - 1u) {
        take(hash, 0u);
    }
    take(hash, bits);
}
