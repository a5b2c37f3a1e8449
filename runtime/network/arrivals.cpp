// SPDX-License-Identifier: MIT
#include "network/arrivals.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace loopscope::network {

void Arrivals::at(double when, std::unique_ptr<Arrival> arrival) {
  heap_.push_back({when, next_sequence_++, std::move(arrival)});
  std::push_heap(heap_.begin(), heap_.end(), later);
}

double Arrivals::next() const { return heap_.empty() ? std::numeric_limits<double>::infinity() : heap_.front().when; }

std::unique_ptr<Arrival> Arrivals::take_due(double now) {
  if (heap_.empty() || heap_.front().when > now) return nullptr;
  std::pop_heap(heap_.begin(), heap_.end(), later);
  std::unique_ptr<Arrival> arrival = std::move(heap_.back().arrival);
  heap_.pop_back();
  return arrival;
}

}  // namespace loopscope::network
