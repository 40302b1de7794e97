// A Wishbone master, classic or pipelined, for a verilated core.
//
// Kinds of an access: a read, a write, a read whose master lets go of the bus, a write without CYC.

#include "Vbep_wishbone.h"
#include "bench.hpp"

namespace {

struct Wishbone : Bench<Vbep_wishbone> {
    explicit Wishbone(uint64_t seed) : Bench(seed) {
        top.rst = 1;
        for (int i = 0; i < 4; ++i) cycle();
        top.rst = 0;
    }

    void cycle() {
        top.eval();
        top.clk = !top.clk;  // either edge is a clock edge
        top.eval();
        ++cycles;
    }

    bool access(const Access& access, Answer& answer) {
        top.wb_pipelined_i = draw() & 1;
        top.wb_adr_i = access.place;
        top.wb_dat_i = access.data;
        top.wb_sel_i = access.mask;
        top.wb_we_i = access.kind == WRITE || access.kind == LAST;
        top.wb_cyc_i = access.kind != LAST;
        top.wb_stb_i = 1;
        const bool answered = access.kind > WRITE ? abandon() : await(answer);
        top.wb_cyc_i = top.wb_stb_i = 0;
        cycle();
        return answered;
    }

    bool await(Answer& answer) {
        for (int left = PATIENCE; left; --left) {
            top.eval();
            const bool taken = top.wb_pipelined_i & top.wb_stb_i;
            const bool done = top.wb_ack_o | top.wb_err_o;
            answer = {top.wb_err_o, top.wb_dat_o};
            cycle();
            if (done) return true;
            if (taken) top.wb_stb_i = 0;
        }
        return false;
    }

    // Nobody waits for the answer; none may come without CYC.
    bool abandon() {
        cycle();
        top.wb_cyc_i = 0;
        top.eval();
        return !(top.wb_ack_o | top.wb_err_o);
    }
};

}  // namespace

BENCH(Wishbone)
