// SPDX-License-Identifier: MIT
#include "python/library/standard_modules.h"
#include "python/vm/code_object.h"
#include "python/vm/codecs.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

/// `_codec_hooks`: what the registry of codecs, `_codecs` in Python, needs of str and bytes; and the way back, from
/// str.encode and bytes.decode to that registry for encodings that the virtual machine does not know.
namespace loopscope::python {

namespace {

Ref set_error_handler(Value, const Value* args) {
  return is_str(args[0]) && register_error_handler(args[0].as<Str>(), args[1]) ? none() : Ref();
}
/// The registered one, or None.
Ref find_custom_handler(Value, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "lookup_error() argument must be str, not %T", args[0]);
  ErrorHandler kind;
  Ref custom;
  if (!find_error_handler(args[0].as<Str>(), &kind, &custom)) {
    if (!pending_is(exc::LookupError)) return {};
    clear_pending();
  }
  return custom ? custom : none();
}
const NativeDef kFunctions[] = {{"set_error_handler", set_error_handler, "name, handler, /"},
                                {"find_error_handler", find_custom_handler, "name, /"},
                                {nullptr, nullptr, nullptr}};

/// In Python, so that a module that is still to be fetched is waited for by a frame and not on the C++ stack.
Ref through_registry(Value object, Str* encoding, Str* errors, bool encode) {
  static Value function = [] {
    Own<CodeObject> code = compile_source(
        "def convert(obj, encoding, errors, encode):\n"
        "    from _codecs import decode_text, encode_text\n"
        "    return (encode_text if encode else decode_text)(obj, encoding, errors)\n",
        "<codecs>", "exec");
    Own<Dict> scope = make_dict();
    if (!code || !scope || !dict_set(scope.get(), names::__builtins__, Value(vm.builtins)) || !run_code(code.get(), scope.get(), scope))
      return Value();
    return Ref::share(dict_get(scope.get(), intern("convert"))).release();
  }();
  if (!function) return {};
  Ref errors_or_none = errors ? Ref::share(errors) : none();
  const Value args[] = {object, encoding, errors_or_none, encode ? kTrue : kFalse};
  return call(function, Args{args, 4, nullptr});
}

}  // namespace

void register_codec_hooks_module() {
  register_native_module("_codec_hooks", [](Module* m) { return module_add(m, kFunctions); });
  codec_fallback = through_registry;
}

}  // namespace loopscope::python
