/* The system, as the firmware sees it: that of verilog/soc.v, or one of LiteX. host/ has what
 * belongs to a simulation, serial/ what belongs to a board. */
#ifndef SOC_H
#define SOC_H

#include <stdint.h>

#define SOC_CORE 0x80000000u

#define SOC_IRQ_CORE (1u << 3)
#define SOC_IRQ_REFUSED (1u << 4)
#define SOC_IRQ_DMA (1u << 5)

/* Wait until training is wanted. */
void soc_begin(void);

/* Print a byte. */
void soc_put(uint8_t byte);

/* Give a word to the host. */
void soc_word(uint32_t word);

/* Send `count` packets of so many words to the core, from the addresses in a list, and write its
 * results to `results`. No entry of the list is there yet. */
void soc_start_dma(const uint32_t *const *list, uint32_t words, uint32_t *results, uint32_t count);

/* So many entries of the list are there now. */
void soc_offer_dma(uint32_t entries);

/* Whether results are still to come. */
uint32_t soc_dma_runs(void);

/* Clear its interrupt. */
void soc_clear_dma(void);

/* End, with 0 or the status that is to blame. */
void finish(uint32_t code) __attribute__((noreturn));

/* Clock cycles since the reset. */
uint64_t soc_cycles(void);

/* Let no interrupts in; soc_sleep lets them in. */
void soc_mask_interrupts(void);

/* Stop until an interrupt is pending, and handle it. */
void soc_sleep(void);

#endif
