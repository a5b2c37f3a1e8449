// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "loop/handle.h"
#include "loop/ref.h"

namespace loopscope::loop {

class EventLoop;
class Readiness;
struct Watch;

/// What can be done without waiting, in the bits of Linux's epoll.
enum ReadyBits : uint8_t { kReadable = 1, kWritable = 4, kFailed = 8, kHungUp = 16 };

/// Something whose readiness loops can watch: one end of a connection, a socket that listens.
class Source {
 public:
  Source() = default;
  /// Whoever watches it does so no longer.
  ~Source();
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  uint8_t state() const { return state_; }
  /// The state is now `state`. Those who watch for a bit of `event` look at it in their next iteration.
  void update(uint8_t state, uint8_t event);

 private:
  friend class Readiness;
  uint8_t state_ = 0;
  std::vector<Watch*> watches_;
};

/// What one loop watches. It tells in the order in which sources became ready and again as long as they are (as
/// Linux's epoll under asyncio's selector loop), so servers and clients in one program take turns as they do there.
class Readiness {
 public:
  explicit Readiness(EventLoop& loop) : loop_(loop) {}
  ~Readiness();
  Readiness(const Readiness&) = delete;
  Readiness& operator=(const Readiness&) = delete;

  enum Side : uint8_t { kReader, kWriter };
  /// Runs `handle` in each iteration in which the source is ready for this side; null: no longer. Returns the one before.
  Ref<Handle> set(Source& source, Side side, Ref<Handle> handle);
  /// Null: nobody.
  Handle* get(const Source& source, Side side) const;

  /// Posts the handles of what is ready; the loop's reactor calls it once in each iteration.
  void collect();

  /// For a cycle collector: `visit(RefCounted&)` for each handle.
  template <class Visit>
  void visit_references(Visit&& visit);

 private:
  friend class Source;
  Watch* find(const Source& source) const;
  void enqueue(Watch& watch);
  void drop(Watch& watch);

  EventLoop& loop_;
  std::vector<Watch*> watches_;
  std::vector<Watch*> ready_;  // in the order in which they became so
};

/// One loop's interest in one source.
struct Watch {
  Readiness* owner;
  Source* source;
  Ref<Handle> handles[2];  // by Readiness::Side
  bool queued = false;

  /// A failure and the end concern everybody.
  uint8_t interest() const {
    return static_cast<uint8_t>((handles[0] ? kReadable : 0) | (handles[1] ? kWritable : 0) | kFailed | kHungUp);
  }
};

template <class Visit>
void Readiness::visit_references(Visit&& visit) {
  for (Watch* watch : watches_)
    for (Ref<Handle>& handle : watch->handles)
      if (handle) visit(static_cast<RefCounted&>(*handle));
}

}  // namespace loopscope::loop
