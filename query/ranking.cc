// The weight of words, and the key by which days are sorted.
#include "query/ranking.h"

#include "query/ranking_weight.h"

namespace backfile {
namespace {

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

void rank(Xapian::Enquire& enquire, const Request& request, const Columns& columns) {
  enquire.set_weighting_scheme(WordWeight(request.ranking));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  if (request.sort == Sort::relevance) return;
  Xapian::KeyMaker* key = new DayKey(columns, request.sort == Sort::newest);
  enquire.set_sort_by_key(key->release(), false);
}

}  // namespace backfile
