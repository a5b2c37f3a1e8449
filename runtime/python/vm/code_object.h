// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "python/vm/objects.h"

namespace loopscope::python {

struct Code;

/// What an InlineCache knows. For a name: in whose dict it is. For an attribute, while its type's version holds: it is in the
/// instance's (or module's) dict, probably at entry `index`, and nothing of the type goes before it; `value` is its method
/// (unless the instance has its own), the getter of its property, or its own descriptor (of a slot or a native attribute).
enum CacheKind : uint32_t { kCacheGlobal, kCacheBuiltin, kCacheInstance, kCacheMethod, kCacheProperty };

/// What an instruction with a cache word remembers. `version` 0: nothing yet.
struct InlineCache {
  uint32_t version = 0;  // of the type, or of the globals dict
  int32_t index = -1;    // entry of the instance's or globals dict, or what the kind says
  uint32_t version2 = 0; // of the builtins dict
  CacheKind kind = kCacheGlobal;
  Value value;           // borrowed: the type keeps it alive as long as version matches
};

/// The VM's own copy of a Code: constants and names as objects, instructions it may rewrite, caches.
struct CodeObject : Object {
  std::shared_ptr<const Code>* source;
  uint32_t* instructions;
  uint32_t instruction_count;
  Value* constants;       // owned
  uint32_t constant_count;
  Str** names;            // interned
  uint32_t name_count;
  Str** local_names;      // interned
  uint32_t local_count;   // all slots: locals, cells, free
  uint32_t free_count;    // the last ones
  uint32_t stack_size;
  uint32_t frame_words;   // local_count + stack_size
  uint32_t argcount, posonly_argcount, kwonly_argcount;
  uint32_t flags;         // CodeFlag
  bool plain_arguments;   // only positional parameters, no *args/**kwargs/keyword-only
  bool starts_generator;
  InlineCache* caches;
  Str* name;
  Str* qualname;
  Str* filename;
  uint32_t first_line;
  uint32_t number;        // of all code objects made so far; never used again
  Object* weaklist;
};
extern Type code_type;

Own<CodeObject> make_code_object(std::shared_ptr<const Code> code);
/// Line of the word at `offset`, 0 if it has none.
int line_at(const CodeObject* code, uint32_t offset);

}  // namespace loopscope::python
