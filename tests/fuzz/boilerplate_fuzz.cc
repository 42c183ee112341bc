// Any bytes as an archive of scraped files (parted by form feeds): never a crash, no line without a
// role, and every line of the story comes out.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/boilerplate.h"
#include "indexer/text/unicode.h"

namespace {

using Lines = std::vector<std::string>;

std::vector<Lines> files_in(std::string_view text) {
  std::vector<Lines> files(1, Lines(1));
  for (const char c : text) {
    if (c == '\f') {
      files.emplace_back(1);
    } else if (c == '\n') {
      files.back().emplace_back();
    } else {
      files.back().back() += c;
    }
  }
  return files;
}

void demand(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

// The lines of a text in several lines, counted.
std::size_t count_lines(const std::string& text) {
  std::size_t lines = 1;
  for (const char c : text) lines += c == '\n' ? 1 : 0;
  return lines;
}

void check(const Lines& file, const backfile::Boilerplate& boilerplate) {
  backfile::Article article;
  boilerplate.clean(file, article);
  std::size_t body = 0;
  for (const auto& line : boilerplate.judge(file)) {
    body += line.role == backfile::LineRole::body ? 1 : 0;
  }
  std::size_t paragraphs = 0;
  for (const std::string& paragraph : article.body) {
    demand(!paragraph.empty(), "paragraphs are not empty");
    demand(backfile::is_valid_utf8(paragraph), "paragraphs are UTF-8");
    paragraphs += count_lines(paragraph);
  }
  demand(paragraphs == body, "every line of the body is in a paragraph");
  for (const std::string* field : {&article.title, &article.subtitle, &article.section,
                                   &article.source, &article.license, &article.url}) {
    demand(backfile::is_valid_utf8(*field), "fields are UTF-8");
  }
  for (const auto* list : {&article.author, &article.tags, &article.captions}) {
    for (const std::string& entry : *list)
      demand(backfile::is_valid_utf8(entry), "lists are UTF-8");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::vector<Lines> files = files_in(backfile::repair_utf8(bytes));
  backfile::Boilerplate boilerplate;
  for (const Lines& file : files) boilerplate.learn(file);
  for (const Lines& file : files) check(file, boilerplate);
  for (const auto& line : boilerplate.furniture()) {
    demand(backfile::is_valid_utf8(line.text), "furniture is UTF-8");
  }
  return 0;
}
