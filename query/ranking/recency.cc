// 2 ^ (-age / half-life), given to every article by a posting source that walks all docids.
// It is no more than an optional part of the query, so days add to scores and never to matches.
#include "query/ranking/recency.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "indexer/article/date.h"

namespace backfile {
namespace {

// A month or a year stands as YYYYMM00 and YYYY0000.
long first_day_of(PackedDay packed) {
  const Day day = unpack(packed);
  const auto first = std::chrono::year(day.year) /
                     std::chrono::month(static_cast<unsigned>(std::max(1, day.month))) /
                     std::chrono::day(static_cast<unsigned>(std::max(1, day.day)));
  return std::chrono::sys_days(first).time_since_epoch().count();
}

// The newest article that is not dated after the index was built. Docids run from new to old.
PackedDay newest_day(const Columns& columns, const ArchiveDays& days) {
  const PackedDay last = days.built ? pack(*days.built) : days.last;
  for (Xapian::docid docid = 1; docid <= days.articles; ++docid) {
    if (columns.day(docid) <= last) return columns.day(docid);
  }
  return last;
}

// Matches every article, with the bonus of its day as its weight.
class DaySource : public Xapian::PostingSource {
 public:
  DaySource(const Recency& recency, double most, Xapian::docid articles)
      : recency_(recency), most_(most), articles_(articles) {}

  DaySource* clone() const override { return new DaySource(recency_, most_, articles_); }
  std::string name() const override { return "backfile::DaySource"; }

  void init(const Xapian::Database&) override {
    docid_ = 0;
    set_maxweight(most_);
  }
  Xapian::doccount get_termfreq_min() const override { return articles_; }
  Xapian::doccount get_termfreq_est() const override { return articles_; }
  Xapian::doccount get_termfreq_max() const override { return articles_; }

  void next(double) override { ++docid_; }
  void skip_to(Xapian::docid docid, double) override { docid_ = std::max(docid_, docid); }
  bool at_end() const override { return docid_ > articles_; }
  Xapian::docid get_docid() const override { return docid_; }
  double get_weight() const override { return most_ * recency_.of(docid_); }

 private:
  Recency recency_;
  double most_;
  Xapian::docid articles_;
  Xapian::docid docid_ = 0;
};

}  // namespace

Recency::Recency(const Columns& columns, const ArchiveDays& days, const RankingSettings& settings)
    : columns_(columns), settings_(settings), articles_(days.articles), oldest_(days.first) {
  if (oldest_ != 0) newest_ = first_day_of(std::max(oldest_, newest_day(columns, days)));
}

double Recency::of(Xapian::docid docid) const {
  const PackedDay day = columns_.day(docid);
  if (day != last_day_ || last_value_ == 0) {
    last_day_ = day;
    last_value_ = of_day(day);
  }
  return last_value_;
}

double Recency::of_day(PackedDay day) const {
  if (oldest_ == 0) return 0;
  const long age = newest_ - first_day_of(day == 0 ? oldest_ : day);
  return std::exp2(-double(std::max(0L, age)) / settings_.recency_half_life);
}

Xapian::Query Recency::bonus(double best_score) const {
  if (oldest_ == 0 || best_score <= 0) return {};
  auto* days = new DaySource(*this, settings_.recency * best_score, articles_);
  return Xapian::Query(days->release());
}

std::optional<double> read_half_life(std::string_view text) {
  constexpr double year = 365.2425;
  constexpr double longest = 10'000 * year;
  const struct {
    std::string_view name;
    double days;
  } units[] = {{"day", 1}, {"week", 7}, {"month", year / 12}, {"year", year}};
  long count = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, count);
  if (error != std::errc() || count < 1) return std::nullopt;
  std::string_view unit = text.substr(static_cast<std::size_t>(stop - text.data()));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  if (unit.ends_with('s')) unit.remove_suffix(1);
  for (const auto& known : units) {
    if (unit != known.name || double(count) * known.days > longest) continue;
    return double(count) * known.days;
  }
  return std::nullopt;
}

}  // namespace backfile
