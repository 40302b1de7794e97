// A master on AXI4-Lite, a source and a sink of AXI4-Streams, for a verilated core.
//
// Kinds of an access: a read, a write, a word of the stream of samples, the last one of a packet.

#include "Vbep_axi.h"
#include "bench.hpp"

namespace {

struct Axi : Bench<Vbep_axi> {
    explicit Axi(uint64_t seed) : Bench(seed) {
        top.aresetn = 0;
        for (int i = 0; i < 4; ++i) cycle();
        top.aresetn = 1;
    }

    // One cycle with the inputs as they are; results are taken as they come.
    void cycle() {
        top.m_axis_tready = often();
        top.eval();
        if (top.m_axis_tvalid & top.m_axis_tready) results.push_back(top.m_axis_tdata);
        top.aclk = !top.aclk;  // either edge is a clock edge
        top.eval();
        ++cycles;
    }

    bool access(const Access& access, Answer& answer) {
        if (access.kind == READ) return read(access, answer);
        return access.kind == WRITE ? write(access, answer) : beat(access, answer);
    }

    bool read(const Access& access, Answer& answer) {
        bool asked = false;
        top.s_axi_araddr = access.place;
        for (int left = PATIENCE; left; --left) {
            if (!asked) top.s_axi_arvalid |= often();
            top.s_axi_rready = often();
            top.eval();
            const bool taken = top.s_axi_arvalid & top.s_axi_arready;
            const bool done = top.s_axi_rvalid & top.s_axi_rready;
            answer = {top.s_axi_rresp, top.s_axi_rdata};
            cycle();
            if (taken) top.s_axi_arvalid = 0, asked = true;
            if (done) return !(top.s_axi_rready = 0);
        }
        return false;
    }

    // Address and data come in any order.
    bool write(const Access& access, Answer& answer) {
        bool placed = false, given = false;
        top.s_axi_awaddr = access.place;
        top.s_axi_wdata = access.data;
        top.s_axi_wstrb = access.mask;
        for (int left = PATIENCE; left; --left) {
            if (!placed) top.s_axi_awvalid |= often();
            if (!given) top.s_axi_wvalid |= often();
            top.s_axi_bready = often();
            top.eval();
            const bool aw = top.s_axi_awvalid & top.s_axi_awready;
            const bool w = top.s_axi_wvalid & top.s_axi_wready;
            const bool done = top.s_axi_bvalid & top.s_axi_bready;
            answer = {top.s_axi_bresp, 0};
            cycle();
            if (aw) top.s_axi_awvalid = 0, placed = true;
            if (w) top.s_axi_wvalid = 0, given = true;
            if (done) return !(top.s_axi_bready = 0);
        }
        return false;
    }

    // A word that finds no room for long is taken back, which AXI does not allow.
    bool beat(const Access& access, Answer& answer) {
        top.s_axis_tdata = access.data;
        top.s_axis_tkeep = access.mask;
        top.s_axis_tlast = access.kind == LAST;
        top.s_axis_tvalid = 1;
        answer.refused = 1;
        for (int left = 200; left && answer.refused; --left) {
            top.eval();
            answer.refused = !top.s_axis_tready;
            cycle();
        }
        top.s_axis_tvalid = 0;
        return true;
    }
};

}  // namespace

BENCH(Axi)
