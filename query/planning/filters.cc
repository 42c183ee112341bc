// Filters by term, and a test by the column of days.
#include "query/planning/filters.h"

#include <memory>
#include <utility>

#include "indexer/index/schema.h"
#include "indexer/text/language.h"

namespace backfile {
namespace {

// Of a period, by the column of days: no table of the index is read.
class DayTest : public ArticleTest {
 public:
  DayTest(const Columns& columns, Period period, Xapian::docid last)
      : period_(period), articles_(last) {
    for (Xapian::docid docid = 1; docid <= last; ++docid) {
      const PackedDay day = columns.day(docid);
      if (day != 0 && day >= period.first && day <= period.last) articles_.insert(docid);
    }
  }

  void keep_passing(DocidSet& candidates) override { candidates &= articles_; }
  bool reads_articles() const override { return false; }
  std::string description() const override {
    return "days " + std::to_string(period_.first) + ".." + std::to_string(period_.last);
  }

  std::size_t count() const { return articles_.count(); }

 private:
  const Period period_;
  DocidSet articles_;
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
  if (costed.finds_nothing() && field.words) costed = words.phrase_in(field, value);
  if (costed.finds_nothing()) notes.push_back({position, missing_value(field, value)});
  return unranked(costed);
}

CostedQuery days_query(const Xapian::Database& database, const Columns& columns, Period period) {
  auto test = std::make_shared<DayTest>(columns, period, database.get_lastdocid());
  const auto articles = static_cast<double>(test->count());
  // A column in memory is read far faster than postings.
  return {Condition::passing(everything(database).condition, std::move(test), articles),
          {},
          {},
          false,
          articles / 10};
}

}  // namespace backfile
