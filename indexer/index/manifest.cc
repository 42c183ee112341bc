// The description that lies beside every index: written by the build, checked on opening.
#include <nlohmann/json.hpp>
#include <string_view>

#include "indexer/base/disk.h"
#include "indexer/base/failure.h"
#include "indexer/base/hash.h"
#include "indexer/index/generation.h"
#include "indexer/index/schema.h"

namespace backfile {

template <typename Json>
void to_json(Json& object, const PublishedFile& file) {
  object = Json{{"bytes", file.bytes}, {"sha256", file.sha256}, {"sample", file.sample}};
}

template <typename Json>
void from_json(const Json& object, PublishedFile& file) {
  object.at("bytes").get_to(file.bytes);
  object.at("sha256").get_to(file.sha256);
  object.at("sample").get_to(file.sample);
}

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

// What a manifest ends with, from the comma on; `text` is all before.
std::string seal_of(std::string_view text) {
  return ",\n  \"sha256\": \"" + hexadecimal(sha256(text)) + "\"\n}\n";
}

bool is_sealed(std::string_view text) {
  static const std::size_t length = seal_of("").size();
  if (text.size() < length) return false;
  const std::string_view before = text.substr(0, text.size() - length);
  return text.substr(before.size()) == seal_of(before);
}

}  // namespace

std::string to_json(const Manifest& manifest) {
  nlohmann::ordered_json object;
  for_each_member(manifest, [&](const char* name, const auto& member) { object[name] = member; });
  std::string text = object.dump(2, ' ', false, json::error_handler_t::replace);
  text.resize(text.size() - std::string_view("\n}").size());
  return text + seal_of(text);
}

Manifest parse_manifest(const fs::path& generation) {
  const fs::path file = generation / "manifest.json";
  if (!fs::exists(file)) throw damaged(file, "is missing");
  const std::string text = read_whole(file);
  const json object = json::parse(text, nullptr, false);
  if (!object.is_object()) throw damaged(file, "is damaged");
  // Versions first: a manifest of another version may well lack members of this one.
  check_version("schema", object.value("schema", json()), schema_version);
  check_version("analyzer", object.value("analyzer", json()), analyzer_version);
  if (!is_sealed(text)) throw damaged(file, "is damaged: it is not what was published");
  Manifest manifest;
  try {
    for_each_member(manifest,
                    [&](const char* name, auto& member) { object.at(name).get_to(member); });
  } catch (const json::exception& error) {
    throw damaged(file, "is damaged (" + std::string(error.what()) + ")");
  }
  if (manifest.generation != generation.filename()) {
    throw damaged(file, "belongs to the generation " + manifest.generation);
  }
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

Manifest read_manifest(const fs::path& generation, Files files) {
  try {
    Manifest manifest = parse_manifest(generation);
    if (files == Files::looked_at) look_at_files(generation, manifest.files);
    return manifest;
  } catch (const Failure& failure) {
    throw Failure(failure.code(), failure.what() + recovery_advice(generation));
  }
}

}  // namespace backfile
