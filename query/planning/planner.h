// Tree to plan: what words mean in this archive, which articles are found, and what ranks them.
//
// Analyzes words in the archive's languages, ranks by stems, filters by terms, and adds up the cost
// before anything runs. words.h reads words, filters.h filters, costed_query.h adds up costs;
// searcher.h runs the plan. All that a Planner keeps of a query are the forms of words that it
// looked up. For one thread.
#pragma once

#include <xapian.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/forward/forward_index.h"
#include "indexer/index/columns.h"
#include "indexer/text/analyzer.h"
#include "query/ast/ast.h"
#include "query/language/parser.h"
#include "query/matching/match_pattern.h"
#include "query/matching/records/article_words.h"
#include "query/planning/terms/spellings.h"
#include "query/planning/words.h"
#include "query/ranking/idf.h"
#include "query/ranking/ranking_settings.h"

namespace backfile {

// What one query may cost, in postings read: about a second's work. `any` is kept below by leaving
// out its most frequent words; a searcher refuses what costs more.
inline constexpr double affordable_cost = 20'000'000;

// A word that a relaxed query can do without, and the articles that have it.
struct PlannedWord {
  std::string label;  // as typed
  Condition condition;
  std::vector<MatchPattern> patterns;  // the same for other texts than are indexed
};

struct Plan {
  CostedQuery all;  // every word wanted
  CostedQuery any;  // the same with its top-level words relaxed to OR; phrases, filters, NOT stay
  // `any` and the articles that have mere pieces of a word: "oil" for "veg-oil". They rank, but
  // they have none of the words.
  CostedQuery any_piece;
  bool relaxable = false;
  bool only_words = false;         // nothing required, excluded or filtered in it
  bool asks_nothing = true;        // no word and no filter in it
  std::vector<PlannedWord> words;  // those that `any` relaxes
  std::vector<MatchPattern> patterns;
  std::vector<RankedWord> ranked;  // in the order of the query, stop words among them
  std::vector<Note> notes;
  std::vector<Note> any_notes;   // those that hold for `any` alone
  std::vector<Note> sign_notes;  // of signs that are no words, as text has them: I ♥ NY
  // How words typed as acronyms were read, which is no fault of the query; the second tell of what
  // matters to the order by relevance alone.
  std::vector<Note> acronym_notes, acronym_rank_notes;
};

// What a planner needs to know of the archive; shared by all planners, and outlives them.
struct PlannerFacts {
  std::vector<std::string> languages;  // every one in it, "" for unknown; most frequent first
  std::shared_ptr<const Columns> columns;
  std::shared_ptr<const Spellings> spellings;
  std::shared_ptr<const Idf> idf = std::make_shared<const Idf>();
  bool stems_fit = true;  // false: the index was made with other stems; words match as typed
};

class Planner {
 public:
  // `forward` and `analyzer` outlive it and all plans.
  Planner(Xapian::Database database, const ForwardIndex& forward, const PlannerFacts& facts,
          Analyzer& analyzer);
  Planner(const Planner&) = delete;
  Planner& operator=(const Planner&) = delete;

  Plan plan(const Node& tree, const RankingSettings& settings = {});

  // Filters that do not stand in the query.
  Condition filter(const Field& field, std::string_view value, std::vector<Note>& notes);
  Condition days(Period period);
  // All articles, none before another.
  CostedQuery everything() const;

 private:
  const Xapian::Database database_;
  const WordContext context_;
  const Columns& columns_;
  FieldForms forms_;
};

}  // namespace backfile
