// SPDX-License-Identifier: MIT
#include <cstring>
#include <vector>

#include "python/library/asyncio/gather.h"
#include "python/library/asyncio/objects.h"
#include "python/library/asyncio/origin.h"
#include "python/library/short_repr.h"
#include "python/vm/exception.h"
#include "python/vm/library_file.h"
#include "python/vm/names.h"

/// repr() of futures and tasks (asyncio.base_futures, asyncio.base_tasks).
namespace loopscope::python {

namespace {

std::string text_of(Value v) {
  Ref r = repr(v);
  return r ? to_utf8(r.as<Str>()) : std::string("?");
}

/// What a task drives that is no coroutine of ours: an awaitable of a class, anext().
std::string driven_text(Value object) {
  Ref keep = take_pending();
  Ref name;
  for (Str* attribute : {names::__qualname__, names::__name__}) {
    if (!name) name = get_attr_or_null(object, attribute);
    if (name && (!is_str(name) || !name.as<Str>()->length)) name.reset();
    clear_pending();
  }
  Ref type = name ? Ref() : get_attr_or_null(Value(type_of(object)), names::__name__);
  std::string text = name ? to_utf8(name.as<Str>()) : "<" + (type && is_str(type) ? to_utf8(type.as<Str>()) : "?") + " without __name__>";
  clear_pending();
  if (keep) restore_pending(std::move(keep));
  return text + "()";
}

std::string coroutine_text(Value coroutine) {
  if (!is_generator_object(coroutine)) return driven_text(coroutine);
  Generator* g = coroutine.as<Generator>();
  std::string name = to_utf8(g->qualname) + "()";
  if (const NativeCoroutine* native = g->native_kind) {
    std::string file = std::string(kLibraryFolder) + native->file + ":";
    if (g->state == GeneratorState::closed) return name + " done, defined at " + file + std::to_string(native->line);
    return name + " running at " + file +
           std::to_string(g->state == GeneratorState::created ? native->line : native->await_line);
  }
  if (!g->code) return name;
  std::string file = to_utf8(g->code->filename);
  if (g->state == GeneratorState::running)
    return name + " running at " + file + ":" + std::to_string(g->frame ? g->frame->line() : 0);
  if (g->frame) return name + " running at " + file + ":" + std::to_string(current_line(g));
  return name + " done, defined at " + file + ":" + std::to_string(g->code->first_line);
}

}  // namespace

namespace {

bool is_partial(Value v) {
  for (Type* t = type_of(v); t; t = t->base)
    if (t->name && std::strcmp(t->name, "functools.partial") == 0) return true;
  return false;
}

}  // namespace

std::string callback_label(Value callback) {
  Ref keep = take_pending();
  Ref name;
  if (is_partial(callback)) {
    Ref function = get_attr(callback, intern("func"));
    if (function) name = make_str(callback_label(function));
  }
  for (Str* attribute : {names::__qualname__, names::__name__}) {
    if (!name) name = get_attr_or_null(callback, attribute);
    if (name && (!is_str(name) || !name.as<Str>()->length)) name.reset();
    clear_pending();
  }
  if (!name) name = repr(callback);
  std::string text = name ? to_utf8(name.as<Str>()) : "?";
  clear_pending();
  if (keep) restore_pending(std::move(keep));
  return text;
}

namespace {

std::string arguments_text(Tuple* args, Value keywords, bool debug) {
  if (!debug) return "()";
  std::string text;
  auto add = [&](const std::string& prefix, Value v) {
    Ref shown = short_repr(v);
    text += (text.empty() ? "" : ", ") + prefix + (shown ? to_utf8(shown.as<Str>()) : "?");
  };
  for (uint32_t i = 0; args && i < args->size; i++) add("", args->items[i]);
  if (keywords && is_dict(keywords)) {
    uint32_t position = 0;
    Value key, value;
    while (dict_next(keywords.as<Dict>(), &position, &key, &value)) add(to_utf8(key.as<Str>()) + "=", value);
  }
  return "(" + text + ")";
}

/// The function behind decorators and partial objects; null if it is not one written in Python.
Ref source_function(Value callback) {
  Ref function = Ref::share(callback);
  for (int depth = 0; depth < 100; depth++) {
    Ref inner = get_attr_or_null(function, is_partial(function) ? intern("func") : names::__wrapped__);
    clear_pending();
    if (!inner) break;
    function = std::move(inner);
  }
  return is_exact(function, function_type) ? function : Ref();
}

std::string call_text(Value callback, Tuple* args, Value keywords, bool debug, const std::string& suffix) {
  std::string arguments = arguments_text(args, keywords, debug) + suffix;
  if (!is_partial(callback)) return callback_label(callback) + arguments;
  Ref function = get_attr(callback, intern("func")), more = get_attr(callback, names::args);
  Ref named = get_attr(callback, intern("keywords"));
  if (!function || !more || !named) return clear_pending(), "?";
  return call_text(function, more.as<Tuple>(), named, debug, arguments);
}

}  // namespace

std::string callback_text(Value callback, Tuple* args, bool debug) {
  Ref keep = take_pending();
  std::string text = call_text(callback, args, Value(), debug, "");
  if (Ref function = source_function(callback)) {
    CodeObject* code = function.as<Function>()->code;
    text += " at " + to_utf8(code->filename) + ":" + std::to_string(code->first_line);
  }
  if (keep) restore_pending(std::move(keep));
  return text;
}

std::string callback_text(HandleObject* h) {
  return h->callback ? callback_text(h->callback, h->args, h->loop && h->loop->debug) : "";
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
      all.push_back(callback_text(static_cast<HandleObject*>(object)->callback, nullptr, false));
    else if (object && object->type == &gathering_future_type)
      all.push_back(gather_callback_text());
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
  if (guard.nested()) return make_str("...");
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
      Ref result = short_repr(f->result ? f->result : kNone);
      text += " result=" + (result ? to_utf8(result.as<Str>()) : "?");
    }
  }
  text += callbacks_text(f) + creation_text(f->origin);
  return make_str(text + ">");
}

}  // namespace loopscope::python
