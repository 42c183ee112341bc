// Hashes again what the manifest lists, and looks for what it does not.
#include "indexer/index/verification.h"

#include <nlohmann/json.hpp>

#include "indexer/base/figures.h"
#include "indexer/base/hash.h"
#include "indexer/index/generation.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// What is wrong with a file; empty if nothing is.
std::string fault_of(const fs::path& file, const std::string& hash) {
  if (!fs::is_regular_file(file)) return "is missing";
  return sha256_of_file(file) == hash ? "" : "is not as it was published";
}

}  // namespace

Verification verify_index(const fs::path& index, const std::function<void()>& progress) {
  const fs::path generation = current_generation(index);
  const Manifest manifest = read_manifest(generation, Files::left_alone);
  Verification verification;
  verification.generation = manifest.generation;
  for (const auto& [name, published] : manifest.files) {
    progress();
    const std::string fault = fault_of(generation / name, published.sha256);
    if (!fault.empty()) {
      verification.faults.push_back(name + " " + fault);
      continue;
    }
    verification.files += 1;
    verification.bytes += fs::file_size(generation / name);
  }
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(generation)) {
    const std::string name = entry.path().lexically_relative(generation);
    if (!entry.is_regular_file() || name == "manifest.json" || manifest.files.contains(name)) {
      continue;
    }
    verification.faults.push_back(name + " was not there when it was published");
  }
  return verification;
}

std::string to_text(const Verification& verification) {
  std::string text;
  for (const std::string& fault : verification.faults) text += fault + "\n";
  return text + with_commas(verification.files) + " files of the generation " +
         verification.generation + " (" + with_commas(verification.bytes) +
         " bytes) are as they were published.\n";
}

std::string to_json(const Verification& verification) {
  const nlohmann::ordered_json object = {{"generation", verification.generation},
                                         {"files", verification.files},
                                         {"bytes", verification.bytes},
                                         {"faults", verification.faults}};
  return object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace backfile
