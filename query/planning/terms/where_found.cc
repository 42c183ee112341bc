// What has been judged stands in two sets of bits.
#include "query/planning/terms/where_found.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "indexer/article/fields.h"
#include "indexer/index/schema.h"
#include "query/matching/records/record_judge.h"
#include "query/planning/terms/compounds.h"

namespace backfile {
namespace {

// The cost of looking for a phrase in the record of one article, in postings read one after the
// other; a rough measurement.
constexpr double cost_of_judging = 12;

RecordJudge::Docids joined_in(const Xapian::Database& database, const std::string& word) {
  RecordJudge::Docids docids;
  for (const std::size_t pieces : pieces_of_compounds) {
    const std::string term = compound_term(field_of(FieldId::body), word, pieces);
    docids.insert(docids.end(), database.postlist_begin(term), database.postlist_end(term));
  }
  std::ranges::sort(docids);
  return docids;
}

std::string described(const MatchPattern& pattern) {
  std::string text = pattern.field.empty() ? "" : pattern.field + ":";
  for (const WordPattern& word : pattern.words) {
    if (&word != &pattern.words.front()) text += ' ';
    text += word.term;
    for (const auto& [language, stem] : word.stems) text += language + "~" + stem;
    if (word.pieces > 1) text += "/" + std::to_string(word.pieces);
    if (word.capitals_only) text += "!";
    if (!word.accented.empty()) text += "=" + word.accented;
  }
  return text;
}

class PatternTest : public ArticleTest {
 public:
  PatternTest(const Xapian::Database& database, const Records& records,
              std::vector<MatchPattern> patterns)
      : database_(database), records_(records), patterns_(std::move(patterns)) {}

  void keep_passing(DocidSet& candidates) override {
    if (!judge_) begin();
    candidates.for_each([&](DocidSet::Docid article) {
      if (!holds(article)) candidates.erase(article);
    });
  }
  bool reads_articles() const override { return true; }

  std::string description() const override {
    std::string text;
    for (const MatchPattern& pattern : patterns_) {
      text += (text.empty() ? "" : ", ") + described(pattern);
    }
    return text;
  }

 private:
  // Not before an article is to be judged: many a plan is never run.
  void begin() {
    judge_.emplace(records_.forward, patterns_, records_.analyzer,
                   [&](const std::string& term) { return joined_in(database_, term); });
    known_ = held_ = DocidSet(records_.forward.size());
  }

  bool holds(DocidSet::Docid article) {
    if (!known_.contains(article)) {
      if (judge_->holds(article)) held_.insert(article);
      known_.insert(article);
    }
    return held_.contains(article);
  }

  const Xapian::Database database_;
  const Records records_;
  const std::vector<MatchPattern> patterns_;
  std::optional<RecordJudge> judge_;
  DocidSet known_, held_;
};

}  // namespace

CostedQuery where_found(const CostedQuery& candidates, const Xapian::Database& database,
                        const Records& records, std::vector<MatchPattern> patterns) {
  auto test = std::make_shared<PatternTest>(database, records, std::move(patterns));
  return {Condition::passing(candidates.condition, std::move(test)),
          {},
          {},
          false,
          candidates.cost + candidates.matches() * cost_of_judging};
}

}  // namespace backfile
