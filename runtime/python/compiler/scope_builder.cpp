// SPDX-License-Identifier: MIT
#include "python/compiler/scope.h"

namespace loopscope::python {

namespace {

using namespace ast;

std::string quoted(const char* before, std::string_view name, const char* after) {
    std::string text = before;
    text += '\'';
    text += name;
    text += '\'';
    return text + after;
}

class ScopeBuilder {
public:
    ScopeBuilder(NameTable& names, bool postponed, ScopeTree& tree) : names_(names), postponed_(postponed), tree_(tree) {}

    std::optional<Diagnostic> build(const ModNode& module) {
        Scope* top = tree_.add(&module, ScopeRole::Body);
        top->name = names_.intern("top");
        top->range = {0, 0, 0, 0};
        scope_ = top;
        bool good = true;
        if (auto* m = dyn<ast::Module>(&module)) good = statements(m->body);
        else if (auto* i = dyn<Interactive>(&module)) good = statements(i->body);
        else if (auto* e = dyn<Expression>(&module)) good = expression(e->body);
        if (!good) return error_;
        return std::nullopt;
    }

private:
    bool fail(std::string message, const SourceRange& range) {
        error_ = {DiagnosticKind::kSyntaxError, std::move(message), range};
        return false;
    }

    // ---- scopes ----

    void enter(ScopeKind kind, NameId name, const Node* node, ScopeRole role, bool detached = false) {
        Scope* inner = tree_.add(node, role);
        inner->kind = kind;
        inner->name = name;
        inner->range = node->range;
        inner->parent = scope_;
        inner->private_class = private_class_;
        inner->nested = scope_->nested || scope_->is_function_like();
        inner->in_iterable = scope_->in_iterable > 0 ? 1 : 0;
        if (!detached) scope_->children.push_back(inner);
        scope_ = inner;
    }

    void leave() { scope_ = scope_->parent; }

    bool add(NameId name, uint16_t flags, const SourceRange& range) { return add_to(scope_, name, flags, range); }
    bool add(std::string_view name, uint16_t flags, const SourceRange& range) {
        return add_to(scope_, names_.intern(name), flags, range);
    }

    bool add_to(Scope* scope, NameId plain, uint16_t flags, const SourceRange& range) {
        const NameId name = mangled_in(*scope, names_, plain);
        Symbol& symbol = scope->get(name);
        if (flags & kParameter && symbol.flags & kParameter)
            return fail(quoted("duplicate argument ", names_.text(plain), " in function definition"), range);
        if (flags & kTypeParameter && symbol.flags & kTypeParameter)
            return fail(quoted("duplicate type parameter ", names_.text(plain), ""), range);
        symbol.flags |= flags;
        if (scope->in_iteration_target) {
            if (symbol.flags & (kGlobalStatement | kNonlocalStatement))
                return fail(quoted("comprehension inner loop cannot rebind assignment expression target ",
                                   names_.text(plain), ""),
                            range);
            symbol.flags |= kIterationVariable;
        }
        if (flags & kParameter) scope->parameters.push_back(name);
        else if (flags & kGlobalStatement && scope != tree_.root()) tree_.root()->get(name).flags |= flags;
        return true;
    }

    // ---- statements ----

    bool statements(const Stmts& body) {
        for (StmtNode* statement : body)
            if (!visit(statement)) return false;
        return true;
    }

    bool visit(const StmtNode* statement) {
        if (++depth_ > kMaxNesting) {
            error_ = too_deep(statement->range);
            return false;
        }
        const bool good = dispatch(statement);
        --depth_;
        return good;
    }

    bool dispatch(const StmtNode* statement) {
        switch (statement->kind) {
            case Kind::kFunctionDef:
            case Kind::kAsyncFunctionDef: return function(static_cast<const FunctionNode*>(statement));
            case Kind::kClassDef: return class_definition(as<ClassDef>(statement));
            case Kind::kReturn: return optional(as<Return>(statement)->value);
            case Kind::kDelete: return expressions(as<Delete>(statement)->targets);
            case Kind::kAssign: {
                auto* s = as<Assign>(statement);
                return expressions(s->targets) && expression(s->value);
            }
            case Kind::kTypeAlias: return type_alias(as<TypeAlias>(statement));
            case Kind::kAugAssign: {
                auto* s = as<AugAssign>(statement);
                return expression(s->target) && expression(s->value);
            }
            case Kind::kAnnAssign: return annotated_assignment(as<AnnAssign>(statement));
            case Kind::kFor:
            case Kind::kAsyncFor: {
                auto* s = static_cast<const ForNode*>(statement);
                return expression(s->target) && expression(s->iter) && statements(s->body) && statements(s->orelse);
            }
            case Kind::kWhile: {
                auto* s = as<While>(statement);
                return expression(s->test) && statements(s->body) && statements(s->orelse);
            }
            case Kind::kIf: return if_statement(as<If>(statement));
            case Kind::kWith:
            case Kind::kAsyncWith: {
                auto* s = static_cast<const WithNode*>(statement);
                for (WithItem* item : s->items)
                    if (!expression(item->context_expr) || !optional(item->optional_vars)) return false;
                return statements(s->body);
            }
            case Kind::kMatch: {
                auto* s = as<Match>(statement);
                if (!expression(s->subject)) return false;
                for (MatchCase* c : s->cases)
                    if (!pattern(c->pattern) || !optional(c->guard) || !statements(c->body)) return false;
                return true;
            }
            case Kind::kRaise: {
                auto* s = as<Raise>(statement);
                return optional(s->exc) && optional(s->cause);
            }
            case Kind::kTry:
            case Kind::kTryStar: {
                auto* s = static_cast<const TryNode*>(statement);
                if (!statements(s->body)) return false;
                for (ExceptHandler* handler : s->handlers) {
                    if (!optional(handler->type)) return false;
                    if (handler->name.data() && !bind(handler->name, handler->range)) return false;
                    if (!statements(handler->body)) return false;
                }
                return statements(s->orelse) && statements(s->finalbody);
            }
            case Kind::kAssert: {
                auto* s = as<Assert>(statement);
                return expression(s->test) && optional(s->msg);
            }
            case Kind::kImport: return aliases(as<Import>(statement)->names);
            case Kind::kImportFrom: return aliases(as<ImportFrom>(statement)->names);
            case Kind::kGlobal: return global_statement(as<Global>(statement));
            case Kind::kNonlocal: return nonlocal_statement(as<Nonlocal>(statement));
            case Kind::kExpr: return expression(as<Expr>(statement)->value);
            default: return true;
        }
    }

    /// An elif chain is a list, not a nesting.
    bool if_statement(const If* s) {
        for (;;) {
            if (!expression(s->test) || !statements(s->body)) return false;
            const If* next = s->orelse.size() == 1 ? dyn<If>(s->orelse[0]) : nullptr;
            if (!next) return statements(s->orelse);
            s = next;
        }
    }

    bool bind(std::string_view name, const SourceRange& range, uint16_t flags = kAssigned) {
        return add(name, flags, range);
    }

    bool function(const FunctionNode* s) {
        if (!bind(s->name, s->range)) return false;
        if (!expressions(s->args->defaults) || !expressions(s->args->kw_defaults)) return false;
        if (!expressions(s->decorator_list)) return false;
        const NameId name = names_.intern(s->name);
        const bool generic = !s->type_params.empty();
        if (generic) {
            bool keyword_defaults = false;
            for (ExprNode* value : s->args->kw_defaults) keyword_defaults |= value != nullptr;
            if (!enter_type_parameters(name, s, !s->args->defaults.empty(), keyword_defaults, false)) return false;
            if (!type_parameters(s->type_params)) return false;
        }
        if (!function_annotations(s)) return false;
        enter(ScopeKind::Function, name, s, ScopeRole::Body);
        scope_->coroutine = s->kind == Kind::kAsyncFunctionDef;
        if (!arguments(s->args) || !statements(s->body)) return false;
        leave();
        if (generic) leave();
        return true;
    }

    bool arguments(const Arguments* args) {
        for (Arg* arg : args->posonlyargs)
            if (!bind(arg->arg, arg->range, kParameter)) return false;
        for (Arg* arg : args->args)
            if (!bind(arg->arg, arg->range, kParameter)) return false;
        for (Arg* arg : args->kwonlyargs)
            if (!bind(arg->arg, arg->range, kParameter)) return false;
        if (args->vararg) {
            if (!bind(args->vararg->arg, args->vararg->range, kParameter)) return false;
            scope_->varargs = true;
        }
        if (args->kwarg) {
            if (!bind(args->kwarg->arg, args->kwarg->range, kParameter)) return false;
            scope_->varkeywords = true;
        }
        return true;
    }

    bool function_annotations(const FunctionNode* s) {
        const Arguments* args = s->args;
        if (postponed_) enter(ScopeKind::Annotation, names_.intern("_annotation"), s->args, ScopeRole::Default, true);
        auto each = [&](const Seq<Arg*>& list) {
            for (Arg* arg : list)
                if (arg->annotation && !expression(arg->annotation)) return false;
            return true;
        };
        if (!each(args->posonlyargs) || !each(args->args)) return false;
        if (args->vararg && !optional(args->vararg->annotation)) return false;
        if (args->kwarg && !optional(args->kwarg->annotation)) return false;
        if (!each(args->kwonlyargs)) return false;
        if (!optional(s->returns)) return false;
        if (postponed_) leave();
        return true;
    }

    bool annotation(const ExprNode* node) {
        if (!postponed_) return expression(node);
        enter(ScopeKind::Annotation, names_.intern("_annotation"), node, ScopeRole::Default, true);
        if (!expression(node)) return false;
        leave();
        return true;
    }

    bool class_definition(const ClassDef* s) {
        if (!bind(s->name, s->range)) return false;
        if (!expressions(s->decorator_list)) return false;
        const NameId name = names_.intern(s->name);
        const NameId outer_private = private_class_;
        const bool generic = !s->type_params.empty();
        if (generic) {
            if (!enter_type_parameters(name, s, false, false, true)) return false;
            private_class_ = name;
            scope_->private_class = name;
            scope_->generic_class = true;
            if (!type_parameters(s->type_params)) return false;
        }
        if (!expressions(s->bases)) return false;
        for (Keyword* keyword : s->keywords)
            if (!expression(keyword->value)) return false;
        private_class_ = name;
        enter(ScopeKind::Class, name, s, ScopeRole::Body);
        scope_->private_class = name;
        if (generic) {
            if (!add(names_.dunder_type_params, kAssigned, s->range)) return false;
            scope_->get(names_.type_params).flags |= kUsed;
        }
        if (!statements(s->body)) return false;
        leave();
        private_class_ = outer_private;
        if (generic) leave();
        return true;
    }

    bool enter_type_parameters(NameId name, const Node* node, bool defaults, bool keyword_defaults, bool of_class) {
        const bool in_class = scope_->kind == ScopeKind::Class;
        enter(ScopeKind::TypeParameters, name, node, ScopeRole::TypeParameters);
        if (in_class) {
            scope_->sees_class_scope = true;
            scope_->get(names_.dunder_classdict).flags |= kUsed;
        }
        if (of_class) {
            scope_->get(names_.type_params).flags |= kAssigned | kUsed;
            scope_->get(names_.generic_base).flags |= kAssigned | kUsed;
        }
        if (defaults && !add(names_.defaults, kParameter, node->range)) return false;
        if (keyword_defaults && !add(names_.kwdefaults, kParameter, node->range)) return false;
        return true;
    }

    bool type_parameters(const Seq<TypeParamNode*>& list) {
        for (TypeParamNode* node : list) {
            std::string_view name;
            ExprNode* bound = nullptr;
            ExprNode* fallback = nullptr;
            const char* default_info = "a TypeVar default";
            if (auto* t = dyn<TypeVar>(node)) {
                name = t->name;
                bound = t->bound;
                fallback = t->default_value;
            } else if (auto* p = dyn<ParamSpec>(node)) {
                name = p->name;
                fallback = p->default_value;
                default_info = "a ParamSpec default";
            } else {
                auto* v = as<TypeVarTuple>(node);
                name = v->name;
                fallback = v->default_value;
                default_info = "a TypeVarTuple default";
            }
            if (scope_->generic_class) scope_->selectively_mangled.insert(names_.intern(name));
            if (!bind(name, node->range, kTypeParameter | kAssigned)) return false;
            if (bound && !type_variable(bound, name, node, ScopeRole::Bound,
                                        bound->kind == Kind::kTuple ? "a TypeVar constraint" : "a TypeVar bound"))
                return false;
            if (fallback && !type_variable(fallback, name, node, ScopeRole::Default, default_info)) return false;
        }
        return true;
    }

    bool type_variable(const ExprNode* value, std::string_view name, const Node* node, ScopeRole role, const char* info) {
        const bool sees_class = scope_->sees_class_scope;
        enter(ScopeKind::TypeVariable, names_.intern(name), node, role);
        scope_->sees_class_scope = sees_class;
        if (sees_class) scope_->get(names_.dunder_classdict).flags |= kUsed;
        scope_->info = info;
        if (!expression(value)) return false;
        leave();
        return true;
    }

    bool type_alias(const TypeAlias* s) {
        if (!expression(s->name)) return false;
        const NameId name = names_.intern(as<Name>(s->name)->id);
        const bool in_class = scope_->kind == ScopeKind::Class;
        const bool generic = !s->type_params.empty();
        if (generic) {
            if (!enter_type_parameters(name, s, false, false, false)) return false;
            if (!type_parameters(s->type_params)) return false;
        }
        enter(ScopeKind::TypeAlias, name, s, ScopeRole::Body);
        scope_->sees_class_scope = in_class;
        if (in_class) scope_->get(names_.dunder_classdict).flags |= kUsed;
        if (!expression(s->value)) return false;
        leave();
        if (generic) leave();
        return true;
    }

    bool annotated_assignment(const AnnAssign* s) {
        scope_->annotations_used = true;
        if (auto* name = dyn<Name>(s->target)) {
            const NameId id = mangled_in(*scope_, names_, names_.intern(name->id));
            const uint16_t now = scope_->flags_of(id);
            if (now & (kGlobalStatement | kNonlocalStatement) && scope_ != tree_.root() && s->simple)
                return fail(quoted("annotated name ", name->id,
                                   now & kGlobalStatement ? " can't be global" : " can't be nonlocal"),
                            s->range);
            if (s->simple) {
                if (!bind(name->id, s->target->range, kAnnotated | kAssigned)) return false;
            } else if (s->value && !bind(name->id, s->target->range)) {
                return false;
            }
        } else if (!expression(s->target)) {
            return false;
        }
        return annotation(s->annotation) && optional(s->value);
    }

    bool aliases(const Seq<Alias*>& list) {
        for (Alias* alias : list) {
            if (alias->name == "*" && !alias->asname.data()) {
                if (scope_->kind != ScopeKind::Module) return fail("import * only allowed at module level", alias->range);
                continue;
            }
            std::string_view name = alias->asname.data() ? alias->asname : alias->name;
            name = name.substr(0, name.find('.'));
            if (!bind(name, alias->range, kImported)) return false;
        }
        return true;
    }

    bool global_statement(const Global* s) {
        for (std::string_view text : s->names) {
            const NameId name = mangled_in(*scope_, names_, names_.intern(text));
            const uint16_t now = scope_->flags_of(name);
            if (now & (kParameter | kAssigned | kUsed | kAnnotated)) {
                if (now & kParameter) return fail(quoted("name ", text, " is parameter and global"), s->range);
                if (now & kUsed) return fail(quoted("name ", text, " is used prior to global declaration"), s->range);
                if (now & kAnnotated) return fail(quoted("annotated name ", text, " can't be global"), s->range);
                return fail(quoted("name ", text, " is assigned to before global declaration"), s->range);
            }
            if (!bind(text, s->range, kGlobalStatement)) return false;
            scope_->directives.push_back({name, s->range});
        }
        return true;
    }

    bool nonlocal_statement(const Nonlocal* s) {
        for (std::string_view text : s->names) {
            const NameId name = mangled_in(*scope_, names_, names_.intern(text));
            const uint16_t now = scope_->flags_of(name);
            if (now & (kParameter | kAssigned | kUsed | kAnnotated)) {
                if (now & kParameter) return fail(quoted("name ", text, " is parameter and nonlocal"), s->range);
                if (now & kUsed) return fail(quoted("name ", text, " is used prior to nonlocal declaration"), s->range);
                if (now & kAnnotated) return fail(quoted("annotated name ", text, " can't be nonlocal"), s->range);
                return fail(quoted("name ", text, " is assigned to before nonlocal declaration"), s->range);
            }
            if (!bind(text, s->range, kNonlocalStatement)) return false;
            scope_->directives.push_back({name, s->range});
        }
        return true;
    }

    // ---- expressions ----

    bool optional(const ExprNode* node) { return !node || expression(node); }

    bool expressions(const Exprs& list) {
        for (ExprNode* node : list)
            if (!optional(node)) return false;
        return true;
    }

    bool expression(const ExprNode* node) {
        if (++depth_ > kMaxNesting) {
            error_ = too_deep(node->range);
            return false;
        }
        const bool good = dispatch(node);
        --depth_;
        return good;
    }

    bool dispatch(const ExprNode* node) {
        switch (node->kind) {
            case Kind::kBoolOp: return expressions(as<BoolOp>(node)->values);
            case Kind::kNamedExpr: return named_expression(as<NamedExpr>(node));
            case Kind::kBinOp: return binary(as<BinOp>(node));
            case Kind::kUnaryOp: return expression(as<UnaryOp>(node)->operand);
            case Kind::kLambda: {
                auto* e = as<Lambda>(node);
                if (!expressions(e->args->defaults) || !expressions(e->args->kw_defaults)) return false;
                enter(ScopeKind::Function, names_.intern("<lambda>"), e, ScopeRole::Body);
                if (!arguments(e->args) || !expression(e->body)) return false;
                leave();
                return true;
            }
            case Kind::kIfExp: {
                auto* e = as<IfExp>(node);
                return expression(e->test) && expression(e->body) && expression(e->orelse);
            }
            case Kind::kDict: {
                auto* e = as<Dict>(node);
                return expressions(e->keys) && expressions(e->values);
            }
            case Kind::kSet: return expressions(as<Set>(node)->elts);
            case Kind::kListComp: {
                auto* e = as<ListComp>(node);
                return comprehension(e, ComprehensionKind::List, "<listcomp>", e->generators, e->elt, nullptr);
            }
            case Kind::kSetComp: {
                auto* e = as<SetComp>(node);
                return comprehension(e, ComprehensionKind::Set, "<setcomp>", e->generators, e->elt, nullptr);
            }
            case Kind::kDictComp: {
                auto* e = as<DictComp>(node);
                return comprehension(e, ComprehensionKind::Dict, "<dictcomp>", e->generators, e->key, e->value);
            }
            case Kind::kGeneratorExp: {
                auto* e = as<GeneratorExp>(node);
                return comprehension(e, ComprehensionKind::Generator, "<genexpr>", e->generators, e->elt, nullptr);
            }
            case Kind::kAwait:
                if (!not_in_annotation("await expression", node) || !expression(as<Await>(node)->value)) return false;
                scope_->coroutine = true;
                return true;
            case Kind::kYield: return yield(node, as<Yield>(node)->value);
            case Kind::kYieldFrom: return yield(node, as<YieldFrom>(node)->value);
            case Kind::kCompare: {
                auto* e = as<Compare>(node);
                return expression(e->left) && expressions(e->comparators);
            }
            case Kind::kCall: {
                auto* e = as<Call>(node);
                if (!expression(e->func) || !expressions(e->args)) return false;
                for (Keyword* keyword : e->keywords)
                    if (!expression(keyword->value)) return false;
                return true;
            }
            case Kind::kFormattedValue: {
                auto* e = as<FormattedValue>(node);
                return expression(e->value) && optional(e->format_spec);
            }
            case Kind::kJoinedStr: return expressions(as<JoinedStr>(node)->values);
            case Kind::kAttribute: return expression(as<Attribute>(node)->value);
            case Kind::kSubscript: {
                auto* e = as<Subscript>(node);
                return expression(e->value) && expression(e->slice);
            }
            case Kind::kStarred: return expression(as<Starred>(node)->value);
            case Kind::kName: return name(as<Name>(node));
            case Kind::kList: return expressions(as<List>(node)->elts);
            case Kind::kTuple: return expressions(as<Tuple>(node)->elts);
            case Kind::kSlice: {
                auto* e = as<Slice>(node);
                return optional(e->lower) && optional(e->upper) && optional(e->step);
            }
            default: return true;
        }
    }

    /// Long sums and concatenations lean to the left: their left spine is walked, not recursed into.
    bool binary(const BinOp* e) {
        std::vector<const BinOp*> spine;
        const ExprNode* left = e;
        while (auto* inner = dyn<BinOp>(left)) {
            spine.push_back(inner);
            left = inner->left;
        }
        if (!expression(left)) return false;
        for (size_t i = spine.size(); i-- > 0;)
            if (!expression(spine[i]->right)) return false;
        return true;
    }

    bool name(const Name* e) {
        const bool load = e->ctx == ExprContext::kLoad;
        if (!add(e->id, load ? kUsed : kAssigned, e->range)) return false;
        if (load && scope_->is_function_like() && e->id == "super") scope_->get(names_.dunder_class).flags |= kUsed;
        return true;
    }

    bool not_in_annotation(const char* what, const Node* node) {
        const char* where = nullptr;
        switch (scope_->kind) {
            case ScopeKind::Annotation: where = "an annotation"; break;
            case ScopeKind::TypeVariable: where = scope_->info; break;
            case ScopeKind::TypeAlias: where = "a type alias"; break;
            case ScopeKind::TypeParameters: where = "the definition of a generic"; break;
            default: return true;
        }
        return fail(std::string(what) + " cannot be used within " + where, node->range);
    }

    bool yield(const ExprNode* node, const ExprNode* value) {
        if (!not_in_annotation("yield expression", node) || !optional(value)) return false;
        scope_->generator = true;
        const char* where = nullptr;
        switch (scope_->comprehension) {
            case ComprehensionKind::None: return true;
            case ComprehensionKind::List: where = "list comprehension"; break;
            case ComprehensionKind::Set: where = "set comprehension"; break;
            case ComprehensionKind::Dict: where = "dict comprehension"; break;
            case ComprehensionKind::Generator: where = "generator expression"; break;
        }
        return fail(std::string("'yield' inside ") + where, node->range);
    }

    bool named_expression(const NamedExpr* e) {
        if (!not_in_annotation("named expression", e)) return false;
        if (scope_->in_iterable > 0)
            return fail("assignment expression cannot be used in a comprehension iterable expression", e->range);
        if (scope_->comprehension != ComprehensionKind::None && !bind_outside_comprehension(as<Name>(e->target)))
            return false;
        return expression(e->value) && expression(e->target);
    }

    /// PEP 572: a walrus in a comprehension binds in the nearest scope that is no comprehension.
    bool bind_outside_comprehension(const Name* target) {
        const NameId plain = names_.intern(target->id);
        for (Scope* outer = scope_; outer; outer = outer->parent) {
            if (outer->comprehension != ComprehensionKind::None) {
                const uint16_t flags = outer->flags_of(mangled_in(*outer, names_, plain));
                if (flags & kIterationVariable && flags & kAssigned)
                    return fail(quoted("assignment expression cannot rebind comprehension iteration variable ",
                                       target->id, ""),
                                target->range);
                continue;
            }
            switch (outer->kind) {
                case ScopeKind::Function: {
                    const uint16_t flags = outer->flags_of(mangled_in(*outer, names_, plain));
                    if (!add(plain, flags & kGlobalStatement ? kGlobalStatement : kNonlocalStatement, target->range))
                        return false;
                    scope_->directives.push_back({mangled_in(*scope_, names_, plain), target->range});
                    return add_to(outer, plain, kAssigned, target->range);
                }
                case ScopeKind::Module:
                    if (!add(plain, kGlobalStatement, target->range)) return false;
                    scope_->directives.push_back({mangled_in(*scope_, names_, plain), target->range});
                    return add_to(outer, plain, kGlobalStatement, target->range);
                case ScopeKind::Class:
                    return fail("assignment expression within a comprehension cannot be used in a class body",
                                target->range);
                case ScopeKind::TypeParameters:
                    return fail(
                        "assignment expression within a comprehension cannot be used within the definition of a generic",
                        target->range);
                case ScopeKind::TypeAlias:
                    return fail("assignment expression within a comprehension cannot be used in a type alias",
                                target->range);
                case ScopeKind::TypeVariable:
                    return fail("assignment expression within a comprehension cannot be used in a TypeVar bound",
                                target->range);
                case ScopeKind::Annotation: continue;
            }
        }
        return true;
    }

    bool comprehension(const ExprNode* e, ComprehensionKind kind, const char* scope_name,
                       const Seq<Comprehension*>& generators, const ExprNode* element, const ExprNode* value) {
        const Comprehension* outermost = generators[0];
        ++scope_->in_iterable;
        if (!expression(outermost->iter)) return false;
        --scope_->in_iterable;
        enter(ScopeKind::Function, names_.intern(scope_name), e, ScopeRole::Body);
        scope_->comprehension = kind;
        if (outermost->is_async) scope_->coroutine = true;
        if (!add(names_.iterator, kParameter, e->range)) return false;
        for (size_t i = 0; i < generators.size(); ++i) {
            const Comprehension* generator = generators[i];
            scope_->in_iteration_target = true;
            if (!expression(generator->target)) return false;
            scope_->in_iteration_target = false;
            if (i > 0) {
                ++scope_->in_iterable;
                if (!expression(generator->iter)) return false;
                --scope_->in_iterable;
            }
            if (!expressions(generator->ifs)) return false;
            if (generator->is_async) scope_->coroutine = true;
        }
        if (!optional(value) || !expression(element)) return false;
        if (kind == ComprehensionKind::Generator) scope_->generator = true;
        const bool is_async = scope_->coroutine && kind != ComprehensionKind::Generator;
        leave();
        if (is_async) scope_->coroutine = true;
        return true;
    }

    // ---- patterns ----

    bool patterns(const Seq<PatternNode*>& list) {
        for (PatternNode* node : list)
            if (!pattern(node)) return false;
        return true;
    }

    bool pattern(const PatternNode* node) {
        if (++depth_ > kMaxNesting) {
            error_ = too_deep(node->range);
            return false;
        }
        const bool good = dispatch(node);
        --depth_;
        return good;
    }

    bool dispatch(const PatternNode* node) {
        switch (node->kind) {
            case Kind::kMatchValue: return expression(as<MatchValue>(node)->value);
            case Kind::kMatchSequence: return patterns(as<MatchSequence>(node)->patterns);
            case Kind::kMatchMapping: {
                auto* p = as<MatchMapping>(node);
                return expressions(p->keys) && patterns(p->patterns) && (!p->rest.data() || bind(p->rest, p->range));
            }
            case Kind::kMatchClass: {
                auto* p = as<MatchClass>(node);
                return expression(p->cls) && patterns(p->patterns) && patterns(p->kwd_patterns);
            }
            case Kind::kMatchStar: {
                auto* p = as<MatchStar>(node);
                return !p->name.data() || bind(p->name, p->range);
            }
            case Kind::kMatchAs: {
                auto* p = as<MatchAs>(node);
                return (!p->pattern || pattern(p->pattern)) && (!p->name.data() || bind(p->name, p->range));
            }
            case Kind::kMatchOr: return patterns(as<MatchOr>(node)->patterns);
            default: return true;
        }
    }

    NameTable& names_;
    const bool postponed_;
    ScopeTree& tree_;
    Scope* scope_ = nullptr;
    NameId private_class_ = kNoName;
    int depth_ = 0;
    Diagnostic error_;
};

}  // namespace

NameId mangled_in(const Scope& scope, NameTable& names, NameId name) {
    if (scope.generic_class && !scope.selectively_mangled.contains(name)) return name;
    return names.mangle(scope.private_class, name);
}

Diagnostic too_deep(const SourceRange& range) {
    return {DiagnosticKind::kRecursionError, "maximum recursion depth exceeded during compilation", range};
}

std::optional<Diagnostic> build_scopes(const ast::ModNode& module, NameTable& names, bool postponed_annotations,
                                       ScopeTree& tree) {
    return ScopeBuilder(names, postponed_annotations, tree).build(module);
}

}  // namespace loopscope::python
