// A stem has to be in two of the best articles and in at most a fifth of all; those with the
// highest share times idf are added, each as one Xapian term scaled to what the best match has.
#include "query/search/feedback.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "indexer/index/stem_terms.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr double most_frequent = 0.2;   // of all articles; what more have is no topic
constexpr std::size_t most_shared = 5;  // words named for one article

struct Candidate {
  std::string name, term, language, stem, spelling;
  double weight = 0;    // share of the best articles' words
  double articles = 0;  // of the archive
  int found_in = 0;     // of the best
  Xapian::docid example = 0;
  ArticleStems::Number number = 0;
};

using Candidates = std::unordered_map<ArticleStems::Number, Candidate>;

// Adds the stems of one article, which counts for so much.
void add_article(ArticleStems& article, Xapian::docid docid, double share, Candidates& candidates) {
  article.read(docid);
  double length = 0;
  for (const ArticleStems::Stem& stem : article.stems()) length += stem.count;
  for (const ArticleStems::Stem& stem : article.stems()) {
    Candidate& candidate = candidates[stem.number];
    candidate.weight += share * stem.count / length;
    candidate.found_in += 1;
    if (candidate.example == 0) candidate.example = docid;
  }
}

bool worth_adding(const Xapian::Database& database, const Lexicon& lexicon,
                  const ArticleStems& stems, Candidate& candidate) {
  if (candidate.found_in < 2) return false;
  candidate.name = stems.name(candidate.number);
  const std::size_t colon = candidate.name.find(':');
  candidate.language = candidate.name.substr(0, colon);
  candidate.stem = candidate.name.substr(colon + 1);
  const bool digits = candidate.stem.find_first_not_of("0123456789.,") == std::string::npos;
  if (digits || code_point_length(candidate.stem) < 2) return false;
  if (is_stop_word(candidate.stem, candidate.language)) return false;
  candidate.term = term_of_stem(database, lexicon, candidate.language, candidate.stem);
  candidate.articles = database.get_termfreq(candidate.term);
  return candidate.articles <= std::max(10.0, most_frequent * database.get_doccount());
}

// Each as the first article that has it spells it.
void spell(std::vector<Candidate>& candidates, ArticleStems& article) {
  std::set<Xapian::docid> examples;
  for (const Candidate& candidate : candidates) examples.insert(candidate.example);
  for (const Xapian::docid docid : examples) {
    article.read(docid);
    for (Candidate& candidate : candidates) {
      if (candidate.example == docid) candidate.spelling = article.spelling(candidate.number);
    }
  }
}

// A word of a phrase or a piece of a compound is not: alone it was not looked for.
bool is_asked_for(const Candidate& candidate, const std::vector<MatchPattern>& asked) {
  const std::string& word = candidate.spelling;
  return std::ranges::any_of(asked, [&](const MatchPattern& pattern) {
    if (pattern.words.size() > 1) return fold(pattern.label).term == word;
    const WordPattern& word_pattern = pattern.words.front();
    const std::string* stem = stem_in(candidate.language, word_pattern);
    return word_pattern.term == word || (stem != nullptr && *stem == candidate.stem);
  });
}

std::vector<Candidate> best_of(const Xapian::Database& database, const Lexicon& lexicon,
                               ArticleStems& article, Candidates candidates, const Idf& idf,
                               const RankingSettings& settings) {
  std::vector<Candidate> found;
  for (auto& [number, candidate] : candidates) {
    candidate.number = number;
    if (!worth_adding(database, lexicon, article, candidate)) continue;
    candidate.weight *=
        idf.of(candidate.language, candidate.articles, candidate.articles, settings.shrinkage);
    found.push_back(candidate);
  }
  std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (found.size() > settings.feedback_words) found.resize(settings.feedback_words);
  spell(found, article);
  return found;
}

}  // namespace

Expansion expansion_from(const Xapian::Database& database, const ForwardIndex& forward,
                         const Xapian::MSet& best, const std::vector<MatchPattern>& asked,
                         const Idf& idf, Analyzer& analyzer, const RankingSettings& settings) {
  Expansion expansion;
  if (best.size() < 2) return expansion;
  double scores = 0;
  for (auto match = best.begin(); match != best.end(); ++match) scores += match.get_weight();
  if (scores <= 0) return expansion;
  ArticleStems article(forward, analyzer);
  Candidates candidates;
  for (auto match = best.begin(); match != best.end(); ++match) {
    if (match.get_weight() <= 0) continue;  // it has no say, and words of weight 0 have no share
    add_article(article, *match, match.get_weight() / scores, candidates);
  }
  const std::vector<Candidate> chosen =
      best_of(database, forward.lexicon(), article, std::move(candidates), idf, settings);
  double sum = 0;
  for (const Candidate& candidate : chosen) sum += candidate.weight;
  std::vector<CostedQuery> queries;
  // All of them together weigh, at most, a part of what the best answer has.
  const double scale = settings.feedback * best.get_max_attained() / (settings.saturation + 1);
  for (const Candidate& candidate : chosen) {
    queries.push_back(
        boosted(term_query(database, candidate.term), scale * candidate.weight / sum));
    if (!is_asked_for(candidate, asked))
      expansion.words.push_back({candidate.spelling, candidate.name});
  }
  expansion.costed = any_of(queries);
  return expansion;
}

SharedWords::SharedWords(const ForwardIndex& forward, std::span<const AddedWord> words,
                         Analyzer& analyzer)
    : words_(words), article_(forward, analyzer) {
  for (const AddedWord& word : words) stems_.push_back(article_.number_of(word.stem));
}

std::vector<std::string> SharedWords::of(Xapian::docid docid) {
  article_.read(docid);
  std::vector<std::string> shared;
  for (std::size_t i = 0; i < words_.size() && shared.size() < most_shared; ++i) {
    const bool has_it =
        std::ranges::binary_search(article_.stems(), stems_[i], {}, &ArticleStems::Stem::number);
    if (has_it) shared.push_back(words_[i].text);
  }
  return shared;
}

}  // namespace backfile
