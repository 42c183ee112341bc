// From a directory to an Archive: manifest, columns, and the facts that both give.
#include "query/search/archive.h"

#include <algorithm>
#include <map>

#include "indexer/index/generation.h"
#include "indexer/text/stem.h"

namespace backfile {
namespace {

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

Counts counts_of(const MergedColumn& column) {
  Counts counts;
  for (const MergedColumn::Value& value : column.values()) {
    counts.emplace_back(value.name, value.articles);
  }
  std::sort(counts.begin(), counts.end());
  return counts;
}

void most_first(Counts& counts) {
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& left, const auto& right) { return left.second > right.second; });
}

void count_days(ArchiveFacts& facts, const Columns& columns, Xapian::docid last) {
  std::uint64_t dated = 0;
  for (Xapian::docid docid = 1; docid <= last; ++docid) {
    const PackedDay day = columns.day(docid);
    if (day == 0) continue;
    ++dated;
    facts.last_day = std::max(facts.last_day, day);
    facts.first_day = facts.first_day == 0 ? day : std::min(facts.first_day, day);
  }
  facts.undated = facts.documents - std::min(facts.documents, dated);
}

PlannerFacts planner_facts(const Xapian::Database& database, const Manifest& manifest,
                           const ArchiveFacts& facts, std::shared_ptr<const Columns> columns) {
  PlannerFacts planner;
  planner.columns = std::move(columns);
  for (const auto& [language, articles] : facts.languages) planner.languages.push_back(language);
  std::vector<std::pair<std::string, double>> sizes;
  double known = 0;
  for (const auto& [language, articles] : facts.languages) {
    sizes.emplace_back(language, double(articles));
    known += double(articles);
  }
  sizes.emplace_back("", std::max(0.0, double(facts.documents) - known));
  planner.languages.emplace_back();  // of articles whose language nobody knows
  planner.spellings = Spellings::load(database, planner.languages);
  planner.idf = std::make_shared<const Idf>(sizes);
  planner.stems_fit =
      manifest.analyzer == analyzer_version && manifest.stems == Stemmer::fingerprint();
  return planner;
}

std::shared_ptr<const Archive> load(const std::filesystem::path& generation) {
  const Manifest manifest = read_manifest(generation);
  const auto archive = std::make_shared<Archive>(generation);
  const Xapian::Database database(archive->database.string());
  const std::shared_ptr<const Columns> columns = Columns::load(database);
  const Xapian::docid last = database.get_lastdocid();

  ArchiveFacts& facts = archive->facts;
  facts.generation = manifest.generation;
  facts.built_at = manifest.built_at;
  facts.documents = database.get_doccount();
  archive->merged = std::make_shared<const MergedColumns>(columns, last);
  facts.sections = counts_of(archive->merged->of(FieldId::section));
  facts.languages = counts_of(archive->merged->of(FieldId::language));
  most_first(facts.languages);
  count_days(facts, *columns, last);
  archive->planner = planner_facts(database, manifest, facts, columns);
  archive->author_lookup =
      AuthorLookup(archive->merged->of(FieldId::author), archive->planner.languages);
  return archive;
}

std::shared_ptr<const Archive> open_generation(const std::filesystem::path& generation) {
  try {
    return load(generation);
  } catch (const Xapian::Error& error) {
    throw unreadable_generation(generation, error.get_msg());
  }
}

}  // namespace

std::shared_ptr<const Archive> open_archive(const std::filesystem::path& index) {
  const std::filesystem::path generation = current_generation(index);
  try {
    return open_generation(generation);
  } catch (const std::exception&) {
    // Another may have been published, and this one removed, since its name was read.
    const std::filesystem::path newer = current_generation(index);
    if (newer == generation) throw;
    return open_generation(newer);
  }
}

std::shared_ptr<const Archive> open_kept_archive(const std::filesystem::path& index,
                                                 const std::string& generation) {
  return open_generation(index / "generations" / generation);
}

bool is_kept(const std::filesystem::path& index, const std::string& generation) {
  const std::vector<std::string> names = generation_names(index);
  return std::ranges::find(names, generation) != names.end();
}

std::string current_name(const std::filesystem::path& index) {
  return current_generation(index).filename().string();
}

const ArchiveFacts& facts(const Archive& archive) {
  return archive.facts;
}

}  // namespace backfile
