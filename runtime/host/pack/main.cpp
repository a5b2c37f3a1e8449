// SPDX-License-Identifier: MIT
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "python/bytecode/code.h"
#include "python/bytecode/imports.h"
#include "python/compiler/compile.h"
#include "python/syntax/arena.h"
#include "python/syntax/parser.h"

/// `loopscope_pack LIST BUNDLE`: compiles library modules to bytecode. A line of LIST is
///   name TAB kind (module or package) TAB file name in tracebacks TAB source file TAB output file
/// and one line on stdout answers each: name, then the modules that its body imports, separated by tabs. Modules without an
/// output file go into BUNDLE, in the order of LIST: one code object with theirs as its constants, so that they share names.
namespace {

using namespace loopscope::python;

bool read_file(const std::string& path, std::string* text) {
  FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return false;
  char buffer[65536];
  size_t n;
  while ((n = std::fread(buffer, 1, sizeof buffer, file)) > 0) text->append(buffer, n);
  bool good = !std::ferror(file);
  std::fclose(file);
  return good;
}

bool write_file(const std::string& path, const std::string& bytes) {
  FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  bool good = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return std::fclose(file) == 0 && good;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  size_t from = 0;
  for (size_t at; (at = text.find(separator, from)) != std::string::npos; from = at + 1) parts.push_back(text.substr(from, at - from));
  parts.push_back(text.substr(from));
  return parts;
}

std::shared_ptr<const Code> compile_module(const std::string& source, const std::string& filename) {
  Arena arena;
  ParseResult parsed = parse(source, filename, ParseMode::kModule, arena);
  auto report = [&](const std::vector<Diagnostic>& errors) {
    for (const Diagnostic& d : errors) std::fprintf(stderr, "%s:%d: %s\n", filename.c_str(), static_cast<int>(d.range.line), d.message.c_str());
  };
  if (!parsed.ok()) return report(parsed.errors), nullptr;
  CompileResult compiled = compile(*parsed.module, filename, {});
  report(compiled.errors);
  return compiled.code;
}

/// Library frames are shown without source lines, so there is nothing to underline: lines are enough.
std::shared_ptr<const Code> with_lines_only(const Code& code) {
  auto copy = std::make_shared<Code>(code);
  copy->positions.clear();
  for (const PositionEntry& entry : code.positions)
    if (copy->positions.empty() || copy->positions.back().line != entry.line)
      copy->positions.push_back({entry.start, entry.line, 0, kNoColumn, kNoColumn});
  for (Constant& constant : copy->constants)
    if (constant.code) constant.code = with_lines_only(*constant.code);
  return copy;
}

}  // namespace

int main(int argc, char** argv) {
  std::string list;
  if (argc != 3 || !read_file(argv[1], &list)) {
    std::fputs("usage: loopscope_pack LIST BUNDLE\n", stderr);
    return 2;
  }
  Code bundle;
  bundle.name = bundle.qualname = bundle.filename = "<built-in modules>";
  for (const std::string& line : split(list, '\n')) {
    if (line.empty()) continue;
    std::vector<std::string> fields = split(line, '\t');
    if (fields.size() != 5) {
      std::fprintf(stderr, "loopscope_pack: not a line of five fields: %s\n", line.c_str());
      return 2;
    }
    const std::string& name = fields[0];
    std::string source;
    if (!read_file(fields[3], &source)) {
      std::fprintf(stderr, "loopscope_pack: can't read '%s': %s\n", fields[3].c_str(), std::strerror(errno));
      return 1;
    }
    std::shared_ptr<const Code> code = compile_module(source, fields[2]);
    if (!code) return 1;
    code = with_lines_only(*code);
    if (fields[4].empty()) {
      Constant constant;
      constant.kind = Constant::Kind::Code;
      constant.code = code;
      bundle.constants.push_back(constant);
    } else if (!write_file(fields[4], serialize(*code))) {
      std::fprintf(stderr, "loopscope_pack: can't write '%s': %s\n", fields[4].c_str(), std::strerror(errno));
      return 1;
    }
    std::string package = fields[1] == "package" ? name : name.substr(0, name.rfind('.') == std::string::npos ? 0 : name.rfind('.'));
    std::fputs(name.c_str(), stdout);
    for (const std::string& module : find_imports(*code, package, false).modules) std::printf("\t%s", module.c_str());
    std::putchar('\n');
  }
  if (!write_file(argv[2], serialize(bundle))) {
    std::fprintf(stderr, "loopscope_pack: can't write '%s': %s\n", argv[2], std::strerror(errno));
    return 1;
  }
  return 0;
}
