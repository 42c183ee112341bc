// Walks the postings of the word in capitals; reads positions only in articles that are weighted.
#include "query/planning/terms/capitals_source.h"

#include <utility>

namespace backfile {

CapitalsSource::CapitalsSource(Xapian::Database database, std::string term, double most,
                               double saturation)
    : database_(std::move(database)),
      term_(std::move(term)),
      most_(most),
      saturation_(saturation),
      matches_(database_.get_termfreq(term_)) {
}

void CapitalsSource::init(const Xapian::Database& database) {
  database_ = database;
  started_ = false;
  set_maxweight(most_);
}

double CapitalsSource::get_weight() const {
  double times = 0;
  const auto end = posting_.positionlist_end();
  for (auto place = posting_.positionlist_begin(); place != end; ++place) ++times;
  return most_ * times / (times + saturation_);
}

void CapitalsSource::next(double least) {
  if (!start()) ++posting_;
  if (least > most_) posting_ = {};
}

void CapitalsSource::skip_to(Xapian::docid article, double least) {
  start();
  posting_.skip_to(article);
  if (least > most_) posting_ = {};
}

bool CapitalsSource::at_end() const {
  return started_ && posting_ == Xapian::PostingIterator();
}

// Opens the posting list; returns false if it was open already.
bool CapitalsSource::start() {
  if (started_) return false;
  posting_ = database_.postlist_begin(term_);
  return started_ = true;
}

}  // namespace backfile
