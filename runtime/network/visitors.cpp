// SPDX-License-Identifier: MIT
#include "network/visitors.h"

#include <utility>

#include "network/text.h"

namespace loopscope::network {

const char* name_of(Visit::Outcome outcome) {
  switch (outcome) {
    case Visit::Outcome::kDone: return "done";
    case Visit::Outcome::kFailed: return "failed";
    case Visit::Outcome::kAborted: return "aborted";
    case Visit::Outcome::kRefused: return "refused";
  }
  return "";
}

/// Reads one response as it comes.
class Visitor final : public ExchangeListener {
 public:
  Visitor(Visitors& visitors, loop::Ref<Exchange> exchange, uint32_t id, double sent_at)
      : visitors_(visitors), exchange_(std::move(exchange)) {
    visit_.id = id;
    visit_.sent_at = sent_at;
    exchange_->set_client(this);
  }
  ~Visitor() {
    exchange_->set_client(nullptr);
    exchange_->abort();
  }

  void exchange_changed(Exchange&) override {
    double now = visitors_.network_.now();
    if (exchange_->has_head() && visit_.first_byte_at < 0) {
      visit_.first_byte_at = now;
      visit_.status = exchange_->head().status;
      visit_.headers = exchange_->head().headers;
    }
    while (exchange_->has_piece()) keep(exchange_->take_piece());
    if (!exchange_->over()) return;
    visit_.done_at = now;
    if (const Failure* failure = exchange_->failure()) {
      visit_.outcome = Visit::Outcome::kFailed;
      visit_.error = failure->message;
    } else if (exchange_->aborted()) {
      visit_.outcome = Visit::Outcome::kAborted;
    }
    visitors_.end(*this);
  }

  Visit take() { return std::move(visit_); }

 private:
  void keep(std::string piece) {
    visit_.bytes += static_cast<double>(piece.size());
    size_t room = Visitors::kKept - visit_.body.size();
    if (piece.size() > room) visit_.truncated = true;
    visit_.body.append(piece, 0, room);
  }

  Visitors& visitors_;
  loop::Ref<Exchange> exchange_;
  Visit visit_;
};

class VisitorArrival final : public Arrival {
 public:
  VisitorArrival(Visitors& visitors, uint32_t id, Request request, double when)
      : visitors_(visitors), request_(std::move(request)), when_(when), id_(id) {}
  void arrive() override { visitors_.begin(id_, std::move(request_), when_); }

 private:
  Visitors& visitors_;
  Request request_;
  double when_;
  uint32_t id_;
};

Visitors::Visitors(Network& network) : network_(network) {}

Visitors::~Visitors() = default;

void Visitors::send(uint32_t id, double delay, Request request) {
  network_.after(delay, std::make_unique<VisitorArrival>(*this, id, std::move(request), network_.now() + delay));
}

void Visitors::begin(uint32_t id, Request request, double sent_at) {
  Url url;
  bool whole = parse_url(request.url, &url);
  Listener* listener = nullptr;
  if (whole)
    listener = network_.find_listener(url.host, url.port);
  else if (!network_.listeners().empty())
    listener = network_.listeners().front();
  if (!listener) {
    Visit refused;
    refused.id = id;
    refused.outcome = Visit::Outcome::kRefused;
    refused.sent_at = sent_at;
    refused.done_at = network_.now();
    over_.push_back(std::move(refused));
    return;
  }
  std::string host = (Network::is_local(listener->host()) ? "localhost" : listener->host()) + ":" + std::to_string(listener->port());
  if (!whole) request.url = "http://" + host + (request.url.starts_with('/') ? "" : "/") + request.url;
  if (!find_header(request.headers, "Host")) request.headers.insert(request.headers.begin(), {"host", host});
  if (!request.body.empty() && !find_header(request.headers, "Content-Length"))
    request.headers.emplace_back("content-length", std::to_string(request.body.size()));
  auto exchange = loop::make_ref<Exchange>(network_.environment(), std::move(request), Origin{}, true);
  present_.push_back(std::make_unique<Visitor>(*this, exchange, id, sent_at));
  listener->deliver(std::move(exchange));
}

void Visitors::end(Visitor& visitor) {
  over_.push_back(visitor.take());
  std::erase_if(present_, [&](const std::unique_ptr<Visitor>& one) { return one.get() == &visitor; });
}

}  // namespace loopscope::network
