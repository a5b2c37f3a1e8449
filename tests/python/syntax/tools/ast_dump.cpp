// SPDX-License-Identifier: MIT
//
// ast_dump [--eval|--single] FILE...: prints each file's tree, or its error. With `--serve` it reads requests
// from stdin instead: a mode letter (m, e, s), the byte count, newline, the bytes; answers the same way.
// compare_ast.py and compare_errors.py hold it against CPython.
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>

#include "python/syntax/ast_text.h"
#include "python/syntax/parser.h"

using namespace loopscope::python;

namespace {

std::string answer(const std::string& source, ParseMode mode) {
    Arena arena;
    ParseResult result = parse(source, "<test>", mode, arena);
    if (result.ok()) return ast_text(result.module);
    const Diagnostic& error = result.errors[0];
    const SourceRange& r = error.range;
    char place[80];
    snprintf(place, sizeof place, "%d\t%d\t%d\t%d", r.line, r.column + 1, r.end_line, r.end_column + 1);
    return std::string("ERROR\t") + diagnostic_class_name(error.kind) + "\t" + place + "\t" + error.message;
}

std::string read_all(FILE* file) {
    std::string text;
    char buffer[65536];
    for (size_t n; (n = fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, n);
    return text;
}

int serve() {
    char mode;
    unsigned long size;
    while (scanf("%c%lu", &mode, &size) == 2) {
        getchar();
        std::string source(size, '\0');
        if (fread(source.data(), 1, size, stdin) != size) return 1;
        std::string text = answer(source, mode == 'e'   ? ParseMode::kExpression
                                          : mode == 's' ? ParseMode::kSingle
                                                        : ParseMode::kModule);
        printf("%zu\n", text.size());
        fwrite(text.data(), 1, text.size(), stdout);
        fflush(stdout);
    }
    return 0;
}

/// Milliseconds to parse `source` once, best of many.
double measure(const std::string& source) {
    double best = 1e9;
    for (int i = 0; i < 50; i++) {
        timespec a, b;
        clock_gettime(CLOCK_MONOTONIC, &a);
        {
            Arena arena;
            parse(source, "<test>", ParseMode::kModule, arena);
        }
        clock_gettime(CLOCK_MONOTONIC, &b);
        double ms = static_cast<double>(b.tv_sec - a.tv_sec) * 1e3 + static_cast<double>(b.tv_nsec - a.tv_nsec) / 1e6;
        if (ms < best) best = ms;
    }
    return best;
}

}  // namespace

int main(int argc, char** argv) {
    ParseMode mode = ParseMode::kModule;
    bool timing = false;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--serve")) return serve();
        if (!strcmp(argv[i], "--eval")) { mode = ParseMode::kExpression; continue; }
        if (!strcmp(argv[i], "--single")) { mode = ParseMode::kSingle; continue; }
        if (!strcmp(argv[i], "--time")) { timing = true; continue; }
        FILE* file = !strcmp(argv[i], "-") ? stdin : fopen(argv[i], "rb");
        if (!file) {
            perror(argv[i]);
            return 1;
        }
        std::string source = read_all(file);
        if (file != stdin) fclose(file);
        if (timing) printf("%s: %.3f ms\n", argv[i], measure(source));
        else printf("%s\n", answer(source, mode).c_str());
    }
    return 0;
}
