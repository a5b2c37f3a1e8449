// SPDX-License-Identifier: MIT
#include <bit>
#include <cstring>
#include <unordered_map>

#include "python/bytecode/code.h"
#include "python/bytecode/opcodes.h"

/// The binary form: "LSPY", format number, table fingerprint, a table of all strings, then one code object (nested ones
/// in place, as constants), spread over several streams: what is alike lies together, which deflate takes to half the
/// size. Each stream begins with its length. Numbers are LEB128, signed ones zigzag, doubles eight little-endian bytes.
namespace loopscope::python {

namespace {

constexpr std::string_view kMagic = "LSPY";
constexpr uint64_t kFormat = 2;
constexpr int kMaxDepth = 200;

/// Names and counts; constants; opcodes; their arguments; exception tables; then the positions, field by field.
enum Stream : uint8_t { kShape, kConstants, kOpcodes, kArguments, kHandlers, kStarts, kLines, kLineCounts, kColumns, kWidths, kStreams };

class Writer {
public:
    std::string run(const Code& code) {
        write(code);
        std::string out(kMagic);
        append(out, kFormat);
        append(out, table_fingerprint());
        append(out, order_.size());
        for (std::string_view text : order_) append(out, text.size());
        for (std::string_view text : order_) out += text;
        for (const std::string& stream : streams_) {
            append(out, stream.size());
            out += stream;
        }
        return out;
    }

private:
    static void append(std::string& out, uint64_t value) {
        while (value >= 0x80) {
            out += static_cast<char>(value | 0x80);
            value >>= 7;
        }
        out += static_cast<char>(value);
    }

    void number(uint64_t value, Stream to = kShape) { append(streams_[to], value); }

    void signed_number(int64_t value, Stream to) {
        number(static_cast<uint64_t>(value) << 1 ^ static_cast<uint64_t>(value >> 63), to);
    }

    void real(double value) {
        const uint64_t bits = std::bit_cast<uint64_t>(value);
        for (int shift = 0; shift < 64; shift += 8) streams_[kConstants] += static_cast<char>(bits >> shift);
    }

    void text(std::string_view value, Stream to = kShape) {
        auto [at, added] = index_.try_emplace(value, order_.size());
        if (added) order_.push_back(value);
        number(at->second, to);
    }

    void texts(const std::vector<std::string>& values) {
        number(values.size());
        for (const std::string& value : values) text(value);
    }

    void write(const Constant& value) {
        number(static_cast<uint64_t>(value.kind), kConstants);
        switch (value.kind) {
            case Constant::Kind::Int: signed_number(value.integer, kConstants); break;
            case Constant::Kind::Float: real(value.real); break;
            case Constant::Kind::Complex:
                real(value.real);
                real(value.imaginary);
                break;
            case Constant::Kind::BigInt:
            case Constant::Kind::Str:
            case Constant::Kind::Bytes: text(value.text, kConstants); break;
            case Constant::Kind::Tuple:
            case Constant::Kind::FrozenSet:
                number(value.items.size(), kConstants);
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
        for (uint8_t kind : code.local_kinds) streams_[kShape] += static_cast<char>(kind);
        texts(code.names);
        number(code.constants.size());
        for (const Constant& constant : code.constants) write(constant);
        number(code.instructions.size());
        for (uint32_t word : code.instructions) {
            streams_[kOpcodes] += static_cast<char>(word & 0xFF);
            number(word >> 8, kArguments);
        }
        number(code.exceptions.size());
        for (const ExceptionEntry& entry : code.exceptions) {
            number(entry.start, kHandlers);
            number(entry.end - entry.start, kHandlers);
            number(entry.handler, kHandlers);
            number(uint64_t{entry.depth} << 1 | (entry.lasti ? 1 : 0), kHandlers);
        }
        number(code.positions.size());
        uint32_t start = 0, line = code.first_line;
        for (const PositionEntry& entry : code.positions) {
            number(entry.start - start, kStarts);
            signed_number(static_cast<int64_t>(entry.line) - line, kLines);
            number(entry.line_count, kLineCounts);
            number(static_cast<uint16_t>(entry.column + 1), kColumns);
            signed_number(static_cast<int32_t>(static_cast<uint16_t>(entry.end_column + 1)) - static_cast<uint16_t>(entry.column + 1), kWidths);
            start = entry.start;
            line = entry.line;
        }
    }

    std::string streams_[kStreams];
    std::vector<std::string_view> order_;
    std::unordered_map<std::string_view, size_t> index_;
};

/// Every read checks the bounds; after a failure everything reads as zero.
class Reader {
public:
    Reader(std::string_view bytes, std::string_view filename) : bytes_(bytes), filename_(filename) {}

    std::shared_ptr<const Code> run() {
        if (!bytes_.starts_with(kMagic)) return nullptr;
        Cursor all{bytes_.substr(kMagic.size()), 0};
        if (number(all) != kFormat || number(all) != table_fingerprint()) return nullptr;
        const size_t count = size(all);
        std::vector<size_t> sizes(count);
        for (size_t& n : sizes) n = static_cast<size_t>(number(all));
        texts_.reserve(count);
        for (size_t n : sizes) texts_.push_back(take(all, n));
        for (Cursor& stream : streams_) stream.bytes = take(all, static_cast<size_t>(number(all)));
        if (!good_ || all.at != all.bytes.size()) return nullptr;
        std::shared_ptr<const Code> code = read_code();
        for (const Cursor& stream : streams_) good_ &= stream.at == stream.bytes.size();
        return good_ ? code : nullptr;
    }

private:
    struct Cursor {
        std::string_view bytes;
        size_t at = 0;
    };

    uint64_t number(Cursor& from) {
        // Nearly all numbers are one byte.
        if (from.at < from.bytes.size()) {
            const unsigned char first = static_cast<unsigned char>(from.bytes[from.at]);
            if (first < 0x80) return ++from.at, first;
        }
        uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (from.at >= from.bytes.size()) break;
            const unsigned char byte = static_cast<unsigned char>(from.bytes[from.at++]);
            value |= static_cast<uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        good_ = false;
        return 0;
    }
    uint64_t number(Stream from) { return number(streams_[from]); }

    uint32_t small(Stream from = kShape) {
        const uint64_t value = number(from);
        if (value > UINT32_MAX) good_ = false;
        return static_cast<uint32_t>(value);
    }

    int64_t signed_number(Stream from) {
        const uint64_t value = number(from);
        return static_cast<int64_t>(value >> 1 ^ (~(value & 1) + 1));
    }

    /// A count of things that each take at least one byte of `things`.
    size_t size(Cursor& from) { return checked(number(from), from); }
    size_t size(Stream from, Stream things) { return checked(number(from), streams_[things]); }
    size_t checked(uint64_t count, const Cursor& things) {
        if (count <= things.bytes.size() - things.at) return static_cast<size_t>(count);
        good_ = false;
        return 0;
    }

    std::string_view take(Cursor& from, size_t count) {
        if (count > from.bytes.size() - from.at) {
            good_ = false;
            return {};
        }
        from.at += count;
        return from.bytes.substr(from.at - count, count);
    }

    uint8_t byte(Stream from) {
        const std::string_view one = take(streams_[from], 1);
        return one.empty() ? 0 : static_cast<uint8_t>(one[0]);
    }

    double real() {
        uint64_t bits = 0;
        for (int shift = 0; shift < 64; shift += 8) bits |= uint64_t{byte(kConstants)} << shift;
        return std::bit_cast<double>(bits);
    }

    std::string_view text(Stream from = kShape) {
        const uint64_t index = number(from);
        if (index < texts_.size()) return texts_[index];
        good_ = false;
        return {};
    }

    std::vector<std::string> texts() {
        const size_t count = size(kShape, kShape);
        std::vector<std::string> values;
        values.reserve(count);
        for (size_t i = 0; i < count; ++i) values.emplace_back(text());
        return values;
    }

    Constant read_constant() {
        Constant value;
        const uint64_t kind = number(kConstants);
        if (kind > static_cast<uint64_t>(Constant::Kind::Code) || depth_ > kMaxDepth) {
            good_ = false;
            return value;
        }
        value.kind = static_cast<Constant::Kind>(kind);
        switch (value.kind) {
            case Constant::Kind::Int: value.integer = signed_number(kConstants); break;
            case Constant::Kind::Float: value.real = real(); break;
            case Constant::Kind::Complex:
                value.real = real();
                value.imaginary = real();
                break;
            case Constant::Kind::BigInt:
            case Constant::Kind::Str:
            case Constant::Kind::Bytes: value.text = text(kConstants); break;
            case Constant::Kind::Tuple:
            case Constant::Kind::FrozenSet: {
                ++depth_;
                const size_t count = size(kConstants, kConstants);
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
        const std::string_view filename = text();
        code->filename = filename_.empty() ? filename : filename_;
        code->first_line = small();
        code->flags = small();
        code->argcount = small();
        code->posonly_argcount = small();
        code->kwonly_argcount = small();
        code->stacksize = small();
        code->cache_count = small();
        code->local_names = texts();
        const std::string_view kinds = take(streams_[kShape], code->local_names.size());
        code->local_kinds.assign(kinds.begin(), kinds.end());
        code->names = texts();
        const size_t constants = size(kShape, kConstants);
        code->constants.reserve(constants);
        for (size_t i = 0; i < constants && good_; ++i) code->constants.push_back(read_constant());
        const size_t words = size(kShape, kOpcodes);
        const std::string_view ops = take(streams_[kOpcodes], words);
        code->instructions.resize(words);
        for (size_t i = 0; i < words && good_; ++i) code->instructions[i] = static_cast<uint8_t>(ops[i]) | small(kArguments) << 8;
        const size_t exceptions = size(kShape, kHandlers);
        code->exceptions.reserve(exceptions);
        for (size_t i = 0; i < exceptions && good_; ++i) {
            ExceptionEntry entry{};
            entry.start = small(kHandlers);
            entry.end = entry.start + small(kHandlers);
            entry.handler = small(kHandlers);
            const uint32_t depth = small(kHandlers);
            entry.depth = static_cast<uint16_t>(depth >> 1);
            entry.lasti = depth & 1;
            code->exceptions.push_back(entry);
        }
        const size_t positions = size(kShape, kStarts);
        code->positions.reserve(positions);
        uint32_t start = 0, line = code->first_line;
        for (size_t i = 0; i < positions && good_; ++i) {
            start += small(kStarts);
            line = static_cast<uint32_t>(line + signed_number(kLines));
            PositionEntry entry{start, line, 0, 0, 0};
            entry.line_count = static_cast<uint16_t>(small(kLineCounts));
            const uint32_t column = small(kColumns);
            entry.column = static_cast<uint16_t>(column - 1);
            entry.end_column = static_cast<uint16_t>(column + signed_number(kWidths) - 1);
            code->positions.push_back(entry);
        }
        --depth_;
        return code;
    }

    std::string_view bytes_;
    const std::string_view filename_;
    Cursor streams_[kStreams];
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
