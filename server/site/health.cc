// See health.h.
#include "server/site/health.h"

#include <exception>
#include <string>

#include "indexer/article/date.h"

namespace backfile {
namespace {

// All articles of a language, undated ones among them; where no language is known, of any day.
Request broad_request(const ArchiveFacts& archive) {
  Request request;
  for (const auto& [language, count] : archive.languages)
    if (!language.empty() && !request.has_filters())
      request.filters[FieldId::language] = {language};
  if (!request.has_filters()) request.from = std::to_string(first_year);
  return request;
}

}  // namespace

void Health::note_failure() {
  ++failures_;
  suspect_ = true;
}

bool Health::is_failing() {
  if (suspect_) {
    if (const std::unique_lock looking(looking_, std::try_to_lock); looking) look();
  }
  return failing_;
}

bool Health::is_failing_now() {
  // Whoever comes while another looks gets the verdict before: nobody waits here.
  if (const std::unique_lock looking(looking_, std::try_to_lock); looking) {
    const bool is_old = std::chrono::steady_clock::now() - looked_ > std::chrono::seconds(1);
    if (suspect_ || is_old) look();
  }
  return failing_;
}

void Health::look() {
  suspect_ = false;  // first, so that a failure that comes meanwhile is looked into next time
  failing_ = !probe_();
  if (failing_) suspect_ = true;
  looked_ = std::chrono::steady_clock::now();
}

bool ArchiveProbe::answers(Searcher& searcher) {
  for (const Sort end : {Sort::newest, Sort::oldest}) {
    try {
      ask(searcher, end, end == Sort::newest ? newest_ : oldest_);
      return true;
    } catch (...) {  // Xapian's errors, and ours; the log has the one that raised the suspicion
    }
  }
  return false;
}

// Article data, postings, columns and passages all have their part in this.
void ArchiveProbe::ask(Searcher& searcher, Sort end, Sample& sample) {
  const ArchiveFacts& archive = facts(searcher.archive());
  if (sample.generation != archive.generation) {
    Request first = broad_request(archive);
    first.sort = end;
    first.limit = 1;
    const Answer found = searcher.search(first);
    if (found.hits.empty()) return;
    constexpr std::size_t enough = 200;  // bytes
    const Hit& hit = found.hits.front();
    sample = {archive.generation, hit.key, hit.article.title.substr(0, enough)};
  }
  searcher.article(sample.key);
  Request words;
  words.query = sample.headline;
  words.plain = true;
  words.match = Match::all;
  words.limit = 1;
  searcher.search(words);
}

}  // namespace backfile
