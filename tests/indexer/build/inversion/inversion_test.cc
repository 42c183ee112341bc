// Postings are those of the articles' documents, whatever the memory, the batches and the threads.
#include "indexer/build/inversion/inversion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "indexer/base/failure.h"
#include "indexer/build/inversion/merged_postings.h"
#include "indexer/index/stem_terms.h"
#include "tests/indexer/build/inversion/expected_terms.h"
#include "tests/indexer/files/damage.h"
#include "tests/indexer/forward/built.h"
#include "tests/indexer/forward/random_articles.h"

namespace backfile {
namespace {

using testing::HasSubstr;

std::vector<Article> some_articles(int count) {
  std::vector<Article> articles = test::random_articles(11, count);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = "article " + std::to_string(i);
    articles[i].tags = {"Tag " + std::to_string(i % 7), "everywhere"};
    articles[i].body.push_back("The storm hit the pier, said the harbour office.");
  }
  return articles;
}

FiltersFrom filters_of(const std::vector<Article>& articles) {
  return [&articles](std::uint32_t docid) {
    return [&articles, next = docid - 1]() mutable { return filter_terms(articles.at(next++)); };
  };
}

using Postings = std::vector<std::pair<std::string, std::vector<Posting>>>;

Postings read_all(const KnownTerms& known, const Inversion& inversion) {
  Postings all;
  MergedPostings merged(known, inversion);
  while (merged.next_term()) {
    auto& [term, postings] = all.emplace_back(merged.term(), std::vector<Posting>());
    std::uint64_t occurrences = 0;
    for (Posting posting; merged.next(posting);) {
      postings.push_back(posting);
      occurrences += posting.wdf;
    }
    EXPECT_EQ(merged.documents(), postings.size()) << term;
    EXPECT_EQ(merged.occurrences(), occurrences) << term;
  }
  return all;
}

// By to_document(), and the articles' lengths.
Postings expected_postings(const std::vector<Article>& articles,
                           std::vector<std::uint32_t>& lengths) {
  std::map<std::string, std::vector<Posting>> postings;
  Analyzer analyzer;
  for (std::uint32_t docid = 1; docid <= articles.size(); ++docid) {
    std::uint32_t& length = lengths.emplace_back(0);
    for (const auto& [term, wdf] : test::terms_of_document(articles[docid - 1], analyzer)) {
      postings[term].push_back({docid, wdf});
      length += wdf;
    }
  }
  return {postings.begin(), postings.end()};
}

// Without the stems whose postings are those of their only word.
Postings without_spare_stems(const Postings& all, const Lexicon& lexicon) {
  const std::map<std::string, std::vector<Posting>> by_term(all.begin(), all.end());
  Postings kept;
  for (const auto& [term, postings] : all) {
    const std::size_t colon = term.find(':');
    if (term.front() == 'Z' && colon != std::string::npos) {
      const auto word = lone_word_term(lexicon, term.substr(1, colon - 1), term.substr(colon + 1));
      const auto found = word ? by_term.find(*word) : by_term.end();
      if (found != by_term.end() && found->second == postings) continue;
    }
    kept.emplace_back(term, postings);
  }
  return kept;
}

class Inverted {
 public:
  explicit Inverted(const std::vector<Article>& articles)
      : articles_(articles), built_(articles), known_(built_->lexicon()) {}

  Inversion invert(
      const InversionOptions& options,
      const std::function<void(std::uint64_t)>& progress = [](std::uint64_t) {}) {
    return backfile::invert(built_.index(), known_, filters_of(articles_), directory_.path(),
                            options, progress);
  }
  Postings postings(const InversionOptions& options) { return read_all(known_, invert(options)); }
  const KnownTerms& known() const { return known_; }
  const Lexicon& lexicon() const { return built_->lexicon(); }

 private:
  const std::vector<Article>& articles_;
  test::BuiltForward built_;
  KnownTerms known_;
  TemporaryDirectory directory_;
};

TEST(Inversion, HasTheTermsOfEveryDocumentInTheOrderOfTheirBytes) {
  const std::vector<Article> articles = some_articles(600);
  std::vector<std::uint32_t> lengths;
  const Postings all = expected_postings(articles, lengths);
  Inverted inverted(articles);
  const Postings expected = without_spare_stems(all, inverted.lexicon());
  EXPECT_LT(expected.size(), all.size());
  const Inversion inversion = inverted.invert({});
  EXPECT_EQ(inversion.lengths, lengths);
  const Postings found = read_all(inverted.known(), inversion);
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) ASSERT_EQ(found[i], expected[i]);
}

TEST(Inversion, IsTheSameForAnyMemoryBatchAndNumberOfThreads) {
  const std::vector<Article> articles = some_articles(600);
  Inverted inverted(articles);
  const Postings expected = inverted.postings({});
  const InversionOptions cases[] = {{.jobs = 4},
                                    {.memory = 0},
                                    {.jobs = 3, .memory = std::size_t{2} << 20},
                                    {.postings = 1},
                                    {.jobs = 2, .postings = 20'000}};
  for (const InversionOptions& options : cases) {
    SCOPED_TRACE(options.jobs);
    EXPECT_TRUE(inverted.postings(options) == expected);
  }
  EXPECT_GT(inverted.invert({.memory = 0}).runs.size(), 1U);
}

TEST(Inversion, CountsMoreThanSixteenBitsHold) {
  std::string long_text;
  for (int i = 0; i < 70'000; ++i) long_text += "storm pier ";
  std::vector<Article> articles = {test::article_of("en", "Storm", {long_text}),
                                   test::article_of("en", "Storm", {"storm"}),
                                   test::article_of("en", "", {long_text + "pier"})};
  std::vector<std::uint32_t> lengths;
  Inverted inverted(articles);
  const Postings expected =
      without_spare_stems(expected_postings(articles, lengths), inverted.lexicon());
  EXPECT_TRUE(inverted.postings({}) == expected);
}

TEST(Inversion, LeavesOutAStemOnlyWhereItIsOneWithItsWord) {
  const auto article = [](std::string title, std::string text) {
    return test::article_of("en", std::move(title), {std::move(text)});
  };
  const std::vector<Article> articles = {
      article("", "Harbour news: bridges, a bridge, quay quay, Mole"),
      article("", "the quay, a mole and MOLE"),
      article("Lighthouse", "lighthouse pier"),
      article("", "pier sand-bank sandbank"),
      test::article_of("de", "", {"pier"}),
  };
  std::vector<std::string> terms;
  Inverted inverted(articles);
  for (const auto& [term, postings] : inverted.postings({.postings = 1})) terms.push_back(term);
  EXPECT_THAT(terms, testing::IsSupersetOf({"Zen:bridg", "bridge", "quay"}));
  EXPECT_THAT(terms, testing::Not(testing::Contains("Zen:quay"))) << "one word, in bodies alone";
  EXPECT_THAT(terms, testing::Contains("Zen:mole")) << "three forms";
  EXPECT_THAT(terms, testing::Contains("Zen:lighthous")) << "a title counts for more";
  EXPECT_THAT(terms, testing::Contains("Zen:pier")) << "it is German too";
  EXPECT_THAT(terms, testing::Contains("Zde:pier"));
}

TEST(Inversion, OfNoArticlesHasNoTerms) {
  const std::vector<Article> none;
  EXPECT_TRUE(Inverted(none).postings({}).empty());
}

TEST(Inversion, EndsWhereItsProgressThrows) {
  const std::vector<Article> articles = some_articles(50);
  Inverted inverted(articles);
  EXPECT_THROW(inverted.invert({}, [](std::uint64_t) { throw std::runtime_error("stop"); }),
               std::runtime_error);
}

// What reading all of the runs says: nothing, or what is wrong.
std::string fault_of(const KnownTerms& known, const Inversion& inversion) {
  try {
    read_all(known, inversion);
    return {};
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::corrupt);
    return failure.what();
  }
}

TEST(Inversion, NoticesADamagedRunAndNamesIt) {
  const std::vector<Article> articles = some_articles(40);
  Inverted inverted(articles);
  const Inversion inversion = inverted.invert({});
  ASSERT_EQ(inversion.runs.size(), 1U);
  for (const char* part : {".known", ".others"}) {
    const std::string file = inversion.runs.front().string() + part;
    const std::string sound = contents_of(file);
    for (std::size_t at = 0; at < sound.size(); at += sound.size() / 97) {
      test::put(file, at, static_cast<char>(sound[at] ^ (1 << at % 8)));
      EXPECT_THAT(fault_of(inverted.known(), inversion), HasSubstr(file)) << at;
      test::put(file, at, sound[at]);
      test::overwrite(file, sound.substr(0, at));
      EXPECT_THAT(fault_of(inverted.known(), inversion), HasSubstr(file)) << at;
      test::overwrite(file, sound);
    }
    test::overwrite(file, sound + sound);
    EXPECT_THAT(fault_of(inverted.known(), inversion), HasSubstr("grown"));
    test::overwrite(file, sound);
    EXPECT_EQ(fault_of(inverted.known(), inversion), "");
  }
}

}  // namespace
}  // namespace backfile
