// Articles that write a word in capitals, weighted by how often they do.
//
// The index stores capitals at the positions of the word, without a frequency of their own. They
// are counted here, one article at a time, and saturate as in BM25, but whatever the length of the
// article. Used by rank.h; for the thread and the database of its query.
#pragma once

#include <xapian.h>
#include <string>

namespace backfile {

class CapitalsSource final : public Xapian::PostingSource {
 public:
  // `most` is the weight that no number of occurrences exceeds; `saturation` is BM25's k1.
  CapitalsSource(Xapian::Database database, std::string term, double most, double saturation);

  Xapian::doccount get_termfreq_min() const override { return matches_; }
  Xapian::doccount get_termfreq_est() const override { return matches_; }
  Xapian::doccount get_termfreq_max() const override { return matches_; }
  double get_weight() const override;
  void next(double least) override;
  void skip_to(Xapian::docid article, double least) override;
  bool at_end() const override;
  Xapian::docid get_docid() const override { return *posting_; }
  void init(const Xapian::Database& database) override;
  PostingSource* clone() const override {
    return new CapitalsSource(database_, term_, most_, saturation_);
  }
  std::string get_description() const override { return "CapitalsSource(" + term_ + ")"; }

 private:
  bool start();

  Xapian::Database database_;
  std::string term_;
  double most_, saturation_;
  Xapian::doccount matches_;
  bool started_ = false;
  Xapian::PostingIterator posting_;
};

}  // namespace backfile
