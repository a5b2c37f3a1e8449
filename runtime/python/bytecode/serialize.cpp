// SPDX-License-Identifier: MIT
#include <bit>
#include <cstring>
#include <unordered_map>

#include "python/bytecode/code.h"
#include "python/bytecode/opcodes.h"

/// The binary form: "LSPY", format number, table fingerprint, a table of all strings, then one code object (nested ones
/// in place, as constants). Numbers are LEB128, signed ones zigzag, doubles eight little-endian bytes.
namespace loopscope::python {

namespace {

constexpr std::string_view kMagic = "LSPY";
constexpr uint64_t kFormat = 1;
constexpr int kMaxDepth = 200;

class Writer {
public:
    std::string run(const Code& code) {
        write(code);
        std::string out(kMagic);
        std::swap(out, out_);
        number(kFormat);
        number(table_fingerprint());
        number(order_.size());
        for (std::string_view text : order_) {
            number(text.size());
            out_ += text;
        }
        return out_ + out;
    }

private:
    void number(uint64_t value) {
        while (value >= 0x80) {
            out_ += static_cast<char>(value | 0x80);
            value >>= 7;
        }
        out_ += static_cast<char>(value);
    }

    void signed_number(int64_t value) {
        number(static_cast<uint64_t>(value) << 1 ^ static_cast<uint64_t>(value >> 63));
    }

    void real(double value) {
        const uint64_t bits = std::bit_cast<uint64_t>(value);
        for (int shift = 0; shift < 64; shift += 8) out_ += static_cast<char>(bits >> shift);
    }

    void text(std::string_view value) {
        auto [at, added] = index_.try_emplace(value, order_.size());
        if (added) order_.push_back(value);
        number(at->second);
    }

    void texts(const std::vector<std::string>& values) {
        number(values.size());
        for (const std::string& value : values) text(value);
    }

    void write(const Constant& value) {
        number(static_cast<uint64_t>(value.kind));
        switch (value.kind) {
            case Constant::Kind::Int: signed_number(value.integer); break;
            case Constant::Kind::Float: real(value.real); break;
            case Constant::Kind::Complex:
                real(value.real);
                real(value.imaginary);
                break;
            case Constant::Kind::BigInt:
            case Constant::Kind::Str:
            case Constant::Kind::Bytes: text(value.text); break;
            case Constant::Kind::Tuple:
            case Constant::Kind::FrozenSet:
                number(value.items.size());
                for (const Constant& item : value.items) write(item);
                break;
            case Constant::Kind::Code: write(*value.code); break;
            default: break;
        }
    }

    void write(const Code& code) {
        text(code.name);
        text(code.qualname);
        text(code.filename);
        number(code.first_line);
        number(code.flags);
        number(code.argcount);
        number(code.posonly_argcount);
        number(code.kwonly_argcount);
        number(code.stacksize);
        number(code.cache_count);
        texts(code.local_names);
        for (uint8_t kind : code.local_kinds) out_ += static_cast<char>(kind);
        texts(code.names);
        number(code.constants.size());
        for (const Constant& constant : code.constants) write(constant);
        number(code.instructions.size());
        for (uint32_t word : code.instructions) {
            out_ += static_cast<char>(word & 0xFF);
            number(word >> 8);
        }
        number(code.exceptions.size());
        for (const ExceptionEntry& entry : code.exceptions) {
            number(entry.start);
            number(entry.end - entry.start);
            number(entry.handler);
            number(uint64_t{entry.depth} << 1 | (entry.lasti ? 1 : 0));
        }
        number(code.positions.size());
        uint32_t start = 0, line = code.first_line;
        for (const PositionEntry& entry : code.positions) {
            number(entry.start - start);
            signed_number(static_cast<int64_t>(entry.line) - line);
            number(entry.line_count);
            number(static_cast<uint16_t>(entry.column + 1));
            number(static_cast<uint16_t>(entry.end_column + 1));
            start = entry.start;
            line = entry.line;
        }
    }

    std::string out_;
    std::vector<std::string_view> order_;
    std::unordered_map<std::string_view, size_t> index_;
};

/// Every read checks the bounds; after a failure everything reads as zero.
class Reader {
public:
    Reader(std::string_view bytes, std::string_view filename) : bytes_(bytes), filename_(filename) {}

    std::shared_ptr<const Code> run() {
        if (!bytes_.starts_with(kMagic)) return nullptr;
        at_ = kMagic.size();
        if (number() != kFormat || number() != table_fingerprint()) return nullptr;
        const size_t count = size();
        texts_.reserve(count);
        for (size_t i = 0; i < count && good_; ++i) texts_.push_back(take(size()));
        std::shared_ptr<const Code> code = read_code();
        return good_ && at_ == bytes_.size() ? code : nullptr;
    }

private:
    uint64_t number() {
        uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at_ >= bytes_.size()) break;
            const unsigned char byte = static_cast<unsigned char>(bytes_[at_++]);
            value |= static_cast<uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        good_ = false;
        return 0;
    }

    uint32_t small() {
        const uint64_t value = number();
        if (value > UINT32_MAX) good_ = false;
        return static_cast<uint32_t>(value);
    }

    int64_t signed_number() {
        const uint64_t value = number();
        return static_cast<int64_t>(value >> 1 ^ (~(value & 1) + 1));
    }

    /// A count of things that each take at least one byte.
    size_t size() {
        const uint64_t value = number();
        if (value > bytes_.size() - at_) {
            good_ = false;
            return 0;
        }
        return static_cast<size_t>(value);
    }

    std::string_view take(size_t count) {
        if (count > bytes_.size() - at_) {
            good_ = false;
            return {};
        }
        at_ += count;
        return bytes_.substr(at_ - count, count);
    }

    uint8_t byte() {
        const std::string_view one = take(1);
        return one.empty() ? 0 : static_cast<uint8_t>(one[0]);
    }

    double real() {
        uint64_t bits = 0;
        for (int shift = 0; shift < 64; shift += 8) bits |= uint64_t{byte()} << shift;
        return std::bit_cast<double>(bits);
    }

    std::string text() {
        const uint64_t index = number();
        if (index < texts_.size()) return std::string(texts_[index]);
        good_ = false;
        return {};
    }

    std::vector<std::string> texts() {
        std::vector<std::string> values(size());
        for (std::string& value : values) value = text();
        return values;
    }

    Constant read_constant() {
        Constant value;
        const uint64_t kind = number();
        if (kind > static_cast<uint64_t>(Constant::Kind::Code) || depth_ > kMaxDepth) {
            good_ = false;
            return value;
        }
        value.kind = static_cast<Constant::Kind>(kind);
        switch (value.kind) {
            case Constant::Kind::Int: value.integer = signed_number(); break;
            case Constant::Kind::Float: value.real = real(); break;
            case Constant::Kind::Complex:
                value.real = real();
                value.imaginary = real();
                break;
            case Constant::Kind::BigInt:
            case Constant::Kind::Str:
            case Constant::Kind::Bytes: value.text = text(); break;
            case Constant::Kind::Tuple:
            case Constant::Kind::FrozenSet: {
                ++depth_;
                const size_t count = size();
                for (size_t i = 0; i < count && good_; ++i) value.items.push_back(read_constant());
                --depth_;
                break;
            }
            case Constant::Kind::Code: value.code = read_code(); break;
            default: break;
        }
        return value;
    }

    std::shared_ptr<const Code> read_code() {
        if (++depth_ > kMaxDepth) good_ = false;
        auto code = std::make_shared<Code>();
        code->name = text();
        code->qualname = text();
        code->filename = text();
        if (!filename_.empty()) code->filename = filename_;
        code->first_line = small();
        code->flags = small();
        code->argcount = small();
        code->posonly_argcount = small();
        code->kwonly_argcount = small();
        code->stacksize = small();
        code->cache_count = small();
        code->local_names = texts();
        for (size_t i = 0; i < code->local_names.size(); ++i) code->local_kinds.push_back(byte());
        code->names = texts();
        const size_t constants = size();
        for (size_t i = 0; i < constants && good_; ++i) code->constants.push_back(read_constant());
        const size_t words = size();
        code->instructions.reserve(words);
        for (size_t i = 0; i < words && good_; ++i) {
            const uint8_t op = byte();
            code->instructions.push_back(op | small() << 8);
        }
        const size_t exceptions = size();
        for (size_t i = 0; i < exceptions && good_; ++i) {
            ExceptionEntry entry{};
            entry.start = small();
            entry.end = entry.start + small();
            entry.handler = small();
            const uint32_t depth = small();
            entry.depth = static_cast<uint16_t>(depth >> 1);
            entry.lasti = depth & 1;
            code->exceptions.push_back(entry);
        }
        const size_t positions = size();
        code->positions.reserve(positions);
        uint32_t start = 0, line = code->first_line;
        for (size_t i = 0; i < positions && good_; ++i) {
            start += small();
            line = static_cast<uint32_t>(line + signed_number());
            PositionEntry entry{start, line, 0, 0, 0};
            entry.line_count = static_cast<uint16_t>(small());
            entry.column = static_cast<uint16_t>(small() - 1);
            entry.end_column = static_cast<uint16_t>(small() - 1);
            code->positions.push_back(entry);
        }
        --depth_;
        return code;
    }

    std::string_view bytes_;
    const std::string_view filename_;
    size_t at_ = 0;
    bool good_ = true;
    int depth_ = 0;
    std::vector<std::string_view> texts_;
};

}  // namespace

std::string serialize(const Code& code) { return Writer().run(code); }

std::shared_ptr<const Code> deserialize(std::string_view bytes, std::string_view filename) {
    return Reader(bytes, filename).run();
}

}  // namespace loopscope::python
