// The weight of words, and the key by which days are sorted.
#include "query/search/ranking.h"

#include "query/ranking/ranking_weight.h"

namespace backfile {
namespace {

// Sorts by day, undated last in either direction. Docids run from the newest to the oldest article,
// within a day as well: they settle ties, and are turned around along with the days.
class DayKey : public Xapian::KeyMaker {
 public:
  DayKey(const Columns& columns, bool newest) : columns_(columns), newest_(newest) {}

  std::string operator()(const Xapian::Document& document) const override {
    const PackedDay day = columns_.day(document.get_docid());
    std::string key;
    add(newest_ || day == 0 ? ~day : day, key);
    if (!newest_ && day != 0) add(~document.get_docid(), key);
    return key;
  }

 private:
  static void add(std::uint32_t number, std::string& key) {
    for (int shift = 24; shift >= 0; shift -= 8) key += static_cast<char>(number >> shift & 255U);
  }

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
