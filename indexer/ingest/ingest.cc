// Reads everything, then cleans what was scraped.
#include "indexer/ingest/ingest.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/base/failure.h"
#include "indexer/ingest/explain.h"
#include "indexer/ingest/reading_in_order.h"
#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/identity.h"
#include "indexer/readers/common/line_key.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// Finds out which directories are, or lie in, an index; asks the disk once for each.
class IndexDirectories {
 public:
  bool contain(const fs::path& directory) {
    if (const auto known = known_.find(directory); known != known_.end()) return known->second;
    const fs::path parent = directory.parent_path();
    const bool is_index = fs::exists(directory / "generations") && fs::exists(directory / "lock");
    const bool inside = is_index || (parent != directory && !parent.empty() && contain(parent));
    return known_[directory] = inside;
  }

 private:
  std::map<fs::path, bool> known_;
};

std::uint64_t text_size(const Article& article) {
  std::uint64_t bytes = article.title.size();
  for (const std::string& paragraph : article.body) bytes += paragraph.size();
  return bytes;
}

std::uint64_t hash_of_folder(std::string_view path) {
  return stable_hash(path.substr(0, path.find_last_of('/') + 1));
}

std::uint64_t hash_of_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return stable_hash(text);
}

}  // namespace

Listing list_articles(const std::vector<std::string>& sources,
                      const std::vector<SourceName>& names) {
  Listing listing = list_files(sources, names);
  IndexDirectories indexes;
  std::erase_if(listing.files, [&](const SourceFile& file) {
    return !file.descriptor && indexes.contain(fs::path(file.path).parent_path());
  });
  if (listing.files.empty()) {
    throw Failure(Exit::unreadable, "there is nothing but an index in " + sources.front() +
                                        "; name the files or folders that hold the articles");
  }
  return listing;
}

std::optional<Rejected> clean_scraped(const ScrapedBoilerplate& scraped, Found& found,
                                      std::vector<ScrapedBoilerplate::Judged>& judged) {
  if (found.lines.empty()) return std::nullopt;
  const std::string source = std::exchange(found.article.source, {});  // as open.h left it
  judged = scraped.clean(found.lines, found.article);
  Leftovers left = left_out_of(judged);
  for (const auto& [reason, words] : found.left.words) left.words[reason] += words;
  found.left = std::move(left);
  found.lines.clear();
  auto rejected = finish_article(found.article);
  if (!rejected) assign_identity(found.article, {found.article.path, source}, false);
  return rejected;
}

std::optional<Rejected> report_left_out(const Found& found) {
  const bool most = found.left.has_most_prose(), others = found.left.articles > 0;
  if (!most && !others) return std::nullopt;
  const std::string_view reason = !others ? mostly_left_out
                                  : most  ? others_and_most_left_out
                                          : others_left_out;
  return Rejected{found.article.path, "", std::string(reason), found.article.id, true};
}

void report_removed(const Article& article, const Boilerplate::Removed& removed,
                    std::vector<Rejected>& notes) {
  const auto says_so = [](const Rejected& note) {
    return note.reason == mostly_left_out || note.reason == others_and_most_left_out;
  };
  if (removed.has_most_prose(article) && std::ranges::none_of(notes, says_so))
    notes.push_back({article.path, "", std::string(mostly_left_out), article.id, true});
}

Ingest::Ingest(Spool& spool, OnRejected rejected, BoilerplateOverrides overrides)
    : spool_(spool),
      rejected_(std::move(rejected)),
      overrides_(std::move(overrides)),
      learns_(true) {
  learnt_.scraped.set_overrides(overrides_);
}

Ingest::Ingest(Spool& spool, OnRejected rejected, ArchiveBoilerplate known)
    : spool_(spool), rejected_(std::move(rejected)), learns_(false), learnt_(std::move(known)) {
}

void Ingest::read(const std::vector<SourceFile>& files, const OnProgress& progress, unsigned jobs) {
  std::uint64_t total = 0;
  for (const SourceFile& file : files) total += file.bytes;
  std::uint64_t before = 0, size = 0;  // of the file
  std::uint64_t within = 0;            // an estimate: readers do not report their position
  std::vector<Rejected> notes;         // of parts of the article that comes next
  const OrderedSink sink{
      [&](const SourceFile& file) {
        notes.clear();  // those that are left are of an article that was rejected
        before += std::exchange(size, file.bytes);
        within = 0;
        progress(before, total);
      },
      [&](Found&& found, Spool::Packed&& packed) {
        within = std::min(size, within + text_size(found.article));
        take(std::move(found), std::move(packed), notes);
        progress(before + within, total);
      },
      [&](Rejected&& rejected) {
        if (rejected.kept) return notes.push_back(std::move(rejected));
        std::erase_if(notes, [&](const Rejected& note) {
          return note.place == rejected.place;  // nothing of it is kept
        });
        rejected_(rejected);
      }};
  read_in_order(files, jobs, sink);
}

void Ingest::take(Found&& found, Spool::Packed&& packed, std::vector<Rejected>& notes) {
  learn_from(found);
  for (const auto& [reason, words] : found.left.words) left_out_[reason] += words;
  if (auto loss = report_left_out(found)) notes.push_back(std::move(*loss));
  for (Rejected& note : notes) {
    if (note.id.empty()) note.id = found.article.id;
  }
  spool_.add(found, std::move(packed), std::exchange(notes, {}));
}

void Ingest::learn_from(const Found& found) {
  if (!learns_) return;
  if (found.lines.empty()) {
    learner_.learn(found.article, spool_.size());
  } else {
    scraped_.push_back(
        {hash_of_folder(found.article.path), hash_of_lines(found.lines), spool_.size()});
  }
}

// What a file of scraped text adds depends on what is known already: which of its lines are common,
// whether it is a copy. So these files are learnt in an order of their own.
void Ingest::learn() {
  if (!learns_) return;
  std::ranges::sort(scraped_);
  for (const Scraped& file : scraped_) learnt_.scraped.learn(spool_.load(file.entry).lines);
  const auto load = [&](std::uint64_t number) { return spool_.load(number).article; };
  learnt_.boilerplate = Boilerplate(learner_.rules(load), overrides_);
  learns_ = false;
}

void Ingest::clean(const OnProgress& progress) {
  learn();
  std::vector<std::size_t> without_story;
  for (std::size_t entry = 0; entry < spool_.size(); ++entry) {
    progress(entry, spool_.size());
    if (!spool_.has_lines(entry)) continue;
    Found found = spool_.load(entry);
    std::vector<ScrapedBoilerplate::Judged> judged;
    const auto rejected = clean_scraped(learnt_.scraped, found, judged);
    learnt_.scraped.count_removed(judged);
    if (rejected) {
      rejected_(*rejected);
      without_story.push_back(entry);
    } else {
      spool_.replace(entry, found);
      note_cleaned(entry, found);
    }
  }
  spool_.remove(without_story);
}

void Ingest::note_cleaned(std::size_t entry, const Found& found) {
  if (auto told = report_impossible_date(found.article)) spool_.add_note(entry, std::move(*told));
  if (auto loss = report_left_out(found)) spool_.add_note(entry, std::move(*loss));
  for (const auto& [reason, words] : found.left.words) left_out_[reason] += words;
  const auto learnt = found.left.words.find(std::string(opens_or_closes_many));
  if (learnt != found.left.words.end()) removed_ += {.articles = 1, .words = learnt->second};
}

}  // namespace backfile
