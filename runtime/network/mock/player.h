// SPDX-License-Identifier: MIT
#pragma once

#include "network/exchange.h"
#include "network/mock/plan.h"
#include "network/network.h"

namespace loopscope::network {

/// Lets a plan happen: serves one exchange in program time. It waits while the client reads too slowly, and ends when the
/// client wants no more.
class Player final : public loop::Counted<loop::RefCounted>, private ExchangeListener {
 public:
  static void start(Network& network, loop::Ref<Exchange> exchange, Plan plan);
  /// For `start`.
  Player(Network& network, loop::Ref<Exchange> exchange, Plan plan);
  ~Player() override;

 private:
  friend class Turn;
  void exchange_changed(Exchange& exchange) override;
  void come_back(double delay);
  void act();
  void end();

  Network& network_;
  loop::Ref<Exchange> exchange_;
  Plan plan_;
  Piece piece_;
  bool has_piece_ = false;
  bool waits_for_room_ = false;
};

}  // namespace loopscope::network
