// SPDX-License-Identifier: MIT
#include <vector>

#include "python/vm/protocol.h"
#include "python/vm/slots.h"
#include "python/vm/type_attributes.h"
#include "python/vm/type_internal.h"

/// Assignment to `__bases__`. A metaclass's mro() is Python code that runs in the middle of it and may assign again.
namespace loopscope::python {
namespace {

/// What to go back to when a class below cannot follow.
struct Change {
  Own<Type> type;
  Own<Tuple> old_order, new_order;
};

bool descends_by_base(Type* type, Type* from) {
  for (; type; type = type->base)
    if (type == from) return true;
  return false;
}

void set_order(Type* type, Own<Tuple> order) {
  Own<Tuple> old = Own<Tuple>::steal(type->mro);
  type->mro = order.release();
  type->version = new_type_version();
}

/// New orders for `type` and everything below it; false: exception. Where mro() has assigned one itself, that one stays.
bool update_orders(Type* type, std::vector<Change>& changes) {
  Own<Tuple> old = Own<Tuple>::share(type->mro);
  Own<Tuple> order = method_resolution_order(type);
  if (!order) return false;
  if (type->mro != old.get()) return true;
  set_order(type, order);
  changes.push_back({Own<Type>::share(type), std::move(old), std::move(order)});
  std::vector<Own<Type>> below;  // a copy: mro() may change it
  for (uint32_t i = 0; i < type->subclass_count; i++) below.push_back(Own<Type>::share(type->subclasses[i]));
  for (const Own<Type>& subclass : below)
    if (!update_orders(subclass.get(), changes)) return false;
  return true;
}

void update_slots_below(Type* type) {
  type->version = new_type_version();
  update_slots(type, nullptr);
  for (uint32_t i = 0; i < type->subclass_count; i++) update_slots_below(type->subclasses[i]);
}

/// Every class among the bases once, as the list of subclasses has them.
void change_subclass(Tuple* bases, Type* type, void (*change)(Type* base, Type* type)) {
  for (uint32_t i = 0; i < bases->size; i++) change(bases->items[i].as<Type>(), type);
}

bool check_bases(Type* type, Value value) {
  if (!is_tuple(value)) {
    raise(exc::TypeError, "can only assign tuple to %N.__bases__, not %T", type, value);
    return false;
  }
  Tuple* bases = value.as<Tuple>();
  if (bases->size == 0) {
    raise(exc::TypeError, "can only assign non-empty tuple to %N.__bases__, not ()", type);
    return false;
  }
  for (uint32_t i = 0; i < bases->size; i++) {
    if (!has_type(bases->items[i], &type_type)) {
      raise(exc::TypeError, "%N.__bases__ must be tuple of classes, not '%T'", type, bases->items[i]);
      return false;
    }
    // Along the first bases as well: in the midst of another assignment the order is not yet what they say.
    Type* base = bases->items[i].as<Type>();
    if (is_subtype(base, type) || (base->mro && descends_by_base(base, type))) {
      raise(exc::TypeError, "a __bases__ item causes an inheritance cycle");
      return false;
    }
  }
  return true;
}

}  // namespace

bool set_type_bases(Type* type, Value value) {
  if (!check_bases(type, value)) return false;
  Own<Tuple> bases = Own<Tuple>::share(value.as<Tuple>());
  Type* base = best_base(bases.get());
  if (!base || !same_type_layout(type->base, base, "__bases__")) return false;
  Own<Tuple> old_bases = Own<Tuple>::share(type->bases);
  Own<Type> old_base = Own<Type>::share(type->base);
  auto assign_bases = [type](Own<Tuple> to, Own<Type> first) {
    Own<Tuple> before = Own<Tuple>::steal(type->bases);
    Own<Type> first_before = Own<Type>::steal(type->base);
    type->bases = to.release();
    type->base = first.release();
  };
  assign_bases(bases, Own<Type>::share(base));
  std::vector<Change> changes;
  bool ok = update_orders(type, changes);
  if (type->bases != bases.get()) return ok;  // assigned anew meanwhile, which has seen to the rest
  if (!ok) {
    Ref error = take_pending();
    while (!changes.empty()) {
      Change change = std::move(changes.back());
      changes.pop_back();
      if (change.type->mro == change.new_order.get()) set_order(change.type.get(), change.old_order);
    }
    assign_bases(old_bases, old_base);
    update_slots_below(type);
    restore_pending(std::move(error));
    return false;
  }
  change_subclass(old_bases.get(), type, remove_subclass);
  change_subclass(bases.get(), type, add_subclass);
  update_slots_below(type);
  return true;
}

}  // namespace loopscope::python
