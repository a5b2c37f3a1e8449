// SPDX-License-Identifier: MIT
#include <memory>

#include "python/library/network/http_objects.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/signature.h"

/// `_http.Listener`: a server of the program, where its requests arrive.
namespace loopscope::python {

Type http_listener_type{};

namespace {

/// Hears of requests.
struct Owner final : network::ListenerOwner {
  explicit Owner(loop::Ref<network::Listener> core_) : core(std::move(core_)) { core->set_owner(this); }
  ~Owner() {
    core->set_owner(nullptr);
    core->close();
  }
  void listener_changed(network::Listener&) override { line.tell(); }

  loop::Ref<network::Listener> core;
  NewsLine line;
};

struct ListenerObject : Object {
  Owner* owner;  // owned
};

network::Listener& core_of(Value v) { return *v.as<ListenerObject>()->owner->core; }

class Accept final : public NewsBody {
 public:
  explicit Accept(Value self) : NewsBody(self, self.as<ListenerObject>()->owner->line) {}

 protected:
  bool ready() override { return core_of(self_).has_waiting() || core_of(self_).closed(); }
  Ref take() override {
    if (loop::Ref<network::Exchange> core = core_of(self_).accept()) return make_http_incoming(std::move(core));
    return raise(exc::OSError, "the listener is closed");
  }
};

constexpr NativeCoroutine kAccept{"accept", "Listener.accept", "_http.py", 1, 1};

Ref accept(Value self, const Value*) { return make_native_coroutine(std::make_unique<Accept>(self), kAccept); }

Ref close(Value self, const Value*) {
  core_of(self).close();
  return none();
}

Ref get_address(Value self) {
  return tuple_of(Value(make_str(core_of(self).host())), make_int(core_of(self).port()));
}
Ref get_label(Value self) { return make_str(core_of(self).label()); }

const NativeDef kMethods[] = {
    {"accept", accept, "", kNativeCoroutine},
    {"close", close, ""},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {{"address", get_address}, {"label", get_label}, {nullptr, nullptr}};

}  // namespace

Ref make_http_listener(loop::Ref<network::Listener> core) {
  ListenerObject* object = allocate_as<ListenerObject>(&http_listener_type);
  if (!object) {
    core->close();
    return {};
  }
  object->owner = new Owner(std::move(core));
  gc_track(object);
  return Ref::steal(object);
}

void ready_http_listener_type() {
  Type& t = http_listener_type;
  t.name = "_http.Listener";
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(ListenerObject);
  t.dealloc = [](Object* o) {
    gc_untrack(o);
    delete static_cast<ListenerObject*>(o)->owner;
    free_object(o);
  };
  t.traverse = [](Object* o, Visitor& visit) { static_cast<ListenerObject*>(o)->owner->line.traverse(visit); };
  t.clear = [](Object* o) { static_cast<ListenerObject*>(o)->owner->line.clear(); };
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

}  // namespace loopscope::python
