/* The host of a simulation takes text, words and the end. */
#include "soc.h"

#define CONSOLE (*(volatile uint32_t *)0x90000000u)
#define WORD (*(volatile uint32_t *)0x90000004u)
#define END (*(volatile uint32_t *)0x90000008u)

void soc_begin(void)
{
}

void soc_put(uint8_t byte)
{
    CONSOLE = byte;
}

void soc_word(uint32_t word)
{
    WORD = word;
}

void finish(uint32_t code)
{
    END = code;
    for (;;) {
    }
}
