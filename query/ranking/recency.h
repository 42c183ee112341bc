// Ranks newer articles above others that match about equally well, by a bonus for an article's day.
//
// The newest article gets a share of the best score that words alone have reached, one that is a
// half-life older gets half of that, and so on. So the day decides between close scores, and an
// article with less than 1 - share of the best score never comes before the best one.
//
// Ages are counted back from the newest article, so that an archive that has ended is ranked like
// one that goes on, and the same index always gives the same answer; articles dated after the day
// of the build count as new as that day. A month or a year counts from its first day, an article
// without a date as the oldest that has one. This agrees with the order of docids (date descending,
// undated last), so ties are broken as without it.
//
// Off by default, at no cost; settings.recency_half_life turns it on. Used by searcher.h; for one
// thread.
#pragma once

#include <xapian.h>
#include <optional>
#include <string_view>

#include "indexer/index/columns.h"
#include "query/ranking/ranking_settings.h"

namespace backfile {

// The days that an archive spans; 0 where no article is dated.
struct ArchiveDays {
  Xapian::docid articles = 0;
  PackedDay first = 0, last = 0;
  std::optional<Day> built;  // when the index was built
};

// What the day of each article of an archive adds.
class Recency {
 public:
  // `columns` must outlive this object and every query that bonus() returns.
  Recency(const Columns& columns, const ArchiveDays& days, const RankingSettings& settings);

  // 1 for the newest, half of it for each half-life; 0 where there is no date at all.
  double of(Xapian::docid docid) const;

  // Gives every article the bonus of its day; empty where no day matters. `best_score` is the
  // highest score that words alone reach within the filters of the request.
  Xapian::Query bonus(double best_score) const;

 private:
  double of_day(PackedDay day) const;

  const Columns& columns_;
  RankingSettings settings_;
  Xapian::docid articles_ = 0;
  PackedDay oldest_ = 0;
  long newest_ = 0;  // as a number of days
  // The last result is kept, since articles with neighbouring docids are mostly of the same day.
  mutable PackedDay last_day_ = 0;
  mutable double last_value_ = 0;
};

// "2 years", "18 months", "6 weeks", "90 days", "1 year" in days; std::nullopt for anything else.
std::optional<double> read_half_life(std::string_view text);

}  // namespace backfile
