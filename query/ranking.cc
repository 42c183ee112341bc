// BM25's two knobs, and the key by which days are sorted.
#include "query/ranking.h"

namespace backfile {
namespace {

// How soon more of the same word stops counting, and how much long articles are held back. Chosen
// on two judged collections of short and long texts; flat around here.
constexpr double saturation = 1.2;
constexpr double length_penalty = 0.75;
constexpr double query_saturation = 0;  // words of a query are not repeated for emphasis
constexpr double shortest_length = 0.5;

// Sorts by day, undated last in either direction.
class DayKey : public Xapian::KeyMaker {
 public:
  DayKey(const Columns& columns, bool newest) : columns_(columns), newest_(newest) {}

  std::string operator()(const Xapian::Document& document) const override {
    PackedDay day = columns_.day(document.get_docid());
    if (newest_ || day == 0) day = ~day;
    std::string key;
    for (int shift = 24; shift >= 0; shift -= 8) key += static_cast<char>(day >> shift & 255U);
    return key;
  }

 private:
  const Columns& columns_;
  bool newest_;
};

}  // namespace

void rank(Xapian::Enquire& enquire, Sort sort, const Columns& columns) {
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(saturation, 0, query_saturation, length_penalty, shortest_length));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  if (sort == Sort::relevance) return;
  Xapian::KeyMaker* key = new DayKey(columns, sort == Sort::newest);
  enquire.set_sort_by_key(key->release(), false);
}

}  // namespace backfile
