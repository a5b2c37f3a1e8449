// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "network/network.h"

namespace loopscope::network {

/// What became of a visitor's request. Times are program times, -1: it did not come to that.
struct Visit {
  enum class Outcome : uint8_t { kDone, kFailed, kAborted, kRefused };
  uint32_t id = 0;
  Outcome outcome = Outcome::kDone;
  int status = 0;
  Headers headers;
  std::string body;  // its beginning
  bool truncated = false;
  double bytes = 0;
  double sent_at = 0, first_byte_at = -1, done_at = -1;
  std::string error;
};
const char* name_of(Visit::Outcome outcome);

class Visitor;

/// Clients outside of the program that visit its servers: each sends one request at its moment and reads the whole response.
class Visitors {
 public:
  explicit Visitors(Network& network);
  ~Visitors();
  Visitors(const Visitors&) = delete;
  Visitors& operator=(const Visitors&) = delete;

  /// `request.url` is a path for the first server of the program, or a whole URL. It arrives `delay` seconds of program time
  /// from now. `id` is the sender's own.
  void send(uint32_t id, double delay, Request request);
  /// Those that are over since the last call, in the order in which they ended.
  std::vector<Visit> take_over() { return std::exchange(over_, {}); }

  /// As much of a body is kept.
  static constexpr size_t kKept = 64 * 1024;

 private:
  friend class Visitor;
  friend class VisitorArrival;
  /// A busy loop takes it late; it was sent at `sent_at` all the same.
  void begin(uint32_t id, Request request, double sent_at);
  void end(Visitor& visitor);

  Network& network_;
  std::vector<std::unique_ptr<Visitor>> present_;
  std::vector<Visit> over_;
};

}  // namespace loopscope::network
