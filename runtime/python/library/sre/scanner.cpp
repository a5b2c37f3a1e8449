// SPDX-License-Identifier: MIT
#include "python/library/sre/scanner.h"

#include "python/library/sre/operation.h"
#include "python/library/sre/pattern.h"

namespace loopscope::python::sre {

namespace {

ScannerObject* scanner_of(Value v) { return v.as<ScannerObject>(); }

void dealloc(Object* object) {
  auto* s = static_cast<ScannerObject*>(object);
  xdecref(s->pattern);
  delete s->subject;
  free_object(object);
}

const NativeDef kMethods[] = {
    {"match", [](Value self, const Value*) { return scan_one(scanner_of(self), Machine::Mode::match); }, ""},
    {"search", [](Value self, const Value*) { return scan_one(scanner_of(self), Machine::Mode::search); }, ""},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kGetSet[] = {
    {"pattern", [](Value v) { return Ref::share(scanner_of(v)->pattern); }},
    {nullptr, nullptr},
};

Type make_scanner_type() {
  Type t;
  t.name = "_sre.SRE_Scanner";
  t.flags = kTypeNoInstantiate;
  t.basic_size = sizeof(ScannerObject);
  t.dealloc = dealloc;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}

}  // namespace

Type scanner_type = make_scanner_type();

Own<ScannerObject> make_scanner(Value pattern, Value string, int64_t from, int64_t end) {
  auto subject = std::make_shared<Subject>();
  if (!subject->open(pattern_of(pattern), string, from, end)) return {};
  auto* s = allocate_as<ScannerObject>(&scanner_type);
  if (!s) return {};
  s->pattern = Ref::share(pattern).release();
  s->place = subject->from();
  s->subject = new std::shared_ptr<const Subject>(std::move(subject));
  return Own<ScannerObject>::steal(s);
}

}  // namespace loopscope::python::sre
