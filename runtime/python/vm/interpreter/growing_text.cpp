// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/growing_text.h"

#include "python/bytecode/opcodes.h"

namespace loopscope::python {

Value* growing_text(uint32_t op, Value text, Value more, const uint32_t* next, Frame* frame) {
  if (op % kInplaceOffset != static_cast<uint32_t>(BinaryOp::add) || !is_exact(text, str_type) || !is_str(more)) return nullptr;
  if (text.object()->refcount != 2) return nullptr;
  Value* variable = nullptr;
  uint32_t word = *next;
  switch (op_of(word)) {
    case Op::STORE_FAST: variable = &frame->locals()[arg_of(word)]; break;
    case Op::STORE_FAST_LOAD_FAST: variable = &frame->locals()[a_of(word)]; break;
    case Op::STORE_NAME: {
      if (!is_exact(frame->mapping, dict_type)) return nullptr;
      Dict* ns = frame->mapping.as<Dict>();
      const InlineCache& cache = frame->code->caches[next[1]];
      if (!cache.version || cache.version != ns->version) return nullptr;
      variable = &ns->entries[cache.index].value;
      break;
    }
    default: return nullptr;
  }
  return *variable == text ? variable : nullptr;
}

Ref grow_text(Value* variable, Ref text, Value more) {
  assign(*variable, kNone);
  Own<Str> left = Own<Str>::steal(text.release().as<Str>());
  if (str_append(left, more.as<Str>())) return left;
  assign(*variable, left);
  return nullptr;
}

}  // namespace loopscope::python
