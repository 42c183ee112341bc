// The words and phrases of a query as patterns, which snippets mark in a text.
//
// The planner makes them from the tree, except from filters and from what is under a NOT. records/
// finds them in articles, to judge, to rank and to mark them; match_finder.h in texts that are in no
// index. A pattern has everything that decides a match: words, their forms, stems and capitals. A
// query operator that asks for anything else has to be added here and in both. Plain values.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/text/analyzer.h"

namespace backfile {

// One word of a pattern: the ways in which a token may satisfy it.
struct WordPattern {
  std::string term;                          // folded form as typed
  std::string accented;                      // not empty: the token must have this very form
  bool capitals_only = false;                // only where it may be an acronym; capitals.cc
  bool family = false;                       // any form of the stems below, in their languages
  std::map<std::string, std::string> stems;  // language -> stem; of a family alone
  std::uint8_t pieces = 1;                   // above 1: only a compound of so many pieces
  // Other terms that may stand in its place, sorted: another spelling, or everything that a
  // wildcard or a misspelling stands for.
  std::vector<std::string> forms = {};
  bool prefers_capitals = false;  // `capitals_only` in an article that has the acronym

  friend bool operator==(const WordPattern&, const WordPattern&) = default;
};

bool satisfies(const Token& token, const std::string& language, const WordPattern& word_pattern);

// The same in two steps, for many tokens of one language: nullptr where no stem counts.
const std::string* stem_in(const std::string& language, const WordPattern& word_pattern);
bool satisfies(const Token& token, const WordPattern& word_pattern, const std::string* stem);

// Words one after the other. A plain word is a pattern of one word; a run of
// Han, Kana or Thai is a pattern of its bigrams.
struct MatchPattern {
  std::vector<WordPattern> words;
  std::string field;  // "title": only there; empty: anywhere but the byline
  std::string label;  // as typed, for "missing"

  friend bool operator==(const MatchPattern&, const MatchPattern&) = default;
};

}  // namespace backfile
