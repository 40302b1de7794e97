/* The system of a board: text goes to the serial port of LiteX, and words into a SHA-256. */
#include <stdio.h>

#include "csr.h" /* as LiteX writes it */
#include "sha256.h"
#include "soc.h"

#define REGISTER(address) (*(volatile uint32_t *)(address))
#define UART_DATA REGISTER(CSR_UART_RXTX_ADDR)
#define UART_EVENTS REGISTER(CSR_UART_EV_PENDING_ADDR)
#define UART_NO_ROOM REGISTER(CSR_UART_TXFULL_ADDR)
#define UART_ALL_SENT REGISTER(CSR_UART_TXEMPTY_ADDR)
#define UART_NOTHING_CAME REGISTER(CSR_UART_RXEMPTY_ADDR)
#define END REGISTER(CSR_END_CODE_ADDR)

#define UART_TAKEN 2u /* the event that a byte came */
#define ENDED 1u
#define FAILED 2u

static sha256 words;

/* Where the processor begins, in start.S. */
void start(void) __attribute__((noreturn));

void soc_put(uint8_t byte)
{
    while (UART_NO_ROOM != 0u) {
    }
    UART_DATA = byte;
}

void soc_begin(void)
{
    sha256_begin(&words);
    printf("send any byte to train\n");
    while (UART_NOTHING_CAME != 0u) {
    }
    while (UART_NOTHING_CAME == 0u) {
        UART_EVENTS = UART_TAKEN;
    }
    END = 0u;
}

void soc_word(uint32_t word)
{
    sha256_word(&words, word);
}

void finish(uint32_t code)
{
    uint32_t part;

    if (code == 0u) {
        sha256_end(&words);
        printf("weights_sha256 ");
        for (part = 0u; part < SHA256_WORDS; part++) {
            printf("%08lx", (unsigned long)words.state[part]);
        }
        printf("\n");
    }
    while (UART_ALL_SENT == 0u) {
    }
    END = (code == 0u) ? ENDED : (ENDED | FAILED);
    start();
}
