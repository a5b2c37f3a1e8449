// SPDX-License-Identifier: MIT
#include "python/library/standard_modules.h"
#include "python/vm/format_markup.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

/// `_string`: how str.format reads its templates, for string.Formatter.
namespace loopscope::python {

namespace {

/// formatteriterator and fieldnameiterator: one reader or the other on a text.
struct FormatIterator : Object {
  Value text;
  FormatMarkup* markup;
  FormatName* name;
};
FormatIterator* iterator_of(Value v) { return v.as<FormatIterator>(); }

void dealloc(Object* object) {
  auto* it = static_cast<FormatIterator*>(object);
  delete it->markup;
  delete it->name;
  xdecref(it->text);
  free_object(object);
}
Ref same(Value self) { return Ref::share(self); }

Ref next_field(Value self) {
  FormatMarkup& m = *iterator_of(self)->markup;
  auto* text = iterator_of(self)->text.as<Str>();
  if (m.next() != FormatRead::read) return {};
  Own<Str> literal = part_text(text, m.literal);
  if (!m.has_field) return tuple_of(literal, kNone, kNone, kNone);
  Own<Str> name = part_text(text, m.name), spec = part_text(text, m.spec);
  Ref conversion = m.conversion ? Ref(make_str_char(m.conversion)) : none();
  return tuple_of(literal, name, spec, conversion);
}
Ref index_or_text(Str* text, const FormatName& name) { return name.index >= 0 ? make_int(name.index) : Ref(part_text(text, name.part)); }
Ref next_name(Value self) {
  FormatName& name = *iterator_of(self)->name;
  if (name.next() != FormatRead::read) return {};
  return tuple_of(boolean(name.is_attribute), index_or_text(iterator_of(self)->text.as<Str>(), name));
}

Type make_type(const char* name, Ref (*next)(Value)) {
  Type t;
  t.name = name;
  t.flags = kTypeNoInstantiate;
  t.basic_size = sizeof(FormatIterator);
  t.dealloc = dealloc;
  t.iter = same;
  t.next = next;
  return t;
}
Type field_iterator_type = make_type("formatteriterator", next_field);
Type name_iterator_type = make_type("fieldnameiterator", next_name);

FormatIterator* make_iterator(Type& type, Value text) {
  if (!is_str(text)) return raise(exc::TypeError, "expected str, got %T", text);
  auto* it = allocate_as<FormatIterator>(&type);
  if (it) it->text = Ref::share(text).release();
  return it;
}

Ref formatter_parser(Value, const Value* args) {
  FormatIterator* it = make_iterator(field_iterator_type, args[0]);
  if (!it) return {};
  it->markup = new FormatMarkup(args[0].as<Str>(), {0, args[0].as<Str>()->length});
  return Ref::steal(it);
}
Ref formatter_field_name_split(Value, const Value* args) {
  FormatIterator* it = make_iterator(name_iterator_type, args[0]);
  if (!it) return {};
  Ref rest = Ref::steal(it);
  it->name = new FormatName(args[0].as<Str>(), {0, args[0].as<Str>()->length});
  if (!it->name->first()) return {};
  return tuple_of(index_or_text(args[0].as<Str>(), *it->name), rest);
}

const NativeDef kFunctions[] = {
    {"formatter_parser", formatter_parser, "text, /"},
    {"formatter_field_name_split", formatter_field_name_split, "text, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

void register_string_module() {
  register_native_module("_string", [](Module* m) {
    ready_type(&field_iterator_type);
    ready_type(&name_iterator_type);
    return module_add(m, kFunctions);
  });
}

}  // namespace loopscope::python
