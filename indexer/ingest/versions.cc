// Compares versions by dates, and finds out which of the others would be a loss.
#include "indexer/ingest/versions.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "indexer/article/date.h"

namespace backfile {
namespace {

// Seconds since 1970, a day counting from its beginning; long ago where no date is known.
std::int64_t when(const std::string& date) {
  if (const auto instant = instant_of(date)) return *instant;
  const std::optional<Day> day = day_of(date);
  if (!day) return std::numeric_limits<std::int64_t>::min();
  const std::chrono::year_month_day first(
      std::chrono::year(day->year),
      std::chrono::month(static_cast<unsigned>(std::max(day->month, 1))),
      std::chrono::day(static_cast<unsigned>(std::max(day->day, 1))));
  return std::chrono::seconds(std::chrono::sys_days(first).time_since_epoch()).count();
}

// What versions are compared by: last change, then publication.
std::pair<std::int64_t, std::int64_t> age_of(const Article& article) {
  return {when(article.modified.empty() ? article.published : article.modified),
          when(article.published)};
}

// Apart from where they, and their dates in them, were read.
bool say_the_same(Article article, const Article& kept) {
  article.path = kept.path;
  article.published_by = kept.published_by;
  article.modified_by = kept.modified_by;
  return article == kept;
}

Rejected lost(const Article& article, const Article& kept) {
  const bool later = age_of(article) != age_of(kept);
  Rejected rejected =
      rejection_of(article, identity_of(article) != identity_of(kept)
                                ? "its key, made of its identity, is another article's by chance"
                            : later ? "another version of this article has a later date"
                                    : "another version of this article was read after it");
  rejected.instead = kept.path;
  return rejected;
}

}  // namespace

Versions choose_version(std::size_t count, const std::function<Article(std::size_t)>& version,
                        const std::function<void(const Rejected&)>& rejected) {
  Versions versions;
  Article kept = version(0);
  for (std::size_t i = 1; i < count; ++i) {
    Article article = version(i);
    if (identity_of(article) != identity_of(kept) || age_of(article) < age_of(kept)) continue;
    kept = std::move(article);
    versions.kept = i;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (i == versions.kept) continue;
    const Article article = version(i);
    if (say_the_same(article, kept)) {
      ++versions.repeated;
    } else {
      rejected(lost(article, kept));
    }
  }
  return versions;
}

}  // namespace backfile
