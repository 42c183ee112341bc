// Sizes, hashes and samples.
#include "indexer/index/published_files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "indexer/base/checksum.h"
#include "indexer/base/disk.h"
#include "indexer/base/failure.h"
#include "indexer/base/hash.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t page = 8192;  // the block of a table of Xapian's
constexpr std::uint64_t pages = 5;

// For those who run the index. Damage to them is no reason not to search.
constexpr std::array<std::string_view, 2> not_searched = {"boilerplate.zst", "rejected.jsonl"};

std::string in_hexadecimal(std::uint64_t number) {
  std::array<char, 16> digits;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16);
  return {digits.data(), end};
}

// Of a file that is no larger, all of it.
std::string sample_of(const InputFile& file) {
  Checksum sum;
  std::array<char, page> bytes;
  const auto add = [&](std::uint64_t begin) {
    sum.add(std::string_view(bytes.data(), file.read(begin, bytes)));
  };
  const std::uint64_t size = file.size();
  if (size <= page * pages) {
    for (std::uint64_t begin = 0; begin < size; begin += page) add(begin);
  } else {
    for (std::uint64_t i = 0; i + 1 < pages; ++i) add(size / (pages - 1) * i / page * page);
    add(size - page);
  }
  return in_hexadecimal(sum.value());
}

void look_at(const fs::path& path, const PublishedFile& published) {
  const auto damaged = [&](const std::string& what) {
    return Failure(Exit::corrupt, path.string() + " " + what);
  };
  if (!fs::exists(path)) throw damaged("is missing");
  const InputFile file(path);
  if (file.size() != published.bytes) {
    throw damaged("is damaged, or belongs to another generation (it has " +
                  std::to_string(file.size()) + " bytes instead of " +
                  std::to_string(published.bytes) + ")");
  }
  if (sample_of(file) != published.sample) {
    throw damaged("is damaged, or belongs to another generation");
  }
}

}  // namespace

PublishedFiles files_below(const fs::path& directory) {
  PublishedFiles files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory)) {
    if (!entry.is_regular_file()) continue;
    const InputFile file(entry.path());
    files[entry.path().lexically_relative(directory)] = {file.size(), sha256_of_file(entry.path()),
                                                         sample_of(file)};
  }
  return files;
}

void look_at_files(const fs::path& generation, const PublishedFiles& files) {
  for (const auto& [name, published] : files) {
    if (std::ranges::find(not_searched, name) == not_searched.end()) {
      look_at(generation / name, published);
    }
  }
}

}  // namespace backfile
