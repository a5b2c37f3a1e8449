// SPDX-License-Identifier: MIT
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

#include "host/native/native_host.h"
#include "host/program/program.h"
#include "python/bytecode/disassemble.h"

/// The command line: `loopscope run FILE` and `loopscope dis FILE`.
namespace {

using namespace loopscope;

constexpr const char* kUsage =
    "usage: loopscope run FILE [--clock real|virtual] [--seed N] [--trace OUT.json]\n"
    "       loopscope dis FILE\n"
    "\n"
    "run    runs a Python program. FILE - reads it from standard input.\n"
    "       --clock virtual jumps over waiting, so that sleeps take no time; the default is real.\n"
    "       --seed N makes random numbers repeat. --trace writes a Chrome trace (open it in Perfetto).\n"
    "dis    prints the bytecode of a program.\n";

int usage_error(const std::string& message) {
  std::fprintf(stderr, "loopscope: %s\n%s", message.c_str(), kUsage);
  return 2;
}

bool read_file(const std::string& path, std::string* text) {
  FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (!file) {
    std::fprintf(stderr, "loopscope: can't open file '%s': %s\n", path.c_str(), std::strerror(errno));
    return false;
  }
  char buffer[65536];
  size_t n;
  while ((n = std::fread(buffer, 1, sizeof buffer, file)) > 0) text->append(buffer, n);
  bool ok = !std::ferror(file);
  if (!ok) std::fprintf(stderr, "loopscope: can't read file '%s': %s\n", path.c_str(), std::strerror(errno));
  if (file != stdin) std::fclose(file);
  return ok;
}

int disassemble_file(const std::string& path) {
  std::string source;
  if (!read_file(path, &source)) return 2;
  host::Compiled compiled = host::compile_program(source, path, "exec");
  if (!compiled.code) {
    for (const auto& error : compiled.errors)
      std::fprintf(stderr, "%s:%d: %s: %s\n", path.c_str(), static_cast<int>(error.range.line),
                   python::diagnostic_class_name(error.kind), error.message.c_str());
    return 1;
  }
  std::fputs(python::disassemble(*compiled.code).c_str(), stdout);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc >= 2 && (!std::strcmp(argv[1], "--help") || !std::strcmp(argv[1], "-h"))) {
    std::fputs(kUsage, stdout);
    return 0;
  }
  if (argc < 3) return usage_error("a command and a file are needed");
  std::string command = argv[1], path;
  host::NativeOptions options;
  for (int i = 2; i < argc; i++) {
    std::string argument = argv[i];
    auto value = [&](const char* name, std::string* out) {
      size_t length = std::strlen(name);
      if (argument == name && i + 1 < argc) return *out = argv[++i], true;
      if (argument.compare(0, length, name) == 0 && argument[length] == '=') return *out = argument.substr(length + 1), true;
      return false;
    };
    std::string text;
    if (value("--clock", &text)) {
      if (text != "real" && text != "virtual") return usage_error("--clock takes real or virtual, not '" + text + "'");
      options.virtual_clock = text == "virtual";
    } else if (value("--seed", &text)) {
      char* end;
      options.seed = std::strtoull(text.c_str(), &end, 10);
      options.has_seed = true;
      if (text.empty() || *end) return usage_error("--seed takes a whole number, not '" + text + "'");
    } else if (value("--trace", &text)) {
      options.trace_path = text;
    } else if (argument.size() > 1 && argument[0] == '-') {
      return usage_error("unknown option '" + argument + "'");
    } else if (path.empty()) {
      path = argument;
    } else {
      return usage_error("one file at a time, '" + argument + "' is one too many");
    }
  }
  if (path.empty()) return usage_error("a file is needed");
  if (command == "dis") return disassemble_file(path);
  if (command != "run") return usage_error("unknown command '" + command + "'");
  std::string source;
  if (!read_file(path, &source)) return 2;
  options.argument = path;
  std::error_code ignored;
  options.directory = std::filesystem::current_path(ignored).string();
  // As CPython: tracebacks name the program by its full path.
  std::string name = path == "-" ? "<stdin>" : path[0] == '/' ? path : options.directory + "/" + path;
  return host::run_native(source, name, options);
}
