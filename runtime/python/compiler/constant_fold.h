// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <unordered_map>

#include "python/bytecode/code.h"
#include "python/syntax/ast.h"

namespace loopscope::python {

/// Values of expressions that are known at compile time: literals, `__debug__`, signed numbers, tuples and simple
/// arithmetic of such. What could fail or grow large is left to run time, as CPython's ast optimiser does.
class ConstantFolder {
public:
    explicit ConstantFolder(bool debug) : debug_(debug) {}

    /// Null if the value is not known. The result lives as long as the folder.
    const Constant* fold(const ast::ExprNode* node);

    /// The items as one Tuple or FrozenSet, null if one is not known.
    const Constant* fold_all(const ast::Exprs& items, Constant::Kind kind);

private:
    const Constant* keep(Constant value) { return &values_.emplace_back(std::move(value)); }
    const Constant* literal(const ast::Constant* node);
    const Constant* unary(const ast::UnaryOp* node);
    const Constant* binary(const ast::BinOp* node);

    const bool debug_;
    std::deque<Constant> values_;
    std::unordered_map<const ast::ExprNode*, const Constant*> known_;
};

/// Decimal digits of a number given in lower-case digits of `base` (2, 8, 10 or 16).
std::string decimal_digits(std::string_view digits, unsigned base);

Constant none_constant();
Constant int_constant(int64_t value);
Constant str_constant(std::string_view text);
Constant tuple_constant(std::vector<Constant> items);
/// Truth as bool() gives it.
bool is_true(const Constant& value);

}  // namespace loopscope::python
