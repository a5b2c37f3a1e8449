// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "network/message.h"

/// What the mock internet decides about a request, before any of it happens: pure data, so that it can be tested alone.
namespace loopscope::network {

/// A piece of a body, `delay` seconds after what came before it.
struct Piece {
  double delay = 0;
  std::string bytes;
};

/// A body, piece by piece, so that a long one need not be in memory at once.
class Body {
 public:
  virtual ~Body() = default;
  /// False: that was all.
  virtual bool next(Piece* piece) = 0;
};

class PiecesBody final : public Body {
 public:
  explicit PiecesBody(std::vector<Piece> pieces) : pieces_(std::move(pieces)) {}
  bool next(Piece* piece) override {
    if (at_ == pieces_.size()) return false;
    *piece = std::move(pieces_[at_++]);
    return true;
  }

 private:
  std::vector<Piece> pieces_;
  size_t at_ = 0;
};

struct Plan {
  /// What one way there and back takes, in seconds of program time.
  static constexpr double kLatency = 0.02;

  double delay = kLatency;  // until the head comes
  Head head;
  std::unique_ptr<Body> body;  // null: none
  bool reset = false;          // the connection breaks when the body is over; before the head if it has no status
};

}  // namespace loopscope::network
