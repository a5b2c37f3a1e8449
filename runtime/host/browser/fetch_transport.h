// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "network/transport.h"

namespace loopscope::host {

/// The page's network: the worker's `fetch`. Nothing calls out of the wasm: what is to be fetched or given up gathers here as
/// records, which the worker drains after each slice (web/worker/fetches.ts), and it brings what comes with the calls below.
class FetchTransport final : public network::Transport {
 public:
  FetchTransport();
  ~FetchTransport() override;
  void send(loop::Ref<network::Exchange> exchange) override;

  /// Fetches whose end has not come.
  bool busy() const { return !fetches_.empty(); }

  /// Records since the last call: {u32 kind, u32 id, u32 length, 4 pad, bytes padded to 8}.
  enum Record : uint32_t {
    kBody = 0,   // the body of the request that is opened next
    kOpen = 1,   // JSON: {"method","url","headers":[[name,value]...]}
    kAbort = 2,  // nobody wants it any more
    kMore = 3,   // there is room again
  };
  void drain(std::string& out) { out.swap(records_), records_.clear(); }

  /// `text`: url, reason and the headers' names and values, each ended by a null byte.
  void head(uint32_t id, int status, std::string_view text);
  /// False: enough for now, until kMore.
  bool data(uint32_t id, std::string_view bytes);
  void finish(uint32_t id);
  void fail(uint32_t id, network::FailureKind kind, std::string_view message);

 private:
  class Fetch;
  void put(Record kind, uint32_t id, std::string_view bytes);
  network::Exchange* find(uint32_t id);
  void forget(uint32_t id);

  std::map<uint32_t, std::unique_ptr<Fetch>> fetches_;  // by the exchange's id
  std::string records_;
};

}  // namespace loopscope::host
