// Any bytes as a file of one format, which FUZZED_NAME chooses by its ending: never a crash, every
// article keeps the promises of article.h, and finishing it again changes nothing.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include "indexer/readers/finish.h"
#include "indexer/readers/open.h"
#include "indexer/text/unicode.h"

namespace {

void demand(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

void check(const std::string& text) {
  demand(backfile::is_valid_utf8(text), "text is UTF-8");
  demand(text.find('\0') == std::string::npos, "text is without NUL");
}

void check(const backfile::Article& article) {
  for (const std::string* field :
       {&article.id, &article.url, &article.title, &article.subtitle, &article.published,
        &article.modified, &article.section, &article.language, &article.license, &article.source})
    check(*field);
  for (const auto* list : {&article.author, &article.tags, &article.body, &article.captions}) {
    for (const std::string& entry : *list) {
      check(entry);
      demand(!entry.empty(), "entries of a list are not empty");
    }
  }
  demand(!article.id.empty(), "an article has an id");
}

void check_again(const backfile::Article& article) {
  backfile::Article again = article;
  demand(!backfile::finish_article(again), "a finished article is not rejected");
  demand(again == article, "finishing twice changes nothing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string name = FUZZED_NAME;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const backfile::Reader* reader = backfile::choose_reader(text.substr(0, 8192), name);
  if (reader == nullptr) return 0;
  const backfile::Sink sink{[](backfile::Found&& found) {
                              if (!found.lines.empty()) return;  // cleaned by boilerplate_fuzz
                              check(found.article);
                              check_again(found.article);
                            },
                            [](backfile::Rejected&& rejected) {
                              demand(!rejected.reason.empty(), "a rejection has a reason");
                              check(rejected.reason);
                            }};
  std::istringstream in(text);
  reader->read(in, name, sink);
  return 0;
}
