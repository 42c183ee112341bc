// A stem has to be in two of the best articles and in at most a fifth of all; those with the
// highest share times idf are added, each as one Xapian term scaled to what the best match has.
#include "query/search/feedback.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "indexer/index/schema.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::string_view stems = "Z";
constexpr double most_frequent = 0.2;         // of all articles; what more have is no topic
constexpr std::size_t most_shared = 5;        // words named for one article
constexpr std::size_t longest_list = 50'000;  // terms read of an article, however long

struct Candidate {
  std::string term, language, stem;
  double weight = 0;    // share of the best articles' words
  double articles = 0;  // of the archive
  int found_in = 0;     // of the best
  Xapian::docid example = 0;
};

using Candidates = std::unordered_map<std::string, Candidate>;

// Adds the stems of one article, which counts for so much.
void add_article(const Xapian::Database& database, Xapian::docid docid, double share,
                 Candidates& candidates) {
  struct Counted {
    std::string term;
    double count;
  };
  std::vector<Counted> own;
  double length = 0;
  auto term = database.termlist_begin(docid);
  const auto end = database.termlist_end(docid);
  for (term.skip_to(std::string(stems)); term != end && own.size() < longest_list; ++term) {
    std::string name = *term;
    if (!name.starts_with(stems)) break;
    const double count = term.get_wdf();
    length += count;
    own.push_back({std::move(name), count});
  }
  for (Counted& counted : own) {
    Candidate& candidate = candidates[counted.term];
    candidate.weight += share * counted.count / length;
    candidate.found_in += 1;
    if (candidate.example == 0) candidate.example = docid;
  }
}

bool worth_adding(const Xapian::Database& database, Candidate& candidate) {
  const std::size_t colon = candidate.term.find(':');
  if (colon == std::string::npos || candidate.found_in < 2) return false;
  candidate.language = candidate.term.substr(stems.size(), colon - stems.size());
  candidate.stem = candidate.term.substr(colon + 1);
  const bool digits = candidate.stem.find_first_not_of("0123456789.,") == std::string::npos;
  if (digits || code_point_length(candidate.stem) < 2) return false;
  if (is_stop_word(candidate.stem, candidate.language)) return false;
  candidate.articles = database.get_termfreq(candidate.term);
  return candidate.articles <= std::max(10.0, most_frequent * database.get_doccount());
}

// The most frequent form of the stem in an article that has it.
std::string as_written(const Xapian::Database& database, const Candidate& candidate,
                       Analyzer& analyzer) {
  std::string best = candidate.stem;
  Xapian::termcount most = 0;
  const std::string start = candidate.stem.substr(0, code_point_floor(candidate.stem, 3));
  const auto end = database.termlist_end(candidate.example);
  auto term = database.termlist_begin(candidate.example);
  for (term.skip_to(start); term != end && (*term).starts_with(start); ++term) {
    Token token;
    token.term = *term;
    if (term.get_wdf() <= most || analyzer.stem(token, candidate.language) != candidate.stem) {
      continue;
    }
    most = term.get_wdf();
    best = token.term;
  }
  return best;
}

// A word of a phrase or a piece of a compound is not: alone it was not looked for.
bool is_asked_for(const Candidate& candidate, const std::string& word,
                  const std::vector<MatchPattern>& asked) {
  return std::ranges::any_of(asked, [&](const MatchPattern& pattern) {
    if (pattern.words.size() > 1) return fold(pattern.label).term == word;
    const WordPattern& word_pattern = pattern.words.front();
    const std::string* stem = stem_in(candidate.language, word_pattern);
    return word_pattern.term == word || (stem != nullptr && *stem == candidate.stem);
  });
}

std::vector<Candidate> best_of(const Xapian::Database& database, Candidates candidates,
                               const Idf& idf, const RankingSettings& settings) {
  std::vector<Candidate> found;
  for (auto& [term, candidate] : candidates) {
    candidate.term = term;
    if (!worth_adding(database, candidate)) continue;
    candidate.weight *=
        idf.of(candidate.language, candidate.articles, candidate.articles, settings.shrinkage);
    found.push_back(candidate);
  }
  std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (found.size() > settings.feedback_words) found.resize(settings.feedback_words);
  return found;
}

}  // namespace

Expansion expansion_from(const Xapian::Database& database, const Xapian::MSet& best,
                         const std::vector<MatchPattern>& asked, const Idf& idf, Analyzer& analyzer,
                         const RankingSettings& settings) {
  Expansion expansion;
  if (best.size() < 2) return expansion;
  double scores = 0;
  for (auto match = best.begin(); match != best.end(); ++match) scores += match.get_weight();
  if (scores <= 0) return expansion;
  Candidates candidates;
  for (auto match = best.begin(); match != best.end(); ++match) {
    if (match.get_weight() <= 0) continue;  // it has no say, and words of weight 0 have no share
    add_article(database, *match, match.get_weight() / scores, candidates);
  }
  const std::vector<Candidate> chosen = best_of(database, std::move(candidates), idf, settings);
  double sum = 0;
  for (const Candidate& candidate : chosen) sum += candidate.weight;
  std::vector<CostedQuery> queries;
  // All of them together weigh, at most, a part of what the best answer has.
  const double scale = settings.feedback * best.get_max_attained() / (settings.saturation + 1);
  for (const Candidate& candidate : chosen) {
    queries.push_back(
        boosted(term_query(database, candidate.term), scale * candidate.weight / sum));
    std::string word = as_written(database, candidate, analyzer);
    if (!is_asked_for(candidate, word, asked))
      expansion.words.push_back({std::move(word), candidate.term});
  }
  expansion.costed = any_of(queries);
  return expansion;
}

std::vector<std::string> words_shared(const Xapian::Database& database, Xapian::docid docid,
                                      const std::vector<AddedWord>& words) {
  std::set<std::string> terms, there;
  for (const AddedWord& word : words) terms.insert(word.term);
  auto term = database.termlist_begin(docid);
  const auto end = database.termlist_end(docid);
  for (const std::string& wanted : terms) {
    if (term != end) term.skip_to(wanted);
    if (term != end && *term == wanted) there.insert(wanted);
  }
  std::vector<std::string> shared;
  for (const AddedWord& word : words) {
    if (there.contains(word.term) && shared.size() < most_shared) shared.push_back(word.text);
  }
  return shared;
}

}  // namespace backfile
