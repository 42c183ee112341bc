// Articles that write a word in capitals, weighted by how often they do.
//
// The index has capitals at the word's positions with no frequency of their own; it is counted
// here, an article at a time, and saturates as BM25's does, length aside. Used by rank.h;
// for the thread and the database of its query.
#pragma once

#include <xapian.h>
#include <string>

namespace backfile {

class CapitalsSource final : public Xapian::PostingSource {
 public:
  // `most` is what no number of times exceeds; `saturation` is BM25's k1.
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
