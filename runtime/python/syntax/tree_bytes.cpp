// SPDX-License-Identifier: MIT
#include "python/syntax/tree_bytes.h"

#include <cstring>
#include <type_traits>
#include <vector>

#include "python/syntax/tree_fields.h"

namespace loopscope::python {

namespace {

using namespace ast;

constexpr uint8_t kAbsent = 0xFF;

/// From columns in code points to offsets in UTF-8.
class Columns {
public:
    explicit Columns(std::string_view source) : source_(source) {
        starts_.push_back(0);
        for (size_t i = 0; i < source.size(); i++) {
            ascii_ &= static_cast<unsigned char>(source[i]) < 0x80;
            bool ends = source[i] == '\n' || (source[i] == '\r' && !(i + 1 < source.size() && source[i + 1] == '\n'));
            if (ends) starts_.push_back(i + 1);
        }
    }
    int32_t offset(int32_t line, int32_t column) const {
        if (ascii_ || line < 1 || static_cast<size_t>(line) > starts_.size()) return column;
        size_t begin = starts_[static_cast<size_t>(line) - 1], at = begin;
        for (int32_t n = 0; n < column && at < source_.size(); n++) {
            at++;
            while (at < source_.size() && (static_cast<unsigned char>(source_[at]) & 0xC0) == 0x80) at++;
        }
        return static_cast<int32_t>(at - begin);
    }

private:
    std::string_view source_;
    std::vector<size_t> starts_;
    bool ascii_ = true;
};

class Writer {
public:
    explicit Writer(std::string_view source) : columns_(source) {}
    std::string take() { return std::move(out_); }

    template <class... F>
    void operator()(F&... fields) {
        (field(fields), ...);
    }

    void node(Node* n) {
        if (!n) return byte(kAbsent);
        byte(static_cast<uint8_t>(n->kind));
        if (has_position(n->kind)) {
            number(static_cast<uint32_t>(n->range.line));
            number(static_cast<uint32_t>(columns_.offset(n->range.line, n->range.column)));
            number(static_cast<uint32_t>(n->range.end_line));
            number(static_cast<uint32_t>(columns_.offset(n->range.end_line, n->range.end_column)));
        }
        switch (n->kind) {
#define LOOPSCOPE_CASE(Type) \
    case Kind::k##Type: return visit_fields(*this, *static_cast<Type*>(n));
            LOOPSCOPE_AST_NODES(LOOPSCOPE_CASE)
#undef LOOPSCOPE_CASE
        }
    }

private:
    void byte(uint8_t b) { out_ += static_cast<char>(b); }
    void number(uint32_t n) {
        for (; n >= 0x80; n >>= 7) byte(static_cast<uint8_t>(n | 0x80));
        byte(static_cast<uint8_t>(n));
    }
    template <class T>
    void field(T*& n) {
        node(n);
    }
    void field(std::string_view& text) {
        number(text.data() ? static_cast<uint32_t>(text.size()) + 1 : 0);
        out_ += text;
    }
    void field(bool& b) { byte(b); }
    void field(uint8_t& b) { byte(b); }
    void field(int32_t& n) { number(static_cast<uint32_t>(n + 1)); }  // never below -1
    void field(double& d) {
        char bytes[sizeof d];
        std::memcpy(bytes, &d, sizeof d);
        out_.append(bytes, sizeof d);
    }
    template <class T>
    void field(Seq<T>& items) {
        number(static_cast<uint32_t>(items.size()));
        for (T& item : items) field(item);
    }
    template <class T>
        requires std::is_enum_v<T>
    void field(T& value) {
        byte(static_cast<uint8_t>(value));
    }

    std::string out_;
    Columns columns_;
};

class Reader {
public:
    Reader(std::string_view bytes, Arena& arena) : at_(bytes.data()), end_(bytes.data() + bytes.size()), arena_(arena) {}
    bool good() const { return good_; }

    template <class... F>
    void operator()(F&... fields) {
        (field(fields), ...);
    }

    Node* node() {
        uint8_t kind = byte();
        if (kind == kAbsent || !good_) return nullptr;
        if (depth_ >= kMaxDepth) return fail();
        SourceRange outer = range_;
        depth_++;
        if (has_position(static_cast<Kind>(kind))) {
            range_.line = static_cast<int32_t>(number());
            range_.column = static_cast<int32_t>(number());
            range_.end_line = static_cast<int32_t>(number());
            range_.end_column = static_cast<int32_t>(number());
        }
        Node* result = nullptr;
        switch (static_cast<Kind>(kind)) {
#define LOOPSCOPE_CASE(Type) \
    case Kind::k##Type: result = fields_of<Type>(static_cast<Kind>(kind)); break;
            LOOPSCOPE_AST_NODES(LOOPSCOPE_CASE)
#undef LOOPSCOPE_CASE
            default: return fail();
        }
        depth_--;
        range_ = outer;
        return result;
    }

private:
    static constexpr int kMaxDepth = 1000;

    Node* fail() {
        good_ = false;
        return nullptr;
    }
    template <class T>
    Node* fields_of(Kind kind) {
        T* n = arena_.make<T>();
        n->kind = kind;
        n->range = range_;
        visit_fields(*this, *n);
        if constexpr (std::is_same_v<T, Constant>) read_integer(*n);
        return n;
    }
    /// The digits' value where it is small, as the lexer leaves it.
    static void read_integer(Constant& n) {
        if (n.value_kind != ConstantKind::kInt || n.text.size() > 15) return;
        n.fits_int64 = true;
        for (char c : n.text) n.integer = n.integer * n.base + (c <= '9' ? c - '0' : c - 'a' + 10);
    }

    uint8_t byte() {
        if (at_ == end_) return fail(), 0;
        return static_cast<uint8_t>(*at_++);
    }
    uint32_t number() {
        uint32_t n = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            uint8_t b = byte();
            n |= static_cast<uint32_t>(b & 0x7F) << shift;
            if (!(b & 0x80)) break;
        }
        return n;
    }

    template <class T>
    static bool fits(Kind k) {
        auto between = [k](Kind first, Kind last) { return k >= first && k <= last; };
        if constexpr (std::is_same_v<T, StmtNode>) return between(Kind::kFunctionDef, Kind::kContinue);
        else if constexpr (std::is_same_v<T, ExprNode>) return between(Kind::kBoolOp, Kind::kSlice);
        else if constexpr (std::is_same_v<T, PatternNode>) return between(Kind::kMatchValue, Kind::kMatchOr);
        else if constexpr (std::is_same_v<T, TypeParamNode>) return between(Kind::kTypeVar, Kind::kTypeVarTuple);
        else return k == T::kKind;
    }
    template <class T>
    void field(T*& n) {
        Node* read = node();
        if (read && !fits<T>(read->kind)) fail();
        else n = static_cast<T*>(read);
    }
    void field(std::string_view& text) {
        uint32_t size = number();
        if (size == 0) return;
        if (size - 1 > static_cast<size_t>(end_ - at_)) return void(fail());
        text = arena_.intern(std::string_view(at_, size - 1));
        at_ += size - 1;
    }
    void field(bool& b) { b = byte() != 0; }
    void field(uint8_t& b) { b = byte(); }
    void field(int32_t& n) { n = static_cast<int32_t>(number()) - 1; }
    void field(double& d) {
        if (static_cast<size_t>(end_ - at_) < sizeof d) return void(fail());
        std::memcpy(&d, at_, sizeof d);
        at_ += sizeof d;
    }
    template <class T>
    void field(Seq<T>& items) {
        uint32_t count = number();
        if (count > static_cast<size_t>(end_ - at_)) return void(fail());
        std::vector<T> read(count);
        for (T& item : read) field(item);
        items = arena_.copy(read.data(), read.size());
    }
    template <class T>
        requires std::is_enum_v<T>
    void field(T& value) {
        value = static_cast<T>(byte());
    }

    const char* at_;
    const char* end_;
    Arena& arena_;
    SourceRange range_{1, 0, 1, 0};
    int depth_ = 0;
    bool good_ = true;
};

}  // namespace

std::string tree_to_bytes(ModNode& tree, std::string_view source) {
    Writer writer(source);
    writer.node(&tree);
    return writer.take();
}

ModNode* tree_from_bytes(std::string_view bytes, Arena& arena) {
    Reader reader(bytes, arena);
    Node* tree = reader.node();
    bool is_module = tree && tree->kind <= Kind::kExpression;
    return reader.good() && is_module ? static_cast<ModNode*>(tree) : nullptr;
}

}  // namespace loopscope::python
