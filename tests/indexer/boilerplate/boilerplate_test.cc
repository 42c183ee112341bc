// What the articles of one source share is removed, and nothing of their stories.
#include "indexer/boilerplate/boilerplate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "tests/indexer/boilerplate/boilerplate_fixture.h"
#include "tests/indexer/boilerplate/made_up_paper.h"
#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

std::vector<std::string> examples(const Boilerplate& boilerplate) {
  std::vector<std::string> all;
  for (const BoilerplateRule& rule : boilerplate.rules()) {
    all.push_back(std::string(boilerplate_places[static_cast<std::size_t>(rule.place)]) + ": " +
                  rule.example);
  }
  std::ranges::sort(all);
  return all;
}

// ---------------------------------------------------------------- a paper of sixty pages

struct Measured {
  double precision = 0, recall = 0;
};

std::map<std::string, int> tokens(const Lines& lines) {
  std::map<std::string, int> counts;
  for (const std::string& line : lines) {
    std::istringstream words(line);
    for (std::string word; words >> word;) ++counts[word];
  }
  return counts;
}

// Of all words of the bodies, each counted as often as it stands there.
Measured measure(const std::vector<PaperPage>& pages, const std::vector<Article>& articles) {
  double common = 0, read = 0, wanted = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto have = tokens(articles[i].body), want = tokens(pages[i].story);
    for (const auto& [word, count] : have) {
      read += count;
      if (const auto found = want.find(word); found != want.end())
        common += std::min(count, found->second);
    }
    for (const auto& [word, count] : want) wanted += count;
  }
  return {common / read, common / wanted};
}

struct Paper {
  std::vector<PaperPage> pages;
  std::vector<Article> read;

  explicit Paper(unsigned seed) : pages(MadeUpPaper(seed).made) {
    for (const PaperPage& page : pages) read.push_back(read_one(page.path, page.html));
  }
};

TEST(Paper, IsReadInFullAndWithoutItsBoilerplateOnceThatIsLearnt) {
  for (const unsigned seed : {1U, 2U, 3U}) {
    const Paper paper(seed);
    const Boilerplate boilerplate = learnt(paper.read);
    std::vector<Article> clean;
    for (const Article& article : paper.read) clean.push_back(cleaned(article, boilerplate));
    const Measured before = measure(paper.pages, paper.read), after = measure(paper.pages, clean);
    std::printf("seed %u: precision %.4f and recall %.4f before, %.4f and %.4f after\n", seed,
                before.precision, before.recall, after.precision, after.recall);
    EXPECT_GE(after.precision, 0.995) << testing::PrintToString(examples(boilerplate));
    EXPECT_EQ(after.recall, before.recall);
    EXPECT_LT(before.precision, 0.95) << "the archive has too little boilerplate to tell anything";
    for (std::size_t i = 0; i < clean.size(); ++i) {
      EXPECT_EQ(clean[i].title, paper.pages[i].title);
      EXPECT_EQ(clean[i].subtitle, "");
    }
  }
}

TEST(Paper, KeepsWhatAFewStoriesShareOrOneQuotes) {
  const Paper paper(4);
  const Boilerplate boilerplate = learnt(paper.read);
  std::size_t openings = 0, corrections = 0;
  for (const Article& article : paper.read) {
    for (const std::string& line : cleaned(article, boilerplate).body) {
      openings += line == MadeUpPaper::opening ? 1 : 0;
      corrections += line.starts_with(MadeUpPaper::correction) ? 1 : 0;
    }
  }
  EXPECT_EQ(openings, 10U);  // eight of the serial, the last of them three times
  EXPECT_EQ(corrections, 5U);
  const Lines quoting = cleaned(paper.read[20], boilerplate).body;
  EXPECT_EQ(std::ranges::count(quoting, "Share this story"), 1);
  EXPECT_EQ(std::ranges::count(quoting, "Read more in our series"), 1);
}

TEST(Paper, OfTheSameBytesWhateverTheOrder) {
  Paper paper(5);
  const std::vector<BoilerplateRule> rules = learnt(paper.read).rules();
  ASSERT_FALSE(rules.empty());
  for (unsigned seed = 1; seed <= 5; ++seed) {
    std::shuffle(paper.read.begin(), paper.read.end(), std::mt19937(seed));
    EXPECT_EQ(learnt(paper.read).rules(), rules) << "order of seed " << seed;
  }
}

TEST(Paper, IsTheSameAfterItIsCleanedAgain) {
  const Paper paper(6);
  const Boilerplate boilerplate = learnt(paper.read);
  for (const Article& article : paper.read) {
    const Article once = cleaned(article, boilerplate);
    EXPECT_EQ(cleaned(once, boilerplate), once) << once.title;
  }
}

// ---------------------------------------------------------------- single rules

struct SharedLine {
  const char* line;
  std::size_t position;  // 0: first, 9: last, else in the middle
  std::size_t share;     // one article in so many
  std::size_t authors;
  bool boilerplate;
};

// Of 60 articles.
TEST(Boilerplate, IsASentenceOnlyWhereManyArticlesOfSeveralAuthorsHaveIt) {
  const SharedLine table[] = {
      {"Sign up for our letter.", 9, 1, 3, true},
      {"Sign up for our letter.", 9, 1, 1, true},
      {"Sign up for our letter.", 9, 3, 3, true},
      {"And so to bed.", 9, 6, 1, false},  // a columnist's goodbye
      {"To be continued.", 9, 10, 3, false},
      {"It was the year of the great flood.", 0, 1, 3, true},
      {"It was the year of the great flood.", 0, 2, 3, true},
      {"It was the year of the great flood.", 0, 2, 1, false},  // a serial
      {"It was the year of the great flood.", 0, 6, 3, false},
      {"The mayor shook his head.", 2, 2, 3, false},
      {"The mayor shook his head.", 2, 1, 3, true},
      {"Share this", 9, 10, 3, true},
      {"Share this", 9, 20, 3, false},
      {"Write to desk@tidewater.example.", 9, 10, 3, true},
      {"Listen to this story", 0, 4, 3, true},
      {"Listen to this story", 0, 6, 3, false},
      {"Conclusion", 2, 2, 3, false},  // a subheading
      {"Share this", 2, 1, 3, true},
      {"Zoe Alba writes about dams.", 9, 6, 1, true},
      {"Somebody writes about dams.", 9, 6, 1, false},
  };
  for (const SharedLine& row : table) {
    std::vector<Article> articles = articles_of(60, row.authors);
    for (std::size_t i = 0; i < articles.size(); i += row.share) {
      Lines& body = articles[i].body;
      body.insert(
          row.position == 9 ? body.end() : body.begin() + static_cast<std::ptrdiff_t>(row.position),
          row.line);
    }
    const Boilerplate boilerplate = learnt(articles);
    EXPECT_EQ(boilerplate.rules().size(), row.boilerplate ? 1U : 0U)
        << row.line << " of one in " << row.share;
    const Lines& body = cleaned(articles[0], boilerplate).body;
    EXPECT_EQ(std::ranges::count(body, row.line), row.boilerplate ? 0 : 1) << row.line;
    EXPECT_EQ(body.size(), row.boilerplate ? 5U : 6U);
  }
}

TEST(Boilerplate, IsNotLearntFromAFewArticles) {
  for (std::size_t count = 0; count < 5; ++count) {
    std::vector<Article> articles = articles_of(count);
    for (Article& article : articles) article.body.push_back("Share this");
    EXPECT_TRUE(learnt(articles).rules().empty()) << count;
  }
}

TEST(Boilerplate, OfOneSourceIsKeptInOthers) {
  std::vector<Article> articles = articles_of(60);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].body.push_back("Share this");
    articles[i].url =
        (i % 2 == 0 ? "https://a.example/" : "https://b.example/") + std::to_string(i);
    if (i % 2 == 1 && i > 3) articles[i].body.pop_back();
  }
  const Boilerplate boilerplate = learnt(articles);
  EXPECT_EQ(cleaned(articles[0], boilerplate).body.size(), 5U);
  EXPECT_EQ(cleaned(articles[1], boilerplate).body.size(), 6U);  // two of thirty have it
}

TEST(Boilerplate, NeverTakesTheOnlyParagraph) {
  std::vector<Article> articles = articles_of(40);
  for (Article& article : articles) article.body.push_back("Share this");
  Article stub = articles.front();
  stub.body = {"Share this"};
  const Boilerplate boilerplate = learnt(articles, {{}, {"*"}});
  EXPECT_EQ(cleaned(stub, boilerplate).body, stub.body);
  EXPECT_FALSE(cleaned(articles.front(), boilerplate).body.empty());
}

TEST(Boilerplate, MayDifferInNumbersAndDates) {
  std::vector<Article> articles = articles_of(30);
  const char* const months[] = {"May", "June", "October"};
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].body.push_back("Printed on " + std::string(months[i % 3]) + " " +
                               std::to_string(1 + i % 28) + ", 2014, page A" + std::to_string(i));
  }
  const Boilerplate boilerplate = learnt(articles);
  for (const Article& article : articles) EXPECT_EQ(cleaned(article, boilerplate).body.size(), 5U);
}

TEST(Boilerplate, OfAStoryPrintedManyTimesIsNone) {
  std::vector<Article> articles = articles_of(40);
  const Lines story = articles.front().body;
  for (std::size_t i = 0; i < 12; ++i) articles[i].body = story;
  for (std::size_t i = 0; i < 6; ++i) articles[i].body.push_back("Letter " + std::to_string(i));
  EXPECT_EQ(examples(learnt(articles)), Lines());
}

TEST(Boilerplate, TakesLinksBelowItsHeadingButNoNotes) {
  for (const bool notes : {false, true}) {
    MadeUpStories stories(3);
    std::vector<Article> articles = articles_of(30);
    for (std::size_t article = 0; article < articles.size(); article += 2) {
      Lines& body = articles[article].body;
      body.push_back(notes ? "Notes" : "Read more");
      for (std::size_t i = 1; i < 4; ++i)
        body.push_back((notes ? std::to_string(i) + ". " : "") + stories.title());
    }
    const Boilerplate boilerplate = learnt(articles);
    for (std::size_t article = 0; article < articles.size(); article += 2)
      EXPECT_EQ(cleaned(articles[article], boilerplate).body.size(), notes ? 9U : 5U);
  }
}

TEST(Boilerplate, IsFoundAboveOneStrangeParagraphButNotAboveTwo) {
  std::vector<Article> articles = articles_of(30);
  for (Article& article : articles)
    for (const char* line : {"Share this", "Write to the pier"}) article.body.push_back(line);
  const Boilerplate boilerplate = learnt(articles);
  for (const std::size_t strangers : {0U, 1U, 2U}) {
    Article article = articles.front();
    article.body.insert(article.body.end() - 1, strangers, "A correction, as it happens.");
    const Article once = cleaned(article, boilerplate);
    EXPECT_EQ(once.body.size(), strangers == 2 ? 8U : 5U + strangers);
    EXPECT_EQ(cleaned(once, boilerplate), once);
    article.body.insert(article.body.begin() + 4, "Share this");  // said in the story
    EXPECT_EQ(std::ranges::count(cleaned(article, boilerplate).body, "Share this"),
              strangers == 2 ? 2 : 1);
  }
}

TEST(Boilerplate, IsASentenceBelowWhatManyShareThoughFewHaveIt) {
  std::vector<Article> articles = articles_of(30);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Lines& body = articles[i].body;
    if (i % 10 == 0) body.push_back("The author sails.");
    if (i % 10 == 1) body.push_back("And so to bed.");  // the last words of three stories
    body.push_back("Share this");
    if (i % 10 == 0) std::swap(body[5], body[6]);
  }
  const Boilerplate boilerplate = learnt(articles);
  EXPECT_EQ(cleaned(articles[0], boilerplate).body.size(), 5U);
  EXPECT_EQ(cleaned(articles[1], boilerplate).body.back(), "And so to bed.");
}

// ---------------------------------------------------------------- titles

TEST(Titles, LoseTheSiteThatAllShareAndTakeTheHeadlineBelow) {
  std::vector<Article> articles = articles_of(20);
  const std::vector<Article> plain = articles;
  for (Article& article : articles) {
    article.body.insert(article.body.begin(), article.title);
    article.title = "The Tidewater Post";
    article.subtitle = "The paper of record.";
  }
  const Boilerplate boilerplate = learnt(articles);
  for (std::size_t i = 0; i < articles.size(); ++i)
    EXPECT_EQ(cleaned(articles[i], boilerplate), plain[i]);
}

TEST(Titles, LoseTheNameAtTheirEndsButNoSerialLosesIts) {
  const std::string name = "The Tidewater Post";
  for (const std::size_t authors : {1U, 3U}) {
    std::vector<Article> articles = articles_of(20, authors);
    const std::vector<Article> plain = articles;
    for (std::size_t i = 0; i < articles.size(); ++i) articles[i].title += " | " + name;
    Boilerplate boilerplate = learnt(articles);
    EXPECT_EQ(cleaned(articles[0], boilerplate).title == plain[0].title, authors == 3);
    for (std::size_t i = 0; i < articles.size(); ++i)
      articles[i].title = name + " – " + plain[i].title;
    boilerplate = learnt(articles);
    EXPECT_EQ(cleaned(articles[0], boilerplate).title == plain[0].title, authors == 3);
  }
}

// ---------------------------------------------------------------- what people say

TEST(Overrides, ComeBeforeWhatIsLearnt) {
  std::vector<Article> articles = articles_of(30);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].body.push_back("Share this story");
    articles[i].body.push_back("Issue " + std::to_string(i) + " of our letter");
  }
  articles[3].body.insert(articles[3].body.begin(), "Tap here for the weather of Tidewater");
  EXPECT_EQ(cleaned(articles[3], learnt(articles)).body.size(), 6U);
  const Boilerplate told = learnt(articles, {{"issue 1 OF *"}, {"tap here for *"}});
  const Lines body = cleaned(articles[3], told).body;
  ASSERT_EQ(body.size(), 6U);
  EXPECT_EQ(body.back(), "Issue 3 of our letter");
}

// What stands beside a line that is kept goes, as the list of rules says.
TEST(Overrides, ShieldNoBoilerplateBesideWhatTheyKeep) {
  std::vector<Article> articles = articles_of(30);
  for (Article& article : articles) {
    Lines& body = article.body;
    body.insert(body.begin(), {"Listen to this story", "Print this story"});
    body.insert(body.end(), {"Share this", "Write to the pier", "Rate this page", "Back to top"});
  }
  const Lines kept = {"Rate this page", "Back to top", "Listen to this story"};
  const Boilerplate boilerplate = learnt(articles, {kept, {}});
  for (const Article& article : articles) {
    const Article once = cleaned(article, boilerplate);
    for (const BoilerplateRule& rule : boilerplate.rules()) {
      EXPECT_EQ(std::ranges::count(once.body, rule.example), boilerplate.is_kept(rule) ? 1 : 0)
          << rule.example;
    }
    EXPECT_EQ(once.body.size(), 5U + kept.size());
    EXPECT_EQ(cleaned(once, boilerplate), once);
  }
}

TEST(Overrides, MatchWholeLines) {
  const struct {
    const char* pattern;
    const char* line;
    bool matches;
  } table[] = {
      {"Share this", "SHARE THIS", true},
      {"Share this", "Share this story", false},
      {"Share this*", "Share this story", true},
      {"*story", "Share this story", true},
      {"*story", "Share this story again", false},
      {"Share*story", "Share story", true},
      {"Share*a*story", "Share story", false},
      {"Share *story", "Share story", true},
      {"a*a", "a", false},
      {"Read 3 times", "Read 1,204 times", true},
      {"Read * times", "Read 1,204 times", true},
      {"*", "Anything", true},
  };
  for (const auto& row : table) {
    const BoilerplateOverrides overrides{{}, {row.pattern}};
    EXPECT_EQ(overrides.removes(row.line), row.matches) << row.pattern << " and " << row.line;
    EXPECT_FALSE((BoilerplateOverrides{{row.pattern}, {row.pattern}}).removes(row.line));
  }
}

// ---------------------------------------------------------------- the sample

TEST(BoilerplateSample, IsBoundedAndTheSameWhateverTheOrder) {
  std::vector<Article> articles = articles_of(600);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].url = "https://" + std::to_string(i % 7) + ".example/" + std::to_string(i);
  }
  const auto ranks = [&] {
    BoilerplateSample sample(100);
    for (const Article& article : articles) sample.add(article, 0);
    std::vector<std::uint64_t> all;
    for (const auto& [source, drawn] : sample.articles()) {
      for (const SampledArticle& article : drawn) all.push_back(article.rank);
    }
    return all;
  };
  const std::vector<std::uint64_t> first = ranks();
  EXPECT_LE(first.size(), 100U);
  EXPECT_GE(first.size(), 30U);
  for (unsigned seed = 1; seed <= 5; ++seed) {
    std::shuffle(articles.begin(), articles.end(), std::mt19937(seed));
    EXPECT_EQ(ranks(), first);
  }
}

}  // namespace
}  // namespace backfile
