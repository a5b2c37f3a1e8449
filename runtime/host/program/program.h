// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "python/bytecode/code.h"
#include "python/compiler/blocking_calls.h"
#include "python/syntax/diagnostic.h"

/// What every host does with a Python program: compile it for the VM.
namespace loopscope::host {

struct Compiled {
  std::shared_ptr<const python::Code> code;  // null: see errors
  std::vector<python::Diagnostic> errors;    // at most one
  std::vector<python::Diagnostic> warnings;
  std::vector<python::BlockingCall> blocking_calls;  // only if advice was wanted
};

/// mode: "exec", "eval" or "single". `advise`: also look for calls that block the loop.
Compiled compile_program(std::string_view source, std::string_view filename, std::string_view mode, bool advise = false);

/// HostHooks::compile: as compile_program, but raises the error as a Python exception, with its source line.
std::shared_ptr<const python::Code> compile_hook(std::string_view source, std::string_view filename, std::string_view mode,
                                                 uint32_t inherited_flags);

/// HostHooks::parse_tree and compile_tree.
bool parse_tree_hook(std::string_view source, std::string_view filename, std::string_view mode, std::string* tree);
std::shared_ptr<const python::Code> compile_tree_hook(std::string_view tree, std::string_view filename, int optimize);

/// [{"kind","message","line","column","endLine","endColumn"}] for the page's markers; columns from 0 in code points. Calls that
/// block the loop have the kind "BlockingCall", what is called as message, and "instead".
std::string diagnostics_json(const Compiled& compiled);

}  // namespace loopscope::host
