// SPDX-License-Identifier: MIT
#include "python/compiler/operators.h"

namespace loopscope::python {

using ast::Operator;

BinaryOperator operator_of(Operator op) {
    switch (op) {
        case Operator::kAdd: return BinaryOperator::Add;
        case Operator::kSub: return BinaryOperator::Subtract;
        case Operator::kMult: return BinaryOperator::Multiply;
        case Operator::kMatMult: return BinaryOperator::MatrixMultiply;
        case Operator::kDiv: return BinaryOperator::TrueDivide;
        case Operator::kMod: return BinaryOperator::Remainder;
        case Operator::kPow: return BinaryOperator::Power;
        case Operator::kLShift: return BinaryOperator::LeftShift;
        case Operator::kRShift: return BinaryOperator::RightShift;
        case Operator::kBitOr: return BinaryOperator::Or;
        case Operator::kBitXor: return BinaryOperator::Xor;
        case Operator::kBitAnd: return BinaryOperator::And;
        case Operator::kFloorDiv: return BinaryOperator::FloorDivide;
    }
    return BinaryOperator::Add;
}

SourceRange attribute_position(SourceRange whole, const ast::Attribute* attribute) {
    if (whole.line == attribute->range.end_line) return whole;
    int32_t length = 0;  // in code points
    for (char c : attribute->attr) length += (c & 0xC0) != 0x80;
    whole.line = attribute->range.end_line;
    whole.column = attribute->range.end_column - length;
    whole.end_line = attribute->range.end_line > whole.end_line ? attribute->range.end_line : whole.end_line;
    return whole;
}

}  // namespace loopscope::python
