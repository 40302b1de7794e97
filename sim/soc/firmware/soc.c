/* Clock, interrupts and DMA of the system, and its console as stdout of picolibc. */
#include "soc.h"

#include <stdio.h>

#define DMA ((volatile uint32_t *)0xA0000000u)

static int put_byte(char byte, FILE *file)
{
    (void)file;
    soc_put((uint8_t)byte);
    return byte;
}

static FILE console = FDEV_SETUP_STREAM(put_byte, NULL, NULL, _FDEV_SETUP_WRITE);
FILE *const stdout = &console;

void soc_start_dma(const uint32_t *const *list, uint32_t words, uint32_t *results, uint32_t count)
{
    DMA[0] = (uint32_t)list;
    DMA[1] = words;
    DMA[2] = (uint32_t)results;
    DMA[3] = count;
}

void soc_offer_dma(uint32_t entries)
{
    __asm__ volatile("" ::: "memory"); /* they are in memory before the DMA reads them */
    DMA[5] = entries;
}

uint32_t soc_dma_runs(void)
{
    const uint32_t remaining = DMA[3];

    __asm__ volatile("" ::: "memory");
    return remaining;
}

void soc_clear_dma(void)
{
    DMA[4] = 1u;
}

uint64_t soc_cycles(void)
{
    uint32_t high;
    uint32_t low;
    uint32_t again;

    do {
        __asm__ volatile("rdcycleh %0" : "=r"(high));
        __asm__ volatile("rdcycle %0" : "=r"(low));
        __asm__ volatile("rdcycleh %0" : "=r"(again));
    } while (high != again);
    return (uint64_t)high << 32 | low;
}

/* Mask interrupts: bit i of the mask keeps interrupt i out. */
static void mask(uint32_t bits)
{
    __asm__ volatile(".insn r 0x0b, 6, 3, x0, %0, x0" ::"r"(bits) : "memory");
}

void soc_mask_interrupts(void)
{
    mask(~SOC_IRQ_REFUSED);
}

void soc_sleep(void)
{
    uint32_t pending;

    /* An interrupt that comes before the processor stops is pending, so it does not stop. */
    __asm__ volatile(".insn r 0x0b, 4, 4, %0, x0, x0" : "=r"(pending)::"memory");
    mask(0u); /* the handler runs here */
    soc_mask_interrupts();
}
