// A clause: one thing that a query wants of an article.
//
// words.h makes clauses of typed words and phrases, planner.h puts them together. Plain values.
#pragma once

#include <string>
#include <vector>

#include "query/matching/match_pattern.h"
#include "query/matching/records/article_words.h"
#include "query/planning/terms/costed_query.h"

namespace backfile {

// How a word was read, as a plain sentence.
struct WordNote {
  std::string message;
  bool of_ranking = false;  // it tells of the order by relevance
};

// One thing wanted of an article. A plain word is one clause; a long run of Han, Kana or Thai is a
// clause for each of its dictionary words.
struct Clause {
  std::string label;  // as typed
  CostedQuery costed;
  CostedQuery support;  // what else ranks articles that match
  std::vector<MatchPattern> patterns;
  std::vector<Preference> preferences;
  bool stop_word = false;  // a plain word that says nothing beside others
  bool relaxable = false;  // a plain word in no field
  bool narrowed = false;   // it stands for more terms than were looked up
  std::vector<WordNote> acronym_notes;
  bool in_pieces = false;  // a piece of a short run that no article has as it stands
};

}  // namespace backfile
