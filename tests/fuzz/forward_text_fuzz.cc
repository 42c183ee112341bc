// Any text through the forward index: it comes back byte for byte, and its record is the
// analyzer's.
//
// The first byte chooses the language; the rest, repaired, is cut into fields at form feeds.
#include <unistd.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/forward/building/forward_run.h"
#include "indexer/forward/building/join_runs.h"
#include "indexer/forward/forward_index.h"
#include "indexer/text/unicode.h"
#include "tests/fuzz/demand.h"

namespace {

using namespace backfile;
namespace fs = std::filesystem;

Article article_of(std::string_view text) {
  Article article;
  std::vector<std::string> fields(1);
  for (const char c : text) {
    if (c == '\f') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    switch (i % 5) {
      case 0:
        (i == 0 ? article.title : article.body.emplace_back()) = fields[i];
        break;
      case 1:
        article.author.push_back(fields[i]);
        break;
      case 2:
        article.captions.push_back(fields[i]);
        break;
      default:
        article.body.push_back(fields[i]);
    }
  }
  return article;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr std::array<const char*, 8> languages = {"en", "de", "fr", "ru",
                                                           "zh", "th", "ar", ""};
  static const fs::path directory =
      fs::temp_directory_path() / ("fuzz-text-" + std::to_string(::getpid()));
  if (size == 0) return 0;
  fs::create_directories(directory);
  Article article = article_of(repair_utf8({reinterpret_cast<const char*>(data) + 1, size - 1}));
  article.language = languages[data[0] % languages.size()];

  const std::vector<fs::path> runs = {directory / "run"};
  ForwardRun run(runs[0]);
  run.add(article, {{}, "fuzz"});
  run.finish();
  join_runs(runs, directory, "fuzz", [] {});
  const ForwardIndex index(directory);
  Article back;
  index.read_text(1, back);
  demand(back.title == article.title && back.author == article.author &&
             back.body == article.body && back.captions == article.captions,
         "the text comes back");
  index.verify([] {});
  fs::remove_all(directory);
  return 0;
}
