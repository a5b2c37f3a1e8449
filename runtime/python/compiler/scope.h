// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "python/compiler/names.h"
#include "python/syntax/ast.h"
#include "python/syntax/diagnostic.h"

namespace loopscope::python {

enum class ScopeKind : uint8_t {
    Module,
    Class,
    Function,
    Annotation,      ///< postponed annotations: checked, never run
    TypeAlias,       ///< the value of `type X = value`
    TypeParameters,  ///< what `def f[T]`, `class C[T]`, `type X[T]` wrap around themselves
    TypeVariable,    ///< one bound, constraint tuple or default
};

enum class ComprehensionKind : uint8_t { None, List, Set, Dict, Generator };

/// How a name occurs in a scope; a set of bits. As in CPython's symtable.
enum SymbolFlag : uint16_t {
    kGlobalStatement = 0x1,
    kAssigned = 0x2,
    kParameter = 0x4,
    kNonlocalStatement = 0x8,
    kUsed = 0x10,
    kFreeInClass = 0x20,  ///< bound in a class body and also free in one of its functions
    kImported = 0x40,
    kAnnotated = 0x80,
    kIterationVariable = 0x100,
    kTypeParameter = 0x200,
    kComprehensionCell = 0x400,  ///< a cell because of a comprehension that is inlined here
    kBound = kAssigned | kParameter | kImported | kTypeParameter,
};

/// Where a name lives, once the whole tree has been analysed.
enum class Resolution : uint8_t { Unknown, Local, GlobalExplicit, GlobalImplicit, Free, Cell };

struct Symbol {
    NameId name;
    uint16_t flags = 0;
    Resolution resolution = Resolution::Unknown;
};

struct Scope {
    ScopeKind kind = ScopeKind::Module;
    ComprehensionKind comprehension = ComprehensionKind::None;
    bool nested = false;  ///< inside some function
    bool generator = false;
    bool coroutine = false;
    bool varargs = false;
    bool varkeywords = false;
    bool needs_class_cell = false;      ///< a method uses __class__ or super()
    bool needs_class_dict = false;      ///< an annotation scope looks names up in the class body
    bool sees_class_scope = false;      ///< an annotation scope directly in a class body
    bool inlined = false;               ///< a comprehension without a function of its own (PEP 709)
    bool in_iteration_target = false;   ///< while building: visiting `for TARGET in`
    bool annotations_used = false;      ///< has annotated names: __annotations__ is needed
    bool generic_class = false;         ///< TypeParameters of a class: private names are mangled selectively
    int in_iterable = 0;                ///< while building: depth of `in ITERABLE` of comprehensions
    NameId name = kNoName;
    NameId private_class = kNoName;
    const char* info = nullptr;         ///< TypeVariable: "a TypeVar bound"...
    SourceRange range;
    Scope* parent = nullptr;
    std::vector<Scope*> children;
    std::vector<NameId> parameters;     ///< in slot order
    NameSet selectively_mangled;        ///< generic_class: only these are mangled
    struct Directive {
        NameId name;
        SourceRange range;
    };
    std::vector<Directive> directives;  ///< global and nonlocal statements
    std::vector<Symbol> symbols;        ///< in order of first occurrence

    Symbol* find(NameId id) {
        auto found = index_.find(id);
        return found == index_.end() ? nullptr : &symbols[found->second];
    }
    const Symbol* find(NameId id) const { return const_cast<Scope*>(this)->find(id); }

    Symbol& get(NameId id) {
        auto [at, added] = index_.try_emplace(id, static_cast<uint32_t>(symbols.size()));
        if (added) symbols.push_back({id});
        return symbols[at->second];
    }

    uint16_t flags_of(NameId id) const {
        const Symbol* symbol = find(id);
        return symbol ? symbol->flags : 0;
    }

    Resolution resolution_of(NameId id) const {
        const Symbol* symbol = find(id);
        return symbol ? symbol->resolution : Resolution::Unknown;
    }

    /// Names are optimised into slots; annotation scopes are functions too.
    bool is_function_like() const { return kind != ScopeKind::Module && kind != ScopeKind::Class; }

private:
    std::unordered_map<NameId, uint32_t> index_;
};

/// Which of a node's scopes is meant.
enum class ScopeRole : uint8_t { Body, TypeParameters, Bound, Default };

/// All scopes of one compilation, found by the node that opens them.
class ScopeTree {
public:
    Scope* root() const { return root_; }

    Scope* find(const ast::Node* node, ScopeRole role = ScopeRole::Body) const {
        auto found = by_node_.find(key(node, role));
        return found == by_node_.end() ? nullptr : found->second;
    }

    Scope* add(const ast::Node* node, ScopeRole role) {
        Scope* scope = &scopes_.emplace_back();
        if (node) by_node_[key(node, role)] = scope;
        if (!root_) root_ = scope;
        return scope;
    }

private:
    static uintptr_t key(const ast::Node* node, ScopeRole role) {
        return reinterpret_cast<uintptr_t>(node) * 4 + static_cast<uintptr_t>(role);
    }

    std::deque<Scope> scopes_;
    std::unordered_map<uintptr_t, Scope*> by_node_;
    Scope* root_ = nullptr;
};

/// First pass: every name occurrence goes into its scope. Returns the mistake, if any (CPython's symtable.c, building).
std::optional<Diagnostic> build_scopes(const ast::ModNode& module, NameTable& names, bool postponed_annotations,
                                       ScopeTree& tree);

/// Second pass: every name of every scope gets its Resolution (CPython's symtable.c, analysis).
std::optional<Diagnostic> analyze_scopes(NameTable& names, ScopeTree& tree);

/// How deep syntax may nest before the compiler gives up with a RecursionError.
inline constexpr int kMaxNesting = 1500;

Diagnostic too_deep(const SourceRange& range);

/// The name as `scope` stores it (mangled or not).
NameId mangled_in(const Scope& scope, NameTable& names, NameId name);

}  // namespace loopscope::python
