// Nodes of the query language.
//
// Made by parser.h, read by planner.h, printed by dump(). Knows neither Xapian nor the analyzer:
// text stands as it was typed. Plain values.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "indexer/article/date.h"

namespace backfile {

enum class NodeKind {
  nothing,  // an empty query
  word,     // text
  phrase,   // text between quotes
  all,      // children: AND
  any,      // children: OR
  exclude,  // children[0], not wanted; where it does not stand inside `all`: everything but
  filter,   // field and text: author:, section:, tag:, lang:, source:
  dates,    // period: date:, before:, after:
};

struct Node {
  NodeKind kind = NodeKind::nothing;
  std::string text;        // word, phrase, filter value: as typed, without quotes
  std::string field;       // "title", "subtitle", "caption" on words and phrases; the filter's name
  Period period;           // dates
  bool exact = false;      // `=word`: in the form as typed
  double boost = 1;        // `word^2`
  bool truncated = false;  // a word with a `!` behind it that may stand for its other endings
  std::size_t begin = 0, end = 0;  // bytes of the query it stands for
  std::vector<Node> children;
};

// An S-expression: (all (word "storm") (exclude (phrase title "flood tide")) (dates 20190000
// open)).
std::string dump(const Node& node);

// The tree as a query, normalized: what an answer shows as "interpreted".
// Reading it again gives the same tree.
std::string to_query(const Node& node);

}  // namespace backfile
