// The text floor in bytes a second, beside ICU alone and Xapian's TermGenerator.
//
// News in English, German, Russian and Chinese where BACKFILE_TEST_DATA names a folder of real
// text, else a made-up archive (English alone). Each figure carries the number of words or tokens
// found, as proof that the same work was done.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bench/archive_generator.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/language.h"
#include "indexer/text/tokenize.h"
#include "indexer/text/unicode.h"

namespace {

using namespace backfile;

constexpr std::size_t enough_bytes = 4'000'000;

struct Sample {
  std::string language;
  std::vector<std::string> paragraphs;
  std::size_t bytes = 0;
};

void add_paragraphs(Sample& sample, std::string_view body) {
  while (!body.empty() && sample.bytes < enough_bytes) {
    const std::string_view paragraph = body.substr(0, body.find('\n'));
    body.remove_prefix(std::min(body.size(), paragraph.size() + 1));
    if (paragraph.empty()) continue;
    sample.paragraphs.emplace_back(paragraph);
    sample.bytes += paragraph.size();
  }
}

Sample read_sample(const std::string& language, const std::string& path) {
  Sample sample{language, {}, 0};
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    add_paragraphs(sample, nlohmann::json::parse(line).value("body", ""));
  }
  return sample;
}

Sample make_sample() {
  Sample sample{"en", {}, 0};
  bench::ArchiveGenerator generator({.articles = 2'000});
  for (Article article; generator.next(article);) {
    for (const std::string& paragraph : article.body) add_paragraphs(sample, paragraph);
  }
  return sample;
}

std::vector<Sample> read_samples() {
  const char* data = std::getenv("BACKFILE_TEST_DATA");
  if (data == nullptr) return {make_sample()};
  const std::string root = data;
  return {read_sample("en", root + "/articles/reuters21578/docs.jsonl"),
          read_sample("de", root + "/judged/xquad-de/docs.jsonl"),
          read_sample("ru", root + "/judged/xquad-ru/docs.jsonl"),
          read_sample("zh", root + "/judged/xquad-zh/docs.jsonl")};
}

// Runs `count` over every paragraph; it returns how many things it found.
template <class Count>
void measure(benchmark::State& state, const Sample& sample, Count count) {
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const std::string& paragraph : sample.paragraphs) found += count(paragraph);
    benchmark::DoNotOptimize(found);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample.bytes));
  state.counters["found"] = static_cast<double>(found);
}

// ICU as its manual has it: UTF-8 through UText, one iterator for all texts.
class IcuCounter {
 public:
  explicit IcuCounter(icu::BreakIterator* iterator) : iterator_(iterator) {}
  ~IcuCounter() { utext_close(&source_); }

  std::size_t operator()(const std::string& text) {
    utext_openUTF8(&source_, text.data(), static_cast<std::int64_t>(text.size()), &status_);
    iterator_->setText(&source_, status_);
    std::size_t found = 0;
    while (iterator_->next() != icu::BreakIterator::DONE) {
      found += iterator_->getRuleStatus() != UBRK_WORD_NONE;
    }
    return found;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
  UText source_ = UTEXT_INITIALIZER;
  UErrorCode status_ = U_ZERO_ERROR;
};

void icu_words(benchmark::State& state, const Sample& sample) {
  UErrorCode status = U_ZERO_ERROR;
  IcuCounter icu(icu::BreakIterator::createWordInstance(icu::Locale("sv"), status));
  measure(state, sample, [&](const std::string& text) { return icu(text); });
}

void our_words(benchmark::State& state, const Sample& sample) {
  Tokenizer tokenizer;
  measure(state, sample, [&](const std::string& text) { return tokenizer.words(text).size(); });
}

void our_sentences(benchmark::State& state, const Sample& sample) {
  Tokenizer tokenizer;
  measure(state, sample, [&](const std::string& text) { return tokenizer.sentences(text).size(); });
}

// The words of a sample as the stemmer gets them.
std::vector<std::string> folded_words(const Sample& sample) {
  std::vector<std::string> words;
  Analyzer analyzer;
  for (const std::string& paragraph : sample.paragraphs) {
    for (const Token& token : analyzer.analyze(paragraph, "")) {
      if (token.kind == TokenKind::word) words.push_back(token.term);
    }
  }
  return words;
}

// Stems every word. Bytes are those of the words; found, those of the stems.
template <class Stem>
void measure_stems(benchmark::State& state, const Sample& sample, Stem stem) {
  const std::vector<std::string> words = folded_words(sample);
  std::size_t bytes = 0, found = 0;
  for (const std::string& word : words) bytes += word.size();
  for (auto _ : state) {
    found = 0;
    for (const std::string& word : words) found += stem(word).size();
    benchmark::DoNotOptimize(found);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  state.counters["found"] = static_cast<double>(found);
}

void our_stems(benchmark::State& state, const Sample& sample) {
  Stemmer stemmer;
  measure_stems(state, sample,
                [&](const std::string& word) { return stemmer.stem(word, sample.language); });
}

void xapian_stems(benchmark::State& state, const Sample& sample) {
  const Xapian::Stem stem(sample.language == "zh" ? "none" : sample.language);
  measure_stems(state, sample, [&](const std::string& word) { return stem(word); });
}

void whole_analyzer(benchmark::State& state, const Sample& sample) {
  Analyzer analyzer;
  measure(state, sample,
          [&](const std::string& text) { return analyzer.analyze(text, sample.language).size(); });
}

void analyzer_without_stems(benchmark::State& state, const Sample& sample) {
  Analyzer analyzer;
  measure(state, sample,
          [&](const std::string& text) { return analyzer.analyze(text, "").size(); });
}

void term_generator(benchmark::State& state, const Sample& sample) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem(sample.language == "zh" ? "none" : sample.language));
  measure(state, sample, [&](const std::string& text) {
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(text);
    return generator.get_termpos();
  });
}

void guessing_the_language(benchmark::State& state, const Sample& sample) {
  measure(state, sample, [&](const std::string& text) { return !guess_language(text).empty(); });
}

void repair(benchmark::State& state, const Sample& sample) {
  measure(state, sample, [&](const std::string& text) { return repair_utf8(text).size(); });
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::vector<Sample> samples = read_samples();
  const std::pair<const char*, void (*)(benchmark::State&, const Sample&)> suites[] = {
      {"words/icu", icu_words},
      {"words/ours", our_words},
      {"sentences/ours", our_sentences},
      {"stems/xapian", xapian_stems},
      {"stems/ours", our_stems},
      {"analyzer/without_stems", analyzer_without_stems},
      {"analyzer/whole", whole_analyzer},
      {"analyzer/xapian_term_generator", term_generator},
      {"language/guess", guessing_the_language},
      {"utf8/repair", repair}};
  for (const auto& [name, run] : suites) {
    for (const Sample& sample : samples) {
      benchmark::RegisterBenchmark((std::string(name) + "/" + sample.language).c_str(), run, sample)
          ->Unit(benchmark::kMillisecond);
    }
  }
  benchmark::RunSpecifiedBenchmarks();
}
