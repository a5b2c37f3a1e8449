// SPDX-License-Identifier: MIT
#include "network/mock/player.h"

#include <utility>

namespace loopscope::network {

/// The player's next moment.
class Turn final : public Arrival {
 public:
  explicit Turn(loop::Ref<Player> player) : player_(std::move(player)) {}
  void arrive() override { player_->act(); }

 private:
  loop::Ref<Player> player_;
};

void Player::start(Network& network, loop::Ref<Exchange> exchange, Plan plan) {
  double delay = plan.delay;
  auto player = loop::make_ref<Player>(network, std::move(exchange), std::move(plan));
  player->come_back(delay);
}

Player::Player(Network& network, loop::Ref<Exchange> exchange, Plan plan)
    : network_(network), exchange_(std::move(exchange)), plan_(std::move(plan)) {
  exchange_->set_server(this);
}

Player::~Player() { exchange_->set_server(nullptr); }

void Player::come_back(double delay) { network_.after(delay, std::make_unique<Turn>(loop::Ref<Player>(this))); }

void Player::act() {
  if (exchange_->over()) return;
  if (!exchange_->has_head()) {
    if (!plan_.head.status) return end();
    exchange_->respond(std::move(plan_.head));
  }
  for (;;) {
    if (has_piece_) {
      if (exchange_->full()) {
        waits_for_room_ = true;
        // The exchange's client holds the player by the room it makes.
        retain();
        return;
      }
      exchange_->write(std::move(piece_.bytes));
      has_piece_ = false;
    }
    piece_ = {};
    has_piece_ = plan_.body && plan_.body->next(&piece_);
    if (!has_piece_) return end();
    if (piece_.delay > 0) return come_back(piece_.delay);
  }
}

void Player::end() {
  if (plan_.reset)
    exchange_->fail(FailureKind::kReset, "the connection was reset");
  else
    exchange_->finish();
}

void Player::exchange_changed(Exchange&) {
  if (!std::exchange(waits_for_room_, false)) return;
  come_back(0);
  release();
}

}  // namespace loopscope::network
