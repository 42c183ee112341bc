// Story and furniture: in files alone, and in archives of every kind that learners fail on.
#include "indexer/boilerplate.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>

#include "tests/readers/made_up_stories.h"

namespace backfile {
namespace {

using Lines = std::vector<std::string>;

template <typename T>
std::vector<T> operator+(std::vector<T> a, const std::vector<T>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

const char* name_of(LineRole role) {
  switch (role) {
    case LineRole::body:
      return "body";
    case LineRole::title:
      return "title";
    case LineRole::standfirst:
      return "standfirst";
    case LineRole::fact:
      return "fact";
    case LineRole::caption:
      return "caption";
    case LineRole::repeat:
      return "repeat";
    case LineRole::learnt:
      return "learnt";
    case LineRole::both_ends:
      return "both ends";
    case LineRole::below_foot:
      return "below foot";
  }
  return "?";
}

// The roles of the lines, with runs of body lines as one: "title body*3 learnt".
std::string roles_of(const Lines& lines, const Boilerplate& boilerplate = {}) {
  std::string text;
  std::size_t bodies = 0;
  const auto flush = [&] {
    if (bodies > 0)
      text += (text.empty() ? "" : ", ") + std::string("body*") + std::to_string(bodies);
    bodies = 0;
  };
  for (const Boilerplate::Judged& line : boilerplate.judge(lines)) {
    if (line.role == LineRole::body) {
      ++bodies;
    } else {
      flush();
      text += (text.empty() ? "" : ", ") + std::string(name_of(line.role));
    }
  }
  flush();
  return text;
}

Article cleaned(const Lines& lines, const Boilerplate& boilerplate = {}) {
  Article article;
  boilerplate.clean(lines, article);
  return article;
}

Boilerplate learnt(const std::vector<Lines>& files) {
  Boilerplate boilerplate;
  for (const Lines& file : files) boilerplate.learn(file);
  return boilerplate;
}

// ---------------------------------------------------------------- a file alone

TEST(Alone, ALineAtBothEndsIsFurnitureAndStartsTheFoot) {
  const Lines file = {
      "Support the Harbour Gazette - Read Without Advertisements!",
      "The Ferry That Came Back",
      "How a town, a toaster and a goat saved the Saint Osyth",
      "This story first appeared in The Harbour Gazette",
      "After eleven months in a dry dock, the ferry crossed the bay on Tuesday with two brass "
      "bands.",
      "<figcaption>The Saint Osyth off the mole</figcaption>",
      "The Saint Osyth off the mole",
      "Nobody had expected it.",
      "Support the Harbour Gazette - Read Without Advertisements!",
      "This story first appeared in The Harbour Gazette",
      "Everyone may print this text again, as long as we are named. Licensed Creative Commons",
      "Our rules for comments: be kind, be brief, be awake.",
  };
  EXPECT_EQ(roles_of(file),
            "both ends, title, standfirst, both ends, body*1, caption, repeat, body*1, both ends, "
            "both ends, below foot, below foot");
  const Article article = cleaned(file);
  EXPECT_EQ(article.title, file[1]);
  EXPECT_EQ(article.subtitle, file[2]);
  EXPECT_EQ(article.body, (Lines{file[4], file[7]}));
  EXPECT_EQ(article.captions, (Lines{"The Saint Osyth off the mole"}));
  EXPECT_EQ(article.source, "The Harbour Gazette");
  EXPECT_EQ(article.license, "Creative Commons");
}

TEST(Alone, KeepsEveryLineThatStoriesRepeat) {
  const std::string prose =
      "It rained for nine days, and on the tenth the harbour master went out to look.";
  const struct {
    const char* why;
    Lines file;
    const char* roles;
  } cases[] = {
      {"one line", {"The Ferry Comes Home"}, "title"},
      {"two lines", {"The Ferry Comes Home", prose}, "title, body*1"},
      {"a last line takes up the title",
       {"Rain Again", prose, "Then it stopped.", "Rain Again"},
       "title, body*3"},
      {"a quotation pulled out under the title",
       {"Rain Again", "“Nobody told us to swim”", prose, prose + " Again.",
        "“Nobody told us to swim”", "So they swam."},
       "title, standfirst, body*4"},
      {"a sentence pulled out under the title",
       {"Rain Again", "Nobody told us to swim.", prose, prose + " Again.",
        "Nobody told us to swim.", "So they swam."},
       "title, body*5"},
      {"a refrain that closes each of two stanzas",
       {"The Tide", "The boats go out", "the boats come in", "the gulls are grey", "and so say all",
        "And one is late", "and one is thin", "and one is lost", "and so say all"},
       "title, body*8"},
      {"a refrain that opens each of two stanzas",
       {"The Tide", "And so say all", "the boats go out", "the gulls are grey", "And so say all",
        "and one is late", "and one is thin"},
       "title, body*6"},
      {"a refrain in every stanza",
       {"Heave Away", "The boats go out,", "heave away, heave,", "the boats come in,",
        "heave away, heave,", "the gulls are grey,", "heave away, heave."},
       "title, body*6"},
      {"a step of a recipe, twice",
       {"Pier Soup", "Two onions", "One herring", "Stir well.", "Boil it for an hour.",
        "Stir well."},
       "title, body*5"},
      {"a saying in the middle, twice",
       {"Rain Again", prose, "“Bail!”", prose + " Again.", "“Bail!”", prose + " Later."},
       "title, body*5"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.why);
    EXPECT_EQ(roles_of(c.file), c.roles);
  }
}

TEST(Alone, TellsAStandfirstFromAFirstParagraph) {
  const std::string prose =
      "It rained for nine days, and on the tenth the harbour master went out to look.";
  const struct {
    const char* why;
    Lines file;
    const char* roles;
  } cases[] = {
      {"short, no full stop, prose next",
       {"Rain Again", "What nine days of water did to a town", prose, "It stood."},
       "title, standfirst, body*2"},
      {"a sentence: in doubt it is story",
       {"Rain Again", "It rained for nine days.", prose},
       "title, body*2"},
      {"a sentence set apart by a byline",
       {"Rain Again", "It rained for nine days.", "By Jane Doe", prose},
       "title, standfirst, fact, body*1"},
      {"after the byline",
       {"Rain Again", "By Jane Doe", "What nine days of water did to a town", prose},
       "title, fact, standfirst, body*1"},
      {"no longer line follows",
       {"Rain Again", "What nine days of water did to a town", "It stood."},
       "title, body*2"},
      {"nothing follows", {"Rain Again", "What nine days of water did to a town"}, "title, body*1"},
      {"too long", {"Rain Again", std::string(301, 'x'), "By Jane Doe", prose}, "title, body*3"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.why);
    EXPECT_EQ(roles_of(c.file), c.roles);
  }
}

TEST(Alone, ReadsFactsAtTheHeadAndTheFoot) {
  const std::string prose =
      "It rained for nine days, and on the tenth the harbour master went out to look.";
  const Article article = cleaned({"12 March 2015", "RAIN AGAIN", "By JANE DOE and John Roe",
                                   "Section: Harbour", "https://gazette.example/2015/rain-again",
                                   prose, "Updated: 14 March 2015", "Tags: rain, harbour"});
  EXPECT_EQ(article.title, "RAIN AGAIN");
  EXPECT_EQ(article.author, (Lines{"Jane Doe", "John Roe"}));
  EXPECT_EQ(article.published, "2015-03-12");
  EXPECT_EQ(article.modified, "2015-03-14");
  EXPECT_EQ(article.section, "Harbour");
  EXPECT_EQ(article.tags, (Lines{"rain", "harbour"}));
  EXPECT_EQ(article.url, "https://gazette.example/2015/rain-again");
  EXPECT_EQ(article.body, Lines{prose});
}

TEST(Alone, KnowsTitlesInTheirManyShapes) {
  const std::string prose =
      "It rained for nine days, and on the tenth the harbour master went out to look.";
  const std::string long_line =
      "It rained for nine days. On the tenth day the harbour master, who had slept badly since the "
      "second, went out to look at what was left of the mole, and found that it was in good order, "
      "which disappointed him in a way that he did not care to explain.";
  const struct {
    Lines file;
    std::string title;
    std::size_t paragraphs;
  } cases[] = {
      {{"RAIN AGAIN IN TESK", prose}, "RAIN AGAIN IN TESK", 1},
      {{"“Rain Again”", prose}, "“Rain Again”", 1},
      {{"\"Rain Again,\" Says Mayor", prose}, "\"Rain Again,\" Says Mayor", 1},
      {{"Rain Again", "Rain Again", prose}, "Rain Again", 1},
      {{"Rain Again | The Gazette", "Rain Again", prose}, "Rain Again", 1},
      {{"<h1>Rain &amp; Again</h1>", prose}, "Rain & Again", 1},
      {{"By the Water", prose}, "By the Water", 1},
      {{"1984", prose}, "1984", 1},
      {{"12 March 2015", prose}, "12 March 2015", 1},  // no other line could be the title
      {{long_line, prose}, "It rained for nine days.", 2},
      {{std::string(201, 'x')}, std::string(120, 'x') + "…", 1},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.file.front());
    const Article article = cleaned(c.file);
    EXPECT_EQ(article.title, c.title);
    EXPECT_EQ(article.body.size(), c.paragraphs);
  }
}

TEST(Alone, TakesTheRepeatOfACaptionBesideItOnly) {
  const std::string prose =
      "It rained for nine days, and on the tenth the harbour master went out to look.";
  const Article article = cleaned({"Rain Again", prose, "A wet mole",
                                   "<figcaption>A wet mole</figcaption>", "A wet mole", "It stood.",
                                   "A wet mole", "<figcaption>A wet mole</figcaption>", "End."});
  EXPECT_EQ(article.captions, Lines{"A wet mole"});
  EXPECT_EQ(article.body, (Lines{prose, "It stood.", "End."}));
  EXPECT_EQ(
      cleaned({"Rain Again", "<figcaption>A wet mole</figcaption>", prose, "A wet mole"}).body,
      (Lines{prose, "A wet mole"}));
}

TEST(Alone, KeepsWhatTheArticleKnows) {
  Article article;
  article.title = "Known";
  article.url = "https://known.example/a";
  article.license = "Known licence";
  Boilerplate().clean({"Support us", "Rain Again", "It rained for nine days and more.",
                       "Support us", "https://other.example/b", "Licensed Creative Commons"},
                      article);
  EXPECT_EQ(article.title, "Known");
  EXPECT_EQ(article.url, "https://known.example/a");
  EXPECT_EQ(article.license, "Known licence");
  EXPECT_EQ(article.body, (Lines{"Rain Again", "It rained for nine days and more."}));
}

TEST(Alone, BlankOrEmptyFilesHaveNoStory) {
  for (const Lines& file : {Lines{}, Lines{""}, Lines{" ", "\t", "<p></p>"}}) {
    const Article article = cleaned(file);
    EXPECT_TRUE(article.title.empty());
    EXPECT_TRUE(article.body.empty());
  }
}

// ---------------------------------------------------------------- archives

struct Site {
  Lines head;
  Lines foot;
};

const Site gazette = {
    {"Harbour Gazette - Subscribe Today!"},
    {"Share this story", "Read 1,204 times", "Write to the editor at the old pier"}};

std::vector<Lines> files_of(const Site& site, std::size_t count, unsigned seed = 1) {
  MadeUpStories stories(seed);
  std::vector<Lines> files;
  while (files.size() < count) {
    files.push_back(site.head + Lines{stories.title()} + stories.paragraphs(stories.pick(2, 9)) +
                    site.foot);
  }
  return files;
}

// Each file cleaned must give this title and body.
void expect_story(const Lines& file, const std::string& title, const Lines& body,
                  const Boilerplate& boilerplate) {
  const Article article = cleaned(file, boilerplate);
  EXPECT_EQ(article.title, title);
  EXPECT_EQ(article.body, body);
}

TEST(Archive, OfOneOrTwoFilesLearnsNothing) {
  for (const std::size_t count : {0u, 1u, 2u}) {
    const std::vector<Lines> files = files_of(gazette, count);
    const Boilerplate boilerplate = learnt(files);
    EXPECT_TRUE(boilerplate.furniture().empty());
    for (const Lines& file : files) {
      const Article article = cleaned(file, boilerplate);
      EXPECT_EQ(article.title, gazette.head.front());
      EXPECT_EQ(article.body.size() + (article.subtitle.empty() ? 1 : 2), file.size());
    }
  }
}

TEST(Archive, OfThreeFilesLearnsWhatAllShare) {
  const std::vector<Lines> files = files_of(gazette, 3);
  const Boilerplate boilerplate = learnt(files);
  for (const Lines& file : files) {
    expect_story(file, file[1], Lines(file.begin() + 2, file.end() - 3), boilerplate);
  }
}

TEST(Archive, IgnoresNumbersThatCount) {
  std::vector<Lines> files = files_of(gazette, 12);
  std::size_t count = 3;
  for (Lines& file : files) file[file.size() - 2] = "Read " + std::to_string(count *= 3) + " times";
  const Boilerplate boilerplate = learnt(files);
  for (const Lines& file : files) {
    EXPECT_EQ(cleaned(file, boilerplate).body.size(), file.size() - 5);
  }
}

TEST(Archive, OfTwoSitesTakesTheFurnitureOfBoth) {
  const Site other = {{"Pier Post", "News - Sport - Weather"}, {"Printed on the pier"}};
  const std::vector<Lines> a = files_of(gazette, 40, 1), b = files_of(other, 4, 2);
  const Boilerplate boilerplate = learnt(a + b);
  for (const Lines& file : a) EXPECT_EQ(cleaned(file, boilerplate).title, file[1]);
  for (const Lines& file : b) {
    expect_story(file, file[2], Lines(file.begin() + 3, file.end() - 1), boilerplate);
  }
}

TEST(Archive, TakesABannerThatOnlySomeFilesHave) {
  for (const std::size_t percent : {100u, 60u, 35u}) {
    SCOPED_TRACE(percent);
    std::vector<Lines> files = files_of({{}, gazette.foot}, 100);
    for (std::size_t i = 0; i < percent; ++i) files[i].insert(files[i].begin(), "Buy our almanac!");
    const Boilerplate boilerplate = learnt(files);
    for (std::size_t i = 0; i < files.size(); ++i) {
      EXPECT_EQ(cleaned(files[i], boilerplate).title, files[i][i < percent ? 1 : 0]);
    }
  }
}

TEST(Archive, TakesBannersInTurn) {
  std::vector<Lines> files = files_of({{}, gazette.foot}, 100);
  const char* const banners[] = {"Buy our almanac!", "Give us a coin", "Subscribe",
                                 "Read us on paper", "Advertise here"};
  for (std::size_t i = 0; i < files.size(); ++i) {
    files[i].insert(files[i].begin(), banners[i % 5]);
  }
  const Boilerplate boilerplate = learnt(files);
  for (const Lines& file : files) EXPECT_EQ(cleaned(file, boilerplate).title, file[1]);
}

TEST(Archive, TakesSectionsAboveTitles) {
  std::vector<Lines> files = files_of(gazette, 100);
  const char* const sections[] = {"Politics", "Sport",   "Harbour", "Letters",
                                  "Weather",  "Culture", "Money",   "Food"};
  for (std::size_t i = 0; i < files.size(); ++i) {
    files[i].insert(files[i].begin() + 1, sections[i % 8]);
  }
  const Boilerplate boilerplate = learnt(files);
  for (const Lines& file : files) EXPECT_EQ(cleaned(file, boilerplate).title, file[2]);
}

TEST(Archive, KeepsTheTitleOfASeries) {
  for (const bool furnished : {false, true}) {
    for (const std::size_t instalments : {3u, 10u, 25u}) {
      SCOPED_TRACE(std::to_string(instalments) + (furnished ? " furnished" : " bare"));
      std::vector<Lines> files = files_of(furnished ? gazette : Site{}, 100);
      const std::size_t title = furnished ? 1 : 0;
      for (std::size_t i = 0; i < instalments; ++i)
        files[i * 3][title] = "Letter from the Lighthouse";
      const Boilerplate boilerplate = learnt(files);
      for (const Lines& file : files) EXPECT_EQ(cleaned(file, boilerplate).title, file[title]);
    }
  }
}

TEST(Archive, KeepsACountedSeriesThatIsAllThereIs) {
  std::vector<Lines> files = files_of({}, 30);
  for (std::size_t i = 0; i < files.size(); ++i) files[i][0] = "Day " + std::to_string(i + 1);
  const Boilerplate boilerplate = learnt(files);
  for (const Lines& file : files) EXPECT_EQ(cleaned(file, boilerplate).title, file[0]);
}

TEST(Archive, KeepsAColumnistsOpeningAndClosing) {
  for (const bool furnished : {false, true}) {
    SCOPED_TRACE(furnished);
    std::vector<Lines> files = files_of(furnished ? gazette : Site{}, 100);
    for (std::size_t i = 0; i < 9; ++i) {
      files[i].insert(files[i].begin() + (furnished ? 2 : 1), "Dear readers,");
      files[i].insert(files[i].end() - (furnished ? 3 : 0), "Yours, the keeper");
    }
    const Boilerplate boilerplate = learnt(files);
    for (std::size_t i = 0; i < 9; ++i) {
      const Lines body = cleaned(files[i], boilerplate).body;
      EXPECT_EQ(body.front(), "Dear readers,");
      EXPECT_EQ(body.back(), "Yours, the keeper");
    }
  }
}

TEST(Archive, KeepsAParagraphThatBeginsLikeAnother) {
  std::vector<Lines> files = files_of(gazette, 30);
  for (Lines& file : files) file[2] = "It was a wet night in Tesk, and " + file[2];
  const Boilerplate boilerplate = learnt(files);
  for (const Lines& file : files) EXPECT_EQ(cleaned(file, boilerplate).body.front(), file[2]);
}

TEST(Archive, TakesLinesBetweenTitleAndStory) {
  std::vector<Lines> files = files_of(gazette, 30);
  for (std::size_t i = 0; i < files.size(); ++i) {
    files[i].insert(files[i].begin() + 2, {"Share this", "By Jane Doe", "12 March 2015", "Print"});
  }
  const Boilerplate boilerplate = learnt(files);
  for (const Lines& file : files) {
    const Article article = cleaned(file, boilerplate);
    EXPECT_EQ(article.body.front(), file[6]);
    EXPECT_EQ(article.author, Lines{"Jane Doe"});
    EXPECT_EQ(article.published, "2015-03-12");
  }
}

TEST(Archive, TakesHeadlinesOfOtherStoriesInTheFoot) {
  MadeUpStories titles(9);
  std::vector<Lines> files = files_of(gazette, 30);
  for (Lines& file : files) {
    file.insert(file.end() - 1, {"More from the harbour", titles.title(), titles.title()});
    file.push_back(titles.title());
  }
  const Boilerplate boilerplate = learnt(files);
  for (const Lines& file : files) {
    expect_story(file, file[1], Lines(file.begin() + 2, file.end() - 7), boilerplate);
  }
}

TEST(Archive, IsNotMisledByCopiesOfAStory) {
  for (const std::size_t copies : {2u, 3u, 8u}) {
    for (const bool furnished : {false, true}) {
      SCOPED_TRACE(std::to_string(copies) + (furnished ? " furnished" : " bare"));
      MadeUpStories stories(7);
      std::vector<Lines> files = files_of(furnished ? gazette : Site{}, 4);
      const Lines story = stories.paragraphs(8);
      for (std::size_t i = 0; i < copies; ++i) {
        const Lines file = Lines{i % 2 == 0 ? "Rain Again" : "Rain, Again"} + story;
        files.push_back(furnished ? gazette.head + file + gazette.foot : file);
      }
      const Boilerplate boilerplate = learnt(files);
      for (std::size_t i = 4; i < files.size(); ++i) {
        EXPECT_EQ(cleaned(files[i], boilerplate).body, story);
      }
    }
  }
}

TEST(Archive, LeavesNothingOfAFileWithoutAStory) {
  std::vector<Lines> files = files_of(gazette, 20);
  const Boilerplate boilerplate = learnt(files);
  const Article article = cleaned(gazette.head + gazette.foot, boilerplate);
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.body, Lines{});
  EXPECT_EQ(cleaned(gazette.head + Lines{"Picture of the Day"} + gazette.foot, boilerplate).title,
            "Picture of the Day");
}

TEST(Archive, KeepsHeadingsInsideStories) {
  std::vector<Lines> files = files_of(gazette, 30);
  for (Lines& file : files) {
    if (file.size() < 9) continue;  // near the title, such lines are taken for furniture
    file.insert(file.end() - 4, "What happens next");
    file.insert(file.begin() + 4, "Why it matters");
  }
  const Boilerplate boilerplate = learnt(files);
  for (const Lines& file : files) {
    EXPECT_EQ(cleaned(file, boilerplate).body, Lines(file.begin() + 2, file.end() - 3));
  }
}

TEST(Archive, ListsItsFurnitureByTheNumberOfFiles) {
  const Site other = {{"Pier Post"}, {"Printed on the pier"}};
  std::vector<Lines> files = files_of(gazette, 40, 1) + files_of(other, 30, 2);
  for (std::size_t i = 0; i < 12; ++i) files[i][1] = "Letter from the Lighthouse";
  std::map<std::string, std::uint64_t> listed;
  std::uint64_t last = 1000;
  for (const Boilerplate::Line& line : learnt(files).furniture()) {
    listed[line.text] = line.files;
    EXPECT_LE(line.files, last);
    last = line.files;
  }
  const std::map<std::string, std::uint64_t> expected = {
      {gazette.head[0], 40}, {gazette.foot[0], 40}, {gazette.foot[1], 40},
      {gazette.foot[2], 40}, {"Pier Post", 30},     {"Printed on the pier", 30}};
  EXPECT_EQ(listed, expected);
}

// ---------------------------------------------------------------- a real page

// The page that the archive was given as its example, which lies outside the project.
class RealPage : public testing::Test {
 protected:
  void SetUp() override {
    const char* const data = std::getenv("BACKFILE_TEST_DATA");
    if (data == nullptr) GTEST_SKIP() << "BACKFILE_TEST_DATA does not say where the real texts are";
    std::ifstream in(std::string(data) + "/articles/scraped-article.txt");
    if (!in) GTEST_SKIP() << "the real texts hold no articles/scraped-article.txt";
    for (std::string line; std::getline(in, line);) {
      if (!line.empty()) page_.push_back(line);
    }
  }

  void expect_its_story(const Boilerplate& boilerplate) {
    const Article article = cleaned(page_, boilerplate);
    EXPECT_EQ(article.title, page_[1]);
    EXPECT_EQ(article.subtitle, page_[2]);
    EXPECT_EQ(article.captions, Lines{page_[7]});
    EXPECT_EQ(article.source, page_[3].substr(page_[3].find(" on ") + 4));
    EXPECT_EQ(article.license, "Creative Commons");
    ASSERT_GT(article.body.size(), 10u);
    EXPECT_EQ(article.body.front(), page_[4]);
    EXPECT_EQ(article.body.back(), page_[page_.size() - 5]);
    EXPECT_EQ(article.body.size(),
              page_.size() - 10);  // two banners twice, title, standfirst, caption
    for (const std::string& paragraph : article.body) {
      for (const char* furniture :
           {"Go Ad-Free", "first appeared", "free to republish", "commenting"}) {
        EXPECT_EQ(paragraph.find(furniture), paragraph.npos) << paragraph;
      }
    }
  }

  Lines page_;
};

TEST_F(RealPage, GivesItsStoryAlone) {
  expect_its_story(Boilerplate());
}

TEST_F(RealPage, GivesItsStoryAmongSiblings) {
  MadeUpStories stories(3);
  for (const std::size_t siblings : {1u, 2u, 5u, 40u}) {
    SCOPED_TRACE(siblings);
    std::vector<Lines> files = {page_};
    for (std::size_t i = 0; i < siblings; ++i) {
      const Lines foot(page_.end() - 4, page_.end());
      files.push_back(Lines{page_[0], stories.title(), stories.words(14), page_[3]} +
                      stories.paragraphs(stories.pick(2, 14)) + foot);
    }
    const Boilerplate boilerplate = learnt(files);
    expect_its_story(boilerplate);
    for (std::size_t i = 1; i < files.size(); ++i) {
      expect_story(files[i], files[i][1], Lines(files[i].begin() + 4, files[i].end() - 4),
                   boilerplate);
    }
  }
}

}  // namespace
}  // namespace backfile
