// Reads files and cleans what they hold, by an index or by one another.
#include "indexer/build/reading.h"

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "indexer/base/failure.h"
#include "indexer/boilerplate/boilerplate_file.h"
#include "indexer/index/generation.h"
#include "indexer/ingest/explain.h"
#include "indexer/ingest/ingest.h"
#include "indexer/ingest/spool.h"
#include "indexer/readers/common/finish.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using OnFound = std::function<void(const Found&)>;
using OnRejected = std::function<void(const Rejected&)>;

// Hands a file's articles over, cleaned by what was learnt.
void read_explained(const SourceFile& file, const ArchiveBoilerplate& learnt, const OnFound& take,
                    const OnRejected& rejected) {
  const auto clean = [&](Found&& found) {
    const bool scraped = !found.lines.empty();
    std::vector<ScrapedBoilerplate::Judged> judged;
    if (const auto lost = clean_scraped(learnt.scraped, found, judged)) return rejected(*lost);
    if (scraped) found.explanation.blocks = explain_lines(judged);
    const auto told = scraped ? report_impossible_date(found.article) : std::nullopt;
    if (told) rejected(*told);
    const Article before = found.article;
    const Boilerplate::Removed removed = learnt.boilerplate.clean(found.article);
    explain_boilerplate(before, found);
    std::vector<Rejected> notes;
    if (auto loss = report_left_out(found)) notes.push_back(std::move(*loss));
    report_removed(found.article, removed, notes);
    for (const Rejected& note : notes) rejected(note);
    take(found);
  };
  read_file(file, {clean, rejected, true});
}

fs::path temporary_directory() {
  std::error_code error;
  const fs::path directory = fs::temp_directory_path(error);
  if (!error) return directory;
  throw Failure(Exit::unwritable, "there is no folder for temporary files (" + error.message() +
                                      "); name one by TMPDIR");
}

// Learns boilerplate from the files themselves, which are then read a second time. Standard input
// cannot be read twice, so nothing is learnt from it.
ArchiveBoilerplate learn(std::vector<SourceFile> files, const BoilerplateOverrides& overrides) {
  std::erase_if(files, [](const SourceFile& file) { return file.descriptor.has_value(); });
  Spool spool(temporary_directory(), "TMPDIR");
  Ingest ingest(
      spool, [](const Rejected&) {}, overrides);
  ingest.read(files, [](std::uint64_t, std::uint64_t) {});
  ingest.learn();
  return std::move(ingest.boilerplate());
}

// What was learnt when the index was built. Overrides given now replace those of the build.
ArchiveBoilerplate known_to(const std::string& index, const BoilerplateOverrides& named) {
  const std::filesystem::path generation = current_generation(index);
  read_manifest(generation);  // refuses an index of another version
  ArchiveBoilerplate known = read_boilerplate(generation);
  BoilerplateOverrides overrides = known.boilerplate.overrides();
  if (!named.keep.empty()) overrides.keep = named.keep;
  if (!named.remove.empty()) overrides.remove = named.remove;
  known.scraped.set_overrides(overrides);
  known.boilerplate = Boilerplate(known.boilerplate.rules(), std::move(overrides));
  return known;
}

}  // namespace

ReadReport read_articles(const ReadOptions& options,
                         const std::function<void(const Article&)>& article,
                         const std::function<void(const Rejected&)>& rejected) {
  const Listing listing = list_articles(options.sources, options.names);
  if (options.begun) options.begun();
  Spool spool(temporary_directory(), "TMPDIR");
  Ingest ingest = options.index.empty()
                      ? Ingest(spool, rejected, options.boilerplate)
                      : Ingest(spool, rejected, known_to(options.index, options.boilerplate));
  const auto no_progress = [](std::uint64_t, std::uint64_t) {};
  ingest.read(listing.files, no_progress);
  ingest.clean(no_progress);
  const Boilerplate& boilerplate = ingest.boilerplate().boilerplate;
  ReadReport report{listing.passed_over};
  report.repeated =
      spool.deduplicate([&](Article& version) { boilerplate.clean(version); }, rejected, [] {});
  spool.sort_as_read();
  for (std::size_t entry = 0; entry < spool.size(); ++entry) {
    Article read = spool.load(entry).article;
    std::vector<Rejected> notes = spool.notes(entry);
    report_removed(read, boilerplate.clean(read), notes);
    for (const Rejected& note : notes) rejected(note);
    article(read);
  }
  return report;
}

ReadReport explain_articles(const ReadOptions& options,
                            const std::function<void(const Found&)>& found,
                            const std::function<void(const Rejected&)>& rejected) {
  const Listing listing = list_articles(options.sources, options.names);
  if (options.begun) options.begun();
  const ArchiveBoilerplate learnt = options.index.empty()
                                        ? learn(listing.files, options.boilerplate)
                                        : known_to(options.index, options.boilerplate);
  Spool versions(temporary_directory(), "TMPDIR");
  const auto take = [&](const Found& explained) {
    Found version;
    version.article = explained.article;
    versions.add(version);
    found(explained);
  };
  for (const SourceFile& file : listing.files) read_explained(file, learnt, take, rejected);
  ReadReport report{listing.passed_over};
  report.repeated = versions.deduplicate([](Article&) {}, rejected, [] {});
  return report;
}

}  // namespace backfile
