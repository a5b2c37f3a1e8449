// SPDX-License-Identifier: MIT
#include "host/program/program.h"

#include "python/compiler/compile.h"
#include "python/number/hex_text.h"
#include "python/syntax/arena.h"
#include "python/syntax/literals.h"
#include "python/syntax/parser.h"
#include "python/syntax/tree_bytes.h"
#include "python/vm/exception.h"
#include "python/vm/protocol.h"
#include "python/vm/traceback.h"
#include "python/vm/vm.h"
#include "python/vm/warning.h"

namespace loopscope::host {

using namespace python;

namespace {

ParseMode parse_mode(std::string_view mode) {
  return mode == "eval" ? ParseMode::kExpression : mode == "single" ? ParseMode::kSingle : ParseMode::kModule;
}

/// \N{...}: the module unicodedata knows the names. Before there is a virtual machine (a check of the program's text) every
/// name is good, and the compilation that counts finds the wrong ones.
int32_t code_point_named(std::string_view name) {
  if (!vm.modules) return 0xFFFD;
  Ref module = import_module("unicodedata");
  Ref find = module ? get_attr(module, intern("_code_point_named")) : Ref();
  Ref found = find ? call(find, make_str(name)) : Ref();
  ptrdiff_t code = -1;
  if (!found || !to_ssize(found, &code)) clear_pending();
  return static_cast<int32_t>(code);
}

}  // namespace

Compiled compile_program(std::string_view source, std::string_view filename, std::string_view mode, bool advise) {
  set_unicode_name_lookup(code_point_named);
  Arena arena;
  ParseResult parsed = parse(source, filename, parse_mode(mode), arena);
  Compiled result;
  result.warnings = parsed.warnings;
  if (!parsed.ok()) {
    result.errors = parsed.errors;
    return result;
  }
  CompileResult compiled = compile(*parsed.module, filename, {});
  result.warnings.insert(result.warnings.end(), compiled.warnings.begin(), compiled.warnings.end());
  result.errors = compiled.errors;
  for (Diagnostic& error : result.errors) error.stage = DiagnosticStage::kMeaning;
  result.code = compiled.code;
  if (advise) result.blocking_calls = find_blocking_calls(*parsed.module);
  return result;
}

namespace {

Type& exception_class(DiagnosticKind kind) {
  switch (kind) {
    case DiagnosticKind::kIndentationError: return exc::IndentationError;
    case DiagnosticKind::kTabError: return exc::TabError;
    case DiagnosticKind::kRecursionError: return exc::RecursionError;
    case DiagnosticKind::kMemoryError: return exc::MemoryError;
    default: return exc::SyntaxError;
  }
}

/// The line with its newline, which a last line gets too; empty if there is none.
std::string line_of(std::string_view source, uint32_t number) {
  size_t begin = 0;
  for (uint32_t i = 1; i < number && begin != std::string_view::npos; i++) {
    begin = source.find('\n', begin);
    if (begin != std::string_view::npos) begin++;
  }
  if (begin == std::string_view::npos || begin >= source.size()) return {};
  size_t end = source.find('\n', begin);
  return std::string(source.substr(begin, end == std::string_view::npos ? end : end - begin)) + "\n";
}

/// `SyntaxError.text`. The tokenizer cuts the line before its newline, unless the mistake shows only at the end of a line or of
/// the text; the compiler has no text but only a file to look into, which source given to exec() does not have.
Ref text_of(const Diagnostic& d, std::string_view source, std::string_view filename) {
  if (d.stage == DiagnosticStage::kMeaning && !source_text(filename)) return none();
  std::string line = line_of(source, static_cast<uint32_t>(d.range.line));
  bool is_last = line_of(source, static_cast<uint32_t>(d.range.line) + 1).size() <= 1;
  bool whole = d.range.end_column == -1 ? is_last : d.stage == DiagnosticStage::kGrammar || d.range.end_column < 0;
  if (!whole && !line.empty()) line.pop_back();
  return make_str(line);
}

void raise_diagnostic(const Diagnostic& d, std::string_view source, std::string_view filename) {
  Type& type = exception_class(d.kind);
  Own<Str> message = make_str(d.message);
  if (d.kind == DiagnosticKind::kRecursionError || d.kind == DiagnosticKind::kMemoryError) {
    raise(type, "%U", message.get());
    return;
  }
  Own<Str> file = make_str(filename);
  Ref text = text_of(d, source, filename);
  Own<Tuple> where = tuple_of(file, make_int(d.range.line), make_int(d.range.column + 1), text.get(), make_int(d.range.end_line),
                              make_int(d.range.end_column + 1));
  Ref error = call(Value(&type), message, where);
  if (error) raise_value(error);
}

/// Warnings first; with an error the exception is set.
bool report(const std::vector<Diagnostic>& errors, const std::vector<Diagnostic>& warnings, std::string_view source,
            std::string_view filename) {
  for (const Diagnostic& w : warnings) {
    if (warn_explicit(exc::SyntaxWarning, w.message, filename, static_cast<int>(w.range.line))) continue;
    // A filter has made an error of it: one of syntax, with its place.
    if (pending_is(exc::SyntaxWarning)) {
      clear_pending();
      raise_diagnostic(w, source, filename);
    }
    return false;
  }
  if (errors.empty()) return true;
  raise_diagnostic(errors.front(), source, filename);
  return false;
}

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  for (char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u" + python::hex_text(static_cast<unsigned char>(c), 4);
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

std::shared_ptr<const Code> compile_hook(std::string_view source, std::string_view filename, std::string_view mode, uint32_t) {
  Compiled compiled = compile_program(source, filename, mode);
  return report(compiled.errors, compiled.warnings, source, filename) ? compiled.code : nullptr;
}

bool parse_tree_hook(std::string_view source, std::string_view filename, std::string_view mode, std::string* tree) {
  set_unicode_name_lookup(code_point_named);
  Arena arena;
  ParseResult parsed = parse(source, filename, parse_mode(mode), arena);
  if (!report(parsed.errors, parsed.warnings, source, filename)) return false;
  *tree = tree_to_bytes(*parsed.module, source);
  return true;
}

std::shared_ptr<const Code> compile_tree_hook(std::string_view bytes, std::string_view filename, int optimize) {
  Arena arena;
  ast::ModNode* tree = tree_from_bytes(bytes, arena);
  if (!tree) return raise(exc::ValueError, "not a syntax tree"), nullptr;
  CompileOptions options;
  options.optimize = optimize;
  CompileResult compiled = compile(*tree, filename, options);
  return report(compiled.errors, compiled.warnings, {}, filename) ? compiled.code : nullptr;
}

namespace {

/// `{"kind":...,"message":...,<position>`, to be closed.
void append_diagnostic(std::string& out, std::string_view kind, std::string_view message, const SourceRange& range) {
  if (out.size() > 1) out += ',';
  out += "{\"kind\":";
  append_json_text(out, kind);
  out += ",\"message\":";
  append_json_text(out, message);
  out += ",\"line\":" + std::to_string(range.line) + ",\"column\":" + std::to_string(range.column) +
         ",\"endLine\":" + std::to_string(range.end_line) + ",\"endColumn\":" + std::to_string(range.end_column);
}

}  // namespace

std::string diagnostics_json(const Compiled& compiled) {
  std::string out = "[";
  for (const auto* list : {&compiled.errors, &compiled.warnings})
    for (const Diagnostic& d : *list) {
      append_diagnostic(out, diagnostic_class_name(d.kind), d.message, d.range);
      out += '}';
    }
  for (const BlockingCall& call : compiled.blocking_calls) {
    append_diagnostic(out, "BlockingCall", call.name, call.range);
    out += ",\"instead\":";
    append_json_text(out, call.instead);
    out += '}';
  }
  return out + "]";
}

}  // namespace loopscope::host
