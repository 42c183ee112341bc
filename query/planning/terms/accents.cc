// A posting source that walks the postings of the field's term, and compares the positions of its
// spellings in each article.
#include "query/planning/terms/accents.h"

#include <algorithm>

namespace backfile {
namespace {

class SpellingSource : public Xapian::PostingSource {
 public:
  SpellingSource(Spelling spelling, Xapian::doccount frequency)
      : spelling_(std::move(spelling)), frequency_(frequency) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return frequency_; }
  Xapian::doccount get_termfreq_max() const override { return frequency_; }

  void init(const Xapian::Database& database) override {
    database_ = database;
    started_ = false;
  }
  void next(double) override {
    started_ ? void(++posting_) : start();
    settle();
  }
  void skip_to(Xapian::docid docid, double) override {
    if (!started_) start();
    if (!at_end()) posting_.skip_to(docid);
    settle();
  }
  bool at_end() const override { return posting_ == Xapian::PostingIterator(); }
  Xapian::docid get_docid() const override { return *posting_; }
  PostingSource* clone() const override { return new SpellingSource(spelling_, frequency_); }
  std::string get_description() const override { return "Spelling(" + spelling_.term + ")"; }

 private:
  void start() {
    posting_ = database_.postlist_begin(spelling_.term);
    started_ = true;
  }
  void settle() {
    while (!at_end() && !holds(*posting_)) ++posting_;
  }

  bool holds(Xapian::docid docid) const {
    const auto accented = positions_of(spelling_.accented, docid);
    const auto capitals = positions_of(spelling_.capitals, docid);
    const auto has = [](const std::vector<Xapian::termpos>& positions, Xapian::termpos position) {
      return std::binary_search(positions.begin(), positions.end(), position);
    };
    return std::any_of(database_.positionlist_begin(docid, spelling_.term),
                       database_.positionlist_end(docid, spelling_.term),
                       [&](Xapian::termpos position) {
                         return has(accented, position) == spelling_.wanted &&
                                (spelling_.capitals.empty() || has(capitals, position));
                       });
  }

  std::vector<Xapian::termpos> positions_of(const std::vector<std::string>& terms,
                                            Xapian::docid docid) const {
    std::vector<Xapian::termpos> positions;
    for (const std::string& term : terms) {
      positions.insert(positions.end(), database_.positionlist_begin(docid, term),
                       database_.positionlist_end(docid, term));
    }
    std::sort(positions.begin(), positions.end());
    return positions;
  }

  Spelling spelling_;
  Xapian::doccount frequency_;
  Xapian::Database database_;
  Xapian::PostingIterator posting_;
  bool started_ = false;
};

}  // namespace

CostedQuery spelling_query(const Xapian::Database& database, const Spelling& spelling) {
  if (spelling.accented.empty()) {
    return spelling.wanted ? CostedQuery{} : term_query(database, spelling.term);
  }
  const Xapian::doccount frequency = database.get_termfreq(spelling.term);
  if (frequency == 0) return {};
  auto* source = new SpellingSource(spelling, frequency);
  return {Xapian::Query(source->release()), double(frequency), frequency * cost_of_positions};
}

}  // namespace backfile
