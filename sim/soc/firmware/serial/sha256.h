/* SHA-256 (FIPS 180-4) of words whose bytes come lowest first. */
#ifndef SHA256_H
#define SHA256_H

#include <stdint.h>

#define SHA256_WORDS 8u
#define SHA256_BLOCK 16u

typedef struct {
    uint32_t state[SHA256_WORDS]; /* the digest, after sha256_end */
    uint32_t block[SHA256_BLOCK]; /* words that wait until there are 16 */
    uint32_t count;               /* words so far */
} sha256;

void sha256_begin(sha256 *hash);

/* Take a word. Up to 2^27 - 1 of them are possible, whose bits 32 bits count. */
void sha256_word(sha256 *hash, uint32_t word);

/* Take the padding; the digest is in `state` then. */
void sha256_end(sha256 *hash);

#endif
