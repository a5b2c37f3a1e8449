// SPDX-License-Identifier: MIT
#include "python/compiler/compile.h"

#include "python/compiler/emitter.h"
#include "python/compiler/future.h"

namespace loopscope::python {

CompileResult compile(const ast::ModNode& module, std::string_view filename, const CompileOptions& given) {
    CompileResult result;
    CompileOptions options = given;
    FutureFeatures features;
    if (auto error = find_future_features(module, features)) {
        result.errors.push_back(std::move(*error));
        return result;
    }
    options.postponed_annotations |= features.annotations;

    NameTable names;
    ScopeTree scopes;
    if (auto error = build_scopes(module, names, options.postponed_annotations, scopes)) {
        result.errors.push_back(std::move(*error));
        return result;
    }
    if (auto error = analyze_scopes(names, scopes)) {
        result.errors.push_back(std::move(*error));
        return result;
    }
    Emitter emitter(names, scopes, filename, options, features.last_line, result.warnings);
    result.code = emitter.run(module);
    if (!result.code) result.errors.push_back(emitter.error());
    return result;
}

}  // namespace loopscope::python
