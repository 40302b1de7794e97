/* The system of verilog/soc.v, as the firmware sees it. */
#ifndef SOC_H
#define SOC_H

#include <stdint.h>

#define SOC_CORE 0x80000000u

#define SOC_IRQ_CORE (1u << 3)
#define SOC_IRQ_REFUSED (1u << 4)

/* Give a word to the host. */
void soc_word(uint32_t word);

/* End the simulation. */
void finish(uint32_t code) __attribute__((noreturn));

/* Clock cycles since the reset. */
uint64_t soc_cycles(void);

/* Let no interrupts in; soc_sleep lets them in. */
void soc_mask_interrupts(void);

/* Stop until an interrupt is pending, and handle it. */
void soc_sleep(void);

#endif
