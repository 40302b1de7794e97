// A verilated core with a UART, and the host's end of the line, under a plain C interface.

#include <cstdint>

#include "Vbep_uart.h"
#include "verilated.h"

namespace {

struct Board {
    VerilatedContext context;
    Vbep_uart top{&context, "bep_uart"};
    const uint32_t divisor;
    uint64_t cycles = 0;
    uint32_t sending = 0;     // bits still to be sent, lowest first; 0 for none
    uint32_t send_timer = 0;  // cycles that the bit on the line still stays
    uint32_t received = 0, receive_bit = 0, receive_timer = 0;  // bit 0: waiting for a start bit

    explicit Board(uint32_t divisor) : divisor(divisor) {
        top.rst = 0;
        top.rx = 1;
    }

    void tick() {
        top.clk = !top.clk;  // either edge is a clock edge, see simulation.py
        top.eval();
        ++cycles;
    }

    // One cycle of the sender; true if it could begin a byte in the next one.
    bool send() {
        if (send_timer) {
            --send_timer;
        } else if (sending) {
            top.rx = sending & 1;
            sending >>= 1;
            send_timer = divisor - 1;
        } else {
            top.rx = 1;
        }
        return !sending && !send_timer;
    }

    // One cycle of the receiver; a byte, or -1.
    int receive() {
        if (receive_bit == 0) {
            if (!top.tx) {
                receive_bit = 1;
                receive_timer = divisor + divisor / 2;
            }
        } else if (--receive_timer == 0) {
            receive_timer = divisor;
            if (receive_bit == 9) {
                receive_bit = 0;
                return top.tx ? int(received) : -1;
            }
            received = received >> 1 | uint32_t(top.tx) << 7;
            ++receive_bit;
        }
        return -1;
    }
};

}  // namespace

extern "C" {

void* board_create(uint32_t divisor) { return new Board(divisor); }

void board_destroy(void* handle) { delete static_cast<Board*>(handle); }

uint64_t board_cycles(void* handle) { return static_cast<Board*>(handle)->cycles; }

// Sends `count` bytes and stores what comes back, up to `most` bytes; ends when all is sent and
// for `quiet` cycles nothing has come, or for the time of two bytes nothing more. Returns the
// number of bytes stored, -1 if there is no end of them.
int64_t board_run(void* handle, const uint8_t* data, int64_t count, uint8_t* answer, int64_t most,
                  uint64_t quiet) {
    Board& board = *static_cast<Board*>(handle);
    int64_t sent = 0, stored = 0;
    uint64_t idle = 0;
    while (stored < most && idle < (stored ? 20 * board.divisor : quiet)) {
        if (board.send() && sent < count) board.sending = 0x200u | uint32_t(data[sent++]) << 1;
        board.tick();
        const int byte = board.receive();
        if (byte >= 0) answer[stored++] = uint8_t(byte);
        const bool busy = sent < count || board.sending || board.send_timer || board.receive_bit;
        idle = busy ? 0 : idle + 1;
    }
    return stored < most ? stored : -1;
}
}
