// SPDX-License-Identifier: MIT
#include "network/exchange.h"

#include <utility>

#include "loop/clock.h"
#include "loop/observer.h"

namespace loopscope::network {

namespace {

/// The trace hears of a body's bytes at most this often, in seconds of program time.
constexpr double kReportEvery = 0.01;

/// Who reads and who writes may let go of the exchange while it tells them.
loop::Ref<Exchange> keep(Exchange* exchange) { return loop::Ref<Exchange>(exchange); }

}  // namespace

Exchange::Exchange(loop::Environment& environment, Request request, Origin origin, bool incoming)
    : environment_(environment), request_(std::move(request)), id_(environment.next_io_id()) {
  environment_.open_requests++;
  if (environment_.observer)
    environment_.observer->request_started(id_, origin.line, request_.method, request_.url, incoming, origin.task);
}

Exchange::~Exchange() { end(End::kAborted); }

void Exchange::respond(Head head) {
  if (over() || has_head_) return;
  has_head_ = true;
  head_ = std::move(head);
  if (environment_.observer) environment_.observer->response_begun(id_, head_.status);
  auto alive = keep(this);
  tell(client_);
}

void Exchange::write(std::string piece) {
  if (over() || piece.empty()) return;
  buffered_ += piece.size();
  written_ += static_cast<double>(piece.size());
  unreported_ += static_cast<uint32_t>(piece.size());
  pieces_.push_back(std::move(piece));
  if (environment_.observer && environment_.clock->peek() >= reported_at_ + kReportEvery) report_bytes();
  auto alive = keep(this);
  tell(client_);
}

void Exchange::report_bytes() {
  if (environment_.observer && unreported_) environment_.observer->response_bytes(id_, unreported_);
  unreported_ = 0;
  reported_at_ = environment_.clock->peek();
}

void Exchange::finish() {
  if (over()) return;
  auto alive = keep(this);
  end(End::kFinished);
  tell(client_);
}

void Exchange::fail(FailureKind kind, std::string message) {
  if (over()) return;
  auto alive = keep(this);
  failure_ = {kind, std::move(message)};
  end(End::kFailed);
  tell(client_);
}

void Exchange::abort() {
  if (over()) return;
  auto alive = keep(this);
  end(End::kAborted);
  pieces_.clear();
  first_ = buffered_ = 0;
  tell(server_);
}

void Exchange::end(End how) {
  if (over()) return;
  end_ = how;
  environment_.open_requests--;
  report_bytes();
  if (!environment_.observer) return;
  auto outcome = how == End::kFinished ? loop::RequestOutcome::kDone
                 : how == End::kFailed ? loop::RequestOutcome::kFailed
                                       : loop::RequestOutcome::kAborted;
  environment_.observer->request_ended(id_, written_, outcome, failure_.message);
}

std::string Exchange::take_piece() {
  if (!has_piece()) return {};
  std::string piece = std::move(pieces_[first_++]);
  if (first_ == pieces_.size()) {
    pieces_.clear();
    first_ = 0;
  }
  bool was_full = full();
  buffered_ -= piece.size();
  auto alive = keep(this);
  if (was_full && !full()) tell(server_);
  return piece;
}

}  // namespace loopscope::network
