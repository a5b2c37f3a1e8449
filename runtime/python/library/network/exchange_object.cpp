// SPDX-License-Identifier: MIT
#include <limits>
#include <memory>

#include "python/library/network/http_objects.h"
#include "python/vm/bytes.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/signature.h"

/// `_http.Exchange`: the client's side of one request.
namespace loopscope::python {

Type http_exchange_type{};

namespace {

/// Hears of what comes.
struct Client final : network::ExchangeListener {
  explicit Client(loop::Ref<network::Exchange> core_) : core(std::move(core_)) { core->set_client(this); }
  ~Client() {
    core->set_client(nullptr);
    core->abort();
  }
  void exchange_changed(network::Exchange&) override {
    line.tell();
    if (has_news()) make_readable(watched);
  }
  /// Something that `head_now` or `read_now` would give.
  bool has_news() const { return core->has_piece() || core->over() || (core->has_head() && !head_taken); }

  loop::Ref<network::Exchange> core;
  NewsLine line;
  int watched = -1;  // a socket's descriptor that becomes readable with the news
  bool head_taken = false;
};

struct ExchangeObject : Object {
  Client* client;  // owned
};

ExchangeObject* self_of(Value v) { return v.as<ExchangeObject>(); }
network::Exchange& core_of(Value v) { return *self_of(v)->client->core; }

bool head_ready(network::Exchange& core) { return core.has_head() || core.over(); }
bool piece_ready(network::Exchange& core) { return core.has_piece() || core.over(); }

/// The client itself has ended it, and still asks.
std::nullptr_t raise_aborted() { return raise_network_error({network::FailureKind::kReset, "the request was aborted"}); }

Ref take_head(network::Exchange& core) {
  if (!core.has_head()) return core.failure() ? raise_network_error(*core.failure()) : raise_aborted();
  const network::Head& head = core.head();
  return tuple_of(make_int(head.status), Value(make_str(head.reason)), make_headers(head.headers), Value(make_str(head.url)));
}

Ref take_piece(network::Exchange& core) {
  if (core.has_piece()) {
    std::string piece = core.take_piece();
    return make_bytes(piece.data(), piece.size());
  }
  if (core.failure()) return raise_network_error(*core.failure());
  return core.at_end() ? Ref(make_bytes("", 0)) : raise_aborted();
}

using Ready = bool (*)(network::Exchange&);
using Take = Ref (*)(network::Exchange&);

class Await final : public NewsBody {
 public:
  Await(Value self, Ready ready, Take take) : NewsBody(self, self_of(self)->client->line), ready_(ready), take_(take) {}

 protected:
  bool ready() override { return ready_(core_of(self_)); }
  Ref take() override { return take_(core_of(self_)); }

 private:
  Ready ready_;
  Take take_;
};

class Block final : public NewsFrame {
 public:
  Block(Value self, double deadline, Ready ready, Take take)
      : NewsFrame(self, self_of(self)->client->line, deadline, "HTTP request"), ready_(ready), take_(take) {}

 protected:
  bool ready() override { return ready_(core_of(self_)); }
  Ref take() override { return take_(core_of(self_)); }

 private:
  Ready ready_;
  Take take_;
};

/// `timeout`: seconds; null or None is for ever.
bool read_deadline(Value timeout, double* out) {
  *out = std::numeric_limits<double>::infinity();
  double seconds;
  if (!timeout || timeout == kNone) return true;
  if (!to_double(timeout, &seconds)) return false;
  *out = program_time() + (seconds > 0 ? seconds : 0);
  return true;
}

Ref block(Value self, Value timeout, Ready ready, Take take) {
  if (ready(core_of(self))) return take(core_of(self));
  double deadline;
  if (!read_deadline(timeout, &deadline)) return {};
  push_native(std::make_unique<Block>(self, deadline, ready, take));
  return frame_pushed();
}

constexpr NativeCoroutine kHead{"head", "Exchange.head", "_http.py", 1, 1};
constexpr NativeCoroutine kRead{"read", "Exchange.read", "_http.py", 2, 2};

Ref head(Value self, const Value*) { return make_native_coroutine(std::make_unique<Await>(self, head_ready, take_head), kHead); }
Ref read(Value self, const Value*) { return make_native_coroutine(std::make_unique<Await>(self, piece_ready, take_piece), kRead); }
Ref head_blocking(Value self, const Value* args) { return block(self, args[0], head_ready, take_head); }
Ref read_blocking(Value self, const Value* args) { return block(self, args[0], piece_ready, take_piece); }

Ref abort(Value self, const Value*) {
  core_of(self).abort();
  self_of(self)->client->line.tell();
  return none();
}

// For a socket in whose place the exchange stands (`_http_gateway`): what is there is taken without waiting.

Ref head_now(Value self, const Value*) {
  if (!head_ready(core_of(self))) return none();
  self_of(self)->client->head_taken = true;
  return take_head(core_of(self));
}
Ref read_now(Value self, const Value*) { return piece_ready(core_of(self)) ? take_piece(core_of(self)) : none(); }

class BlockForNews final : public NewsFrame {
 public:
  BlockForNews(Value self, double deadline) : NewsFrame(self, self_of(self)->client->line, deadline, "HTTP request") {}

 protected:
  bool ready() override { return self_of(self_)->client->has_news(); }
  Ref take() override { return none(); }
};

Ref wait_blocking(Value self, const Value* args) {
  if (self_of(self)->client->has_news()) return none();
  double deadline;
  if (!read_deadline(args[0], &deadline)) return {};
  push_native(std::make_unique<BlockForNews>(self, deadline));
  return frame_pushed();
}

Ref watch(Value self, const Value* args) {
  ptrdiff_t descriptor;
  if (!to_ssize(args[0], &descriptor)) return {};
  self_of(self)->client->watched = static_cast<int>(descriptor);
  return none();
}

Ref get_ready(Value self) { return boolean(self_of(self)->client->has_news()); }

Ref get_id(Value self) { return make_int(core_of(self).id()); }
Ref get_method(Value self) { return make_str(core_of(self).request().method); }
Ref get_url(Value self) { return make_str(core_of(self).request().url); }

Ref repr_exchange(Value self) {
  const network::Request& request = core_of(self).request();
  return make_str("<_http.Exchange " + request.method + " " + request.url + ">");
}

const NativeDef kMethods[] = {
    {"head", head, "", kNativeCoroutine},
    {"read", read, "", kNativeCoroutine},
    {"head_blocking", head_blocking, "timeout=None"},
    {"read_blocking", read_blocking, "timeout=None"},
    {"abort", abort, ""},
    {"head_now", head_now, ""},
    {"read_now", read_now, ""},
    {"wait_blocking", wait_blocking, "timeout=None"},
    {"watch", watch, "descriptor, /"},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {{"id", get_id}, {"method", get_method}, {"url", get_url}, {"ready", get_ready}, {nullptr, nullptr}};

}  // namespace

Ref make_http_exchange(loop::Ref<network::Exchange> core) {
  ExchangeObject* object = allocate_as<ExchangeObject>(&http_exchange_type);
  if (!object) {
    core->abort();
    return {};
  }
  object->client = new Client(std::move(core));
  gc_track(object);
  return Ref::steal(object);
}

void ready_http_exchange_type() {
  Type& t = http_exchange_type;
  t.name = "_http.Exchange";
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(ExchangeObject);
  t.dealloc = [](Object* o) {
    gc_untrack(o);
    delete static_cast<ExchangeObject*>(o)->client;
    free_object(o);
  };
  t.traverse = [](Object* o, Visitor& visit) { static_cast<ExchangeObject*>(o)->client->line.traverse(visit); };
  t.clear = [](Object* o) { static_cast<ExchangeObject*>(o)->client->line.clear(); };
  t.repr = repr_exchange;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

}  // namespace loopscope::python
