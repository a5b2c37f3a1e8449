// SPDX-License-Identifier: MIT
#include <vector>

#include "python/library/asyncio/objects.h"
#include "python/vm/names.h"

/// repr() of futures and tasks (asyncio.base_futures, asyncio.base_tasks).
namespace loopscope::python {

namespace {

std::string text_of(Value v) {
  Ref r = repr(v);
  return r ? to_utf8(r.as<Str>()) : std::string("?");
}

std::string coroutine_text(Value coroutine) {
  if (!is_generator_object(coroutine)) return text_of(coroutine);
  Generator* g = coroutine.as<Generator>();
  std::string name = to_utf8(g->qualname) + "()";
  if (!g->code) return name;
  std::string file = to_utf8(g->code->filename);
  if (g->state == GeneratorState::running)
    return name + " running at " + file + ":" + std::to_string(g->frame ? g->frame->line() : 0);
  if (g->frame) return name + " running at " + file + ":" + std::to_string(current_line(g));
  return name + " done, defined at " + file + ":" + std::to_string(g->code->first_line);
}

}  // namespace

std::string callback_text(HandleObject* h) {
  if (!h->callback) return "cancelled";
  std::string text = callback_label(h->callback) + "(";
  for (uint32_t i = 0; h->loop && h->loop->debug && h->args && i < h->args->size; i++)
    text += (i ? ", " : "") + text_of(h->args->items[i]);
  text += ")";
  Value function = h->callback;
  if (is_exact(function, method_type)) function = function.as<BoundMethod>()->function;
  if (is_exact(function, function_type)) {
    CodeObject* code = function.as<Function>()->code;
    text += " at " + to_utf8(code->filename) + ":" + std::to_string(code->first_line);
  }
  return text;  // only functions have a place
}

std::string callbacks_text(FutureObject* f) {
  size_t n = f->core->callback_count();
  if (!n) return "";
  std::vector<std::string> all;
  for (size_t i = 0; i < n; i++) {
    loop::Handle& handle = f->core->callback(i);
    Object* object = static_cast<Object*>(handle.collectable());
    if (handle.task())
      all.push_back("Task.task_wakeup()");
    else if (object && object->type == &handle_type)
      all.push_back(callback_text(static_cast<HandleObject*>(object)));
  }
  std::string text = " cb=[";
  if (n > 2)
    text += all.front() + ", <" + std::to_string(n - 2) + " more>, " + all.back();
  else
    for (size_t i = 0; i < all.size(); i++) text += (i ? ", " : "") + all[i];
  return text + "]";
}

Ref future_repr(Value self) {
  FutureObject* f = self.as<FutureObject>();
  std::string name = to_utf8(type_of(self)->name_object);
  if (!f->core) return make_str("<" + name + " not initialized>");
  ReprGuard guard(self);
  if (guard.nested()) return make_str("<" + name + " ...>");
  bool is_task = f->core->as_task() != nullptr;
  std::string text = "<" + name;
  if (is_task && !f->core->done() && core_of(static_cast<TaskObject*>(f))->cancel_pending())
    text += " cancelling";
  else if (is_task && !f->core->done() && core_of(static_cast<TaskObject*>(f))->cancelling() > 0)
    text += " cancelling";
  else
    text += f->core->cancelled() ? " cancelled" : f->core->done() ? " finished" : " pending";
  if (is_task) {
    TaskObject* t = static_cast<TaskObject*>(f);
    text += " name=" + text_of(t->name);
    if (t->coroutine) text += " coro=<" + coroutine_text(t->coroutine) + ">";
    loop::Future* awaited = core_of(t)->awaited();
    if (FutureObject* waiter = awaited ? object_of(*awaited) : nullptr) text += " wait_for=" + text_of(waiter);
  }
  if (f->core->done() && !f->core->cancelled()) {
    if (f->exception)
      text += " exception=" + text_of(f->exception);
    else {
      std::string result = text_of(f->result ? f->result : kNone);
      text += " result=" + result;
    }
  }
  text += callbacks_text(f);
  return make_str(text + ">");
}

}  // namespace loopscope::python
