// What a query asks of an article's text, as a tree: words, phrases, proximity.
//
// The planner builds the tree and pattern.h evaluates it. Each unit denotes a set of minimal
// intervals, as intervals.h defines them; the comments below say which. An OR, a phrase or a window
// of no units denotes nothing. Plain values, no deeper than the query that they come from, which is
// bounded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <variant>
#include <vector>

namespace backfile {

// One of the sets of words that the query names: a family, an exact form, a wildcard's matches.
struct Leaf {
  std::size_t set = 0;
};

// OR: the intervals of all units below.
struct AnyUnit {};

// A phrase: the units below, each right after the one before, all in one paragraph.
struct ExactPhrase {};

enum class Scope { field, paragraph, sentence };

// The two units below, not overlapping and at most `distance` apart, within one field, paragraph or
// sentence. Neighbours are 1 apart.
struct Pair {
  std::uint32_t distance = std::numeric_limits<std::uint32_t>::max();
  bool ordered = false;
  Scope scope = Scope::field;
};

// `"a b"~slack`: the units below in any order within one field, not overlapping, with at most `slack`
// positions between them in total.
struct Window {
  std::uint32_t slack = 0;
};

// The unit below at least `times` times (1 or more) without overlap, anywhere in the article.
struct Repeated {
  std::size_t times = 1;
};

// The unit below, within a part of the article: a field, the first words of the body.
struct Inside {
  std::size_t region = 0;
};

using UnitKind = std::variant<Leaf, AnyUnit, ExactPhrase, Pair, Window, Repeated, Inside>;

struct Unit {
  UnitKind is;
  std::vector<Unit> below = {};
};

}  // namespace backfile
