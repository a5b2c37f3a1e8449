// SPDX-License-Identifier: MIT
#include "python/compiler/future.h"

namespace loopscope::python {

namespace {

constexpr std::string_view kAlwaysOn[] = {"nested_scopes",   "generators",       "division",
                                          "absolute_import", "with_statement",   "print_function",
                                          "unicode_literals", "barry_as_FLUFL", "generator_stop"};

bool always_on(std::string_view name) {
    for (std::string_view feature : kAlwaysOn)
        if (feature == name) return true;
    return false;
}

}  // namespace

std::optional<Diagnostic> find_future_features(const ast::ModNode& module, FutureFeatures& features) {
    const ast::Stmts* body = nullptr;
    if (auto* m = ast::dyn<ast::Module>(&module)) body = &m->body;
    else if (auto* i = ast::dyn<ast::Interactive>(&module)) body = &i->body;
    if (!body) return std::nullopt;
    for (size_t i = 0; i < body->size(); ++i) {
        const ast::StmtNode* statement = (*body)[i];
        auto* from = ast::dyn<ast::ImportFrom>(statement);
        if (from && from->level == 0 && from->module.data() && from->module == "__future__") {
            for (ast::Alias* alias : from->names) {
                if (alias->name == "annotations") {
                    features.annotations = true;
                } else if (!always_on(alias->name)) {
                    const SourceRange at{from->range.line, from->range.column, from->range.line, -1};
                    std::string message = alias->name == "braces"
                                              ? "not a chance"
                                              : "future feature " + std::string(alias->name) + " is not defined";
                    return Diagnostic{DiagnosticKind::kSyntaxError, std::move(message), at};
                }
            }
            features.last_line = statement->range.line;
            continue;
        }
        auto* expression = ast::dyn<ast::Expr>(statement);
        auto* constant = expression ? ast::dyn<ast::Constant>(expression->value) : nullptr;
        if (i == 0 && constant && constant->value_kind == ast::ConstantKind::kStr) continue;
        break;
    }
    return std::nullopt;
}

}  // namespace loopscope::python
