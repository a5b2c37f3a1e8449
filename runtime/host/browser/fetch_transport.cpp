// SPDX-License-Identifier: MIT
#include "host/browser/fetch_transport.h"

#include <cstring>
#include <utility>

#include "host/browser/latin1.h"
#include "trace/json_writer.h"

namespace loopscope::host {

/// One request that the worker fetches: tells it when the program has lost interest, or has room.
class FetchTransport::Fetch final : public network::ExchangeListener {
 public:
  Fetch(FetchTransport& transport, loop::Ref<network::Exchange> exchange) : transport_(transport), exchange_(std::move(exchange)) {
    exchange_->set_server(this);
  }
  ~Fetch() { exchange_->set_server(nullptr); }
  network::Exchange& exchange() { return *exchange_; }
  bool waits = false;  // for room

  void exchange_changed(network::Exchange& exchange) override {
    uint32_t id = exchange.id();
    if (exchange.aborted()) {
      transport_.put(kAbort, id, {});
      transport_.forget(id);
    } else if (std::exchange(waits, false)) {
      transport_.put(kMore, id, {});
    }
  }

 private:
  FetchTransport& transport_;
  loop::Ref<network::Exchange> exchange_;
};

FetchTransport::FetchTransport() = default;
FetchTransport::~FetchTransport() = default;

void FetchTransport::put(Record kind, uint32_t id, std::string_view bytes) {
  uint32_t header[4] = {kind, id, static_cast<uint32_t>(bytes.size()), 0};
  records_.append(reinterpret_cast<const char*>(header), sizeof header);
  records_.append(bytes);
  records_.append((8 - bytes.size() % 8) % 8, '\0');
}

void FetchTransport::send(loop::Ref<network::Exchange> exchange) {
  const network::Request& request = exchange->request();
  uint32_t id = exchange->id();
  std::string text;
  trace::JsonWriter json(text);
  json.begin_object();
  json.member("method", std::string_view(request.method));
  json.member("url", std::string_view(request.url));
  json.key("headers");
  json.begin_array();
  for (const auto& [name, value] : request.headers) {
    json.begin_array();
    json.string(utf8_of_latin1(name));
    json.string(utf8_of_latin1(value));
    json.end_array();
  }
  json.end_array();
  json.end_object();
  if (!request.body.empty()) put(kBody, id, request.body);
  put(kOpen, id, text);
  fetches_.emplace(id, std::make_unique<Fetch>(*this, std::move(exchange)));
}

network::Exchange* FetchTransport::find(uint32_t id) {
  auto at = fetches_.find(id);
  return at == fetches_.end() ? nullptr : &at->second->exchange();
}

void FetchTransport::forget(uint32_t id) { fetches_.erase(id); }

void FetchTransport::head(uint32_t id, int status, std::string_view text) {
  network::Exchange* exchange = find(id);
  if (!exchange) return;
  auto next = [&] {
    std::string_view item = text.substr(0, text.find('\0'));
    text.remove_prefix(item.size() < text.size() ? item.size() + 1 : item.size());
    return std::string(item);
  };
  network::Head head;
  head.status = status;
  head.url = next();
  head.reason = next();
  while (!text.empty()) {
    std::string name = next();
    head.headers.emplace_back(std::move(name), latin1_of_utf8(next()));
  }
  exchange->respond(std::move(head));
}

bool FetchTransport::data(uint32_t id, std::string_view bytes) {
  auto at = fetches_.find(id);
  if (at == fetches_.end()) return true;
  network::Exchange& exchange = at->second->exchange();
  exchange.write(std::string(bytes));
  bool full = exchange.full();
  at->second->waits = full;
  return !full;
}

void FetchTransport::finish(uint32_t id) {
  if (network::Exchange* exchange = find(id)) exchange->finish();
  forget(id);
}

void FetchTransport::fail(uint32_t id, network::FailureKind kind, std::string_view message) {
  if (network::Exchange* exchange = find(id)) exchange->fail(kind, std::string(message));
  forget(id);
}

}  // namespace loopscope::host
