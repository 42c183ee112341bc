// What a record says of a pattern is what the analyzer finds in the article's text.
#include "query/matching/records/record_patterns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "query/matching/match_finder.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

WordPattern word(std::string term) {
  WordPattern pattern;
  pattern.term = std::move(term);
  return pattern;
}

MatchPattern phrase(std::vector<WordPattern> words, std::string field = "") {
  MatchPattern pattern;
  pattern.words = std::move(words);
  pattern.field = std::move(field);
  return pattern;
}

Article article(std::string language, std::vector<std::string> body) {
  Article made = small_article("1", "Storm at Sea");
  made.subtitle = "The S-400 base";
  made.author = {"Sea Storm", "Ann Base"};
  made.language = std::move(language);
  made.body = std::move(body);
  made.captions = {"The sea", "A storm at sea"};
  return made;
}

class RecordPatternsTest : public testing::Test {
 protected:
  void index(const std::vector<Article>& articles) {
    index_.emplace(articles);
    forward_.emplace(forward_of(current_generation(index_->directory())));
  }
  Intervals found(const MatchPattern& pattern, std::uint32_t docid = 1) {
    RecordPatterns patterns(*forward_, {&pattern, 1}, analyzer_);
    patterns.read(docid);
    return patterns.found(0);
  }

  std::optional<SmallIndex> index_;
  std::optional<ForwardIndex> forward_;
  Analyzer analyzer_;
};

// 0 title  1 Storm 2 at 3 Sea  4 subtitle  5 The 6 S 7 400 8 base  9 byline 10 Sea 11 Storm
// 12 byline 13 Ann 14 Base  15 body 16 At 17 sea  18 paragraph 19 Storm  20 caption 21 The 22 sea
// 23 caption 24 A 25 storm 26 at 27 sea
TEST_F(RecordPatternsTest, StandWhereTheirWordsDoOutsideTheBylines) {
  index({article("en", {"At sea.", "Storm!"})});
  EXPECT_THAT(found(phrase({word("sea")})),
              ElementsAre(Interval{3, 3}, Interval{17, 17}, Interval{22, 22}, Interval{27, 27}));
  EXPECT_THAT(found(phrase({word("at"), word("sea")})),
              ElementsAre(Interval{2, 3}, Interval{16, 17}, Interval{26, 27}));
  EXPECT_THAT(found(phrase({word("sea"), word("storm")})), IsEmpty())
      << "neither in a byline nor across a paragraph";
  EXPECT_THAT(found(phrase({word("nowhere")})), IsEmpty());
}

TEST_F(RecordPatternsTest, KeepToTheirField) {
  index({article("en", {"At sea.", "Storm!"})});
  EXPECT_THAT(found(phrase({word("sea")}, "title")), ElementsAre(Interval{3, 3}));
  EXPECT_THAT(found(phrase({word("base")}, "subtitle")), ElementsAre(Interval{8, 8}));
  EXPECT_THAT(found(phrase({word("sea")}, "caption")),
              ElementsAre(Interval{22, 22}, Interval{27, 27}));
  EXPECT_THAT(found(phrase({word("sea"), word("storm")}, "author")), ElementsAre(Interval{10, 11}));
  EXPECT_THAT(found(phrase({word("storm"), word("ann")}, "author")), IsEmpty()) << "two bylines";
}

TEST_F(RecordPatternsTest, TakeACompoundForOneWord) {
  index({article("en", {"An S-400, the S 400, S400s and AT&T."})});
  WordPattern joined = word("s400");
  EXPECT_THAT(found(phrase({joined}, "subtitle")), ElementsAre(Interval{6, 7}));
  joined.pieces = 2;
  EXPECT_THAT(found(phrase({word("the"), joined, word("base")})), ElementsAre(Interval{5, 8}));
  EXPECT_THAT(found(phrase({word("at&t")})).size(), 1U);
}

TEST_F(RecordPatternsTest, ReadRunsByTheCharacter) {
  index({article("zh", {"南京市长江大桥通车了。"})});
  // The bigrams of 大桥通车, as the planner has them.
  const MatchPattern run = phrase({word("大桥"), word("桥通"), word("通车")}, "body");
  EXPECT_THAT(found(run), ElementsAre(Interval{21, 24}));
  EXPECT_THAT(found(phrase({word("大桥"), word("桥车")}, "body")), IsEmpty());
  EXPECT_THAT(found(phrase({word("桥")}, "body")).size(), 1U);
}

// Positions of a paragraph's tokens count on from its opening.
Intervals by_the_analyzer(const MatchPattern& pattern, const Article& article, Analyzer& analyzer) {
  Intervals expected;
  std::uint32_t opening = 0;
  const auto add = [&](const std::string& text, const std::string& field) {
    const std::vector<Token> tokens = analyzer.analyze(text, article.language);
    std::uint32_t last = 0;
    for (const Token& token : tokens) last = std::max(last, token.position);
    for (const PatternMatch& match : find_matches(tokens, field, article.language, {&pattern, 1})) {
      Interval interval{0, 0};
      for (const Token& token : tokens) {
        if (token.kind == TokenKind::joined || token.kind == TokenKind::ideographic) continue;
        const bool is_inside =
            token.range.begin >= match.mark.begin && token.range.begin < match.mark.end;
        if (!is_inside) continue;
        if (interval.first == 0) interval.first = opening + token.position;
        interval.last = opening + token.position;
      }
      expected.push_back(interval);
    }
    opening += last + 1;
  };
  if (!article.title.empty()) add(article.title, "title");
  if (!article.subtitle.empty()) add(article.subtitle, "subtitle");
  for (const std::string& author : article.author) add(author, "byline");
  for (const std::string& paragraph : article.body) add(paragraph, "body");
  for (const std::string& caption : article.captions) add(caption, "caption");
  return minimal(std::move(expected));
}

// Words of the article itself, so that most patterns stand in it, in all the ways of a planner.
class DrawnPatterns {
 public:
  DrawnPatterns(const Article& article, Analyzer& analyzer, std::mt19937& random)
      : article_(article), random_(random) {
    for (const std::string& paragraph : article.body) {
      std::vector<Token>& tokens = tokens_.emplace_back();
      tokens = analyzer.analyze(paragraph, article.language);
      // Of a run the planner asks for bigrams.
      std::erase_if(tokens,
                    [](const Token& token) { return token.kind == TokenKind::ideographic; });
    }
  }

  MatchPattern draw() {
    const std::vector<Token>& tokens = tokens_[at_most(tokens_.size() - 1)];
    MatchPattern pattern;
    pattern.field = "body";
    if (tokens.empty()) return pattern;
    std::size_t at = at_most(tokens.size() - 1);
    const std::size_t words = 1 + at_most(2);
    while (pattern.words.size() < words && at < tokens.size()) {
      pattern.words.push_back(way_of(tokens[at]));
      const std::uint32_t next = tokens[at].position + pattern.words.back().pieces;
      while (at < tokens.size() && tokens[at].position < next) ++at;
    }
    return pattern;
  }

 private:
  std::size_t at_most(std::size_t most) {
    return std::uniform_int_distribution(std::size_t{0}, most)(random_);
  }

  WordPattern way_of(const Token& token) {
    WordPattern way = word(token.term);
    if (token.kind == TokenKind::bigram) return way;
    way.pieces = token.pieces;
    switch (at_most(4)) {
      case 0:
        way.accented = token.accented.empty() ? token.term : token.accented;
        break;
      case 1:
        way.capitals_only = true;
        break;
      case 2:
        way.family = true;
        way.stems[article_.language] = token.stem;
        break;
      case 3:
        way.forms = {"sea", "the"};
        std::ranges::sort(way.forms);
        break;
      default:
        break;
    }
    return way;
  }

  const Article& article_;
  std::mt19937& random_;
  std::vector<std::vector<Token>> tokens_;
};

std::vector<Article> articles_in_five_languages() {
  return {
      article("en",
              {"The US and U.S. bases; us, he said. The e-mails of AT&T, an e-mail, email.",
               "BASES OF THE US HIT BY STORM", "Bridges, bridge's and bridged: 1,000 cafés."}),
      article("de",
              {"Die Brücken-Bauer der NATO, die Brücke und die Straßen.", "Öl-Preis, Ölpreis"}),
      article("fr", {"L'homme qu'il aide, l'été, des étés. Aujourd'hui le café."}),
      article("ru", {"Мосты и мост через реку, на мосту; США и сша.", "Северо-Запад, ёлка и елка"}),
      article("zh", {"南京市长江大桥通车了，长江大桥很长。", "NATO与北约：5G网络，S-400。"}),
      article("", {"Ångström angstrom ÅNGSTRÖM x-ray", "", "..."}),
  };
}

TEST_F(RecordPatternsTest, FindWhatTheAnalyzerFindsInTheText) {
  const std::vector<Article> articles = articles_in_five_languages();
  std::mt19937 random(20261130);
  std::size_t standing = 0;
  for (const Article& one : articles) {
    index({one});
    DrawnPatterns drawn(one, analyzer_, random);
    for (int i = 0; i < 400; ++i) {
      const MatchPattern pattern = drawn.draw();
      const Intervals expected = by_the_analyzer(pattern, one, analyzer_);
      std::string terms = one.language + ":";
      for (const WordPattern& way : pattern.words) {
        terms += " " + way.term + (way.family ? "*" : "") + (way.capitals_only ? "!" : "") +
                 (way.accented.empty() ? "" : "=" + way.accented) + "/" +
                 std::to_string(way.pieces);
      }
      ASSERT_EQ(found(pattern), expected) << terms;
      standing += expected.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(standing, 1500U) << "most were drawn from the text";
}

}  // namespace
}  // namespace backfile
