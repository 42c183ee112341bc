// Prints an archive as JSONL: a news-like one, or one in five languages that is learnt from real text.
#include <charconv>
#include <cstdio>
#include <cstring>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bench/archive_generator.h"
#include "bench/learned_archive.h"
#include "bench/read_articles.h"
#include "indexer/base/failure.h"

namespace {

using namespace backfile;
using namespace backfile::bench;

struct Options {
  GeneratorOptions generator;
  std::vector<std::string> like;
};

int usage() {
  std::fputs(
      "Usage: generate [--articles N] [--seed S] [--words W]\n"
      "       generate --like FILE [--like FILE]... [--articles N] [--seed S]\n"
      "Prints N made-up articles (10000) of about W words (350) as JSON lines; the same seed "
      "gives\n"
      "the same archive. With --like they are in five languages and written as in FILE, which\n"
      "`backfile read` has printed and which must have text in each of them: en, de, ru, zh, fr.\n",
      stderr);
  return 2;
}

template <class Number>
bool read_number(const char* text, Number& number) {
  const char* end = text + std::strlen(text);
  const auto [rest, error] = std::from_chars(text, end, number);
  return error == std::errc() && rest == end;
}

bool read_options(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; i += 2) {
    const std::string flag = argv[i];
    if (i + 1 == argc) return false;
    bool understood = false;
    if (flag == "--articles") understood = read_number(argv[i + 1], options.generator.articles);
    if (flag == "--seed") understood = read_number(argv[i + 1], options.generator.seed);
    if (flag == "--words") {
      understood =
          read_number(argv[i + 1], options.generator.words) && options.generator.words >= 3;
    }
    if (flag == "--like") {
      options.like.emplace_back(argv[i + 1]);
      understood = true;
    }
    if (!understood) return false;
  }
  return true;
}

// As a site's own export has it: key and identity are made where it is read.
std::string line_of(const Article& article) {
  nlohmann::ordered_json line = {{"id", article.id},           {"url", article.url},
                                 {"title", article.title},     {"author", article.author},
                                 {"body", article.body},       {"published", article.published},
                                 {"section", article.section}, {"tags", article.tags},
                                 {"source", article.source},   {"language", article.language}};
  if (!article.subtitle.empty()) line["subtitle"] = article.subtitle;
  if (!article.captions.empty()) line["captions"] = article.captions;
  // A word that is misread may be cut inside a character.
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

void print(const Article& article) {
  const std::string line = line_of(article);
  if (std::fwrite(line.data(), 1, line.size(), stdout) == line.size()) return;
  throw Failure(Exit::unwritable, "the archive cannot be written");
}

// Three a day, on days that all months have.
std::string day_of_article(std::size_t number) {
  const std::size_t day = number / 3;
  char text[16];
  std::snprintf(text, sizeof text, "%04zu-%02zu-%02zu", 1900 + day / 336 % 130, day / 28 % 12 + 1,
                day % 28 + 1);
  return text;
}

void print_learned(const Options& options) {
  LearnedArchive archive(options.generator.seed);
  read_articles(options.like, [&](const Article& article) { archive.learn(article); });
  archive.check();
  for (std::size_t number = 1; number <= options.generator.articles; ++number) {
    Article article = archive.next(number);
    article.published = day_of_article(number);
    print(article);
  }
}

void print_made_up(const Options& options) {
  ArchiveGenerator generator(options.generator);
  Article article;
  while (generator.next(article)) print(article);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!read_options(argc, argv, options)) return usage();
  try {
    options.like.empty() ? print_made_up(options) : print_learned(options);
  } catch (...) {
    const Failure failure = current_failure();
    std::fprintf(stderr, "%s\n", failure.what());
    return static_cast<int>(failure.code());
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}
