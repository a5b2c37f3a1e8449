// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// Shared by the files that implement types; not for others.
namespace loopscope::python {

/// Instances with more attributes than this grow their dict as they need it.
constexpr uint32_t kMaxInstanceSize = 30;

/// Readies `type`, `object` and everything else the object model defines (descriptors, exceptions, weak references...).
/// After names::initialize(), before any other type is readied.
void initialize_object_model();
void ready_exception_types();

/// C3. Null: TypeError (no consistent order, duplicate base).
Own<Tuple> compute_mro(Type* type, Tuple* bases);
/// The same, unless the metaclass has a mro() of its own, which then decides.
Own<Tuple> method_resolution_order(Type* type);
/// The most derived metaclass of `meta` and the bases' types. Null: TypeError (metaclass conflict).
Type* calculate_metaclass(Type* meta, Tuple* bases);
/// Which base gives the layout. Null: TypeError (not acceptable, lay-out conflict).
Type* best_base(Tuple* bases);
void add_subclass(Type* base, Type* type);
void remove_subclass(Type* base, Type* type);
uint32_t new_type_version();
/// Attribute lookups on the type and its subclasses may now differ.
void invalidate_type(Type* type);
/// Drops what a dying or garbage class owns.
void clear_heap_type(Type* type);

// Instances of Python classes.
void heap_instance_dealloc(Object* object);
void heap_instance_traverse(Object* object, Visitor& visit);
void heap_instance_clear(Object* object);

// `object` and `type` themselves.
Ref object_new(Type* type, const Args& args);
bool object_init(Value self, const Args& args);
Ref object_repr(Value self);
Ref object_str(Value self);
bool object_hash(Value self, int64_t* out);
Ref object_compare(Value a, Value b, CompareOp op);
Ref type_new(Type* meta, const Args& args);
Ref type_call(Value self, const Args& args);
Ref type_getattr(Value self, Str* name);
Ref type_getattr_or_null(Value self, Str* name);
bool type_setattr(Value self, Str* name, Value value);
Ref type_or(Value a, Value b);  // X | Y
/// "module.qualname", or only qualname for builtins.
std::string full_type_name(Type* type);
/// __module__ as a value; new reference.
Ref type_module(Type* type);
/// `__name__` of the module whose code is running, or null.
Value calling_module_name();

// Descriptors.
Ref make_method_descriptor(Type* owner, const NativeDef* def);
Ref make_classmethod_descriptor(Type* owner, const NativeDef* def);
Ref make_getset_descriptor(Type* owner, const GetSetDef* def);
Ref make_member_descriptor(Type* owner, Str* name, uint32_t offset);
/// Which of a class's own `__slots__` lies at `offset`; null: its descriptor is gone.
Str* member_name(Type* owner, uint32_t offset);
Ref make_classmethod(Value function);
Ref make_staticmethod(Value function);
Ref make_new_wrapper(Type* owner);  // the builtin that a static type's __new__ is
extern const GetSetDef kDictGetSet, kWeakrefGetSet;  // __dict__ and __weakref__ of instances
extern Type mappingproxy_type, namespace_type;
Ref make_mappingproxy(Value mapping);

/// AttributeError with name and obj set, for "Did you mean". Always null.
std::nullptr_t raise_attribute_error(Value object, Str* name, const char* format, ...);
/// "'X' object has no attribute 'y'".
std::nullptr_t raise_no_attribute(Value object, Str* name);
/// An AttributeError that program code has raised gets to know which attribute of what was looked up.
void complete_attribute_error(Value object, Str* name);

}  // namespace loopscope::python
