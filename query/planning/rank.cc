// A word of several languages is the sum of one part per language, each with the idf it has there
// and weighed by how likely the query is in that language.
#include "query/planning/rank.h"

#include <algorithm>
#include <set>

#include "indexer/index/schema.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

bool is_pair_within(const Token& token, Range range) {
  return token.kind == TokenKind::bigram && token.range.begin >= range.begin &&
         token.range.end <= range.end && !is_one_character(token.term);
}

// Of the languages that read a text alike, the one with most articles stands first.
const std::string& language_of(const Analysis& analysis) {
  return analysis.front().language;
}

}  // namespace

// What words of a language weigh beside those of the query's own.
double WordRanker::standing(const std::string& language) const {
  const auto found = likelihoods_.find(language);
  const double likelihood = found == likelihoods_.end() ? 1 : found->second;
  return settings_.foreign + (1 - settings_.foreign) * likelihood;
}

CostedQuery WordRanker::form(const std::string& term) const {
  const CostedQuery costed = term_query(database_, term);
  return boosted(costed, idf_.of("", costed.matches(), costed.matches(), settings_.shrinkage));
}

double WordRanker::worth(const std::string& term, double share) const {
  const double articles = database_.get_termfreq(term);
  if (articles == 0) return 0;
  const double idf = idf_.of("", articles, articles, settings_.shrinkage);
  return share * idf * (settings_.saturation + 1);
}

CostedQuery WordRanker::word(const std::vector<Stem>& stems,
                             const std::vector<CostedQuery>& queries,
                             const std::vector<CostedQuery>& narrowed) const {
  struct InOneLanguage {
    std::vector<CostedQuery> queries, narrowed;
  };
  std::map<std::string, InOneLanguage> languages;
  double everywhere = 0;
  for (std::size_t i = 0; i < stems.size(); ++i) {
    InOneLanguage& own = languages[stems[i].language];
    own.queries.push_back(queries[i]);
    if (!narrowed.empty()) own.narrowed.push_back(narrowed[i]);
    everywhere += queries[i].matches();
  }
  std::vector<CostedQuery> members;
  for (const auto& [language, own] : languages) {
    const CostedQuery whole = same_word(own.queries);
    // Xapian 1.4 has no SYNONYM of more than terms.
    const CostedQuery member = narrowed.empty() ? whole : any_of(own.narrowed);
    const double idf = idf_.of(language, whole.matches(), everywhere, settings_.shrinkage);
    members.push_back(boosted(member, standing(language) * idf));
  }
  return any_of(members);
}

CostedQuery WordRanker::pairs(const Analysis& analysis, Range range) const {
  std::set<std::string> terms;
  for (const Token& token : analysis.front().tokens) {
    if (is_pair_within(token, range)) terms.insert(token.term);
  }
  std::vector<CostedQuery> pairs;
  for (const std::string& term : terms) {
    const CostedQuery pair = term_query(database_, term);
    // All its articles are counted as this language's: Han is shared by few.
    const double idf = idf_.of(language_of(analysis), pair.matches(), pair.matches(), 0);
    pairs.push_back(boosted(pair, settings_.pairs * standing(language_of(analysis)) * idf));
  }
  return any_of(pairs);
}

}  // namespace backfile
