// Any bytes as an archive of scraped text (files separated by form feeds): every line gets a role,
// and every line of the story comes out.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/boilerplate/scraped_boilerplate.h"
#include "tests/fuzz/archive_of.h"
#include "tests/fuzz/demand.h"

namespace {

using namespace backfile;

// The lines of a text in several lines, counted.
std::size_t count_lines(const std::string& text) {
  std::size_t lines = 1;
  for (const char c : text) lines += c == '\n' ? 1 : 0;
  return lines;
}

void check(const Lines& file, const ScrapedBoilerplate& scraped) {
  Article article;
  std::size_t body = 0;
  for (const auto& line : scraped.clean(file, article)) {
    body += line.role == LineRole::body ? 1 : 0;
  }
  std::size_t paragraphs = 0;
  for (const std::string& paragraph : article.body) {
    demand(!paragraph.empty(), "paragraphs are not empty");
    demand(is_valid_utf8(paragraph), "paragraphs are UTF-8");
    paragraphs += count_lines(paragraph);
  }
  demand(paragraphs == body, "every line of the body is in a paragraph");
  for (const std::string* field : {&article.title, &article.subtitle, &article.section,
                                   &article.source, &article.license, &article.url}) {
    demand(is_valid_utf8(*field), "fields are UTF-8");
  }
  for (const auto* list : {&article.author, &article.tags, &article.captions}) {
    for (const std::string& entry : *list) demand(is_valid_utf8(entry), "lists are UTF-8");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = repair_utf8({reinterpret_cast<const char*>(data), size});
  const std::vector<Lines> files = files_in(text);
  ScrapedBoilerplate scraped;
  for (const Lines& file : files) scraped.learn(file);
  for (const Lines& file : files) check(file, scraped);
  for (const Lines& file : files) {
    Article scratch;
    scraped.count_removed(scraped.clean(file, scratch));
  }
  for (const auto& line : scraped.boilerplate()) {
    demand(is_valid_utf8(line.text), "boilerplate is UTF-8");
  }
  return 0;
}
