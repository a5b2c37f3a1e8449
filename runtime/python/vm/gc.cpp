// SPDX-License-Identifier: MIT
#include "python/vm/gc.h"

#include <vector>

#include "python/vm/objects.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"
#include "python/vm/weakref.h"

namespace loopscope::python {
namespace {

GcHead* previous(GcHead* head) { return reinterpret_cast<GcHead*>(head->bits & ~kGcFlags); }
void set_previous(GcHead* head, GcHead* to) {
  head->bits = reinterpret_cast<uintptr_t>(to) | (head->bits & kGcFlags);
}

/// Circular list with a sentinel that is no object.
struct List_ : GcHead {
  List_() { reset(); }
  void reset() {
    next = this;
    bits = reinterpret_cast<uintptr_t>(static_cast<GcHead*>(this));
  }
  bool empty() const { return next == this; }
  void append(GcHead* head) {
    GcHead* last = previous(this);
    last->next = head;
    set_previous(head, last);
    head->next = this;
    set_previous(this, head);
  }
  /// It stays "in a list" for gc_track until it is appended to another.
  static void remove(GcHead* head) {
    GcHead* before = previous(head);
    before->next = head->next;
    set_previous(head->next, before);
  }
  void take_all(List_& other) {
    if (other.empty()) return;
    GcHead *first = other.next, *last = previous(&other), *mine = previous(this);
    mine->next = first;
    set_previous(first, mine);
    last->next = this;
    set_previous(this, last);
    other.reset();
  }
};

List_ generations[kGenerations];
bool collecting = false;
// Full collections wait until a quarter of what survived the last one is new, so that they stay linear overall.
size_t long_lived_total = 0, long_lived_pending = 0;

/// What is known of an object while a set is searched for garbage.
enum class Reached : uint8_t {
  waiting,    // to be looked at
  tentative,  // looked at, and nothing from outside led to it so far
  yes,
};

struct Entry {
  GcHead* head;
  uint32_t references;  // from outside the set, once internal ones are subtracted; 1 for what something reachable holds
  Reached reached;
};

struct Marker : Visitor {
  std::vector<Entry>* entries;
  std::vector<uint32_t> queue;
  explicit Marker(Visit visit, std::vector<Entry>* e) : Visitor(visit), entries(e) {}
};

Entry* entry_of(Marker* marker, Object* object) {
  if (!gc_has_head(object)) return nullptr;
  GcHead* head = gc_head(object);
  if (!(head->bits & kGcCollecting)) return nullptr;
  return &(*marker->entries)[head->bits >> 2];
}

void visit_subtract(Visitor* visitor, Object* object) {
  Entry* entry = entry_of(static_cast<Marker*>(visitor), object);
  if (entry && entry->references > 0) --entry->references;
}

void visit_mark(Visitor* visitor, Object* object) {
  auto* marker = static_cast<Marker*>(visitor);
  Entry* entry = entry_of(marker, object);
  if (!entry || entry->reached == Reached::yes) return;
  entry->references = 1;
  if (entry->reached == Reached::waiting) return;  // its turn comes
  entry->reached = Reached::waiting;
  marker->queue.push_back(static_cast<uint32_t>(entry - marker->entries->data()));
}

void traverse(Object* object, Visitor& visitor) {
  if (object->type->traverse) object->type->traverse(object, visitor);
}

/// Empties `from`: what is referenced from outside the set goes to `reachable`, the rest to `unreachable`.
/// Runs no Python code.
/// The order is observable, since finalizers of the next collection run in it, and is CPython's (gc.c, move_unreachable):
/// as before, but what was looked at too early goes behind the rest.
void partition(List_& from, List_& reachable, List_& unreachable) {
  std::vector<Entry> entries;
  for (GcHead* head = from.next; head != &from; head = head->next)
    entries.push_back({head, gc_object(head)->refcount, Reached::waiting});
  for (size_t i = 0; i < entries.size(); i++) {
    GcHead* head = entries[i].head;
    head->bits = (uintptr_t{i} << 2) | kGcCollecting | (head->bits & kGcFinalized);
  }
  Marker subtract(visit_subtract, &entries);
  for (Entry& entry : entries) traverse(gc_object(entry.head), subtract);
  Marker mark(visit_mark, &entries);
  from.reset();
  std::vector<GcHead*> kept;
  kept.reserve(entries.size());
  auto look_at = [&](Entry& entry) {
    entry.reached = entry.references > 0 ? Reached::yes : Reached::tentative;
    if (entry.references == 0) return;
    kept.push_back(entry.head);
    traverse(gc_object(entry.head), mark);
  };
  for (Entry& entry : entries) look_at(entry);
  for (size_t i = 0; i < mark.queue.size(); i++) look_at(entries[mark.queue[i]]);
  for (Entry& entry : entries) {
    entry.head->bits &= kGcFinalized;
    if (entry.reached != Reached::yes) unreachable.append(entry.head);
  }
  for (GcHead* head : kept) reachable.append(head);
}

void call_callbacks(std::vector<WeakRef*>& dead) {
  for (WeakRef* reference : dead) {
    Ref callback = Ref::steal(reference->callback);
    reference->callback = {};
    if (callback && !call(callback, Value(reference)))
      write_unraisable("Exception ignored in", callback);
    decref(static_cast<Object*>(reference));
  }
}

bool in_list(GcHead* head) { return head->next != nullptr; }

bool is_tracked(Value v) { return v.is_object() && gc_is_tracked(v.object()); }

/// Whether CPython would not count it: its collector never sees dicts of plain values.
bool holds_plain_values(Object* object) {
  if (object->type != &dict_type) return false;
  uint32_t position = 0;
  Value key, value;
  while (dict_next(static_cast<Dict*>(object), &position, &key, &value))
    if (is_tracked(key) || is_tracked(value)) return false;
  return true;
}

/// Whether it has a `__dict__` that nobody else holds: CPython keeps attributes in the instance itself until somebody asks for
/// `__dict__`.
Object* own_dict(Object* object) {
  Dict** slot = object->type->flags & kTypeHeap ? instance_dict_slot(Value(object)) : nullptr;
  return slot && *slot && (*slot)->refcount == 1 ? *slot : nullptr;
}

/// How many objects CPython would have found where we found these.
ptrdiff_t count_as_cpython(List_& garbage) {
  ptrdiff_t count = 0;
  for (GcHead* head = garbage.next; head != &garbage; head = head->next) {
    Object* object = gc_object(head);
    Object* dict = own_dict(object);
    count += !holds_plain_values(object);
    count -= dict && !holds_plain_values(dict);
  }
  return count;
}

/// Weak references to what is garbage are dead from now on. Gives those whose callbacks are to be called, owned.
std::vector<WeakRef*> clear_weak_references(List_& unreachable) {
  for (GcHead* head = unreachable.next; head != &unreachable; head = head->next) head->bits |= kGcCollecting;
  auto doomed = [](Object* o) { return gc_has_head(o) && (gc_head(o)->bits & kGcCollecting); };
  std::vector<WeakRef*> callbacks;
  for (GcHead* head = unreachable.next; head != &unreachable; head = head->next) {
    Object* object = gc_object(head);
    uint32_t offset = object->type->weaklist_offset;
    if (!offset) continue;
    auto** list = reinterpret_cast<WeakRef**>(reinterpret_cast<char*>(object) + offset);
    while (WeakRef* reference = *list) {
      weakref_detach(reference);
      if (!reference->callback || doomed(reference)) continue;
      incref(static_cast<Object*>(reference));
      callbacks.push_back(reference);
    }
  }
  for (GcHead* head = unreachable.next; head != &unreachable; head = head->next) head->bits &= ~kGcCollecting;
  return callbacks;
}

/// Calls the finalizers, each while nothing but its object is held: what it lets go of goes at once, and leaves the list.
/// Whether there were any.
bool call_finalizers(List_& unreachable) {
  List_ seen;
  bool any = false;
  while (!unreachable.empty()) {
    GcHead* head = unreachable.next;
    unreachable.remove(head);
    seen.append(head);
    Object* object = gc_object(head);
    if (!object->type->finalize || (head->bits & kGcFinalized)) continue;
    head->bits |= kGcFinalized;
    any = true;
    incref(object);
    object->type->finalize(object);
    decref(object);
  }
  unreachable.take_all(seen);
  return any;
}

/// PEP 442: weak references are cleared and their callbacks called, then finalizers run (and may resurrect), then what
/// is still unreachable is cleared. Returns how many objects were garbage.
ptrdiff_t dispose(List_& unreachable, List_& survivors) {
  std::vector<WeakRef*> callbacks = clear_weak_references(unreachable);
  call_callbacks(callbacks);
  List_ garbage;
  if (call_finalizers(unreachable)) {
    List_ resurrected;
    partition(unreachable, resurrected, garbage);
    survivors.take_all(resurrected);
  } else {
    garbage.take_all(unreachable);
  }
  ptrdiff_t count = count_as_cpython(garbage);
  while (!garbage.empty()) {
    GcHead* head = garbage.next;
    garbage.remove(head);
    survivors.append(head);  // which it leaves when it is freed
    Object* object = gc_object(head);
    incref(object);
    if (object->type->clear) object->type->clear(object);
    decref(object);
  }
  return count;
}

int due_generation() {
  for (int i = kGenerations - 1; i >= 0; i--) {
    if (gc_settings.threshold[i] <= 0 || gc_settings.count[i] <= gc_settings.threshold[i]) continue;
    if (i == kGenerations - 1 && long_lived_pending < long_lived_total / 4) continue;
    return i;
  }
  return -1;
}

size_t size_of(List_& list) {
  size_t n = 0;
  for (GcHead* head = list.next; head != &list; head = head->next) n++;
  return n;
}

}  // namespace

bool gc_due = false;
GcSettings gc_settings;

namespace {
/// Makes the interpreter stop at its next check, without changing how much work has been counted.
[[gnu::noinline]] void request_collection() {
  if (!gc_settings.enabled || gc_settings.threshold[0] <= 0 || collecting) return;
  gc_due = true;
  if (vm.budget <= 0) return;
  vm.budget_reserve += vm.budget;
  vm.budget_start -= vm.budget;
  vm.budget = 0;
}
}  // namespace

bool gc_is_tracked(Object* object) { return gc_has_head(object) && in_list(gc_head(object)); }

void gc_track(Object* object) {
  GcHead* head = gc_head(object);
  if (in_list(head)) return;
  generations[0].append(head);
  if (++gc_settings.count[0] > gc_settings.threshold[0] && !gc_due) request_collection();
}

void gc_untrack(Object* object) {
  if (!gc_has_head(object)) return;
  GcHead* head = gc_head(object);
  if (!in_list(head)) return;
  GcHead* before = previous(head);
  before->next = head->next;
  set_previous(head->next, before);
  head->next = nullptr;
  head->bits &= kGcFinalized;
  if (gc_settings.count[0] > 0) gc_settings.count[0]--;
}

ptrdiff_t gc_collect(int generation) {
  if (collecting) return 0;
  collecting = true;
  Ref in_flight = take_pending();  // finalizers start without it
  if (generation + 1 < kGenerations) gc_settings.count[generation + 1]++;
  for (int i = 0; i <= generation; i++) gc_settings.count[i] = 0;
  List_ young, unreachable;
  young.take_all(generations[generation]);
  for (int i = 0; i < generation; i++) young.take_all(generations[i]);
  List_& older = generations[generation + 1 < kGenerations ? generation + 1 : generation];
  List_ reachable;
  partition(young, reachable, unreachable);
  if (generation == kGenerations - 2) long_lived_pending += size_of(reachable);
  older.take_all(reachable);
  if (generation == kGenerations - 1) {
    long_lived_pending = 0;
    long_lived_total = size_of(older);
  }
  ptrdiff_t collected = dispose(unreachable, older);
  gc_settings.stats[generation].collections++;
  gc_settings.stats[generation].collected += static_cast<uint64_t>(collected);
  collecting = false;
  if (in_flight) restore_pending(std::move(in_flight));
  return collected;
}

void gc_collect_if_due() {
  gc_due = false;
  if (!gc_settings.enabled || collecting) return;
  int generation = due_generation();
  if (generation >= 0) gc_collect(generation);
}

void gc_settle() {
  List_& oldest = generations[kGenerations - 1];
  for (int i = 0; i + 1 < kGenerations; i++) {
    oldest.take_all(generations[i]);
    gc_settings.count[i] = 0;
  }
  gc_due = false;
}

void gc_each(int generation, void (*each)(Object*, void*), void* context) {
  for (int i = 0; i < kGenerations; i++) {
    if (generation >= 0 && generation != i) continue;
    for (GcHead *head = generations[i].next, *next; head != &generations[i]; head = next) {
      next = head->next;
      each(gc_object(head), context);
    }
  }
}

// ---- the end of an object ---------------------------------------------------------------------------------------

namespace {
/// Deeply nested containers are taken apart in a loop: beyond this depth they wait their turn here.
constexpr int kDestroyDepth = 100;
int destroy_depth = 0;
std::vector<Object*> postponed;

void destroy_collected(Object* object) {
  if (destroy_depth >= kDestroyDepth) {
    gc_untrack(object);
    postponed.push_back(object);
    return;
  }
  destroy_depth++;
  object->type->dealloc(object);
  destroy_depth--;
  if (destroy_depth == 0) {
    destroy_depth++;
    while (!postponed.empty()) {
      Object* next = postponed.back();
      postponed.pop_back();
      next->type->dealloc(next);
    }
    destroy_depth--;
  }
}

/// False if the object lives on.
bool finalize(Object* object) {
  Type* type = object->type;
  bool collected = gc_has_head(object);
  if (collected) {
    GcHead* head = gc_head(object);
    if (head->bits & kGcFinalized) return true;
    head->bits |= kGcFinalized;
  }
  object->refcount = 1;
  type->finalize(object);
  return --object->refcount == 0;
}
}  // namespace

void drop_reference(Object* object) { decref(object); }
void drop(Value v) { xdecref(v); }

void destroy(Object* object) {
  Type* type = object->type;
  if (type->finalize && !finalize(object)) return;
  if (type->weaklist_offset) {
    // Callbacks may collect garbage, which must not come upon an object that nothing holds any more.
    gc_untrack(object);
    clear_weakrefs(object);
  }
  if (type->flags & kTypeGc)
    destroy_collected(object);
  else
    type->dealloc(object);
}

}  // namespace loopscope::python
