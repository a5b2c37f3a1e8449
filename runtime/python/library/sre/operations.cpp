// SPDX-License-Identifier: MIT
#include "python/library/sre/match_object.h"
#include "python/library/sre/operation.h"
#include "python/library/sre/pattern.h"
#include "python/library/sre/replacement.h"
#include "python/library/sre/scanner.h"
#include "python/vm/protocol.h"

/// What the methods of a pattern do with the matches they find.
namespace loopscope::python::sre {

namespace {

class FindOne final : public Operation {
 public:
  FindOne(Value pattern, ScannerObject* scanner) : Operation(pattern), scanner_(Own<ScannerObject>::share(scanner)) {}
  void begin(Machine::Mode mode, int32_t from, bool must_advance) { machine_->begin(mode, from, must_advance); }
  int32_t from() const { return subject_->from(); }
  void traverse(Visitor& visit) override {
    Operation::traverse(visit);
    visit(scanner_);
  }

 protected:
  Step matched(Ref* result) override {
    if (scanner_) {
      scanner_->must_advance = machine_->end() == machine_->start();
      scanner_->place = machine_->end();
    }
    *result = make_match(pattern_, *subject_, *machine_);
    return *result ? Step::done : Step::failed;
  }
  Ref failed() override {
    if (scanner_) scanner_->place = -1;
    return none();
  }

 private:
  Own<ScannerObject> scanner_;
};

class FindAll final : public Operation {
 public:
  explicit FindAll(Value pattern) : Operation(pattern), found_(make_list()) {}
  void traverse(Visitor& visit) override {
    Operation::traverse(visit);
    visit(found_);
  }

 protected:
  Step matched(Ref*) override {
    uint32_t groups = pattern_of(pattern_)->groups;
    Ref item;
    if (groups == 0) {
      item = subject_->slice(machine_->start(), machine_->end());
    } else if (groups == 1) {
      item = group(1);
    } else {
      Own<Tuple> all = make_tuple(groups);
      for (uint32_t i = 1; all && i <= groups; i++) {
        Ref text = group(i);
        if (!text) return Step::failed;
        all->items[i - 1] = text.release();
      }
      item = all;
    }
    if (!found_ || !item || !list_append(found_.get(), item)) return Step::failed;
    search_on();
    return Step::again;
  }
  Ref failed() override { return std::move(found_); }

 private:
  /// Empty if it took no part.
  Ref group(uint32_t i) {
    int32_t begin, end;
    return machine_->group(i, &begin, &end) ? subject_->slice(begin, end) : subject_->slice(0, 0);
  }
  Own<List> found_;
};

class Split final : public Operation {
 public:
  Split(Value pattern, int64_t most) : Operation(pattern), most_(most), parts_(make_list()) {}
  void traverse(Visitor& visit) override {
    Operation::traverse(visit);
    visit(parts_);
  }

 protected:
  Step matched(Ref* result) override {
    if (most_ >= 0 && add(subject_->slice(last_, machine_->start()))) {
      for (uint32_t i = 1; i <= pattern_of(pattern_)->groups; i++) {
        int32_t begin, end;
        if (!add(machine_->group(i, &begin, &end) ? subject_->slice(begin, end) : none())) return Step::failed;
      }
      last_ = machine_->end();
      if (++count_ != most_) {
        search_on();
        return Step::again;
      }
    }
    *result = failed();
    return *result ? Step::done : Step::failed;
  }
  Ref failed() override {
    if (python::failed() || !add(subject_->slice(last_, subject_->text().end))) return {};
    return std::move(parts_);
  }

 private:
  bool add(Ref part) { return parts_ && part && list_append(parts_.get(), part); }
  int64_t most_, count_ = 0;
  int32_t last_ = 0;
  Own<List> parts_;
};

class Substitute final : public Operation {
 public:
  enum class Kind : uint8_t { literal, expand, call };
  Substitute(Value pattern, Value replacement, Kind kind, bool is_bytes, int64_t most, bool count_them)
      : Operation(pattern), replacement_(Ref::share(replacement)), out_(is_bytes), most_(most), kind_(kind), count_them_(count_them) {}
  void traverse(Visitor& visit) override {
    Operation::traverse(visit);
    visit(replacement_);
    visit(match_);
  }

 protected:
  Step matched(Ref* result) override {
    if (most_ < 0) return end(result);
    if (last_ < machine_->start()) out_.add(*subject_, last_, machine_->start());
    last_ = machine_->end();
    if (kind_ == Kind::literal) {
      out_.add(replacement_);
    } else {
      Ref match = make_match(pattern_, *subject_, *machine_);
      if (!match) return Step::failed;
      if (kind_ == Kind::call) {
        match_ = std::move(match);
        next();
        return Step::frame;
      }
      Ref text = expand_replacement(replacement_, match.as<MatchObject>());
      if (!text) return Step::failed;
      out_.add(text);
    }
    if (next()) return Step::again;
    return end(result);
  }
  Ref failed() override {
    Ref text = finish();
    return text && count_them_ ? Ref(tuple_of(text, make_int(count_))) : text;
  }
  Called call(Ref* value) override {
    Ref match = std::move(match_);
    Value argument = match;
    return call_from_native(replacement_, Args{&argument, 1, nullptr}, value);
  }
  bool called(Ref value) override {
    if (value != kNone) out_.add(value);
    return true;
  }

 private:
  /// Begins the search for the next match; after enough of them, one that finds nothing.
  bool next() {
    count_++;
    search_on();
    if (count_ != most_) return true;
    machine_->begin(Machine::Mode::search, INT32_MAX, false);
    return false;
  }
  Step end(Ref* result) {
    *result = failed();
    return *result ? Step::done : Step::failed;
  }
  Ref finish() {
    int32_t end = subject_->text().end;
    if (!count_) return subject_->slice(0, end);
    if (last_ < end) out_.add(*subject_, last_, end);
    return out_.finish();
  }

  Ref replacement_, match_;
  Joiner out_;
  int64_t most_, count_ = 0;
  int32_t last_ = 0;
  Kind kind_;
  bool count_them_;
};

}  // namespace

Ref find_one(Value pattern, Machine::Mode mode, Value string, int64_t from, int64_t end) {
  auto operation = std::make_unique<FindOne>(pattern, nullptr);
  if (!operation->open(string, from, end)) return {};
  operation->begin(mode, operation->from(), false);
  return Operation::perform(std::move(operation));
}

Ref scan_one(ScannerObject* scanner, Machine::Mode mode) {
  if (scanner->place < 0) return none();
  auto operation = std::make_unique<FindOne>(scanner->pattern, scanner);
  operation->open(*scanner->subject);
  operation->begin(mode, scanner->place, scanner->must_advance);
  return Operation::perform(std::move(operation));
}

Ref find_all(Value pattern, Value string, int64_t from, int64_t end) {
  auto operation = std::make_unique<FindAll>(pattern);
  return operation->open(string, from, end) ? Operation::perform(std::move(operation)) : Ref();
}

Ref split(Value pattern, Value string, int64_t most) {
  auto operation = std::make_unique<Split>(pattern, most);
  return operation->open(string) ? Operation::perform(std::move(operation)) : Ref();
}

Ref substitute(Value pattern, Value replacement, Value string, int64_t most, bool count_them) {
  using Kind = Substitute::Kind;
  Kind kind = Kind::call;
  Ref filter = Ref::share(replacement);
  bool is_bytes;
  if (!is_callable(replacement)) {
    kind = Kind::literal;
    bool plain = is_text(replacement, &is_bytes);
    if (plain && is_bytes) {
      BytesView view;
      read_bytes(replacement, &view);
      for (size_t i = 0; i < view.length; i++) plain &= view.data[i] != '\\';
    } else if (plain) {
      auto* s = replacement.as<Str>();
      for (uint32_t i = 0; i < s->length && plain; i++) plain = s->at(i) != '\\';
    }
    if (!plain) {
      filter = compile_replacement(pattern, replacement);
      if (!filter) return {};
      if (filter.as<TemplateObject>()->count) kind = Kind::expand;
      else filter = Ref::share(filter.as<TemplateObject>()->literal);
    }
  }
  is_text(string, &is_bytes);
  auto operation = std::make_unique<Substitute>(pattern, filter, kind, is_bytes, most, count_them);
  return operation->open(string) ? Operation::perform(std::move(operation)) : Ref();
}

}  // namespace loopscope::python::sre
