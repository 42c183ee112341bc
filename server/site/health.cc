// A failed request makes the archive suspect, a probe clears or confirms that. While the archive is
// failing it stays suspect, so that each check probes it again and a repair is seen at once.
#include "server/site/health.h"

#include <exception>
#include <string>

#include "indexer/article/date.h"

namespace backfile {
namespace {

// Matches all articles of a language, including undated ones; if no language is known, all dated
// ones.
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
    if (const std::unique_lock lock(probing_, std::try_to_lock); lock) probe_now();
  }
  return failing_;
}

bool Health::is_failing_now() {
  // If another thread is probing, its previous result is returned: nobody waits here.
  if (const std::unique_lock lock(probing_, std::try_to_lock); lock) {
    const bool is_old = std::chrono::steady_clock::now() - probed_ > std::chrono::seconds(1);
    if (suspect_ || is_old) probe_now();
  }
  return failing_;
}

void Health::probe_now() {
  suspect_ = false;  // first, so that a failure during the probe leads to another probe
  failing_ = !probe_();
  if (failing_) suspect_ = true;
  probed_ = std::chrono::steady_clock::now();
}

bool ArchiveProbe::answers(Searcher& searcher) {
  for (const Sort end : {Sort::newest, Sort::oldest}) {
    try {
      ask(searcher, end, end == Sort::newest ? newest_ : oldest_);
      return true;
    } catch (...) {  // whatever a damaged index throws; the log has the failure that led here
    }
  }
  return false;
}

// Reads article data, postings and columns, and cuts passages.
void ArchiveProbe::ask(Searcher& searcher, Sort end, Sample& sample) {
  const ArchiveFacts& archive = facts(searcher.archive());
  if (sample.generation != archive.generation) {
    Request first = broad_request(archive);
    first.sort = end;
    first.limit = 1;
    const Answer found = searcher.search(first);
    if (found.hits.empty()) return;
    constexpr std::size_t longest_headline = 200;  // bytes
    const Hit& hit = found.hits.front();
    sample = {archive.generation, hit.key, hit.article.title.substr(0, longest_headline)};
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
