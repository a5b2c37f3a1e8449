// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace loopscope::network {

/// Something on its way to the program.
class Arrival {
 public:
  virtual ~Arrival() = default;
  virtual void arrive() = 0;
};

/// What is on its way, by the program time at which it comes and then by the order in which it set out.
class Arrivals {
 public:
  Arrivals() = default;
  Arrivals(const Arrivals&) = delete;
  Arrivals& operator=(const Arrivals&) = delete;

  void at(double when, std::unique_ptr<Arrival> arrival);
  bool empty() const { return heap_.empty(); }
  /// Infinity if there is nothing.
  double next() const;
  /// The first one that is due by `now`, or null.
  std::unique_ptr<Arrival> take_due(double now);
  void clear() { heap_.clear(); }

 private:
  struct Entry {
    double when;
    uint64_t sequence;
    std::unique_ptr<Arrival> arrival;
  };
  static bool later(const Entry& a, const Entry& b) {
    return a.when > b.when || (a.when == b.when && a.sequence > b.sequence);
  }

  std::vector<Entry> heap_;
  uint64_t next_sequence_ = 0;
};

}  // namespace loopscope::network
