// SPDX-License-Identifier: MIT
#include "python/vm/code_object.h"

#include <cstring>
#include <string>

#include "python/number/hex_text.h"
#include "python/vm/bytecode_ops.h"
#include "python/vm/memory.h"
#include "python/vm/protocol.h"
#include "python/vm/startup.h"

namespace loopscope::python {

Type code_type{};

namespace {

Ref materialize(const Constant& c);

Ref materialize_items(const Constant& c) {
  Own<Tuple> t = make_tuple(static_cast<uint32_t>(c.items.size()));
  if (!t) return {};
  for (size_t i = 0; i < c.items.size(); i++) {
    Ref item = materialize(c.items[i]);
    if (!item) return {};
    t->items[i] = item.release();
  }
  return t;
}

bool looks_like_name(const std::string& text) {
  for (unsigned char c : text)
    if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) return false;
  return true;
}

Ref materialize(const Constant& c) {
  switch (c.kind) {
    case Constant::Kind::None: return none();
    case Constant::Kind::True: return boolean(true);
    case Constant::Kind::False: return boolean(false);
    case Constant::Kind::Ellipsis: return Ref::share(kEllipsis);
    case Constant::Kind::Int: return make_int(c.integer);
    case Constant::Kind::BigInt: {
      if (!c.text.empty() && c.text[0] == '-') {
        Ref v = make_int_from_digits(std::string_view(c.text).substr(1), 10);
        return v ? unary_op(UnaryOp::negative, v) : Ref();
      }
      return make_int_from_digits(c.text, 10);
    }
    case Constant::Kind::Float: return make_float(c.real);
    case Constant::Kind::Complex: return make_complex(c.real, c.imaginary);
    case Constant::Kind::Str: return looks_like_name(c.text) ? Ref::share(intern(c.text)) : Ref(make_str(c.text));
    case Constant::Kind::Bytes: return make_bytes(c.text.data(), c.text.size());
    case Constant::Kind::Tuple: return materialize_items(c);
    case Constant::Kind::FrozenSet: {
      Ref items = materialize_items(c);
      return items ? Ref(make_set(items, true)) : Ref();
    }
    case Constant::Kind::Code: return make_code_object(c.code);
  }
  return {};
}

/// Whether the result of the call at `i` is awaited at once.
bool is_awaited(const CodeObject* code, uint32_t i) {
  if (i + kSendAfterCall >= code->instruction_count) return false;
  const uint32_t* at = code->instructions + i;
  return op_of(at[2]) == Op::GET_AWAITABLE && op_of(at[3]) == Op::LOAD_CONST && op_of(at[kSendAfterCall]) == Op::SEND;
}

/// Replaces the operators that matter by instructions that know theirs.
void specialize(CodeObject* code) {
  for (uint32_t i = 0; i < code->instruction_count;) {
    uint32_t& word = code->instructions[i];
    Op op = op_of(word);
    auto rewrite = [&](uint8_t vm_op) { word = (word & ~0xFFu) | vm_op; };
    constexpr uint32_t add = 0, multiply = 5, subtract = 10;
    switch (op) {
      case Op::BINARY_OP:
        if (arg_of(word) % kInplaceOffset == add) rewrite(VM_BINARY_ADD);
        else if (arg_of(word) % kInplaceOffset == multiply) rewrite(VM_BINARY_MULTIPLY);
        else if (arg_of(word) % kInplaceOffset == subtract) rewrite(VM_BINARY_SUBTRACT);
        break;
      case Op::BINARY_OP_CONST:
        if (a_of(word) % kInplaceOffset == add) rewrite(VM_BINARY_ADD_CONST);
        else if (a_of(word) % kInplaceOffset == subtract) rewrite(VM_BINARY_SUBTRACT_CONST);
        break;
      case Op::BINARY_OP_FAST_CONST:
        if (code->instructions[i + 1] % kInplaceOffset == add) rewrite(VM_BINARY_ADD_FAST_CONST);
        else if (code->instructions[i + 1] % kInplaceOffset == subtract) rewrite(VM_BINARY_SUBTRACT_FAST_CONST);
        break;
      case Op::BINARY_OP_FAST_FAST:
        if (code->instructions[i + 1] % kInplaceOffset == add) rewrite(VM_BINARY_ADD_FAST_FAST);
        break;
      case Op::CALL:
        if (is_awaited(code, i)) rewrite(VM_CALL_AWAITED);
        break;
      default: break;
    }
    i += static_cast<uint32_t>(length_of(op));
  }
}

void dealloc(Object* o) {
  CodeObject* c = static_cast<CodeObject*>(o);
  for (uint32_t i = 0; i < c->constant_count; i++) xdecref(c->constants[i]);
  buffer_free(c->constants);
  buffer_free(c->names);
  buffer_free(c->local_names);
  buffer_free(c->instructions);
  delete[] c->caches;
  delete c->source;
  free_object(o);
}

CodeObject* self_of(Value v) { return v.as<CodeObject>(); }

Ref names_tuple(Str** names, uint32_t count) {
  Own<Tuple> t = make_tuple(count);
  for (uint32_t i = 0; t && i < count; i++) t->items[i] = Ref::share(names[i]).release();
  return t;
}
Ref names_of_kind(CodeObject* c, uint8_t kind) {
  const Code& source = **c->source;
  Own<List> list = make_list();
  for (uint32_t i = 0; i < c->local_count; i++) {
    uint8_t k = source.local_kinds[i];
    bool in = kind == kLocal ? (k & kLocal) && !(k & kHidden) : (k & kind) != 0;
    if (in) list_append(list.get(), c->local_names[i]);
  }
  return make_tuple(list->items, list->size);
}

Ref get_name(Value v) { return Ref::share(self_of(v)->name); }
Ref get_qualname(Value v) { return Ref::share(self_of(v)->qualname); }
Ref get_filename(Value v) { return Ref::share(self_of(v)->filename); }
Ref get_firstlineno(Value v) { return make_int(self_of(v)->first_line); }
Ref get_flags(Value v) { return make_int(self_of(v)->flags & kVisibleFlags); }
Ref get_argcount(Value v) { return make_int(self_of(v)->argcount); }
Ref get_posonly(Value v) { return make_int(self_of(v)->posonly_argcount); }
Ref get_kwonly(Value v) { return make_int(self_of(v)->kwonly_argcount); }
Ref get_stacksize(Value v) { return make_int(self_of(v)->stack_size); }
Ref get_names(Value v) { return names_tuple(self_of(v)->names, self_of(v)->name_count); }
Ref get_varnames(Value v) { return names_of_kind(self_of(v), kLocal); }
Ref get_cellvars(Value v) { return names_of_kind(self_of(v), kCell); }
Ref get_freevars(Value v) { return names_of_kind(self_of(v), kFree); }
Ref get_nlocals(Value v) {
  Ref names = get_varnames(v);
  return names ? make_int(names.as<Tuple>()->size) : Ref();
}
Ref get_consts(Value v) {
  CodeObject* c = self_of(v);
  return make_tuple(c->constants, c->constant_count);
}
Ref get_code_bytes(Value v) {
  const Code& source = **self_of(v)->source;
  return make_bytes(source.instructions.data(), source.instructions.size() * sizeof(uint32_t));
}

Ref repr_code(Value v) {
  CodeObject* c = self_of(v);
  return make_str("<code object " + to_utf8(c->name) + " at " + address_text(c) + ", file \"" + to_utf8(c->filename) +
                  "\", line " + std::to_string(c->first_line) + ">");
}

const GetSetDef attributes[] = {
    {"co_name", get_name},           {"co_qualname", get_qualname},       {"co_filename", get_filename},
    {"co_firstlineno", get_firstlineno}, {"co_flags", get_flags},         {"co_argcount", get_argcount},
    {"co_posonlyargcount", get_posonly}, {"co_kwonlyargcount", get_kwonly}, {"co_stacksize", get_stacksize},
    {"co_names", get_names},         {"co_varnames", get_varnames},       {"co_cellvars", get_cellvars},
    {"co_freevars", get_freevars},   {"co_nlocals", get_nlocals},         {"co_consts", get_consts},
    {"co_code", get_code_bytes},     {nullptr, nullptr},
};

}  // namespace

Own<CodeObject> make_code_object(std::shared_ptr<const Code> source) {
  CodeObject* c = allocate_as<CodeObject>(&code_type);
  if (!c) return {};
  Own<CodeObject> owner = Own<CodeObject>::steal(c);
  const Code& s = *source;
  c->source = new std::shared_ptr<const Code>(source);
  c->instruction_count = static_cast<uint32_t>(s.instructions.size());
  c->instructions = static_cast<uint32_t*>(buffer_allocate(s.instructions.size() * sizeof(uint32_t)));
  c->constants = static_cast<Value*>(buffer_allocate(s.constants.size() * sizeof(Value)));
  c->names = static_cast<Str**>(buffer_allocate(s.names.size() * sizeof(Str*)));
  c->local_names = static_cast<Str**>(buffer_allocate(s.local_names.size() * sizeof(Str*)));
  if (!c->instructions || !c->constants || !c->names || !c->local_names) return {};
  std::memcpy(c->instructions, s.instructions.data(), s.instructions.size() * sizeof(uint32_t));
  for (const Constant& constant : s.constants) {
    Ref v = materialize(constant);
    if (!v) return {};
    c->constants[c->constant_count++] = v.release();
  }
  for (const std::string& name : s.names) c->names[c->name_count++] = intern(name);
  for (const std::string& name : s.local_names) c->local_names[c->local_count++] = intern(name);
  for (uint8_t kind : s.local_kinds)
    if (kind & kFree) c->free_count++;
  c->caches = new InlineCache[s.cache_count];
  c->stack_size = s.stacksize;
  c->frame_words = c->local_count + s.stacksize + 1;
  c->argcount = s.argcount;
  c->posonly_argcount = s.posonly_argcount;
  c->kwonly_argcount = s.kwonly_argcount;
  c->flags = s.flags;
  c->plain_arguments = !(s.flags & (kVarArgs | kVarKeywords)) && s.kwonly_argcount == 0 && (s.flags & kNewLocals);
  c->starts_generator = s.flags & (kGenerator | kCoroutine | kAsyncGenerator);
  c->name = intern(s.name);
  c->qualname = intern(s.qualname);
  c->filename = intern(s.filename);
  c->first_line = s.first_line;
  static uint32_t last_number = 0;
  c->number = ++last_number;
  specialize(c);
  return owner;
}

int line_at(const CodeObject* code, uint32_t offset) {
  return static_cast<int>((*code->source)->position_at(offset).line);
}

void ready_code_type() {
  Type& t = code_type;
  t.name = "code";
  t.basic_size = sizeof(CodeObject);
  t.weaklist_offset = offsetof(CodeObject, weaklist);
  t.flags = kTypeNoInstantiate;
  t.dealloc = dealloc;
  t.repr = repr_code;
  t.getset = attributes;
  ready_type(&t);
}

}  // namespace loopscope::python
