// Reads files and cleans what they hold, by an index or by one another.
#include "indexer/reading.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "indexer/boilerplate/learner.h"
#include "indexer/explain.h"
#include "indexer/failure.h"
#include "indexer/furniture_file.h"
#include "indexer/generation.h"
#include "indexer/intake.h"
#include "indexer/spool.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using OnFound = std::function<void(const Found&)>;
using OnRejected = std::function<void(const Rejected&)>;

// Hands a file's articles over, cleaned by what was learnt.
void read_cleaned(const SourceFile& file, const ArchiveFurniture& learnt, bool explain,
                  const OnFound& take, const OnRejected& rejected) {
  const auto clean = [&](Found&& found) {
    if (const auto lost = clean_scraped(learnt.scraped, found, explain)) return rejected(*lost);
    const Article before = explain ? found.article : Article();
    learnt.furniture.clean(found.article);
    if (explain) explain_furniture(before, found);
    if (const auto loss = complain_of_losses(found)) rejected(*loss);
    take(found);
  };
  read_file(file, {clean, rejected, explain});
}

// What the files tell of one another. What comes through a pipe cannot be read twice, and tells
// nothing.
ArchiveFurniture learn(const Listing& listing, const FurnitureOverrides& overrides) {
  ArchiveFurniture learnt;
  FurnitureLearner learner;
  const auto add = [&](Found&& found) {
    found.lines.empty() ? learner.learn(found.article) : learnt.scraped.learn(found.lines);
  };
  for (const SourceFile& file : listing.files) {
    if (!file.descriptor) read_file(file, {add, [](Rejected&&) {}});
  }
  learnt.scraped.set_overrides(overrides);
  learnt.furniture = Furniture(learner.rules(), overrides);
  return learnt;
}

fs::path temporary_directory() {
  std::error_code error;
  const fs::path directory = fs::temp_directory_path(error);
  if (!error) return directory;
  throw Failure(Exit::unwritable, "there is no folder for temporary files (" + error.message() +
                                      "); name one by TMPDIR");
}

void read_and_learn(const Listing& listing, const FurnitureOverrides& overrides,
                    const std::function<void(const Article&)>& article,
                    const OnRejected& rejected) {
  Spool spool(temporary_directory(), "TMPDIR");
  Intake intake(spool, rejected, overrides);
  const auto progress = [](std::uint64_t, std::uint64_t) {};
  intake.read(listing.files, progress);
  intake.clean(progress);
  for (std::size_t entry = 0; entry < spool.size(); ++entry) {
    for (const Rejected& note : spool.notes(entry)) rejected(note);
    Article read = spool.load(entry).article;
    intake.furniture().furniture.clean(read);
    article(read);
  }
}

}  // namespace

std::uint64_t read_articles(const ReadOptions& options,
                            const std::function<void(const Article&)>& article,
                            const std::function<void(const Rejected&)>& rejected) {
  const Listing listing = list_articles(options.sources, options.names);
  if (options.index.empty()) {
    read_and_learn(listing, options.furniture, article, rejected);
    return listing.passed_over;
  }
  const ArchiveFurniture learnt = read_furniture(current_generation(options.index));
  for (const SourceFile& file : listing.files) {
    read_cleaned(
        file, learnt, false, [&](const Found& found) { article(found.article); }, rejected);
  }
  return listing.passed_over;
}

std::uint64_t explain_articles(const ReadOptions& options,
                               const std::function<void(const Found&)>& found,
                               const std::function<void(const Rejected&)>& rejected) {
  const Listing listing = list_articles(options.sources, options.names);
  const ArchiveFurniture learnt = options.index.empty()
                                      ? learn(listing, options.furniture)
                                      : read_furniture(current_generation(options.index));
  for (const SourceFile& file : listing.files) read_cleaned(file, learnt, true, found, rejected);
  return listing.passed_over;
}

}  // namespace backfile
