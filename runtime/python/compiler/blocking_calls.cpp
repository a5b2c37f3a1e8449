// SPDX-License-Identifier: MIT
#include "python/compiler/blocking_calls.h"

#include <map>
#include <type_traits>

#include "python/syntax/tree_fields.h"

namespace loopscope::python {

namespace {

using namespace ast;

constexpr std::string_view kInThread = "await asyncio.to_thread(...)";
constexpr std::string_view kAsyncHttp = "aiohttp or httpx.AsyncClient, or await asyncio.to_thread(...)";
constexpr std::string_view kAsyncClient = "httpx.AsyncClient and await";
constexpr std::string_view kAsyncQueue = "asyncio.Queue and await";

/// `name` ending in ".*": all of its functions.
constexpr struct {
    std::string_view name, instead;
} kBlocking[] = {
    {"time.sleep", "await asyncio.sleep(...)"},
    {"input", kInThread},
    {"os.system", "await asyncio.create_subprocess_shell(...)"},
    {"subprocess.run", "await asyncio.create_subprocess_exec(...)"},
    {"subprocess.call", "await asyncio.create_subprocess_exec(...)"},
    {"subprocess.check_call", "await asyncio.create_subprocess_exec(...)"},
    {"subprocess.check_output", "await asyncio.create_subprocess_exec(...)"},
    {"socket.create_connection", "await asyncio.open_connection(...)"},
    {"urllib.request.urlopen", kAsyncHttp},
    {"urllib.request.urlretrieve", kAsyncHttp},
    {"requests.get", kAsyncHttp},
    {"requests.post", kAsyncHttp},
    {"requests.put", kAsyncHttp},
    {"requests.patch", kAsyncHttp},
    {"requests.delete", kAsyncHttp},
    {"requests.head", kAsyncHttp},
    {"requests.options", kAsyncHttp},
    {"requests.request", kAsyncHttp},
    {"requests.Session.*", kAsyncHttp},
    {"httpx.get", kAsyncClient},
    {"httpx.post", kAsyncClient},
    {"httpx.put", kAsyncClient},
    {"httpx.patch", kAsyncClient},
    {"httpx.delete", kAsyncClient},
    {"httpx.head", kAsyncClient},
    {"httpx.request", kAsyncClient},
    {"httpx.stream", kAsyncClient},
    {"httpx.Client.*", kAsyncClient},
    {"openai.OpenAI.*", "openai.AsyncOpenAI and await"},
    {"queue.Queue.get", kAsyncQueue},
    {"queue.Queue.put", kAsyncQueue},
    {"queue.Queue.join", kAsyncQueue},
    {"threading.Event.wait", "asyncio.Event and await"},
    {"threading.Thread.join", kInThread},
};

/// Makers of objects whose methods are in the table.
constexpr std::string_view kClasses[] = {"requests.Session", "requests.session", "httpx.Client",     "openai.OpenAI",
                                         "queue.Queue",      "threading.Event",  "threading.Thread"};

/// Empty: it does not block.
std::string_view instead_of(std::string_view name) {
    for (const auto& row : kBlocking) {
        if (row.name == name) return row.instead;
        if (row.name.ends_with(".*") && name.starts_with(row.name.substr(0, row.name.size() - 1))) {
            // Closing a client sends nothing.
            if (name.ends_with(".close")) return {};
            return row.instead;
        }
    }
    return {};
}

class Finder {
public:
    std::vector<BlockingCall> take() { return std::move(found_); }

    template <class... F>
    void operator()(F&... fields) {
        (field(fields), ...);
    }

    void node(Node* n) {
        if (!n) return;
        switch (n->kind) {
            case Kind::kImport: return import(*as<Import>(n));
            case Kind::kImportFrom: return import_from(*as<ImportFrom>(n));
            case Kind::kAssign: assign(*as<Assign>(n)); break;
            case Kind::kWithItem: bind(as<WithItem>(n)->optional_vars, as<WithItem>(n)->context_expr); break;
            case Kind::kCall: call(*as<Call>(n)); break;
            case Kind::kFunctionDef:
            case Kind::kLambda:
            case Kind::kAsyncFunctionDef: {
                bool outer = in_coroutine_;
                in_coroutine_ = n->kind == Kind::kAsyncFunctionDef;
                fields_of(n);
                in_coroutine_ = outer;
                return;
            }
            default: break;
        }
        fields_of(n);
    }

private:
    void fields_of(Node* n) {
        switch (n->kind) {
#define LOOPSCOPE_CASE(Type) \
    case Kind::k##Type: return visit_fields(*this, *static_cast<Type*>(n));
            LOOPSCOPE_AST_NODES(LOOPSCOPE_CASE)
#undef LOOPSCOPE_CASE
        }
    }

    template <class T>
    void field(T& value) {
        if constexpr (std::is_pointer_v<T>) {
            if constexpr (std::is_base_of_v<Node, std::remove_pointer_t<T>>) node(value);
        } else if constexpr (requires { value.begin(); value.end(); } && !std::is_convertible_v<T, std::string_view>) {
            for (auto& item : value) field(item);
        }
    }

    void import(Import& n) {
        for (Alias* alias : n.names) {
            // `import a.b` binds a.
            std::string_view bound = alias->asname.data() ? alias->asname : alias->name.substr(0, alias->name.find('.'));
            names_[std::string(bound)] = alias->asname.data() ? std::string(alias->name) : std::string(bound);
        }
    }

    void import_from(ImportFrom& n) {
        if (n.level || !n.module.data()) return;
        for (Alias* alias : n.names)
            names_[std::string(alias->asname.data() ? alias->asname : alias->name)] = std::string(n.module) + "." + std::string(alias->name);
    }

    void assign(Assign& n) {
        for (ExprNode* target : n.targets) bind(target, n.value);
    }

    /// A variable that holds a client stands for its class.
    void bind(ExprNode* target, ExprNode* value) {
        Name* name = dyn<Name>(target);
        if (!name) return;
        Call* made = dyn<Call>(value);
        std::string maker = made ? full_name(made->func) : std::string();
        for (std::string_view type : kClasses)
            if (maker == type) {
                names_[std::string(name->id)] = maker == "requests.session" ? "requests.Session" : maker;
                return;
            }
        // It stands for something else now.
        names_[std::string(name->id)].clear();
    }

    /// "time.sleep" for `sleep` after `from time import sleep`; empty for what cannot be known.
    std::string full_name(ExprNode* expression) {
        if (Name* name = dyn<Name>(expression)) {
            auto known = names_.find(std::string(name->id));
            if (known != names_.end()) return known->second;
            // A builtin; other names that nobody imported are the program's own.
            return name->id == "input" ? "input" : std::string();
        }
        Attribute* attribute = dyn<Attribute>(expression);
        if (!attribute) return {};
        std::string owner = full_name(attribute->value);
        return owner.empty() ? owner : owner + "." + std::string(attribute->attr);
    }

    void call(Call& n) {
        if (!in_coroutine_) return;
        std::string name = full_name(n.func);
        std::string_view instead = name.empty() ? std::string_view() : instead_of(name);
        if (!instead.empty()) found_.push_back({n.range, std::move(name), instead});
    }

    std::map<std::string, std::string> names_;
    std::vector<BlockingCall> found_;
    bool in_coroutine_ = false;
};

}  // namespace

std::vector<BlockingCall> find_blocking_calls(ModNode& module) {
    Finder finder;
    finder.node(&module);
    return finder.take();
}

}  // namespace loopscope::python
