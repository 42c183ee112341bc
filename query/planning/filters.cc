// Filters by term, and a posting source over the column of days.
#include "query/planning/filters.h"

#include <algorithm>

#include "indexer/index/schema.h"
#include "indexer/text/language.h"

namespace backfile {
namespace {

// The articles of a period, from the column: no table of the index is read.
class DaySource : public Xapian::PostingSource {
 public:
  DaySource(const Columns& columns, Period period, Xapian::docid last)
      : columns_(columns), period_(period), last_(last) {
    for (Xapian::docid docid = 1; docid <= last_; ++docid) matches_ += holds(docid) ? 1U : 0U;
  }

  Xapian::doccount get_termfreq_min() const override { return matches_; }
  Xapian::doccount get_termfreq_est() const override { return matches_; }
  Xapian::doccount get_termfreq_max() const override { return matches_; }

  void init(const Xapian::Database&) override { docid_ = 0; }
  void next(double) override { seek(docid_ + 1); }
  void skip_to(Xapian::docid docid, double) override { seek(std::max(docid, docid_)); }
  bool check(Xapian::docid docid, double) override {
    docid_ = docid;
    return docid <= last_ && holds(docid);
  }
  bool at_end() const override { return docid_ > last_; }
  Xapian::docid get_docid() const override { return docid_; }

  PostingSource* clone() const override { return new DaySource(*this); }
  std::string get_description() const override {
    return "Days(" + std::to_string(period_.first) + ".." + std::to_string(period_.last) + ")";
  }

 private:
  // The copy that clone() makes; Xapian's base class cannot be copied.
  DaySource(const DaySource& other)
      : PostingSource(),
        columns_(other.columns_),
        period_(other.period_),
        last_(other.last_),
        matches_(other.matches_) {}

  bool holds(Xapian::docid docid) const {
    const PackedDay day = columns_.day(docid);
    return day != 0 && day >= period_.first && day <= period_.last;
  }
  void seek(Xapian::docid docid) {
    while (docid <= last_ && !holds(docid)) ++docid;
    docid_ = docid;
  }

  const Columns& columns_;
  Period period_;
  Xapian::docid last_;
  Xapian::doccount matches_ = 0;
  Xapian::docid docid_ = 0;
};

std::string missing_value(const Field& field, std::string_view value) {
  const bool is_code = field.id != FieldId::language || !normalize_language(value).empty();
  return "No article has the " + std::string(field.facet) + " “" + std::string(value) +
         (is_code ? "”." : "”; write a code, as “en”.");
}

}  // namespace

CostedQuery value_query(const Xapian::Database& database, WordPlanner& words, const Field& field,
                        std::string_view value, std::optional<std::size_t> position,
                        std::vector<Note>& notes) {
  std::string wanted(value);
  if (field.id == FieldId::language) {
    // "en-GB" and "eng" are how others write what the index calls "en".
    if (std::string code = normalize_language(value); !code.empty()) wanted = std::move(code);
  }
  CostedQuery costed = term_query(database, filter_term(field, wanted));
  if (costed.query.empty() && field.words) costed = words.phrase_in(field, value);
  if (costed.query.empty()) notes.push_back({position, missing_value(field, value)});
  return unranked(costed);
}

CostedQuery days_query(const Xapian::Database& database, const Columns& columns, Period period) {
  auto* source = new DaySource(columns, period, database.get_lastdocid());
  const double matches = source->get_termfreq_max();
  const Xapian::Query query(source->release());
  // A column in memory is read far faster than postings.
  return {matches > 0 ? query : Xapian::Query(), matches, matches / 10};
}

}  // namespace backfile
