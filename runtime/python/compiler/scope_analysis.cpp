// SPDX-License-Identifier: MIT
#include "python/compiler/scope.h"

namespace loopscope::python {

namespace {

class ScopeAnalysis {
public:
    explicit ScopeAnalysis(NameTable& names) : names_(names) {}

    std::optional<Diagnostic> run(Scope* root) {
        NameSet free, global, type_parameters;
        if (!block(root, nullptr, free, global, type_parameters, nullptr)) return error_;
        return std::nullopt;
    }

private:
    using Resolutions = std::unordered_map<NameId, Resolution>;

    bool fail_at_directive(const Scope* scope, NameId name, std::string message) {
        SourceRange range = scope->range;
        for (const Scope::Directive& directive : scope->directives) {
            if (directive.name != name) continue;
            range = directive.range;
            break;
        }
        error_ = {DiagnosticKind::kSyntaxError, std::move(message), range};
        return false;
    }

    std::string quote(NameId name) const { return "'" + std::string(names_.text(name)) + "'"; }

    /// `bound`: what enclosing functions bind, null at module level. `class_entry`: the class whose names an annotation
    /// scope also sees.
    bool name(Scope* scope, Resolutions& found, const Symbol& symbol, const NameSet* bound, NameSet& local, NameSet& free,
              NameSet& global, NameSet& type_parameters, const Scope* class_entry) {
        const NameId id = symbol.name;
        if (symbol.flags & kGlobalStatement) {
            if (symbol.flags & kNonlocalStatement)
                return fail_at_directive(scope, id, "name " + quote(id) + " is nonlocal and global");
            found[id] = Resolution::GlobalExplicit;
            global.insert(id);
            bound_discard_.push_back(id);
            return true;
        }
        if (symbol.flags & kNonlocalStatement) {
            if (!bound) return fail_at_directive(scope, id, "nonlocal declaration not allowed at module level");
            if (!bound->contains(id)) return fail_at_directive(scope, id, "no binding for nonlocal " + quote(id) + " found");
            if (type_parameters.contains(id))
                return fail_at_directive(scope, id, "nonlocal binding not allowed for type parameter " + quote(id));
            found[id] = Resolution::Free;
            free.insert(id);
            return true;
        }
        if (symbol.flags & kBound) {
            found[id] = Resolution::Local;
            local.insert(id);
            global.erase(id);
            if (symbol.flags & kTypeParameter) type_parameters.insert(id);
            else type_parameters.erase(id);
            return true;
        }
        if (class_entry) {
            if (const Symbol* in_class = class_entry->find(id)) {
                if (in_class->flags & kGlobalStatement) {
                    found[id] = Resolution::GlobalExplicit;
                    return true;
                }
                if (in_class->flags & kBound && !(in_class->flags & kNonlocalStatement)) {
                    found[id] = Resolution::GlobalImplicit;
                    return true;
                }
            }
        }
        if (bound && bound->contains(id)) {
            found[id] = Resolution::Free;
            free.insert(id);
            return true;
        }
        found[id] = Resolution::GlobalImplicit;
        return true;
    }

    /// Takes `bound`, `global` and `type_parameters` as they hold around the scope; adds to `free` what the scope needs
    /// from outside. `global` is the caller's own copy.
    bool block(Scope* scope, const NameSet* outer_bound, NameSet& free, const NameSet& outer_global,
               const NameSet& outer_type_parameters, const Scope* class_entry) {
        Resolutions found;
        NameSet local;
        NameSet global = outer_global;
        NameSet type_parameters = outer_type_parameters;
        NameSet own_bound;
        const NameSet* bound = nullptr;
        if (outer_bound) {
            own_bound = *outer_bound;
            bound = &own_bound;
        }
        const bool is_class = scope->kind == ScopeKind::Class;
        NameSet inner_global, inner_bound;
        if (is_class) {
            inner_global = global;
            if (bound) inner_bound = *bound;
        }

        bound_discard_.clear();
        for (const Symbol& symbol : scope->symbols)
            if (!name(scope, found, symbol, bound, local, free, global, type_parameters, class_entry)) return false;
        for (NameId id : bound_discard_) own_bound.erase(id);
        bound_discard_.clear();

        if (!is_class) {
            if (scope->is_function_like()) inner_bound.insert(local);
            if (bound) inner_bound.insert(*bound);
            inner_global = global;
        } else {
            inner_bound.insert(names_.dunder_class);
            inner_bound.insert(names_.dunder_classdict);
        }

        NameSet inner_free, inlined_cells;
        std::vector<Scope*> children;
        for (Scope* child : scope->children) {
            const Scope* child_class = nullptr;
            if (child->sees_class_scope) child_class = is_class ? scope : class_entry;
            NameSet child_free;
            if (!block(child, &inner_bound, child_free, inner_global, type_parameters, child_class)) return false;
            const bool inlined = child->comprehension != ComprehensionKind::None &&
                                 child->comprehension != ComprehensionKind::Generator && !scope->sees_class_scope;
            if (inlined) {
                inline_comprehension(scope, child, found, child_free, inlined_cells);
                child->inlined = true;
                children.insert(children.end(), child->children.begin(), child->children.end());
            } else {
                children.push_back(child);
            }
            inner_free.insert(child_free);
        }
        scope->children = std::move(children);

        if (scope->is_function_like()) make_cells(found, inner_free, inlined_cells);
        else if (is_class) take_class_cells(scope, inner_free);

        for (auto& [id, resolution] : found) scope->get(id).resolution = resolution;
        for (NameId id : inlined_cells) scope->get(id).flags |= kComprehensionCell;
        for (NameId id : inner_free) {
            if (Symbol* symbol = scope->find(id)) {
                if ((is_class || scope->sees_class_scope) && symbol->flags & (kBound | kGlobalStatement))
                    symbol->flags |= kFreeInClass;
                continue;
            }
            if (bound && !bound->contains(id)) continue;  // explicitly global between here and the use
            scope->get(id).resolution = Resolution::Free;
        }
        free.insert(inner_free);
        return true;
    }

    static void make_cells(Resolutions& found, NameSet& free, const NameSet& inlined_cells) {
        for (auto& [id, resolution] : found) {
            if (resolution != Resolution::Local) continue;
            if (!free.contains(id) && !inlined_cells.contains(id)) continue;
            resolution = Resolution::Cell;
            free.erase(id);
        }
    }

    void take_class_cells(Scope* scope, NameSet& free) {
        if (free.contains(names_.dunder_class)) {
            scope->needs_class_cell = true;
            free.erase(names_.dunder_class);
        }
        if (free.contains(names_.dunder_classdict)) {
            scope->needs_class_dict = true;
            free.erase(names_.dunder_classdict);
        }
    }

    static bool free_in_a_child(const Scope* scope, NameId id) {
        for (const Scope* child : scope->children)
            if (child->resolution_of(id) == Resolution::Free) return true;
        return false;
    }

    /// PEP 709: the comprehension's names become names of the scope around it.
    void inline_comprehension(Scope* scope, Scope* inner, Resolutions& found, NameSet& inner_free, NameSet& inlined_cells) {
        for (Symbol& symbol : inner->symbols) {
            if (symbol.flags & kParameter) continue;
            Resolution resolution = symbol.resolution;
            if (resolution == Resolution::Cell || symbol.flags & kComprehensionCell) inlined_cells.insert(symbol.name);
            if (resolution == Resolution::Free && scope->kind == ScopeKind::Class && symbol.name == names_.dunder_class) {
                resolution = Resolution::GlobalImplicit;
                inner_free.erase(symbol.name);
                symbol.resolution = resolution;
            }
            Symbol* outer = scope->find(symbol.name);
            if (!outer) {
                scope->get(symbol.name).flags = symbol.flags;
                found[symbol.name] = resolution;
            } else if (outer->flags & kBound && scope->kind != ScopeKind::Class &&
                       !free_in_a_child(inner, symbol.name)) {
                inner_free.erase(symbol.name);
            }
        }
    }

    NameTable& names_;
    std::vector<NameId> bound_discard_;
    Diagnostic error_;
};

}  // namespace

std::optional<Diagnostic> analyze_scopes(NameTable& names, ScopeTree& tree) {
    return ScopeAnalysis(names).run(tree.root());
}

}  // namespace loopscope::python
