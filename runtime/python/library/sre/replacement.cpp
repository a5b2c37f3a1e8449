// SPDX-License-Identifier: MIT
#include "python/library/sre/replacement.h"

#include "python/library/sre/pattern.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"
#include "python/vm/vm.h"

namespace loopscope::python::sre {

namespace {

void dealloc(Object* object) {
  auto* t = static_cast<TemplateObject*>(object);
  xdecref(t->literal);
  for (uint32_t i = 0; i < t->count; i++) xdecref(t->items[i].literal);
  free_object(object);
}

Type make_template_type() {
  Type t;
  t.name = "_sre.SRE_Template";
  t.flags = kTypeNoInstantiate;
  t.basic_size = sizeof(TemplateObject);
  t.dealloc = dealloc;
  return t;
}

Ref call_compile(Value pattern, Value text) {
  Ref module = import_module("re");
  Ref function = module ? get_attr(module, intern("_compile_template")) : Ref();
  return function ? call(function, pattern, text) : Ref();
}

}  // namespace

Type template_type = make_template_type();

Ref make_template(Value, const Value* args) {
  if (!is_list(args[1])) return raise(exc::TypeError, "template() argument 2 must be list, not %T", args[1]);
  List* parts = args[1].as<List>();
  if (parts->size % 2 == 0) return raise(exc::TypeError, "invalid template");
  uint32_t count = parts->size / 2;
  auto* t = allocate_as<TemplateObject>(&template_type, count * sizeof(TemplateObject::Item));
  if (!t) return {};
  Ref owner = Ref::steal(t);
  t->literal = Ref::share(parts->items[0]).release();
  for (uint32_t i = 0; i < count && parts->size == count * 2 + 1; i++) {
    Value number = parts->items[i * 2 + 1];
    if (!is_int(number)) return raise(exc::TypeError, "an integer is required");
    int64_t group = int_clamped(number);
    if (group < 0 || group > kSmallMax) return raise(exc::TypeError, "invalid template");
    t->items[t->count++] = {static_cast<uint32_t>(group), Ref::share(parts->items[i * 2 + 2]).release()};
  }
  return owner;
}

Ref compile_replacement(Value pattern, Value text) {
  Ref made = call_compile(pattern, text);
  if (!made && pending_is(exc::TypeError)) {
    // Perhaps it cannot be a key of the cache: again with a plain copy.
    Ref plain;
    BytesView view;
    if (is_str(text) && !is_exact(text, str_type)) plain = exact_str(text.as<Str>());
    else if (!is_str(text) && !is_exact(text, bytes_type) && read_bytes(text, &view)) plain = make_bytes(view.data, view.length);
    if (!plain) return {};
    clear_pending();
    made = call_compile(pattern, plain);
  }
  if (made && !is_exact(made, template_type)) return raise(exc::TypeError, "expected a template, not '%T'", made.get());
  return made;
}

Ref expand_replacement(Value replacement, const MatchObject* match) {
  auto* t = replacement.as<TemplateObject>();
  if (!t->count) return Ref::share(t->literal);
  bool is_bytes;
  Joiner out(is_text(match->string, &is_bytes) && is_bytes);
  out.add(t->literal);
  for (uint32_t i = 0; i < t->count; i++) {
    if (t->items[i].group >= match->count) return raise(exc::IndexError, "no such group");
    Ref text = match->group(t->items[i].group, kNone);
    if (!text) return {};
    if (text != kNone) out.add(text);
    out.add(t->items[i].literal);
  }
  return out.finish();
}

void Joiner::add(const Subject& subject, int32_t begin, int32_t end) {
  pieces_++;
  if (wrong_) return;
  if (is_bytes_) bytes_.add(static_cast<const uint8_t*>(subject.text().data) + begin, static_cast<size_t>(end - begin));
  else text_.add(subject.string().as<Str>(), static_cast<uint32_t>(begin), static_cast<uint32_t>(end));
}

void Joiner::add(Value piece) {
  BytesView view;
  if (wrong_) {
  } else if (is_bytes_ ? !read_bytes(piece, &view) : !is_str(piece)) {
    wrong_ = Ref::share(piece);
    wrong_at_ = pieces_;
  } else if (is_bytes_) {
    bytes_.add(view.data, view.length);
  } else {
    text_.add(piece.as<Str>());
  }
  pieces_++;
}

Ref Joiner::finish() {
  if (wrong_) {
    return raise(exc::TypeError, "sequence item %d: expected %s, %T found", static_cast<int>(wrong_at_),
                 is_bytes_ ? "a bytes-like object" : "str instance", wrong_.get());
  }
  return is_bytes_ ? Ref(bytes_.finish()) : Ref(text_.finish());
}

}  // namespace loopscope::python::sre
