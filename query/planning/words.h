// What a typed word or phrase asks of the archive: its clauses.
//
// The analyzer decides what a word is. A text is analyzed in every language of the archive, since
// folding and stems depend on it. Plain words match their stem families; phrases, exact words and
// words of several tokens match surface forms, and are ranked by the stems of their words. The
// members stand in several files: words.cc takes a node apart and has words, compounds and phrases;
// runs.cc runs of Han, Kana and Thai; families.cc stems and forms; capitals.cc acronyms; typed.cc
// what ranks the form as typed. planner.h makes a WordPlanner for each query; for one thread.
#pragma once

#include <xapian.h>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/forward/forward_index.h"
#include "indexer/text/analyzer.h"
#include "query/ast/ast.h"
#include "query/planning/analysis.h"
#include "query/planning/clause.h"
#include "query/planning/rank.h"
#include "query/planning/terms/compounds.h"
#include "query/planning/terms/costed_query.h"
#include "query/planning/terms/spellings.h"
#include "query/planning/terms/tokens.h"
#include "query/planning/terms/where_found.h"

namespace backfile {

// The archive as word planners know it; all of it outlives them.
struct WordContext {
  const Xapian::Database& database;
  const ForwardIndex& forward;
  const std::vector<std::string>& languages;
  const Spellings& spellings;
  const Idf& idf;
  Analyzer& analyzer;
  bool stems_fit = true;  // false: the index was made with other stems, so match forms alone
};

// What holds for all words of a query.
struct QueryTraits {
  RankingSettings settings;
  Likelihoods likelihoods;  // of its languages
  bool shouted = false;     // all in capitals, so that capitals make no acronyms
};

class WordPlanner {
 public:
  // `forms` remembers what earlier queries looked up, and outlives the planner as the context does.
  WordPlanner(const WordContext& context, FieldForms& forms, const QueryTraits& traits)
      : context_(context),
        forms_(forms),
        ranker_(context.database, context.idf, traits.settings, traits.likelihoods),
        shouted_(traits.shouted) {}

  // Of a word or phrase node. Empty if there is no letter or digit in it. Without a weight if the
  // node is `excluded`: Xapian 1.4.22 reads uninitialized weights, and then loses matches, where an
  // AND_MAYBE stands in an AND behind AND_NOT.
  std::vector<Clause> clauses(const Node& node, bool excluded = false);

  // The text as a phrase of the field's surface forms, unranked: for bylines.
  CostedQuery phrase_in(const Field& field, std::string_view text);

 private:
  // What a word or phrase node asks for, and where.
  struct Wanted {
    const Node& node;
    const Field& field;
    bool ranks;  // its clauses weigh the articles that they match

    Wanted unranked() const { return {node, field, false}; }
  };

  // The terms that one clause takes beyond those typed, of the many that its query may have.
  class TermAllowance {
   public:
    explicit TermAllowance(std::size_t& left) : left_(left) {}

    // Whether one more may be added.
    bool take();
    // Some were left out because they are too many.
    void narrow() { narrowed_ = true; }
    bool narrowed() const { return narrowed_; }

   private:
    std::size_t& left_;  // of the query
    bool narrowed_ = false;
  };

  // One of the ways in which a clause may come true.
  struct Variant {
    CostedQuery costed;
    std::vector<MatchPattern> patterns;
  };

  std::vector<Analysis> analyses(std::string_view text);
  std::vector<Clause> run(const Wanted& wanted, const std::vector<Analysis>& analyses);
  std::vector<Clause> pieces(const Wanted& wanted, const std::vector<Analysis>& analyses,
                             const std::vector<Range>& ranges);
  bool is_nowhere(const CostedQuery& costed) const;
  Clause word(const Wanted& wanted, const std::vector<Analysis>& analyses);
  void add_compound(Clause& clause, const Wanted& wanted, const Analysis& analysis,
                    TermAllowance& allowance);
  Clause phrase(const Wanted& wanted, const std::vector<Analysis>& analyses, Range range);
  static void add(Clause& clause, const Variant& variant);
  static MatchPattern pattern_of(const MatchPattern& empty,
                                 const std::vector<PhrasePosition>& positions, bool exact);
  static MatchPattern empty_pattern(const Field& field, const std::string& label);

  Variant as_family(const Field& field, const std::string& label, const Token& token,
                    const std::vector<Stem>& stems, TermAllowance& allowance);
  Variant as_forms(const Field& field, const std::string& label,
                   const std::vector<PhrasePosition>& positions, bool exact,
                   TermAllowance& allowance);

  std::vector<Stem> stems_of(const Analysis& analysis, const Token& token);
  std::string term_of(const Stem& stem) const;
  CostedQuery family(const std::string& typed, const std::vector<Stem>& stems);
  CostedQuery family_in(const Field& field, const std::string& typed,
                        const std::vector<Stem>& stems, TermAllowance& allowance);
  CostedQuery ranking_of(const Analysis& analysis, Range range);
  bool is_stop_word(const std::vector<Stem>& stems);
  void leave_out_strangers(std::vector<Stem>& stems, const Token& typed) const;
  bool is_acronym(std::string_view text, const Token& token) const;
  void prefer_capitals(Clause& clause, const Wanted& wanted, const Token& token);
  void prefer_as_typed(Clause& clause, const Wanted& wanted, const Token& token);
  static void prefer(Clause& clause, Preference preference);
  bool is_always_in_capitals(const Token& token) const;
  bool is_mostly_capitals(const Field& field, const Token& token) const;
  bool is_written_as_acronym(const Token& token) const;
  void read_common_word(Clause& clause, const Wanted& wanted,
                        const std::vector<const Token*>& typed);
  void demand_capitals(Clause& clause, const Node& node, const std::vector<Token>& tokens,
                       PhraseVariant& words) const;
  bool demands_capitals(Clause& clause, const Node& node, const Token& token, bool shouts) const;
  const Token* only_word(std::string_view typed, const Analysis& analysis);
  const Token* only_content_word(std::string_view typed, const Analysis& analysis,
                                 const std::vector<const Token*>& words);
  static Alternatives written_terms(const PhrasePosition& position, bool with_accents);
  std::vector<Alternatives> terms_of(const Field& field,
                                     const std::vector<PhrasePosition>& positions,
                                     bool with_accents, TermAllowance& allowance);
  CostedQuery forms_in(const Field& field, const std::string& typed, const Stem& stem,
                       TermAllowance& allowance);
  CostedQuery as_patterns(const CostedQuery& candidates, std::vector<MatchPattern> patterns) const;
  static void expand(Alternatives& terms, const std::vector<std::string>& more,
                     TermAllowance& allowance);

  static constexpr std::size_t most_expansions = 2000;  // terms of a query beyond those typed

  const WordContext context_;
  FieldForms& forms_;
  const WordRanker ranker_;
  const bool shouted_;
  std::size_t expansions_left_ = most_expansions;
};

}  // namespace backfile
