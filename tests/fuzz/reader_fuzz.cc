// Any bytes as a file of one format, whose reader FUZZED_READER names: never a crash, every article
// keeps the promises of article.h, and finishing it again changes nothing.
//
// Inputs of odd length ask for an explanation as well.
#include <cstdint>
#include <sstream>
#include <string>

#include "indexer/boilerplate/scraped_boilerplate.h"
#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/reader.h"
#include "indexer/readers/html/html_reader.h"
#include "indexer/readers/json/json_reader.h"
#include "indexer/readers/markdown/markdown_reader.h"
#include "indexer/readers/scraped/scraped_reader.h"
#include "tests/fuzz/demand.h"

namespace {

using namespace backfile;

void check_again(const Article& article) {
  Article again = article;
  demand(!finish_article(again), "a finished article is not rejected");
  demand(again == article, "finishing twice changes nothing");
}

void check(const Explanation& explanation) {
  for (const Origin& origin : explanation.origins) {
    demand_text(origin.field);
    demand_text(origin.from);
  }
  for (const ExplainedBlock& block : explanation.blocks) {
    demand_text(block.where);
    demand_text(block.why);
    demand_text(block.text);
  }
}

// A file of scraped text as if it were an archive of its own.
void check_lines(Found& found) {
  ScrapedBoilerplate scraped;
  scraped.learn(found.lines);
  scraped.clean(found.lines, found.article);
  if (finish_article(found.article)) return;
  demand_sound(found.article);
  check_again(found.article);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Sink sink{[](Found&& found) {
                    check(found.explanation);
                    if (!found.lines.empty()) return check_lines(found);
                    demand_sound(found.article);
                    check_again(found.article);
                  },
                  [](Rejected&& rejected) {
                    demand(!rejected.reason.empty(), "a rejection has a reason");
                    demand_text(rejected.reason);
                  },
                  size % 2 == 1};
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  FUZZED_READER().read(in, FUZZED_NAME, sink);
  return 0;
}
