// What a typed word or phrase asks of the archive: its clauses.
//
// The analyzer decides what a word is. A text is read in every language of the archive, since
// folding and stems depend on it; readings that give the same terms are one. Plain words match
// their stem families; phrases, exact words and words of several tokens match surface forms, and
// are ranked by the stems of their words. Used by planner.h alone; for one thread.
#pragma once

#include <xapian.h>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/schema.h"
#include "indexer/text/analyzer.h"
#include "query/language/ast.h"
#include "query/matching/match_pattern.h"
#include "query/planning/compounds.h"
#include "query/planning/costed_query.h"
#include "query/planning/rank.h"
#include "query/planning/reading.h"
#include "query/planning/spellings.h"
#include "query/planning/tokens.h"

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
  bool stop_word = false;  // a plain word that says nothing beside others
  bool relaxable = false;  // a plain word in no field
  bool narrowed = false;   // it stands for more terms than were looked up
  std::vector<WordNote> readings;
  bool in_pieces = false;  // a piece of a short run that no article has as it stands
};

// The archive as the planner knows it; all of it outlives the planner.
struct WordContext {
  const Xapian::Database& database;
  const std::vector<std::string>& languages;
  const Spellings& spellings;
  const Idf& idf;
  Analyzer& analyzer;
  bool stems_fit = true;  // false: the index was made with other stems, so match forms alone
};

class WordPlanner {
 public:
  explicit WordPlanner(const WordContext& context)
      : context_(context),
        forms_(context.database, context.spellings, context.analyzer),
        ranker_(context.database, context.idf) {}

  // What is not wanted has no rank. This is more than thrift: Xapian 1.4.22 reads uninitialized
  // weights, and then loses matches, where an AND_MAYBE stands in an AND behind AND_NOT.
  void set_ranking(bool ranking) { ranking_ = ranking; }

  // Each query may look up so many terms beyond those typed. In one that is `shouted`, all in
  // capitals, capitals make no acronyms.
  void begin_query(const RankingSettings& settings, std::string_view words = {},
                   bool shouted = false);

  // Of a word or phrase node. Empty if there is no letter or digit in it.
  std::vector<Clause> clauses(const Node& node);

  // The text as a phrase of the field's surface forms, unranked: for bylines.
  CostedQuery phrase_in(const Field& field, std::string_view text);

 private:
  // One of the ways in which a clause may come true.
  struct Variant {
    CostedQuery costed;
    std::vector<MatchPattern> patterns;
  };

  std::vector<Reading> readings(std::string_view text);
  std::vector<Clause> run(const Node& node, const Field& field,
                          const std::vector<Reading>& readings);
  std::vector<Clause> pieces(const Node& node, const Field& field,
                             const std::vector<Reading>& readings,
                             const std::vector<Range>& ranges);
  bool is_nowhere(const CostedQuery& costed) const;
  Clause word(const Node& node, const Field& field, const std::vector<Reading>& readings);
  void add_compound(Clause& clause, const Node& node, const Field& field, const Reading& reading);
  Clause phrase(const Node& node, const Field& field, const std::vector<Reading>& readings,
                Range range);
  static void add(Clause& clause, const Variant& variant);

  Variant as_family(const Field& field, const std::string& label, const Reading& reading,
                    const Token& token);
  Variant as_forms(const Field& field, const std::string& label,
                   const std::vector<PhrasePosition>& positions, bool exact);

  std::vector<Stem> stems_of(const Reading& reading, const Token& token);
  CostedQuery family(const Field& field, const std::string& typed, const std::vector<Stem>& stems);
  CostedQuery ranked(const CostedQuery& costed, const Reading& reading,
                     const std::vector<PhrasePosition>& positions);
  bool ranks() const { return ranking_ && context_.stems_fit; }
  CostedQuery ranking_of(const Reading& reading, Range range);
  bool is_stop_word(const std::vector<Stem>& stems);
  bool is_acronym(std::string_view text, const Token& token) const;
  void prefer_capitals(Clause& clause, const Field& field, const Token& token);
  void prefer_as_typed(Clause& clause, const Field& field, const Token& token);
  CostedQuery spelled(const Field& field, const Token& token) const;
  bool is_mostly_capitals(const Field& field, const Token& token) const;
  bool is_written_as_acronym(const Token& token) const;
  void read_common_word(Clause& clause, const Node& node, const Field& field,
                        const std::vector<const Token*>& typed);
  void demand_capitals(Clause& clause, const Node& node, const std::vector<Token>& tokens,
                       PhraseVariant& words) const;
  bool demands_capitals(Clause& clause, const Node& node, const Token& token, bool shouts) const;
  const Token* only_content_word(std::string_view typed, const Reading& reading,
                                 const std::vector<const Token*>& words);
  static Alternatives written_terms(const PhrasePosition& position, bool with_accents);
  static std::size_t anchor_of(const std::vector<PhrasePosition>& positions, bool with_accents);
  std::vector<Alternatives> terms_of(const Field& field,
                                     const std::vector<PhrasePosition>& positions,
                                     bool with_accents);
  CostedQuery forms_in(const Field& field, const std::string& typed, const Stem& stem);
  bool may_expand();
  void expand(Alternatives& terms, const std::vector<std::string>& more);

  WordContext context_;
  FieldForms forms_;
  WordRanker ranker_;
  bool ranking_ = true;
  bool shouted_ = false;
  static constexpr std::size_t most_expansions = 2000;
  std::size_t expansions_left_ = most_expansions;
  bool narrowed_ = false;  // the clause being made stands for more terms than were looked up
};

}  // namespace backfile
