// Once for samples, once for all.
#include "indexer/index/building/join_catalogue.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/compress.h"
#include "indexer/files/run_files.h"
#include "indexer/files/section_file.h"
#include "indexer/files/varint.h"
#include "indexer/index/catalogue.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t steps = 4096;

fs::path file_of(const fs::path& run) {
  return run.string() + ".catalogue";
}

// Calls visit(key, id, facts) for each article of all runs.
template <class Visit>
void for_each_article(std::span<const fs::path> runs, const std::function<void()>& progress,
                      const Visit& visit) {
  std::uint32_t articles = 0;
  for (const fs::path& run : runs) {
    RunReader in(file_of(run));
    while (!in.at_end()) {
      const std::string key(in.take()), id(in.take());
      visit(key, id, in.take());
      if (++articles % steps == 0) progress();
    }
  }
}

// The facts of all articles; once these are too many, of every second, every fourth, ...
class Samples {
 public:
  void add(std::string_view facts) {
    if (seen_++ % step_ != 0) return;
    samples_.emplace_back(facts.substr(0, largest));
    bytes_ += samples_.back().size();
    if (bytes_ > most_bytes) thin_out();
  }

  // Of articles that are few it would take more than it saves.
  std::string dictionary() const {
    constexpr std::uint64_t share = 64, smallest = 1 << 10, enough = 64 << 10;
    const std::uint64_t size = std::min(enough, bytes_ * step_ / share);
    return size < smallest ? std::string() : train_dictionary(samples_, size);
  }

 private:
  void thin_out() {
    std::vector<std::string> kept;
    bytes_ = 0;
    for (std::size_t i = 0; i < samples_.size(); i += 2) {
      bytes_ += samples_[i].size();
      kept.push_back(std::move(samples_[i]));
    }
    samples_ = std::move(kept);
    step_ *= 2;
  }

  static constexpr std::size_t most_bytes = 4 << 20, largest = 4096;
  std::vector<std::string> samples_;
  std::uint64_t seen_ = 0, step_ = 1, bytes_ = 0;
};

}  // namespace

void join_catalogue(std::span<const fs::path> runs, const fs::path& directory,
                    const Lexicon& lexicon, const std::function<void()>& progress) {
  Samples samples;
  for_each_article(runs, progress, [&](std::string_view, std::string_view, std::string_view facts) {
    samples.add(facts);
  });
  const std::string dictionary = samples.dictionary();
  const DictionaryCompressor compressor(dictionary);

  SectionFileWriter out(directory, FileKind::catalogue);
  out.begin_section();
  out.append(dictionary);
  std::vector<CatalogueKey> keys;
  std::vector<std::uint64_t> begins, ids;
  out.begin_section();
  for_each_article(
      runs, progress, [&](std::string_view key, std::string_view id, std::string_view facts) {
        if (keys.size() % CatalogueSection::entries_a_begin == 0)
          begins.push_back(out.section_bytes());
        const std::string entry = compressor.compress(facts);
        std::string length;
        append_varint(length, entry.size());
        out.append(length);
        out.append(entry);
        keys.push_back({*key_number(key), static_cast<std::uint32_t>(keys.size() + 1)});
        ids.push_back(id_number(id));
      });
  for (const fs::path& run : runs) fs::remove(file_of(run));
  std::ranges::sort(keys);
  std::ranges::sort(ids);
  out.begin_section();
  out.append_numbers(std::span<const std::uint64_t>(begins));
  out.begin_section();
  out.append_numbers(std::span<const CatalogueKey>(keys));
  out.begin_section();
  out.append_numbers(std::span<const std::uint64_t>(ids));
  out.finish(lexicon.file().header().checksum);
}

}  // namespace backfile
