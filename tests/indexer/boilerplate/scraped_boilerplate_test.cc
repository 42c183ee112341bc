// Story and boilerplate in a single file: which lines are removed, and the role of each line.
#include "indexer/boilerplate/scraped_boilerplate.h"

#include <gtest/gtest.h>

#include "tests/indexer/boilerplate/scraped_boilerplate_fixture.h"

namespace backfile {
namespace {

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
std::string roles_of(const Lines& lines, const ScrapedBoilerplate& scraped = {}) {
  std::string text;
  std::size_t bodies = 0;
  const auto flush = [&] {
    if (bodies > 0)
      text += (text.empty() ? "" : ", ") + std::string("body*") + std::to_string(bodies);
    bodies = 0;
  };
  Article scratch;
  for (const ScrapedBoilerplate::Judged& line : scraped.clean(lines, scratch)) {
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

TEST(Alone, ALineAtBothEndsIsBoilerplateAndStartsTheFoot) {
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

TEST(Alone, KeepsTheLastParagraphsOfAStoryBelowALineThatStandsTwice) {
  const auto paragraph = [](const std::string& of) {
    return "The " + of + " closed the harbour for nine days, and on the tenth all went to look.";
  };
  for (const std::string line : {"The Times", "* * *", "Advertisement"}) {
    for (std::size_t below = 1; below <= 3; ++below) {
      SCOPED_TRACE(line + " " + std::to_string(below));
      Lines file = {line, "One Fish in the Sea", paragraph("storm"), paragraph("flood"), line};
      for (std::size_t i = 0; i < below; ++i) file.push_back(paragraph(std::to_string(i)));
      const Article article = cleaned(file);
      EXPECT_EQ(article.title, "One Fish in the Sea");
      ASSERT_EQ(article.body.size(), 2 + below);
      EXPECT_EQ(article.body.back(), file.back());
    }
  }
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

TEST(Alone, ReadsEveryFactBelowATitleWithALabel) {
  const Article article = cleaned({"Title: Rain Again", "Author: Jane Doe", "Date: 12 March 2015",
                                   "Tags: rain, harbour", "", "It rained for nine days and more."});
  EXPECT_EQ(article.title, "Rain Again");
  EXPECT_EQ(article.author, Lines{"Jane Doe"});
  EXPECT_EQ(article.published, "2015-03-12");
  EXPECT_EQ(article.tags, (Lines{"rain", "harbour"}));
  EXPECT_EQ(article.body, Lines{"It rained for nine days and more."});
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
  ScrapedBoilerplate().clean({"Support us", "Rain Again", "It rained for nine days and more.",
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

}  // namespace
}  // namespace backfile
