/* Reset and interrupts of a PicoRV32. Its instructions for interrupts are custom-0. */

.macro getq rd, qs
    .insn r 0x0b, 4, 0, \rd, \qs, x0
.endm
.macro setq qd, rs
    .insn r 0x0b, 2, 1, \qd, \rs, x0
.endm
.macro retirq
    .insn r 0x0b, 0, 2, x0, x0, x0
.endm

    .section .start, "ax"
    .global start
start:
    la sp, stack_end
    j clear

/* Interrupts begin here, at 0x10. Register q0 holds where to return to, q1 which interrupts. */
    .balign 16
    setq x2, ra                 /* q2 */
    addi sp, sp, -64
    sw t0, 0(sp)
    sw t1, 4(sp)
    sw t2, 8(sp)
    sw t3, 12(sp)
    sw t4, 16(sp)
    sw t5, 20(sp)
    sw t6, 24(sp)
    sw a0, 28(sp)
    sw a1, 32(sp)
    sw a2, 36(sp)
    sw a3, 40(sp)
    sw a4, 44(sp)
    sw a5, 48(sp)
    sw a6, 52(sp)
    sw a7, 56(sp)
    getq a0, x1                 /* q1 */
    call on_interrupt
    lw t0, 0(sp)
    lw t1, 4(sp)
    lw t2, 8(sp)
    lw t3, 12(sp)
    lw t4, 16(sp)
    lw t5, 20(sp)
    lw t6, 24(sp)
    lw a0, 28(sp)
    lw a1, 32(sp)
    lw a2, 36(sp)
    lw a3, 40(sp)
    lw a4, 44(sp)
    lw a5, 48(sp)
    lw a6, 52(sp)
    lw a7, 56(sp)
    addi sp, sp, 64
    getq ra, x2
    retirq

clear:
    la a0, bss_start
    la a1, bss_end
1:  bgeu a0, a1, 2f
    sw zero, 0(a0)
    addi a0, a0, 4
    j 1b
2:  call main
    j finish                    /* with what main returned */
