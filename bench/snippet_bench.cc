// Ten snippets of 400-word articles, ours beside Xapian's, on the same articles and words.
//
// Xapian's MSet::snippet is at home here: a database made by its TermGenerator, a query by its
// QueryParser, its defaults but for the length, which is ours. Both get the text in memory. The
// counters say what came out: characters shown and marks, as proof of like work.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <xapian.h>
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "bench/archive_generator.h"
#include "indexer/forward/building/forward_run.h"
#include "indexer/forward/building/join_runs.h"
#include "indexer/text/analyzer.h"
#include "query/snippet/snippet.h"

namespace backfile::bench {
namespace {

constexpr std::size_t archive_size = 1000;
constexpr std::size_t snippets = 10;
constexpr std::size_t width = 280;

std::string body_of(const Article& article) {
  std::string text;
  for (const std::string& paragraph : article.body) text += paragraph + "\n";
  return text;
}

// The records of articles, in a directory that goes with them.
class Records {
 public:
  explicit Records(std::span<const Article> articles) : index_((write(articles), directory_)) {}
  ~Records() { std::filesystem::remove_all(directory_); }
  Records(const Records&) = delete;
  Records& operator=(const Records&) = delete;

  const ForwardIndex& index() const { return index_; }

 private:
  void write(std::span<const Article> articles) const {
    std::filesystem::create_directories(directory_);
    ForwardRun run(directory_ / "run");
    for (const Article& article : articles) run.add(article, {});
    run.finish();
    join_runs(std::array{directory_ / "run"}, directory_, "bench", [] {});
  }

  const std::filesystem::path directory_ =
      std::filesystem::temp_directory_path() /
      ("backfile-snippet-bench-" + std::to_string(::getpid()) + "-" +
       std::to_string(reinterpret_cast<std::uintptr_t>(this)));
  ForwardIndex index_;
};

// A small archive, the frequent words of one article as the question, and the ten best answers.
struct Fixture {
  std::vector<Article> articles;
  Records records;
  std::vector<std::string> words;
  Xapian::WritableDatabase database{"", Xapian::DB_BACKEND_INMEMORY};
  Xapian::MSet found;
  std::vector<const Article*> answers;
  std::vector<std::string> texts;

  explicit Fixture(std::size_t asked) : articles(generated()), records(articles) {
    index();
    choose_words(asked);
    ask();
  }

  static std::vector<Article> generated() {
    std::vector<Article> articles;
    ArchiveGenerator generator({.seed = 5, .articles = archive_size, .words = 400});
    for (Article article; generator.next(article);) articles.push_back(article);
    return articles;
  }

  void index() {
    Xapian::TermGenerator terms;
    terms.set_stemmer(Xapian::Stem("en"));
    for (const Article& article : articles) {
      Xapian::Document document;
      terms.set_document(document);
      terms.index_text(body_of(article));
      database.add_document(document);
    }
  }

  // Words of middling frequency that stand together in the first article.
  void choose_words(std::size_t asked) {
    Analyzer analyzer;
    for (const Token& token : analyzer.analyze(body_of(articles.front()), "en")) {
      const Xapian::doccount frequency = database.get_termfreq(token.term);
      const bool middling = frequency > archive_size / 20 && frequency < archive_size / 3;
      if (token.kind != TokenKind::word || token.stop_word || !middling) continue;
      if (std::ranges::find(words, token.term) == words.end()) words.push_back(token.term);
      if (words.size() == asked) break;
    }
  }

  void ask() {
    Xapian::QueryParser parser;
    parser.set_stemmer(Xapian::Stem("en"));
    parser.set_database(database);
    std::string query;
    for (const std::string& word : words) query += word + " ";
    Xapian::Enquire enquire(database);
    enquire.set_query(parser.parse_query(query));
    found = enquire.get_mset(0, snippets);
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      answers.push_back(&articles[*hit - 1]);
      texts.push_back(body_of(*answers.back()));
    }
  }

  std::vector<MatchPattern> patterns(Analyzer& analyzer) const {
    std::vector<MatchPattern> patterns;
    for (const std::string& word : words) {
      const Token token = analyzer.analyze(word, "en").front();
      MatchPattern& pattern = patterns.emplace_back();
      pattern.words.push_back({token.term, {}, false, true, {{"en", token.stem}}});
      pattern.label = word;
    }
    return patterns;
  }
};

const Fixture& fixture(std::size_t asked) {
  static const Fixture one(1), three(3);
  return asked == 1 ? one : three;
}

void ten_snippets_ours(benchmark::State& state) {
  const Fixture& f = fixture(static_cast<std::size_t>(state.range(0)));
  Analyzer analyzer;
  RecordPatterns patterns(f.records.index(), f.patterns(analyzer), analyzer);
  std::size_t shown = 0, marks = 0;
  for (auto _ : state) {
    shown = marks = 0;
    for (const Article* article : f.answers) {
      const auto docid = static_cast<std::uint32_t>(article - f.articles.data() + 1);
      const MatchedArticle matched(*article, docid, patterns);
      for (const Snippet& snippet : make_snippets(matched, {.width = width})) {
        shown += snippet.text.size();
        marks += snippet.marks.size();
      }
    }
  }
  state.counters["articles"] = static_cast<double>(f.answers.size());
  state.counters["bytes"] = static_cast<double>(shown);
  state.counters["marks"] = static_cast<double>(marks);
}
BENCHMARK(ten_snippets_ours)->ArgName("words")->Arg(1)->Arg(3)->Unit(benchmark::kMicrosecond);

void ten_snippets_xapian(benchmark::State& state) {
  const Fixture& f = fixture(static_cast<std::size_t>(state.range(0)));
  const Xapian::Stem stem("en");
  std::size_t shown = 0, marks = 0;
  for (auto _ : state) {
    shown = marks = 0;
    for (const std::string& text : f.texts) {
      const std::string snippet = f.found.snippet(text, width, stem);
      shown += snippet.size();
      for (std::size_t at = snippet.find("<b>"); at != std::string::npos;
           at = snippet.find("<b>", at + 1)) {
        ++marks;
      }
    }
  }
  state.counters["articles"] = static_cast<double>(f.texts.size());
  state.counters["bytes"] = static_cast<double>(shown);
  state.counters["marks"] = static_cast<double>(marks);
}
BENCHMARK(ten_snippets_xapian)->ArgName("words")->Arg(1)->Arg(3)->Unit(benchmark::kMicrosecond);

// A book in paragraphs of 400 words, five megabytes, its word near the end.
void book(benchmark::State& state) {
  Article book;
  book.language = "en";
  ArchiveGenerator generator({.seed = 7, .articles = 2000, .words = 400});
  std::size_t size = 0;
  for (Article article; generator.next(article);) {
    if (size > (std::size_t{5} << 20)) break;
    for (std::string& paragraph : article.body) {
      size += paragraph.size();
      book.body.push_back(std::move(paragraph));
    }
  }
  book.body.push_back("In the end they found the xylophone.");
  Analyzer analyzer;
  const Token token = analyzer.analyze("xylophone", "en").front();
  const std::vector<MatchPattern> patterns = {
      {.words = {{token.term, {}, false, true, {{"en", token.stem}}}},
       .field = {},
       .label = "xylophone"}};
  const Records records(std::span(&book, 1));
  RecordPatterns asked(records.index(), patterns, analyzer);
  std::size_t marks = 0;
  for (auto _ : state) {
    marks = 0;
    for (const Snippet& snippet : make_snippets(MatchedArticle(book, 1, asked))) {
      marks += snippet.marks.size();
    }
  }
  state.counters["MB"] = static_cast<double>(size) / (1 << 20);
  state.counters["marks"] = static_cast<double>(marks);
}
BENCHMARK(book)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace backfile::bench
