// Prints a news-like archive as JSONL: bench/generate [--articles N] [--seed S] [--words W]
#include <charconv>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>

#include "bench/archive_generator.h"

namespace {

int usage() {
  std::fputs(
      "Usage: generate [--articles N] [--seed S] [--words W]\n"
      "Prints N made-up articles (10000) of about W words (350) as JSON lines; the same seed "
      "gives\n"
      "the same archive.\n",
      stderr);
  return 2;
}

template <class Number>
bool read_number(const char* text, Number& number) {
  const char* end = text + std::strlen(text);
  const auto [rest, error] = std::from_chars(text, end, number);
  return error == std::errc() && rest == end;
}

// As a site's own export has it: key and identity are made where it is read.
std::string line_of(const backfile::Article& article) {
  nlohmann::ordered_json line = {{"id", article.id},           {"url", article.url},
                                 {"title", article.title},     {"author", article.author},
                                 {"body", article.body},       {"published", article.published},
                                 {"section", article.section}, {"tags", article.tags},
                                 {"source", article.source},   {"language", article.language}};
  if (!article.subtitle.empty()) line["subtitle"] = article.subtitle;
  return line.dump() + '\n';
}

}  // namespace

int main(int argc, char** argv) {
  backfile::bench::GeneratorOptions options;
  for (int i = 1; i < argc; i += 2) {
    const std::string flag = argv[i];
    if (i + 1 == argc) return usage();
    bool understood = false;
    if (flag == "--articles") understood = read_number(argv[i + 1], options.articles);
    if (flag == "--seed") understood = read_number(argv[i + 1], options.seed);
    if (flag == "--words")
      understood = read_number(argv[i + 1], options.words) && options.words >= 3;
    if (!understood) return usage();
  }
  backfile::bench::ArchiveGenerator generator(options);
  backfile::Article article;
  while (generator.next(article)) {
    const std::string line = line_of(article);
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) return 1;
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}
