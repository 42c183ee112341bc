// How stories end, and what sites put below them: which closing lines stay in an archive of scraped
// text that has other stories as well.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>

#include "indexer/boilerplate/scraped_boilerplate.h"
#include "tests/indexer/boilerplate/made_up_stories.h"
#include "tests/indexer/boilerplate/scraped_boilerplate_fixture.h"

namespace backfile {
namespace {

// The closing lines of the i-th story that has them.
using Closing = std::function<Lines(std::size_t)>;

std::string number(std::size_t i) {
  return std::to_string(i);
}

Closing always(const std::string& line) {
  return [line](std::size_t) { return Lines{line}; };
}

struct Archive {
  std::vector<Lines> files = {};
  std::vector<std::size_t> closed = {};  // the files that have the closing
};

// 96 stories, of which `share` close with the closing; `head` and `foot` stand around `around` of
// those that close so first, and of the others after them.
struct Plan {
  std::size_t share = 12;
  Lines head = {}, foot = {};
  std::size_t around = 96;
};

Archive archive_of(const Closing& closing, const Plan& plan) {
  MadeUpStories stories(11);
  Archive archive;
  std::size_t closed = 0;
  for (std::size_t i = 0; i < 96; ++i) {
    Lines file;
    const bool furnished = i < plan.around;
    if (furnished) file = plan.head;
    file.push_back(stories.title());
    file.push_back(i % 2 == 0 ? "By Jane Tarn" : "By Ada Skell");
    file.push_back(number(1 + i % 28) + " March 2019");
    for (const std::string& paragraph : stories.paragraphs(2)) file.push_back(paragraph);
    if (i < plan.share) {
      for (const std::string& line : closing(closed++)) file.push_back(line);
      archive.closed.push_back(i);
    }
    if (furnished) file.insert(file.end(), plan.foot.begin(), plan.foot.end());
    archive.files.push_back(file);
  }
  return archive;
}

ScrapedBoilerplate learnt(const Archive& archive) {
  ScrapedBoilerplate scraped;
  for (const Lines& file : archive.files) scraped.learn(file);
  return scraped;
}

// How many files have kept the whole of their closing.
std::size_t kept(const Archive& archive, const Closing& closing) {
  const ScrapedBoilerplate scraped = learnt(archive);
  std::size_t whole = 0;
  for (std::size_t number = 0; number < archive.closed.size(); ++number) {
    const Lines body = cleaned(archive.files[archive.closed[number]], scraped).body;
    const Lines lines = closing(number);
    const bool stands =
        body.size() >= lines.size() && std::equal(lines.rbegin(), lines.rend(), body.rbegin());
    whole += stands ? 1 : 0;
  }
  return whole;
}

const std::array<const char*, 4> wives = {"Ada", "Joan", "Mary", "Ruth"};

struct Case {
  const char* what;
  Closing closing;
};

std::vector<Case> sentences() {
  return {
      {"an identical sentence", always("Police are not looking for anyone else.")},
      {"a sentence below one that names somebody",
       [](std::size_t i) {
         return Lines{
             "He is survived by his wife, " + std::string(wives[i % 4]) + ", and two sons.",
             "The funeral will be held at St Brannock's Church on Friday."};
       }},
      {"a refrain", always("And the sea came in, and the sea went out.")},
      {"figures behind a label",
       [](std::size_t i) {
         return Lines{"Attendance: 1," + number(100 + i) + ".",
                      "Half-time: " + number(i % 3) + "-" + number(i % 2) + "."};
       }},
      {"figures behind a label, without a full stop",
       [](std::size_t i) { return Lines{"Half-time: " + number(i % 5) + "-" + number(i % 4)}; }},
      {"times of day",
       [](std::size_t i) {
         return Lines{"High water 0" + number(i % 9) + ":21 and 1" + number(i % 9) + ":33.",
                      "Tomorrow: dry, " + number(5 + i) + " degrees."};
       }},
      {"a price",
       [](std::size_t i) {
         return Lines{"Price: £" + number(5 + i) + ".99. Serves " + number(2 + i) + "."};
       }},
      {"a sentence in Chinese", always("警方没有寻找其他嫌疑人。")},
      {"a sentence in quotation marks", always("“We shall see,” he said.")},
  };
}

TEST(Closings, OfSomeStoriesStay) {
  for (const Case& c : sentences()) {
    for (const std::size_t share : {3U, 6U, 12U, 30U}) {
      SCOPED_TRACE(c.what + std::string(", in ") + number(share));
      EXPECT_EQ(kept(archive_of(c.closing, {.share = share}), c.closing), share);
    }
  }
}

TEST(Closings, OfSomeStoriesStayAboveTheFootOfTheSite) {
  const Lines foot = {"Share this story", "Write to the editor at the old pier"};
  for (const Case& c : sentences()) {
    for (const std::size_t share : {12U, 30U}) {
      SCOPED_TRACE(c.what + std::string(", in ") + number(share));
      const Archive archive = archive_of(c.closing, {.share = share, .foot = foot});
      EXPECT_EQ(kept(archive, c.closing), share);
    }
  }
}

TEST(Closings, OfASectionOfTheSiteStay) {
  const Closing funeral = always("The funeral will be held at St Brannock's Church on Friday.");
  const Plan plan = {.share = 12, .head = {"Obituaries"}, .around = 24};
  EXPECT_EQ(kept(archive_of(funeral, plan), funeral), 12U);
}

// As many as the site has, but of other sites.
TEST(Closings, StayThoughAsManyFilesHaveThemAsTheFoot) {
  const Closing mixed = [](std::size_t i) {
    return i % 4 == 0 ? Lines{"The inquest continues.", "Printed on the pier"}
                      : Lines{i % 2 == 0 ? "Printed on the pier" : "The inquest continues."};
  };
  const Archive archive = archive_of(mixed, {.share = 48});
  const ScrapedBoilerplate scraped = learnt(archive);
  for (const std::size_t i : archive.closed) {
    if (i % 4 != 0) continue;
    EXPECT_EQ(cleaned(archive.files[i], scraped).body.back(), "The inquest continues.");
  }
}

TEST(Closings, StayInAllStoriesWhereTheirFiguresDiffer) {
  for (const Case& c : sentences()) {
    const std::string first = c.closing(0).back();
    if (c.closing(1).back() == first || !first.ends_with('.')) continue;
    SCOPED_TRACE(c.what);
    EXPECT_EQ(kept(archive_of(c.closing, {.share = 96}), c.closing), 96U);
  }
}

// What each of so many files has at its foot goes, in whatever form.
TEST(Closings, OfTheSiteGo) {
  const struct {
    const char* what;
    Closing closing;
    Plan plan;
  } cases[] = {
      {"a sentence on nearly all pages", always("We rely on readers like you."), {.share = 80}},
      {"a request to subscribe", always("Sign up for our letter."), {.share = 12}},
      {"a notice of one of several sites",
       always("All rights reserved by The Lantern."),
       {.share = 40}},
      {"a label of one of several sites", always("Printed on the pier"), {.share = 12}},
      {"a sentence of a site with a banner",
       always("We rely on readers like you."),
       {.share = 12, .head = {"Pier Post"}, .around = 12}},
      {"a sentence above a label of its site",
       [](std::size_t) {
         return Lines{"We rely on readers like you.", "Share this story"};
       },
       {.share = 12}},
      {"promotions in turn, between labels",
       [](std::size_t i) {
         return Lines{"Share this story",
                      i % 2 == 0 ? "Support us today." : "We rely on readers like you.",
                      "Printed on the pier"};
       },
       {.share = 96}},
      {"a counter above the foot",
       [](std::size_t i) {
         return Lines{"Read " + number(3 * i) + " times", "Share this story"};
       },
       {.share = 40}},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.what);
    const Archive archive = archive_of(c.closing, c.plan);
    const ScrapedBoilerplate scraped = learnt(archive);
    for (const std::size_t file : archive.closed)
      EXPECT_EQ(cleaned(archive.files[file], scraped).body.size(), 2U);
  }
}

// Paragraphs that differ in nothing but a number are the same line: formulaic notices.
std::vector<Lines> notices() {
  std::vector<Lines> files;
  for (std::size_t i = 0; i < 40; ++i) {
    const std::string n = number(2000 + i);
    files.push_back({"Notice " + std::string(1, static_cast<char>('A' + i % 26)) + " of " + n,
                     "By Jane Tarn", number(1 + i % 28) + " March 2019",
                     "An application for house " + n + " has been received by the council of Tesk.",
                     "Comments may be sent to the council until the end of the month."});
  }
  return files;
}

TEST(Closings, AreKeptWhereNothingElseWouldBeLeft) {
  ScrapedBoilerplate scraped;
  for (const Lines& file : notices()) scraped.learn(file);
  for (const Lines& file : notices()) {
    const Article article = cleaned(file, scraped);
    EXPECT_EQ(article.title, file[0]);
    EXPECT_EQ(article.author, Lines{"Jane Tarn"});
    EXPECT_FALSE(article.published.empty());
    EXPECT_FALSE(article.body.empty());
  }
}

}  // namespace
}  // namespace backfile
