// What is learnt from the files of an archive: archives of every kind that learners fail on, and a
// real page among its siblings.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>

#include "indexer/boilerplate/scraped_boilerplate.h"
#include "tests/indexer/boilerplate/made_up_stories.h"
#include "tests/indexer/boilerplate/scraped_boilerplate_fixture.h"

namespace backfile {
namespace {

template <typename T>
std::vector<T> operator+(std::vector<T> a, const std::vector<T>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

ScrapedBoilerplate learnt(const std::vector<Lines>& files) {
  ScrapedBoilerplate scraped;
  for (const Lines& file : files) scraped.learn(file);
  for (const Lines& file : files) {
    Article scratch;
    scraped.count_removed(scraped.clean(file, scratch));
  }
  return scraped;
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
                  const ScrapedBoilerplate& scraped) {
  const Article article = cleaned(file, scraped);
  EXPECT_EQ(article.title, title);
  EXPECT_EQ(article.body, body);
}

TEST(Archive, OfOneOrTwoFilesLearnsNothing) {
  for (const std::size_t count : {0u, 1u, 2u}) {
    const std::vector<Lines> files = files_of(gazette, count);
    const ScrapedBoilerplate scraped = learnt(files);
    EXPECT_TRUE(scraped.boilerplate().empty());
    for (const Lines& file : files) {
      const Article article = cleaned(file, scraped);
      EXPECT_EQ(article.title, gazette.head.front());
      EXPECT_EQ(article.body.size() + (article.subtitle.empty() ? 1 : 2), file.size());
    }
  }
}

TEST(Archive, OfThreeFilesLearnsWhatAllShare) {
  const std::vector<Lines> files = files_of(gazette, 3);
  const ScrapedBoilerplate scraped = learnt(files);
  for (const Lines& file : files) {
    expect_story(file, file[1], Lines(file.begin() + 2, file.end() - 3), scraped);
  }
}

TEST(Archive, IgnoresNumbersThatCount) {
  std::vector<Lines> files = files_of(gazette, 12);
  std::size_t count = 3;
  for (Lines& file : files) file[file.size() - 2] = "Read " + std::to_string(count *= 3) + " times";
  const ScrapedBoilerplate scraped = learnt(files);
  for (const Lines& file : files) {
    EXPECT_EQ(cleaned(file, scraped).body.size(), file.size() - 5);
  }
}

TEST(Archive, KeepsSentencesThatTellFiguresOfTheirOwn) {
  for (const bool with_boilerplate : {false, true}) {
    MadeUpStories stories(5);
    std::vector<Lines> files;
    for (std::size_t i = 0; i < 40; ++i) {
      const std::string score = std::to_string(i % 7) + "-" + std::to_string(i % 3);
      files.push_back(Lines{stories.title(), "The match was seen by " + std::to_string(99 + i * i) +
                                                 " people of the town."} +
                      stories.paragraphs(4) + Lines{"The final score was " + score + "."} +
                      (with_boilerplate ? gazette.foot : Lines()));
    }
    const ScrapedBoilerplate scraped = learnt(files);
    for (const Lines& file : files) {
      const Article article = cleaned(file, scraped);
      EXPECT_EQ(article.title, file[0]);
      EXPECT_EQ(article.body.size() + (article.subtitle.empty() ? 0 : 1), 6U);
      EXPECT_EQ(article.body.back(), file[6]);
    }
    for (const ScrapedBoilerplate::Line& line : scraped.boilerplate())
      EXPECT_EQ(line.text.find("score"), std::string::npos);
  }
}

TEST(Archive, TakesACounterBelowTheFootThoughItIsASentence) {
  std::vector<Lines> files = files_of(gazette, 12);
  std::size_t count = 3;
  for (Lines& file : files)
    file.push_back("This page has been read " + std::to_string(count *= 3) + " times.");
  const ScrapedBoilerplate scraped = learnt(files);
  for (const Lines& file : files) EXPECT_EQ(cleaned(file, scraped).body.size(), file.size() - 6);
}

TEST(Archive, OfTwoSitesTakesTheBoilerplateOfBoth) {
  const Site other = {{"Pier Post", "News - Sport - Weather"}, {"Printed on the pier"}};
  const std::vector<Lines> a = files_of(gazette, 40, 1), b = files_of(other, 4, 2);
  const ScrapedBoilerplate scraped = learnt(a + b);
  for (const Lines& file : a) EXPECT_EQ(cleaned(file, scraped).title, file[1]);
  for (const Lines& file : b) {
    expect_story(file, file[2], Lines(file.begin() + 3, file.end() - 1), scraped);
  }
}

TEST(Archive, TakesABannerThatOnlySomeFilesHave) {
  for (const std::size_t percent : {100u, 60u, 35u}) {
    SCOPED_TRACE(percent);
    std::vector<Lines> files = files_of({{}, gazette.foot}, 100);
    for (std::size_t i = 0; i < percent; ++i) files[i].insert(files[i].begin(), "Buy our almanac!");
    const ScrapedBoilerplate scraped = learnt(files);
    for (std::size_t i = 0; i < files.size(); ++i) {
      EXPECT_EQ(cleaned(files[i], scraped).title, files[i][i < percent ? 1 : 0]);
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
  const ScrapedBoilerplate scraped = learnt(files);
  for (const Lines& file : files) EXPECT_EQ(cleaned(file, scraped).title, file[1]);
}

TEST(Archive, TakesSectionsAboveTitles) {
  std::vector<Lines> files = files_of(gazette, 100);
  const char* const sections[] = {"Politics", "Sport",   "Harbour", "Letters",
                                  "Weather",  "Culture", "Money",   "Food"};
  for (std::size_t i = 0; i < files.size(); ++i) {
    files[i].insert(files[i].begin() + 1, sections[i % 8]);
  }
  const ScrapedBoilerplate scraped = learnt(files);
  for (const Lines& file : files) EXPECT_EQ(cleaned(file, scraped).title, file[2]);
}

TEST(Archive, KeepsTheTitleOfASeries) {
  for (const bool furnished : {false, true}) {
    for (const std::size_t instalments : {3u, 10u, 25u}) {
      SCOPED_TRACE(std::to_string(instalments) + (furnished ? " furnished" : " bare"));
      std::vector<Lines> files = files_of(furnished ? gazette : Site{}, 100);
      const std::size_t title = furnished ? 1 : 0;
      for (std::size_t i = 0; i < instalments; ++i)
        files[i * 3][title] = "Letter from the Lighthouse";
      const ScrapedBoilerplate scraped = learnt(files);
      for (const Lines& file : files) EXPECT_EQ(cleaned(file, scraped).title, file[title]);
    }
  }
}

TEST(Archive, KeepsACountedSeriesThatIsAllThereIs) {
  std::vector<Lines> files = files_of({}, 30);
  for (std::size_t i = 0; i < files.size(); ++i) files[i][0] = "Day " + std::to_string(i + 1);
  const ScrapedBoilerplate scraped = learnt(files);
  for (const Lines& file : files) EXPECT_EQ(cleaned(file, scraped).title, file[0]);
}

TEST(Archive, KeepsAColumnistsOpeningAndClosing) {
  for (const bool furnished : {false, true}) {
    SCOPED_TRACE(furnished);
    std::vector<Lines> files = files_of(furnished ? gazette : Site{}, 100);
    for (std::size_t i = 0; i < 9; ++i) {
      files[i].insert(files[i].begin() + (furnished ? 2 : 1), "Dear readers,");
      files[i].insert(files[i].end() - (furnished ? 3 : 0), "Yours, the keeper");
    }
    const ScrapedBoilerplate scraped = learnt(files);
    for (std::size_t i = 0; i < 9; ++i) {
      const Lines body = cleaned(files[i], scraped).body;
      EXPECT_EQ(body.front(), "Dear readers,");
      EXPECT_EQ(body.back(), "Yours, the keeper");
    }
  }
}

TEST(Archive, KeepsAParagraphThatBeginsLikeAnother) {
  std::vector<Lines> files = files_of(gazette, 30);
  for (Lines& file : files) file[2] = "It was a wet night in Tesk, and " + file[2];
  const ScrapedBoilerplate scraped = learnt(files);
  for (const Lines& file : files) EXPECT_EQ(cleaned(file, scraped).body.front(), file[2]);
}

TEST(Archive, TakesLinesBetweenTitleAndStory) {
  std::vector<Lines> files = files_of(gazette, 30);
  for (std::size_t i = 0; i < files.size(); ++i) {
    files[i].insert(files[i].begin() + 2, {"Share this", "By Jane Doe", "12 March 2015", "Print"});
  }
  const ScrapedBoilerplate scraped = learnt(files);
  for (const Lines& file : files) {
    const Article article = cleaned(file, scraped);
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
  const ScrapedBoilerplate scraped = learnt(files);
  for (const Lines& file : files) {
    expect_story(file, file[1], Lines(file.begin() + 2, file.end() - 7), scraped);
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
      const ScrapedBoilerplate scraped = learnt(files);
      for (std::size_t i = 4; i < files.size(); ++i) {
        EXPECT_EQ(cleaned(files[i], scraped).body, story);
      }
    }
  }
}

TEST(Archive, LeavesNothingOfAFileWithoutAStory) {
  std::vector<Lines> files = files_of(gazette, 20);
  const ScrapedBoilerplate scraped = learnt(files);
  const Article article = cleaned(gazette.head + gazette.foot, scraped);
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.body, Lines{});
  EXPECT_EQ(cleaned(gazette.head + Lines{"Picture of the Day"} + gazette.foot, scraped).title,
            "Picture of the Day");
}

TEST(Archive, KeepsHeadingsInsideStories) {
  std::vector<Lines> files = files_of(gazette, 30);
  for (Lines& file : files) {
    if (file.size() < 9) continue;  // near the title, such lines are taken for boilerplate
    file.insert(file.end() - 4, "What happens next");
    file.insert(file.begin() + 4, "Why it matters");
  }
  const ScrapedBoilerplate scraped = learnt(files);
  for (const Lines& file : files) {
    EXPECT_EQ(cleaned(file, scraped).body, Lines(file.begin() + 2, file.end() - 3));
  }
}

TEST(Archive, ListsItsBoilerplateByTheNumberOfFiles) {
  const Site other = {{"Pier Post"}, {"Printed on the pier"}};
  std::vector<Lines> files = files_of(gazette, 40, 1) + files_of(other, 30, 2);
  for (std::size_t i = 0; i < 12; ++i) files[i][1] = "Letter from the Lighthouse";
  std::map<std::string, std::uint64_t> listed;
  std::uint64_t last = 1000;
  for (const ScrapedBoilerplate::Line& line : learnt(files).boilerplate()) {
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

  void expect_its_story(const ScrapedBoilerplate& scraped) {
    const Article article = cleaned(page_, scraped);
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
      for (const char* boilerplate :
           {"Go Ad-Free", "first appeared", "free to republish", "commenting"}) {
        EXPECT_EQ(paragraph.find(boilerplate), paragraph.npos) << paragraph;
      }
    }
  }

  Lines page_;
};

TEST_F(RealPage, GivesItsStoryAlone) {
  expect_its_story(ScrapedBoilerplate());
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
    const ScrapedBoilerplate scraped = learnt(files);
    expect_its_story(scraped);
    for (std::size_t i = 1; i < files.size(); ++i) {
      expect_story(files[i], files[i][1], Lines(files[i].begin() + 4, files[i].end() - 4), scraped);
    }
  }
}

}  // namespace
}  // namespace backfile
