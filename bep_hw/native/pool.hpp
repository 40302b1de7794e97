// Threads that share the tasks of one call, and wait for the next one.

#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <system_error>
#include <thread>
#include <vector>

#include <unistd.h>

namespace bep {

// `run` returns when all tasks are done, not when all threads have come: one that the system runs
// late finds no task left and delays nobody. So tasks also get done in a process that was forked
// from the owner, where there are no other threads. Each thread begins with its own share of the
// tasks, the same one in every call of equally many: what these change stays in its cache.
class Pool {
   public:
    using Body = std::function<void(int task, int thread)>;

    // `count` threads, the caller of `run` included; fewer if the system has no more.
    explicit Pool(int count) : owner(getpid()), shares(count) {
        try {
            for (int thread = 1; thread < count; ++thread)
                threads.emplace_back([this, thread] { serve(thread); });
        } catch (const std::system_error&) {
        }
    }
    ~Pool() {
        ended = true;
        ++call;
        call.notify_all();
        for (std::thread& thread : threads) owner == getpid() ? thread.join() : thread.detach();
    }
    Pool(const Pool&) = delete;

    // body(task, thread) for all tasks below `count`, in any order, each once.
    void run(int count, const Body& body) {
        if (count <= 0) return;
        work = &body;
        tasks = left = count;
        for (size_t share = 0; share < shares.size(); ++share) shares[share].open = begin(share + 1) - begin(share);
        ++call;
        call.notify_all();
        perform(0);
        for (int turn = 0; left && turn < TURNS; ++turn) std::this_thread::yield();
        for (int now = left; now; now = left) left.wait(now);
    }

   private:
    static constexpr int TURNS = 100;  // some 30 microseconds: the next call of a training is near

    struct alignas(64) Share {
        std::atomic<int> open = 0;  // tasks that nobody has taken
    };

    const pid_t owner;
    std::vector<Share> shares;
    std::vector<std::thread> threads;
    std::atomic<int> call = 0, left = 0;  // number of the present call, and tasks that are not done
    std::atomic<bool> ended = false;
    int tasks = 0;
    const Body* work = nullptr;

    int begin(size_t share) const { return int(share * size_t(tasks) / shares.size()); }

    // Does tasks of its own share, and then of the others, until none is open.
    void perform(int thread) {
        for (size_t k = 0; k < shares.size(); ++k) {
            const size_t share = (thread + k) % shares.size();
            std::atomic<int>& open = shares[share].open;
            for (int now = open; now > 0;) {
                // Whoever takes a task is in the present call, which waits for it.
                if (!open.compare_exchange_weak(now, now - 1)) continue;
                (*work)(begin(share) + now - 1, thread);
                if (--left == 0) left.notify_all();
                now = open;
            }
        }
    }

    void serve(int thread) {
        for (int seen = 0; !ended;) {
            for (int turn = 0; call == seen && turn < TURNS; ++turn) std::this_thread::yield();
            call.wait(seen);
            seen = call;
            perform(thread);
        }
    }
};

}  // namespace bep
