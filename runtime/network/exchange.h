// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "loop/environment.h"
#include "loop/ref.h"
#include "network/message.h"

namespace loopscope::network {

class Exchange;

/// One side of an exchange, told when the other did something. Called in the middle of what that one does: only make
/// somebody ready.
class ExchangeListener {
 public:
  virtual void exchange_changed(Exchange& exchange) = 0;

 protected:
  ~ExchangeListener() = default;
};

/// Who asked, for the trace.
struct Origin {
  uint32_t line = 0;
  uint32_t task = 0;
};

/// One request and what comes back. The serving side (the mock internet, a server of the program, the host's network)
/// responds, writes and finishes; the client side reads, or aborts. Each side may go away at any time; once the exchange is
/// over, what either does has no effect.
class Exchange final : public loop::Counted<loop::RefCounted> {
 public:
  /// `incoming`: the program serves it.
  Exchange(loop::Environment& environment, Request request, Origin origin, bool incoming);
  ~Exchange() override;

  uint32_t id() const { return id_; }
  const Request& request() const { return request_; }

  // --- the serving side ---------------------------------------------------------------------------------------------

  void respond(Head head);
  /// A piece of the body. The client gets pieces as they were written; an empty one is none.
  void write(std::string piece);
  /// The response is whole.
  void finish();
  void fail(FailureKind kind, std::string message);
  /// The client wants no more.
  bool aborted() const { return end_ == End::kAborted; }
  /// So much waits unread that a polite server waits too; it is told when there is room again.
  bool full() const { return buffered_ >= kFull; }
  void set_server(ExchangeListener* server) { server_ = server; }

  // --- the client's side --------------------------------------------------------------------------------------------

  bool has_head() const { return has_head_; }
  const Head& head() const { return head_; }
  bool has_piece() const { return first_ < pieces_.size(); }
  /// The next piece, if there is one.
  std::string take_piece();
  /// The whole body has been taken.
  bool at_end() const { return end_ == End::kFinished && !has_piece(); }
  /// Why there will be no more; null: no failure.
  const Failure* failure() const { return end_ == End::kFailed ? &failure_ : nullptr; }
  void abort();
  void set_client(ExchangeListener* client) { client_ = client; }

  /// Finished, failed or aborted (what has come may still be unread).
  bool over() const { return end_ != End::kNone; }
  /// Bytes that have come and were not taken.
  size_t buffered() const { return buffered_; }

  static constexpr size_t kFull = 256 * 1024;

 private:
  enum class End : uint8_t { kNone, kFinished, kFailed, kAborted };
  void end(End how);
  void tell(ExchangeListener* side) {
    if (side) side->exchange_changed(*this);
  }
  void report_bytes();

  loop::Environment& environment_;
  Request request_;
  Head head_;
  Failure failure_;
  std::vector<std::string> pieces_;
  size_t first_ = 0;  // of pieces_, not yet taken
  size_t buffered_ = 0;
  double written_ = 0;          // bytes in all
  uint32_t unreported_ = 0;     // bytes that the trace does not know yet
  double reported_at_ = -1;     // program time
  ExchangeListener* server_ = nullptr;
  ExchangeListener* client_ = nullptr;
  uint32_t id_;
  End end_ = End::kNone;
  bool has_head_ = false;
};

}  // namespace loopscope::network
