// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <vector>

#include "python/library/files/file_system.h"
#include "python/library/struct_sequence.h"
#include "python/library/sys/sys_parts.h"
#include "python/vm/int.h"
#include "python/vm/memory.h"
#include "python/vm/protocol.h"

/// sys: facts about the language and the machine, as CPython 3.13 on 64-bit Linux has them, since programs print them and
/// decide by them.
namespace loopscope::python {

namespace {

/// A struct sequence of one value, as sys has many.
Ref make_facts(StructSequence* type, const char* name, const char* const* fields, std::initializer_list<Ref> given) {
  uint32_t count = static_cast<uint32_t>(given.size());
  ready_struct_sequence(type, name, fields, count);
  std::vector<Value> values;
  for (const Ref& v : given) {
    if (!v) return {};
    values.push_back(v.get());
  }
  return make_struct_sequence(type, values.data());
}

Ref text(const char* s) { return make_str(s); }

StructSequence version_type, flags_type, hash_type, int_info_type, float_info_type, thread_type;

Ref version_info() {
  static const char* const kNames[] = {"major", "minor", "micro", "releaselevel", "serial"};
  return make_facts(&version_type, "sys.version_info", kNames, {make_int(3), make_int(13), make_int(0), text("final"), make_int(0)});
}
Ref flags() {
  static const char* const kNames[] = {"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site",
                                       "no_site", "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization",
                                       "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits"};
  Ref zero = Ref::small(0);
  return make_facts(&flags_type, "sys.flags", kNames,
                    {zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, make_int(1), zero, boolean(false), zero, zero,
                     boolean(false), make_int(4300)});
}
Ref hash_info() {
  static const char* const kNames[] = {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"};
  return make_facts(&hash_type, "sys.hash_info", kNames,
                    {make_int(64), make_int((int64_t{1} << 61) - 1), make_int(314159), make_int(0), make_int(1000003),
                     text("siphash13"), make_int(64), make_int(128), make_int(0)});
}
Ref int_info() {
  static const char* const kNames[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"};
  return make_facts(&int_info_type, "sys.int_info", kNames, {make_int(30), make_int(4), make_int(4300), make_int(640)});
}
Ref float_info() {
  static const char* const kNames[] = {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"};
  using D = std::numeric_limits<double>;
  return make_facts(&float_info_type, "sys.float_info", kNames,
                    {make_float(D::max()), make_int(D::max_exponent), make_int(D::max_exponent10), make_float(D::min()),
                     make_int(D::min_exponent), make_int(D::min_exponent10), make_int(D::digits10), make_int(D::digits),
                     make_float(D::epsilon()), make_int(2), make_int(1)});
}
Ref thread_info() {
  static const char* const kNames[] = {"name", "lock", "version"};
  return make_facts(&thread_type, "sys.thread_info", kNames, {text("pthread"), text("semaphore"), none()});
}

Ref get_max_digits(Value, const Value*) { return make_int(int_max_str_digits); }
Ref set_max_digits(Value, const Value* args) {
  int64_t n;
  if (!to_int64(args[0], &n, OnOverflow::error)) return {};
  if (n && n < 640) return raise(exc::ValueError, "maxdigits must be 0 or larger than 640");
  int_max_str_digits = static_cast<int>(std::min<int64_t>(n, INT32_MAX));
  return none();
}
Ref surrogateescape(Value, const Value*) { return make_str("surrogateescape"); }
Ref nothing(Value, const Value*) { return none(); }
Ref allocated_blocks(Value, const Value*) { return make_int(static_cast<int64_t>(memory_in_use() / 64)); }
Ref no(Value, const Value*) { return boolean(false); }
Ref yes(Value, const Value*) { return boolean(true); }

const NativeDef kFunctions[] = {
    {"get_int_max_str_digits", get_max_digits, ""},
    {"set_int_max_str_digits", set_max_digits, "maxdigits"},
    {"getfilesystemencodeerrors", surrogateescape, ""},
    {"is_finalizing", no, ""},
    {"_is_gil_enabled", yes, ""},
    {"audit", nothing, "event, /, *args"},
    {"addaudithook", nothing, "hook"},
    {"_clear_type_cache", nothing, ""},
    {"_clear_internal_caches", nothing, ""},
    {"getallocatedblocks", allocated_blocks, ""},
    {nullptr, nullptr, nullptr},
};

}  // namespace

bool add_sys_facts(Module* m) {
  Own<Tuple> origin = tuple_of(Value(intern("CPython")), Value(intern("")), Value(intern("")));
  if (!module_add(m, "_git", origin)) return false;
  Own<List> argv = make_list(), path = make_list(), empty = make_list();
  Own<Dict> no_options = make_dict();
  if (!list_append(argv.get(), make_str(files::program_argument())) ||
      !list_append(path.get(), make_str(files::program_folder())))
    return false;
  Own<Tuple> built_in = tuple_of(Value(intern("_io")), Value(intern("builtins")), Value(intern("errno")), Value(intern("posix")), Value(intern("sys")), Value(intern("time")));
  const std::pair<const char*, const char*> texts[] = {
      {"byteorder", "little"},    {"platform", "linux"},
      {"executable", "/usr/bin/python3"}, {"_base_executable", "/usr/bin/python3"},
      {"prefix", "/usr"},         {"exec_prefix", "/usr"},
      {"base_prefix", "/usr"},    {"base_exec_prefix", "/usr"},
      {"platlibdir", "lib"},      {"abiflags", ""},
      {"float_repr_style", "short"}, {"_framework", ""},
      {"version", "3.13.0 (main, Oct  7 2024, 00:00:00) [Clang 19.1.0 ]"},
      {"copyright", "Copyright (c) 2001-2024 Python Software Foundation.\nAll Rights Reserved.\n\n"
                    "Copyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\n"
                    "Copyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\n"
                    "Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved."}};
  for (auto& [name, value] : texts)
    if (!module_add(m, name, make_str(value))) return false;
  return module_add(m, kFunctions) && module_add(m, "argv", argv) && module_add(m, "orig_argv", to_list(argv)) &&
         module_add(m, "path", path) && module_add(m, "maxsize", make_int(INT64_MAX)) && module_add(m, "maxunicode", make_int(0x10FFFF)) &&
         module_add(m, "hexversion", make_int(0x030D00F0)) && module_add(m, "api_version", make_int(1013)) &&
         module_add(m, "builtin_module_names", built_in) && module_add(m, "warnoptions", empty) &&
         module_add(m, "dont_write_bytecode", kFalse) && module_add(m, "pycache_prefix", kNone) &&
         module_add(m, "_xoptions", no_options) && module_add(m, "meta_path", make_list()) && module_add(m, "path_hooks", make_list()) &&
         module_add(m, "path_importer_cache", make_dict()) && module_add(m, "version_info", version_info()) && module_add(m, "flags", flags()) &&
         module_add(m, "hash_info", hash_info()) && module_add(m, "int_info", int_info()) &&
         module_add(m, "float_info", float_info()) && module_add(m, "thread_info", thread_info());
}

}  // namespace loopscope::python
