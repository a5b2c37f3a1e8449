// SPDX-License-Identifier: MIT
#include <memory>

#include "network/url.h"
#include "python/library/network/http_objects.h"
#include "python/vm/bytes.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/memory.h"
#include "python/vm/signature.h"

/// `_http.Incoming`: the serving side of a request that reached a listener.
namespace loopscope::python {

Type http_incoming_type{};

namespace {

/// Hears of the client's going away, and of its reading.
struct Server final : network::ExchangeListener {
  explicit Server(loop::Ref<network::Exchange> core_) : core(std::move(core_)) { core->set_server(this); }
  ~Server() {
    core->set_server(nullptr);
    core->fail(network::FailureKind::kReset, "the server closed the connection");
  }
  void exchange_changed(network::Exchange&) override {
    line.tell();
    if (core->aborted()) make_readable(watched);
  }

  loop::Ref<network::Exchange> core;
  NewsLine line;
  int watched = -1;  // a socket's descriptor that becomes readable when the client goes away
};

struct IncomingObject : Object {
  Server* server;  // owned
};

network::Exchange& core_of(Value v) { return *v.as<IncomingObject>()->server->core; }
NewsLine& line_of(Value v) { return v.as<IncomingObject>()->server->line; }

class Disconnected final : public NewsBody {
 public:
  explicit Disconnected(Value self) : NewsBody(self, line_of(self)) {}

 protected:
  bool ready() override { return core_of(self_).over(); }
  Ref take() override { return none(); }
};

class Drain final : public NewsBody {
 public:
  explicit Drain(Value self) : NewsBody(self, line_of(self)) {}

 protected:
  bool ready() override { return !core_of(self_).full() || core_of(self_).over(); }
  Ref take() override { return none(); }
};

constexpr NativeCoroutine kDisconnected{"disconnected", "Incoming.disconnected", "_http.py", 1, 1};
constexpr NativeCoroutine kDrain{"drain", "Incoming.drain", "_http.py", 2, 2};

Ref disconnected(Value self, const Value*) { return make_native_coroutine(std::make_unique<Disconnected>(self), kDisconnected); }
Ref drain(Value self, const Value*) { return make_native_coroutine(std::make_unique<Drain>(self), kDrain); }

Ref respond(Value self, const Value* args) {
  network::Head head;
  ptrdiff_t status;
  if (!to_ssize(args[0], &status) || !read_headers(args[2], &head.headers)) return {};
  if (!is_str(args[1])) return raise(exc::TypeError, "reason must be str, not %T", args[1]);
  head.status = static_cast<int>(status);
  head.reason = to_utf8(args[1].as<Str>());
  head.url = core_of(self).request().url;
  core_of(self).respond(std::move(head));
  return none();
}

/// What waits to be read is the program's memory too.
Ref write(Value self, const Value* args) {
  BytesView view;
  if (!require_bytes(args[0], &view)) return {};
  network::Exchange& core = core_of(self);
  if (memory_in_use() + core.buffered() + view.length > memory_limit()) return raise(exc::MemoryError, nullptr);
  core.write(std::string(reinterpret_cast<const char*>(view.data), view.length));
  return none();
}

Ref finish(Value self, const Value*) {
  core_of(self).finish();
  line_of(self).tell();
  return none();
}

Ref fail(Value self, const Value*) {
  core_of(self).fail(network::FailureKind::kReset, "the server closed the connection");
  line_of(self).tell();
  return none();
}

Ref watch(Value self, const Value* args) {
  ptrdiff_t descriptor;
  if (!to_ssize(args[0], &descriptor)) return {};
  self.as<IncomingObject>()->server->watched = static_cast<int>(descriptor);
  return none();
}

Ref get_id(Value self) { return make_int(core_of(self).id()); }
Ref get_method(Value self) { return make_str(core_of(self).request().method); }
Ref get_target(Value self) {
  network::Url url;
  return make_str(network::parse_url(core_of(self).request().url, &url) ? url.target() : "/");
}
Ref get_scheme(Value self) {
  network::Url url;
  return make_str(network::parse_url(core_of(self).request().url, &url) ? url.scheme : "http");
}
Ref get_headers(Value self) { return make_headers(core_of(self).request().headers); }
Ref get_client(Value self) { return tuple_of(Value(make_str("127.0.0.1")), make_int(kFirstClientPort + core_of(self).id() % kClientPorts)); }
Ref get_body(Value self) {
  const std::string& body = core_of(self).request().body;
  return make_bytes(body.data(), body.size());
}
Ref get_aborted(Value self) { return boolean(core_of(self).aborted()); }

Ref repr_incoming(Value self) {
  const network::Request& request = core_of(self).request();
  return make_str("<_http.Incoming " + request.method + " " + request.url + ">");
}

const NativeDef kMethods[] = {
    {"respond", respond, "status, reason, headers"},
    {"write", write, "data"},
    {"finish", finish, ""},
    {"fail", fail, ""},
    {"watch", watch, "descriptor, /"},
    {"drain", drain, "", kNativeCoroutine},
    {"disconnected", disconnected, "", kNativeCoroutine},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {
    {"id", get_id},         {"method", get_method}, {"target", get_target}, {"scheme", get_scheme}, {"headers", get_headers},
    {"client", get_client}, {"body", get_body},     {"aborted", get_aborted}, {nullptr, nullptr},
};

}  // namespace

Ref make_http_incoming(loop::Ref<network::Exchange> core) {
  IncomingObject* object = allocate_as<IncomingObject>(&http_incoming_type);
  if (!object) {
    core->fail(network::FailureKind::kReset, "the server has no memory");
    return {};
  }
  object->server = new Server(std::move(core));
  gc_track(object);
  return Ref::steal(object);
}

void ready_http_incoming_type() {
  Type& t = http_incoming_type;
  t.name = "_http.Incoming";
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(IncomingObject);
  t.dealloc = [](Object* o) {
    gc_untrack(o);
    delete static_cast<IncomingObject*>(o)->server;
    free_object(o);
  };
  t.traverse = [](Object* o, Visitor& visit) { static_cast<IncomingObject*>(o)->server->line.traverse(visit); };
  t.clear = [](Object* o) { static_cast<IncomingObject*>(o)->server->line.clear(); };
  t.repr = repr_incoming;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

}  // namespace loopscope::python
