// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "python/vm/protocol.h"
#include "python/vm/type_internal.h"

namespace loopscope::python {
namespace {

struct Sequence {
  Value* items;
  uint32_t size;
  uint32_t at = 0;
  bool tail_contains(Value v) const {
    for (uint32_t i = at + 1; i < size; i++)
      if (items[i] == v) return true;
    return false;
  }
};

std::nullptr_t raise_inconsistent(const std::vector<Sequence>& sequences) {
  std::vector<Value> heads;
  for (const Sequence& s : sequences) {
    if (s.at == s.size) continue;
    bool known = false;
    for (Value v : heads) known |= v == s.items[s.at];
    if (!known) heads.push_back(s.items[s.at]);
  }
  std::string text;
  for (Value v : heads) text += (text.empty() ? "" : ", ") + to_utf8(v.as<Type>()->name_object);
  return raise(exc::TypeError, "Cannot create a consistent method resolution order (MRO) for bases %s", text.c_str());
}

/// Does the type's layout differ from its base's in more than __dict__ and __weakref__?
bool extends_layout(Type* type, Type* base) {
  if (type->flags & kTypeHeap) return type->slots_end > base->basic_size;
  return type->basic_size != base->basic_size;
}

Type* solid_base(Type* type) {
  while (type->base && !extends_layout(type, type->base)) type = type->base;
  return type;
}

}  // namespace

Own<Tuple> compute_mro(Type* type, Tuple* bases) {
  for (uint32_t i = 0; i < bases->size; i++)
    for (uint32_t j = 0; j < i; j++)
      if (bases->items[i] == bases->items[j]) {
        raise(exc::TypeError, "duplicate base class %N", bases->items[i].as<Type>());
        return {};
      }
  for (uint32_t i = 0; i < bases->size; i++) {
    Type* base = bases->items[i].as<Type>();
    if (base->mro) continue;
    raise(exc::TypeError, "Cannot extend an incomplete type '%N'", base);
    return {};
  }
  std::vector<Value> result{Value(type)};
  if (bases->size == 1) {
    Tuple* rest = bases->items[0].as<Type>()->mro;
    result.insert(result.end(), rest->items, rest->items + rest->size);
    return make_tuple(result.data(), static_cast<uint32_t>(result.size()));
  }
  std::vector<Sequence> sequences;
  size_t left = bases->size;
  for (uint32_t i = 0; i < bases->size; i++) {
    Tuple* mro = bases->items[i].as<Type>()->mro;
    sequences.push_back({mro->items, mro->size});
    left += mro->size;
  }
  sequences.push_back({bases->items, bases->size});
  while (left > 0) {
    Value chosen;
    for (const Sequence& s : sequences) {
      if (s.at == s.size) continue;
      Value candidate = s.items[s.at];
      bool blocked = false;
      for (const Sequence& other : sequences) blocked |= other.tail_contains(candidate);
      if (blocked) continue;
      chosen = candidate;
      break;
    }
    if (!chosen) {
      raise_inconsistent(sequences);
      return {};
    }
    result.push_back(chosen);
    for (Sequence& s : sequences)
      if (s.at < s.size && s.items[s.at] == chosen) {
        s.at++;
        left--;
      }
  }
  return make_tuple(result.data(), static_cast<uint32_t>(result.size()));
}

Type* calculate_metaclass(Type* meta, Tuple* bases) {
  Type* winner = meta;
  for (uint32_t i = 0; i < bases->size; i++) {
    Type* candidate = type_of(bases->items[i]);
    if (is_subtype(winner, candidate)) continue;
    if (is_subtype(candidate, winner)) {
      winner = candidate;
      continue;
    }
    raise(exc::TypeError,
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of "
          "all its bases");
    return nullptr;
  }
  return winner;
}

Type* best_base(Tuple* bases) {
  Type *winner = nullptr, *result = nullptr;
  for (uint32_t i = 0; i < bases->size; i++) {
    Value item = bases->items[i];
    if (!has_type(item, &type_type)) {
      raise(exc::TypeError, "bases must be types");
      return nullptr;
    }
    Type* base = item.as<Type>();
    if (!(base->flags & kTypeBase)) {
      raise(exc::TypeError, "type '%N' is not an acceptable base type", base);
      return nullptr;
    }
    Type* candidate = solid_base(base);
    if (!winner || (candidate != winner && is_subtype(candidate, winner))) {
      winner = candidate;
      result = base;
    } else if (!is_subtype(winner, candidate)) {
      raise(exc::TypeError, "multiple bases have instance lay-out conflict");
      return nullptr;
    }
  }
  return result;
}

Own<Tuple> method_resolution_order(Type* type) {
  if (type->type == &type_type) return compute_mro(type, type->bases);
  static Str* const name = intern("mro");
  Value method = lookup_in_type(type->type, name);
  if (!method || method == lookup_in_type(&type_type, name)) return compute_mro(type, type->bases);
  Ref answer = call_method(Value(type), name);
  if (!answer) return {};
  Own<Tuple> order = to_tuple(answer);
  if (!order) return {};
  if (order->size == 0) {
    raise(exc::TypeError, "type MRO must not be empty");
    return {};
  }
  // Its own addition counts too, though its layout is not applied yet when the class is being made.
  Type* solid = type->basic_size ? solid_base(type) : solid_base(type->base);
  for (uint32_t i = 0; i < order->size; i++) {
    if (!has_type(order->items[i], &type_type)) {
      raise(exc::TypeError, "mro() returned a non-class ('%T')", order->items[i]);
      return {};
    }
    Type* base = order->items[i].as<Type>();
    if (base == type || is_subtype(solid, solid_base(base))) continue;
    raise(exc::TypeError, "mro() returned base with unsuitable layout ('%N')", base);
    return {};
  }
  return order;
}

}  // namespace loopscope::python
