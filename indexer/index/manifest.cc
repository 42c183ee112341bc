// The description that lies beside every index: written by the build, checked on opening.
#include <nlohmann/json.hpp>

#include "indexer/base/disk.h"
#include "indexer/base/failure.h"
#include "indexer/base/hash.h"
#include "indexer/index/generation.h"
#include "indexer/index/schema.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// Calls visit(name, member) for every member of a manifest.
template <typename AnyManifest, typename Visitor>
void for_each_member(AnyManifest& manifest, const Visitor& visit) {
  visit("schema", manifest.schema);
  visit("analyzer", manifest.analyzer);
  visit("stems", manifest.stems);
  visit("generation", manifest.generation);
  visit("built_at", manifest.built_at);
  visit("program", manifest.program);
  visit("documents", manifest.documents);
  visit("rejected", manifest.rejected);
  visit("text_bytes", manifest.text_bytes);
  visit("languages", manifest.languages);
  visit("sources", manifest.sources);
  visit("settings", manifest.settings);
  visit("files", manifest.files);
}

Failure damaged(const fs::path& file, const std::string& what) {
  return Failure(Exit::corrupt, file.string() + " " + what);
}

void check_version(const std::string& what, const json& found, int ours) {
  if (found == ours) return;
  throw Failure(Exit::corrupt, "the index was made by another version of backfile (" + what + " " +
                                   found.dump() + ", this program reads " + std::to_string(ours) +
                                   ")");
}

// Files of another generation would answer other questions in silence. The forward index and the
// columns know the lexicon that they belong to; Xapian's database is known by its smallest file.
void check_generation(const fs::path& generation, const Manifest& manifest) {
  if (manifest.generation != generation.filename()) {
    throw damaged(generation / "manifest.json", "belongs to the generation " + manifest.generation);
  }
  const fs::path file = database_of(generation).filename() / "iamglass";
  const auto known = manifest.files.find(file);
  if (known == manifest.files.end() || !fs::exists(generation / file)) return;
  if (sha256_of_file(generation / file) != known->second) {
    throw damaged(database_of(generation), "is damaged, or belongs to another generation");
  }
}

}  // namespace

std::string to_json(const Manifest& manifest) {
  nlohmann::ordered_json object;
  for_each_member(manifest, [&](const char* name, const auto& member) { object[name] = member; });
  return object.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

Manifest parse_manifest(const fs::path& generation) {
  const fs::path file = generation / "manifest.json";
  if (!fs::exists(file)) throw damaged(file, "is missing");
  const json object = json::parse(read_whole(file), nullptr, false);
  if (!object.is_object()) throw damaged(file, "is damaged");
  // Versions first: a manifest of another version may well lack members of this one.
  check_version("schema", object.value("schema", json()), schema_version);
  check_version("analyzer", object.value("analyzer", json()), analyzer_version);
  Manifest manifest;
  try {
    for_each_member(manifest,
                    [&](const char* name, auto& member) { object.at(name).get_to(member); });
  } catch (const json::exception& error) {
    throw damaged(file, "is damaged (" + std::string(error.what()) + ")");
  }
  check_generation(generation, manifest);
  return manifest;
}

std::optional<std::uint64_t> documents_of(const fs::path& generation) {
  try {
    const json object = json::parse(read_whole(generation / "manifest.json"), nullptr, false);
    const auto documents = object.find("documents");
    if (documents == object.end() || !documents->is_number_unsigned()) return std::nullopt;
    return documents->get<std::uint64_t>();
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

Manifest read_manifest(const fs::path& generation) {
  try {
    return parse_manifest(generation);
  } catch (const Failure& failure) {
    throw Failure(failure.code(), failure.what() + recovery_advice(generation));
  }
}

}  // namespace backfile
