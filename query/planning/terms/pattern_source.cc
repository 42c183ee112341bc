// A posting source that claims all articles and judges those that it is asked for.
#include "query/planning/terms/pattern_source.h"

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

RecordJudge::Docids joined_in(const Xapian::Database& database, const std::string& word) {
  RecordJudge::Docids docids;
  for (const std::size_t pieces : pieces_of_compounds) {
    const std::string term = compound_term(field_of(FieldId::body), word, pieces);
    docids.insert(docids.end(), database.postlist_begin(term), database.postlist_end(term));
  }
  std::ranges::sort(docids);
  return docids;
}

// What is known of articles; shared by all runs of one query.
class Judgements {
 public:
  Judgements(const Records& records, std::vector<MatchPattern> patterns)
      : records_(records), patterns_(std::move(patterns)) {}

  bool holds(const Xapian::Database& database, Xapian::docid article) {
    if (!judge_) begin(database);
    const std::size_t word = article / 64;
    const std::uint64_t bit = std::uint64_t{1} << article % 64;
    if (word >= known_.size()) return false;
    if ((known_[word] & bit) == 0) {
      if (judge_->holds(article)) held_[word] |= bit;
      known_[word] |= bit;
    }
    return (held_[word] & bit) != 0;
  }

  const std::vector<MatchPattern>& patterns() const { return patterns_; }

 private:
  // Not before an article is to be judged: many a plan is never run.
  void begin(const Xapian::Database& database) {
    judge_.emplace(records_.forward, patterns_, records_.analyzer,
                   [&](const std::string& term) { return joined_in(database, term); });
    known_.resize(records_.forward.size() / 64 + 1);
    held_.resize(known_.size());
  }

  const Records records_;
  const std::vector<MatchPattern> patterns_;
  std::optional<RecordJudge> judge_;
  std::vector<std::uint64_t> known_, held_;  // a bit for each article
};

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

class PatternSource : public Xapian::PostingSource {
 public:
  PatternSource(std::shared_ptr<Judgements> judgements, Xapian::docid last)
      : judgements_(std::move(judgements)), last_(last) {}

  // All articles: so it comes last.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return last_; }
  Xapian::doccount get_termfreq_max() const override { return last_; }

  void init(const Xapian::Database& database) override {
    database_ = database;
    docid_ = 0;
  }
  bool check(Xapian::docid docid, double) override {
    docid_ = docid;
    return docid <= last_ && judgements_->holds(database_, docid);
  }
  void next(double) override { seek(docid_ + 1); }
  void skip_to(Xapian::docid docid, double) override { seek(std::max(docid, docid_)); }
  bool at_end() const override { return docid_ > last_; }
  Xapian::docid get_docid() const override { return docid_; }

  PostingSource* clone() const override { return new PatternSource(judgements_, last_); }
  std::string get_description() const override {
    std::string text;
    for (const MatchPattern& pattern : judgements_->patterns()) {
      text += (text.empty() ? "" : ", ") + described(pattern);
    }
    return "Pattern(" + text + ")";
  }

 private:
  void seek(Xapian::docid docid) {
    while (docid <= last_ && !judgements_->holds(database_, docid)) ++docid;
    docid_ = docid;
  }

  std::shared_ptr<Judgements> judgements_;
  Xapian::docid last_;
  Xapian::Database database_;
  Xapian::docid docid_ = 0;
};

}  // namespace

CostedQuery where_found(const CostedQuery& candidates, const Records& records,
                        std::vector<MatchPattern> patterns) {
  if (candidates.query.empty()) return {};
  auto judgements = std::make_shared<Judgements>(records, std::move(patterns));
  auto* source = new PatternSource(std::move(judgements), records.forward.size());
  return {Xapian::Query(Xapian::Query::OP_AND, unranked(candidates).query,
                        Xapian::Query(source->release())),
          candidates.matches, candidates.cost + candidates.matches * cost_of_judging};
}

}  // namespace backfile
