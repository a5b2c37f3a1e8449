// SPDX-License-Identifier: MIT
#include "python/vm/iterator_state.h"

#include <algorithm>

#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

namespace loopscope::python {

namespace {
Ref maker_of(const char* name) { return Ref::share(dict_get(vm.builtins, intern(name))); }
}  // namespace

Ref reduce_at(Value sequence, int64_t position, const char* maker) {
  if (!sequence) return reduce_to(make_list(), maker);
  Ref function = maker_of(maker), at = make_int(position);
  Own<Tuple> args = tuple_of(sequence);
  return function && at && args ? Ref(tuple_of(function.get(), Value(args), at.get())) : Ref();
}

Ref reduce_to(Value what, const char* maker) {
  Ref function = maker_of(maker);
  Own<Tuple> args = tuple_of(what);
  return function && args ? Ref(tuple_of(function.get(), Value(args))) : Ref();
}

bool read_position(Value state, int64_t lowest, int64_t highest, int64_t* position) {
  if (!to_int64(state, position, OnOverflow::error)) return false;
  *position = std::clamp(*position, lowest, highest);
  return true;
}

}  // namespace loopscope::python
