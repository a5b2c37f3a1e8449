// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "loop/event_loop.h"

namespace loopscope::trace {

/// A (green) thread of the program, as the front end tells.
struct ThreadState {
  enum class State : uint8_t { kRunning, kReady, kBlocked };
  uint32_t id = 0;
  std::string_view name;
  State state = State::kRunning;
  int line = 0;
};

/// A server of the program: what listens where.
struct ServerState {
  std::string_view host;
  int port = 0;
  std::string_view label;
};

/// What a snapshot shows: the loops of a program (the first one's phase and iteration are reported; none before
/// `asyncio.run`) and its threads.
struct SnapshotSource {
  const loop::Clock& clock;
  loop::EventLoop* const* loops = nullptr;
  size_t loop_count = 0;
  const ThreadState* threads = nullptr;
  size_t thread_count = 0;
  /// Set when the host knows better than the loop: blocked in time.sleep, or the program is done.
  bool blocked = false;
  bool done = false;
  const ServerState* servers = nullptr;
  size_t server_count = 0;
  /// Requests under way, sent by the program or served by it.
  uint32_t open_requests = 0;
};

/// Rows of each table; the totals tell how many there are.
constexpr size_t kSnapshotRows = 500;

/// Appends the live state as JSON: `{"time","phase","iteration","ready","timers","tasks","threads","servers","requests"}`
/// (web/protocol/snapshot.ts). Changes nothing, the clock included.
void write_snapshot(std::string& out, const SnapshotSource& source);

}  // namespace loopscope::trace
