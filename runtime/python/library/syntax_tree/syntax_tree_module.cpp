// SPDX-License-Identifier: MIT
#include <string>

#include "python/library/standard_modules.h"
#include "python/vm/bytes.h"
#include "python/vm/code_object.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"
#include "python/vm/vm.h"

/// `_syntax_tree`: trees as bytes between our parser and compiler, which the host has, and `_ast_tree`, which makes `ast`
/// nodes of them.
namespace loopscope::python {

namespace {

/// (bytes of the tree): source is str; raises SyntaxError.
Ref parse(Value, const Value* args) {
  if (!is_str(args[0]) || !is_str(args[1]) || !is_str(args[2])) return raise(exc::TypeError, "parse() wants str arguments");
  std::string tree;
  if (!vm.hooks.parse_tree(to_utf8(args[0].as<Str>()), to_utf8(args[1].as<Str>()), to_utf8(args[2].as<Str>()), &tree)) return {};
  return make_bytes(tree.data(), tree.size());
}

Ref compile(Value, const Value* args) {
  if (!is_bytes(args[0]) || !is_str(args[1])) return raise(exc::TypeError, "compile() wants bytes and str");
  int64_t optimize;
  if (!to_int64(args[2], &optimize, OnOverflow::clamp)) return {};
  std::string_view tree(reinterpret_cast<const char*>(args[0].as<Bytes>()->data), args[0].as<Bytes>()->length);
  std::shared_ptr<const Code> code = vm.hooks.compile_tree(tree, to_utf8(args[1].as<Str>()), static_cast<int>(optimize));
  return code ? Ref(make_code_object(std::move(code))) : Ref();
}

const NativeDef kFunctions[] = {
    {"parse", parse, "source, filename, mode, /"}, {"compile", compile, "tree, filename, optimize, /"}, {nullptr, nullptr, nullptr}};

}  // namespace

void register_syntax_tree_module() {
  register_native_module("_syntax_tree", [](Module* m) { return module_add(m, kFunctions); });
}

}  // namespace loopscope::python
