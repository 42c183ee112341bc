// From a directory to an Archive: manifest, columns, and the facts that both give.
#include "query/search/archive.h"

#include <algorithm>

#include "indexer/index/generation.h"
#include "indexer/text/stem.h"

namespace backfile {
namespace {

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

Counts counts_of(const ValueColumn& column) {
  Counts counts;
  for (const ValueColumn::Value value : column.values()) {
    counts.emplace_back(std::string(value.name), value.articles);
  }
  std::sort(counts.begin(), counts.end());
  return counts;
}

void most_first(Counts& counts) {
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& left, const auto& right) { return left.second > right.second; });
}

PlannerFacts planner_facts(const Manifest& manifest, const ArchiveFacts& facts,
                           std::shared_ptr<const Columns> columns) {
  PlannerFacts planner;
  planner.spellings = std::make_shared<const Spellings>(columns);
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
  planner.idf = std::make_shared<const Idf>(sizes);
  planner.stems_fit =
      manifest.analyzer == analyzer_version && manifest.stems == Stemmer::fingerprint();
  return planner;
}

std::shared_ptr<const Archive> load(const std::filesystem::path& generation) {
  const Manifest manifest = read_manifest(generation);
  const auto archive = std::make_shared<Archive>(generation);
  const Xapian::Database database(archive->database.string());
  const std::shared_ptr<const Columns> columns =
      open_columns(generation, database, archive->forward);

  ArchiveFacts& facts = archive->facts;
  facts.generation = manifest.generation;
  facts.built_at = manifest.built_at;
  facts.documents = columns->facts().articles;
  facts.first_day = columns->facts().first_day;
  facts.last_day = columns->facts().last_day;
  facts.undated =
      facts.documents - std::min<std::uint64_t>(facts.documents, columns->facts().dated);
  facts.sections = counts_of(columns->of(FieldId::section));
  facts.languages = counts_of(columns->of(FieldId::language));
  most_first(facts.languages);
  archive->planner = planner_facts(manifest, facts, columns);
  archive->author_lookup = AuthorLookup(columns, archive->planner.languages);
  return archive;
}

std::shared_ptr<const Archive> open_generation(const std::filesystem::path& generation) {
  try {
    return load(generation);
  } catch (const Xapian::Error& error) {
    throw unreadable_database(generation, error.get_msg());
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
