// One match for each word over the articles shown, then a look at what stands beside the text.
#include "query/search/missing_words.h"

#include <algorithm>
#include <iterator>

#include "indexer/index/schema.h"
#include "query/matching/match_finder.h"

namespace backfile {
namespace {

using Xapian::Query;

// An acronym's capitals do not matter here: tags are folded wherever they are compared.
std::vector<MatchPattern> patterns_for_labels(std::vector<MatchPattern> patterns) {
  for (MatchPattern& pattern : patterns) {
    for (WordPattern& word : pattern.words) word.capitals_only = word.prefers_capitals = false;
  }
  return patterns;
}

bool is_among_labels(const PlannedWord& word, const Article& article, Analyzer& analyzer) {
  const std::vector<MatchPattern> patterns = patterns_for_labels(word.patterns);
  const auto has = [&](const std::string& label) {
    const std::vector<Token> tokens = analyzer.analyze(label, article.language);
    return !find_matches(tokens, "tag", article.language, patterns).empty();
  };
  return std::ranges::any_of(article.tags, has) || std::ranges::any_of(article.author, has) ||
         has(article.section);
}

// Keys of those of the articles that match.
std::vector<std::string> keys_of(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  const Xapian::MSet matches = enquire.get_mset(0, most_hits_explained);
  std::vector<std::string> keys;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    keys.push_back(match.get_document().get_value(field_of(FieldId::key).values->slot));
  }
  return keys;
}

}  // namespace

void name_missing_words(const Xapian::Database& database, const std::vector<PlannedWord>& words,
                        Analyzer& analyzer, std::span<Hit> hits) {
  if (hits.empty() || hits.size() > most_hits_explained) return;
  const Field& key = field_of(FieldId::key);
  std::vector<Query> keys;
  for (const Hit& hit : hits) keys.emplace_back(filter_term(key, hit.key));
  const Query shown(Query::OP_OR, keys.begin(), keys.end());
  for (const PlannedWord& word : words) {
    const std::vector<std::string> having =
        keys_of(database, Query(Query::OP_FILTER, word.query, shown));
    for (Hit& hit : hits) {
      const bool has = std::ranges::find(having, hit.key) != having.end() ||
                       is_among_labels(word, hit.article, analyzer);
      if (!has) hit.missing.push_back(word.label);
    }
  }
}

std::vector<std::string> missing_words(const Xapian::Database& database,
                                       const std::vector<PlannedWord>& words, Analyzer& analyzer,
                                       const Article& article) {
  Hit hit;
  hit.article = article;
  hit.key = article_key(article);
  name_missing_words(database, words, analyzer, {&hit, 1});
  return hit.missing;
}

}  // namespace backfile
