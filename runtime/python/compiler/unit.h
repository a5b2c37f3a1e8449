// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "python/bytecode/code.h"
#include "python/compiler/instructions.h"
#include "python/compiler/names.h"
#include "python/compiler/scope.h"

namespace loopscope::python {

enum class UnitKind : uint8_t { Module, Class, Function, AsyncFunction, Lambda, Comprehension, TypeParameters };

/// Names numbered in order of first use.
class NameIndex {
public:
    uint32_t get(NameId id) {
        auto [at, added] = index_.try_emplace(id, static_cast<uint32_t>(order_.size()));
        if (added) order_.push_back(id);
        return at->second;
    }
    /// -1 if it is not there.
    int64_t find(NameId id) const {
        auto found = index_.find(id);
        return found == index_.end() ? -1 : static_cast<int64_t>(found->second);
    }
    const std::vector<NameId>& order() const { return order_; }
    uint32_t size() const { return static_cast<uint32_t>(order_.size()); }

private:
    std::vector<NameId> order_;
    std::unordered_map<NameId, uint32_t> index_;
};

/// A construct that `return`, `break` or `continue` must leave properly.
struct FrameBlock {
    enum class Kind : uint8_t {
        WhileLoop,
        ForLoop,
        TryExcept,
        FinallyTry,  ///< body of try with finally
        FinallyEnd,  ///< finally while an exception is in flight
        With,
        AsyncWith,
        HandlerCleanup,  ///< body of an except clause
        PopValue,        ///< the value to be returned lies on the stack
        ExceptionHandler,
        ExceptionGroupHandler,
        AsyncComprehension,
        StopIteration,
    };
    Kind kind;
    Label start;
    Label exit;
    SourceRange range;
    const ast::Stmts* final_body = nullptr;  ///< FinallyTry
    NameId caught = kNoName;                 ///< HandlerCleanup: `except E as caught`
};

inline constexpr size_t kMaxFrameBlocks = 21;

/// One code object being made.
struct Unit {
    Scope* scope = nullptr;
    UnitKind kind = UnitKind::Module;
    NameId name = kNoName;
    std::string qualname;
    NameId private_class = kNoName;
    int32_t first_line = 1;
    uint32_t argcount = 0;
    uint32_t posonly_argcount = 0;
    uint32_t kwonly_argcount = 0;
    bool docstring = false;
    InstructionList list;
    NameIndex names;
    NameIndex locals;
    NameIndex cells;
    NameIndex frees;
    NameSet hidden;         ///< names that are slots although this is no function: of inlined comprehensions
    NameSet active_hidden;  ///< those of the comprehensions being emitted
    std::vector<Constant> constants;
    std::unordered_map<std::string, uint32_t> constant_index;
    std::vector<FrameBlock> blocks;
    NameIndex static_attributes;  ///< class: what its methods assign to on self
    int inlined_comprehensions = 0;
    bool stop_iteration_handler = false;
    Label stop_iteration;

    /// The number of an equal constant, added if there is none.
    uint32_t constant(const Constant& value);
    /// Puts a constant in the next place even if there is an equal one.
    void append_constant(const Constant& value);

    uint32_t deref_index(NameId id) {
        const int64_t cell = cells.find(id);
        return cell >= 0 ? static_cast<uint32_t>(cell) : cells.size() + frees.get(id);
    }
};

/// Adds prologue, assembles, and fills in everything else. Null if the unit's code is inconsistent or too large.
std::shared_ptr<Code> finish(Unit& unit, const NameTable& names, std::string_view filename, bool postponed_annotations);

}  // namespace loopscope::python
