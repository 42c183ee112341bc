// Phrases in records, held to a scan of the articles by the analyzer.
//
// The scan is what marks are made of (match_finder.h), so what is counted is what is marked.
#include "query/matching/records/record_judge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "query/matching/match_finder.h"
#include "query/matching/records/record_patterns.h"
#include "tests/query/planning/planned.h"
#include "tests/query/search/oracle_archive.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

struct FieldText {
  std::string field, text;
};

std::vector<FieldText> texts_of(const Article& article) {
  std::vector<FieldText> texts{{"title", article.title}, {"subtitle", article.subtitle}};
  for (const std::string& text : article.body) texts.push_back({"body", text});
  for (const std::string& text : article.captions) texts.push_back({"caption", text});
  std::erase_if(texts, [](const FieldText& text) { return text.text.empty(); });
  return texts;
}

bool is_marked(const Article& article, const std::vector<MatchPattern>& patterns,
               Analyzer& analyzer) {
  return std::ranges::any_of(texts_of(article), [&](const FieldText& text) {
    const auto tokens = analyzer.analyze(text.text, article.language);
    return !find_matches(tokens, text.field, article.language, patterns).empty();
  });
}

RecordJudge::Docids joined_in(const std::vector<Article>& articles, const std::string& term,
                              Analyzer& analyzer) {
  RecordJudge::Docids docids;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const auto has_it = [&](const FieldText& text) {
      const auto tokens = analyzer.analyze(text.text, articles[i].language);
      return std::ranges::any_of(tokens, [&](const Token& token) {
        return token.kind == TokenKind::joined && token.term == term;
      });
    };
    if (std::ranges::any_of(texts_of(articles[i]), has_it)) {
      docids.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
  return docids;
}

// Some neighbouring words or characters, as they stand in an article; now and then the words of two
// places, which may be neighbours elsewhere.
std::string excerpt(Dice& dice, const std::vector<Article>& articles, Analyzer& analyzer) {
  const Article& article = dice.pick(articles);
  const std::string text = dice.pick(texts_of(article)).text;
  const auto tokens = analyzer.analyze(text, article.language);
  if (tokens.empty()) return text;
  const std::size_t first = dice.below(tokens.size());
  const std::size_t last = std::min(first + dice.below(6), tokens.size() - 1);
  const Range range{tokens[first].range.begin,
                    std::max(tokens[first].range.end, tokens[last].range.end)};
  return std::string(slice(text, range));
}

std::string random_phrase(Dice& dice, const std::vector<Article>& articles, Analyzer& analyzer) {
  constexpr std::array<std::string_view, 5> fields = {"", "", "title:", "subtitle:", "caption:"};
  std::string words = excerpt(dice, articles, analyzer);
  if (dice.one_in(3)) words += ' ' + excerpt(dice, articles, analyzer);
  std::erase(words, '"');
  return std::string(dice.pick(fields)) + (dice.one_in(4) ? "=" : "") + '"' + words + '"';
}

using MakeArchive = std::vector<Article> (*)(std::uint64_t seed, std::size_t count);

// How many articles hold a phrase.
std::size_t expect_agreement(MakeArchive make, std::uint64_t seed) {
  const std::vector<Article> articles = make(seed, 60);
  Planned planned(articles);
  Dice dice(seed * 31);
  std::size_t held = 0;
  for (int i = 0; i < 300; ++i) {
    const std::string query = random_phrase(dice, articles, planned.analyzer());
    const auto patterns = planned.plan(query).patterns;
    if (patterns.empty()) continue;
    RecordJudge judge(
        planned.forward(), patterns, planned.analyzer(),
        [&](const std::string& term) { return joined_in(articles, term, planned.analyzer()); });
    RecordPatterns whole(planned.forward(), patterns, planned.analyzer());
    const std::vector<std::string> found = planned.found(query);
    for (std::uint32_t docid = 1; docid <= articles.size(); ++docid) {
      const Article& article = articles[docid - 1];
      const bool expected = is_marked(article, patterns, planned.analyzer());
      EXPECT_EQ(judge.holds(docid), expected) << query << ": " << article.id;
      whole.read(docid);
      bool any = false;
      for (std::size_t k = 0; k < patterns.size(); ++k) any |= !whole.found(k).empty();
      EXPECT_EQ(any, expected) << query << ": " << article.id;
      EXPECT_EQ(std::ranges::count(found, article.id), expected ? 1 : 0)
          << query << ": " << article.id;
      held += expected ? 1 : 0;
    }
    if (testing::Test::HasFailure()) break;
  }
  return held;
}

TEST(RecordJudge, HoldsWhatAScanOfTheTextFinds) {
  std::size_t held = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) held += expect_agreement(random_archive, seed);
  EXPECT_GT(held, 1500U) << "phrases that stand nowhere prove little";
}

TEST(RecordJudge, HoldsWhatAScanFindsAmongCapitals) {
  std::size_t held = 0;
  for (std::uint64_t seed = 7; seed <= 8; ++seed) held += expect_agreement(shouting_archive, seed);
  EXPECT_GT(held, 500U);
}

// A word of letters alone, in the order of numbers.
std::string rare_word(std::size_t number) {
  std::string word = "qaaaa";
  for (std::size_t place = word.size(); --place > 0; number /= 26) {
    word[place] = static_cast<char>('a' + number % 26);
  }
  return word;
}

MatchPattern two_words(std::size_t first, std::size_t second) {
  MatchPattern pattern;
  for (const std::size_t number : {first, second}) {
    pattern.words.emplace_back().term = rare_word(number);
  }
  return pattern;
}

TEST(RecordJudge, TellsRareWordsApartThatShareACode) {
  // More words than have codes of their own, each once.
  constexpr std::size_t words = 70'000;
  Article article = short_article("rare", "en", "");
  for (std::size_t i = 0; i < words; ++i) article.body.front() += rare_word(i) + ' ';
  const ForwardIndex forward = forward_index_of({article});
  Analyzer analyzer;
  const auto holds = [&](std::size_t first, std::size_t second) {
    RecordJudge judge(forward, {two_words(first, second)}, analyzer,
                      [](const std::string&) { return RecordJudge::Docids(); });
    return judge.holds(1);
  };
  std::map<WordCode, std::size_t> seen;
  std::size_t shared = 0;
  for (std::size_t i = words - 8000; i + 1 < words; ++i) {
    const auto form = forward.lexicon().find(rare_word(i), "en", rare_word(i));
    ASSERT_TRUE(form && is_rare(code_of(*form))) << rare_word(i);
    EXPECT_TRUE(holds(i, i + 1)) << rare_word(i);
    const auto [other, is_new] = seen.try_emplace(code_of(*form), i);
    if (is_new || other->second + 1 == i) continue;
    EXPECT_FALSE(holds(other->second, i + 1)) << rare_word(i);
    EXPECT_FALSE(holds(i, other->second + 1)) << rare_word(i);
    ++shared;
  }
  EXPECT_GT(shared, 100U);
}

Article bordered() {
  Article article = short_article("a", "en", "The storm broke the old");
  article.title = "Harbour bridge closed";
  article.subtitle = "Ferry lost";
  article.body.emplace_back("bridge. It was rebuilt");
  article.captions = {"The lighthouse keeper", "Anna on deck"};
  article.author = {"Ann Lee", "Bo Moe"};
  return article;
}

TEST(RecordJudge, LetsNoPhraseCrossAParagraphOrAField) {
  Planned planned({bordered()});
  const struct {
    const char* query;
    bool found;
  } cases[] = {
      {"\"bridge closed\"", true},
      {"title:\"bridge closed\"", true},
      {"subtitle:\"bridge closed\"", false},
      {"\"closed ferry\"", false},    // title, subtitle
      {"\"lost the storm\"", false},  // subtitle, body
      {"\"old bridge\"", false},      // two paragraphs
      {"\"bridge it was\"", true},    // two sentences
      {"\"rebuilt the lighthouse\"", false},
      {"\"keeper anna\"", false},  // two captions
      {"caption:\"anna on deck\"", true},
      {"title:\"anna on deck\"", false},
      {"\"ann lee\"", false},  // bylines are no text
      {"author:\"ann lee\"", true},
      {"author:\"lee bo\"", false},  // two bylines
      {"\"rebuilt\"", true},         // the last word of a paragraph
      {"\"was rebuilt now\"", false},
  };
  for (const auto& test : cases) {
    EXPECT_EQ(!planned.found(test.query).empty(), test.found) << test.query;
  }
}

TEST(RecordJudge, FindsAnAuthorByAPartOfTheName) {
  Article article = bordered();
  article.author = {"Mary Ann Lee-Moe"};
  Planned planned({article});
  EXPECT_EQ(planned.found("author:\"ann lee\"").size(), 1U);
  EXPECT_EQ(planned.found("author:\"mary lee\"").size(), 0U);
}

TEST(RecordJudge, TakesCharactersForARunOnlyWhereTheyTouch) {
  Planned planned({short_article("together", "zh", "大桥通车了"),
                   short_article("apart", "zh", "大桥。通车了"),
                   short_article("elsewhere", "zh", "通车的大桥")});
  EXPECT_EQ(planned.found("\"大桥通车\""), std::vector<std::string>{"together"});
  EXPECT_EQ(planned.found("\"桥通\""), std::vector<std::string>{"together"});
  // With a space between, anything may stand there.
  EXPECT_EQ(planned.found("\"大桥 通车\"").size(), 2U);
}

TEST(RecordJudge, TakesACompoundAsItsPiecesOrAsOneWord) {
  Planned planned({short_article("joined", "en", "They send email now."),
                   short_article("hyphen", "en", "They send e-mail now."),
                   short_article("apart", "en", "They send e mail now.")});
  EXPECT_EQ(planned.found("\"send e-mail now\"").size(), 3U);
  EXPECT_EQ(planned.found("\"send email now\""), (std::vector<std::string>{"joined", "hyphen"}));
  EXPECT_EQ(planned.found("\"send email\""), (std::vector<std::string>{"joined", "hyphen"}));
  EXPECT_EQ(planned.found("=\"send email now\""), std::vector<std::string>{"joined"});
  EXPECT_EQ(planned.found("=\"send email\""), (std::vector<std::string>{"joined", "hyphen"}));
}

}  // namespace
}  // namespace backfile
