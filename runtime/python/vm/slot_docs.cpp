// SPDX-License-Identifier: MIT
#include "python/vm/slot_docs.h"

#include <string>

#include "python/vm/objects.h"

namespace loopscope::python {

namespace {

struct Row {
  std::string_view name;
  const char* doc;
};

constexpr Row kRows[] = {
    {"__abs__", "abs(self)"},
    {"__aiter__", "Return an awaitable, that resolves in asynchronous iterator."},
    {"__anext__", "Return a value or raise StopAsyncIteration."},
    {"__await__", "Return an iterator to be used in await expression."},
    {"__bool__", "True if self else False"},
    {"__call__", "Call self as a function."},
    {"__contains__", "Return bool(key in self)."},
    {"__delattr__", "Implement delattr(self, name)."},
    {"__delete__", "Delete an attribute of instance."},
    {"__delitem__", "Delete self[key]."},
    {"__divmod__", "Return divmod(self, value)."},
    {"__float__", "float(self)"},
    {"__get__", "Return an attribute of instance, which is of type owner."},
    {"__getattribute__", "Return getattr(self, name)."},
    {"__getitem__", "Return self[key]."},
    {"__hash__", "Return hash(self)."},
    {"__index__", "Return self converted to an integer, if self is suitable for use as an index into a list."},
    {"__init__", "Initialize self.  See help(type(self)) for accurate signature."},
    {"__int__", "int(self)"},
    {"__invert__", "~self"},
    {"__iter__", "Implement iter(self)."},
    {"__len__", "Return len(self)."},
    {"__neg__", "-self"},
    {"__new__", "Create and return a new object.  See help(type) for accurate signature."},
    {"__next__", "Implement next(self)."},
    {"__pos__", "+self"},
    {"__pow__", "Return pow(self, value, mod)."},
    {"__rdivmod__", "Return divmod(value, self)."},
    {"__repr__", "Return repr(self)."},
    {"__rpow__", "Return pow(value, self, mod)."},
    {"__set__", "Set an attribute of instance to value."},
    {"__setattr__", "Implement setattr(self, name, value)."},
    {"__setitem__", "Set self[key] to value."},
    {"__str__", "Return str(self)."},
};

/// Binary ones are all worded alike: what lies between the underscores, and its sign.
constexpr Row kSigns[] = {
    {"add", "+"}, {"and", "&"},    {"eq", "=="},      {"floordiv", "//"}, {"ge", ">="}, {"gt", ">"},  {"le", "<="},
    {"lshift", "<<"}, {"lt", "<"}, {"matmul", "@"},   {"mod", "%"},       {"mul", "*"}, {"ne", "!="}, {"or", "|"},
    {"rshift", ">>"}, {"sub", "-"}, {"truediv", "/"}, {"xor", "^"},
};

const char* sign_of(std::string_view word) {
  for (const Row& row : kSigns)
    if (row.name == word) return row.doc;
  return nullptr;
}

constexpr Row kSignatures[] = {
    {"__call__", "($self, /, *args, **kwargs)"},
    {"__contains__", "($self, key, /)"},
    {"__delattr__", "($self, name, /)"},
    {"__delete__", "($self, instance, /)"},
    {"__delitem__", "($self, key, /)"},
    {"__divmod__", "($self, value, /)"},
    {"__get__", "($self, instance, owner=None, /)"},
    {"__getattribute__", "($self, name, /)"},
    {"__getitem__", "($self, key, /)"},
    {"__init__", "($self, /, *args, **kwargs)"},
    {"__pow__", "($self, value, mod=None, /)"},
    {"__rdivmod__", "($self, value, /)"},
    {"__rpow__", "($self, value, mod=None, /)"},
    {"__set__", "($self, instance, value, /)"},
    {"__setattr__", "($self, name, value, /)"},
    {"__setitem__", "($self, key, value, /)"},
};

}  // namespace

Ref slot_signature(std::string_view name) {
  for (const Row& row : kSignatures)
    if (row.name == name) return make_str(row.doc);
  if (name.size() < 6) return none();
  std::string_view word = name.substr(2, name.size() - 4);
  if (sign_of(word) || (sign_of(word.substr(1)) && (word[0] == 'r' || word[0] == 'i'))) return make_str("($self, value, /)");
  for (const Row& row : kRows)
    if (row.name == name && name != "__new__") return make_str("($self, /)");
  return none();
}

Ref slot_doc(std::string_view name) {
  for (const Row& row : kRows)
    if (row.name == name) return make_str(row.doc);
  if (name.size() < 6) return none();
  std::string_view word = name.substr(2, name.size() - 4);
  if (const char* sign = sign_of(word)) return make_str(std::string("Return self") + sign + "value.");
  if (const char* sign = sign_of(word.substr(1))) {
    if (word[0] == 'r') return make_str(std::string("Return value") + sign + "self.");
    if (word[0] == 'i') return make_str(std::string("Return self") + sign + "=value.");
  }
  return none();
}

}  // namespace loopscope::python
