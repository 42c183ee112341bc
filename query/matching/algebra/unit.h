// What a query asks of the inside of an article, as a tree: words, phrases, proximity.
//
// The planner makes the tree; pattern.h asks it of articles. DESIGN.md's algebra says what each
// kind denotes. Plain values, as deep as the query that they come from, which is bounded.
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

// OR: any of the units below.
struct AnyUnit {};

// A phrase: the units below, one behind the other in one paragraph.
struct Row {};

enum class Scope { field, paragraph, sentence };

// The two units below, `distance` apart or nearer, within one field, paragraph or sentence.
// Neighbours are 1 apart.
struct Pair {
  std::uint32_t distance = std::numeric_limits<std::uint32_t>::max();
  bool ordered = false;
  Scope scope = Scope::field;
};

// `"a b"~slack`: the units below in any order within one field, at most so many positions between
// them all together.
struct Gathering {
  std::uint32_t slack = 0;
};

// The unit below, that many times, in whatever fields; 1 or more.
struct Repeated {
  std::size_t times = 1;
};

// The unit below, in a part of the article: a field, the first words of the body.
struct Inside {
  std::size_t region = 0;
};

using UnitKind = std::variant<Leaf, AnyUnit, Row, Pair, Gathering, Repeated, Inside>;

struct Unit {
  UnitKind is;
  std::vector<Unit> below = {};
};

}  // namespace backfile
