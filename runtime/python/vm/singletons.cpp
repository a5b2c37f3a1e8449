// SPDX-License-Identifier: MIT
#include "python/vm/errors.h"
#include "python/vm/objects.h"
#include "python/vm/startup.h"
#include "python/vm/warning.h"

/// None, NotImplemented, Ellipsis; and readying the number types.
namespace loopscope::python {

namespace {

template <char const* text>
Ref fixed_repr(Value) {
  return Ref::share(intern(text));
}

/// type(None)() and the like: the singleton; no arguments.
template <char const* name, Object* object>
Ref fixed_new(Type*, const Args& args) {
  if (args.positional + args.keyword_count() > 0) return raise(exc::TypeError, "%s takes no arguments", name);
  return Ref::share(object);
}

int never(Value) { return 0; }

bool none_hash(Value, int64_t* out) {
  *out = 0xfca86420;
  return true;
}

Ref reduce_by_name(Value self, const Value*) {
  return Ref::share(intern(self == kEllipsis ? "Ellipsis" : "NotImplemented"));
}

constexpr NativeDef kReduceMethods[] = {{"__reduce__", reduce_by_name, ""}, {nullptr, nullptr, nullptr}};

constexpr char kNoneText[] = "None", kNoneType[] = "NoneType";
constexpr char kEllipsisText[] = "Ellipsis", kEllipsisType[] = "EllipsisType";
constexpr char kNotImplementedText[] = "NotImplemented", kNotImplementedType[] = "NotImplementedType";

constexpr Type singleton_type(const char* name, const char* doc) {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = name;
  t.basic_size = sizeof(Object);
  t.doc = doc;
  return t;
}

constexpr Type describe_none() {
  Type t = singleton_type("NoneType", "The type of the None singleton.");
  t.repr = fixed_repr<kNoneText>;
  t.hash = none_hash;
  t.truth = never;
  t.new_ = fixed_new<kNoneType, &none_object>;
  return t;
}

constexpr Type describe_ellipsis() {
  Type t = singleton_type("ellipsis", "The type of the Ellipsis singleton.");
  t.repr = fixed_repr<kEllipsisText>;
  t.new_ = fixed_new<kEllipsisType, &ellipsis_object>;
  t.methods = kReduceMethods;
  return t;
}

int truth_of_not_implemented(Value) {
  return warn(exc::DeprecationWarning, "NotImplemented should not be used in a boolean context") ? 1 : -1;
}

constexpr Type describe_not_implemented() {
  Type t = singleton_type("NotImplementedType", "The type of the NotImplemented singleton.");
  t.repr = fixed_repr<kNotImplementedText>;
  t.truth = truth_of_not_implemented;
  t.new_ = fixed_new<kNotImplementedType, &not_implemented_object>;
  t.methods = kReduceMethods;
  return t;
}

}  // namespace

constinit Type none_type = describe_none();
constinit Type ellipsis_type = describe_ellipsis();
constinit Type not_implemented_type = describe_not_implemented();
constinit Object none_object{kImmortalRefcount, &none_type};
constinit Object ellipsis_object{kImmortalRefcount, &ellipsis_type};
constinit Object not_implemented_object{kImmortalRefcount, &not_implemented_type};

void ready_singleton_types() {
  ready_type(&none_type);
  ready_type(&ellipsis_type);
  ready_type(&not_implemented_type);
}

void ready_number_types() {
  ready_type(&int_type);
  ready_type(&bool_type);
  ready_type(&float_type);
  ready_type(&complex_type);
}

}  // namespace loopscope::python
