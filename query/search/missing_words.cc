// One evaluation for each word over the articles shown, then a look at what stands beside the text.
#include "query/search/missing_words.h"

#include <algorithm>

#include "query/docids/evaluation.h"
#include "query/matching/match_finder.h"

namespace backfile {
namespace {

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

}  // namespace

void name_missing_words(const Xapian::Database& database, const std::vector<PlannedWord>& words,
                        Analyzer& analyzer, std::span<const Xapian::docid> docids,
                        std::span<Hit> hits) {
  if (hits.empty() || hits.size() > most_hits_explained) return;
  DocidSet shown(database.get_lastdocid());
  for (const Xapian::docid docid : docids) shown.insert(docid);
  for (const PlannedWord& word : words) {
    const DocidSet having = evaluate(word.condition, database, &shown);
    for (std::size_t i = 0; i < hits.size(); ++i) {
      const bool has =
          having.contains(docids[i]) || is_among_labels(word, hits[i].article, analyzer);
      if (!has) hits[i].missing.push_back(word.label);
    }
  }
}

std::vector<std::string> missing_words(const Xapian::Database& database,
                                       const std::vector<PlannedWord>& words, Analyzer& analyzer,
                                       Xapian::docid docid, const Article& article) {
  Hit hit;
  hit.article = article;
  name_missing_words(database, words, analyzer, {&docid, 1}, {&hit, 1});
  return hit.missing;
}

}  // namespace backfile
