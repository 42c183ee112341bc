// Scraped text line by line: markup, joined lines, facts, notices, and the reader itself.
#include "indexer/readers/scraped/scraped_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "indexer/readers/common/line_key.h"
#include "indexer/readers/common/reader.h"
#include "indexer/readers/evidence/scraped_names.h"
#include "indexer/readers/scraped/facts.h"
#include "indexer/readers/scraped/lines.h"
#include "indexer/readers/scraped/markup.h"

namespace backfile {
namespace {

// The parts as one line each, captions in brackets; a line's end as '/'.
std::string shown(const std::vector<TextPart>& parts) {
  std::string text;
  for (const TextPart& part : parts) {
    if (!text.empty()) text += " + ";
    std::string line = part.text;
    std::replace(line.begin(), line.end(), '\n', '/');
    text += part.caption ? "[" + line + "]" : line;
  }
  return text;
}

TEST(StripMarkup, TakesTagsAndReferencesAndLeavesProse) {
  const struct {
    const char* input;
    const char* text;
  } cases[] = {
      {"nothing to do", "nothing to do"},
      {"<p>one</p>", "//one//"},
      {"one<br/>two<BR >three", "one/two/three"},
      {"an <b>old</b> <a href=\"https://a.example/?q=1\">pier</a>", "an old pier"},
      {"stray </div> and <p", "stray // and <p"},
      {"<img src='a.png' alt='a > b'>after",
       " b'>after"},  // rare, and nothing of the story is lost
      {"a < b and c > d", "a < b and c > d"},
      {"if x<y and y>z then", "if x<y and y>z then"},
      {"where a <b and c> d", "where a <b and c> d"},
      {"1 <2> 3 <-- here", "1 <2> 3 <-- here"},
      {"<made-up>tag</made-up>", "<made-up>tag</made-up>"},
      {"<jane@doe.example>", "<jane@doe.example>"},
      {"AT&amp;T, fish &amp; chips &mdash; &quot;fresh&quot;", "AT&T, fish & chips — \"fresh\""},
      {"&#8217;s &#x2019;s caf&eacute;&nbsp;au lait", "’s ’s café au lait"},
      {"&lt;p&gt; is a tag, &amp;lt; a reference", "<p> is a tag, &lt; a reference"},
      {"Q&A; R&D &unknown; &; &#0; &#55296; &#1114112; &#x;",
       "Q&A; R&D &unknown; &; &#0; &#55296; &#1114112; &#x;"},
      {"before<!-- not\nseen -->after", "beforeafter"},
      {"<!DOCTYPE html>text", "text"},
      {"open <!-- for ever", "open <!-- for ever"},
      {"a<script type=\"text/javascript\">if (1 < 2) alert('x')</script>b", "ab"},
      {"a<script>open for ever", "aopen for ever"},
      {"<td>1</td><td>2</td>", " 1  2 "},
      {"<figcaption>The old pier</figcaption>\nThe old pier", "[The old pier ] + /The old pier"},
      {"text<figcaption class=\"x\">A <i>bent</i> nail</figcaption>more",
       "text + [A bent nail ] + more"},
      {"<figcaption>over\ntwo lines</figcaption>", "[over/two lines ]"},
      {"<figcaption>never closed\nnext", "[never closed ] + /next"},
      {"</figcaption>stray", "stray"},
      {"", ""},
      {"<p></p>", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.input);
    EXPECT_EQ(shown(strip_markup(c.input)), c.text);
  }
}

TEST(StripMarkup, IsQuickWithHostileText) {
  for (const char* piece : {"<", "<!", "<!--", "<script>", "&", "<figcaption>", "<p a=", "</"}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    EXPECT_LE(strip_markup(text).size(), text.size()) << piece;  // the test's time limit judges
  }
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// One line each; '+' continues the paragraph, captions in brackets.
std::string shown(const std::vector<ScrapedLine>& lines) {
  std::string text;
  for (const ScrapedLine& line : lines) {
    text += line.continues ? "+" : "";
    text += line.caption ? "[" + line.text + "]" : line.text;
    text += '\n';
  }
  return text;
}

TEST(ScrapedLines, AreParagraphsWhereNoBlankLineIs) {
  EXPECT_EQ(shown(scraped_lines({"BANNER", "A Title", "First words.", "Second words."})),
            "BANNER\nA Title\nFirst words.\nSecond words.\n");
}

TEST(ScrapedLines, JoinProseThatWasBrokenAtAWidth) {
  const std::string text =
      "Support the Gazette\n"
      "\n"
      "The Ferry Comes Home\n"
      "\n"
      "After eleven months in a dry dock that nobody had expected her to\n"
      "leave again, the ferry Saint Osyth crossed the bay on Tuesday with\n"
      "four hundred passengers, two brass bands and a goat. The well-\n"
      "known captain waved.\n"
      "\n"
      "She had been laid up since a fire in the galley, which the company\n"
      "put down to a toaster.\n";
  EXPECT_EQ(
      shown(scraped_lines(split(text))),
      "Support the Gazette\n"
      "The Ferry Comes Home\n"
      "After eleven months in a dry dock that nobody had expected her to leave again, the ferry "
      "Saint Osyth crossed the bay on Tuesday with four hundred passengers, two brass bands and "
      "a goat. The well-known captain waved.\n"
      "She had been laid up since a fire in the galley, which the company put down to a "
      "toaster.\n");
}

TEST(ScrapedLines, JoinBrokenProseUnderATitleWithoutABlankLine) {
  const std::string text =
      "The Ferry Comes Home\n"
      "After eleven months in a dry dock that nobody had expected her to\n"
      "leave again, the ferry Saint Osyth crossed the bay on Tuesday with\n"
      "four hundred passengers, two brass bands and a goat from the farm\n"
      "on the hill.\n"
      "She had been laid up since a fire in the galley, which the company\n"
      "put down to a toaster.\n";
  const std::vector<ScrapedLine> lines = scraped_lines(split(text));
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0].text, "The Ferry Comes Home");
  EXPECT_TRUE(lines[1].text.ends_with("the farm on the hill."));
  EXPECT_TRUE(lines[2].text.ends_with("to a toaster."));
}

TEST(ScrapedLines, KeepTheLinesOfVerse) {
  const std::string text =
      "The Tide Table\n"
      "\n"
      "The boats go out, the boats come in,\n"
      "the gulls are counting all of them,\n"
      "\n"
      "and one is late, and one is thin,\n"
      "and one has never come again.\n";
  EXPECT_EQ(shown(scraped_lines(split(text))),
            "The Tide Table\n"
            "The boats go out, the boats come in,\n+the gulls are counting all of them,\n"
            "and one is late, and one is thin,\n+and one has never come again.\n");
}

TEST(ScrapedLines, LeaveAListOfHeadlinesAlone) {
  const std::string text =
      "Council votes again on the new bridge over the Tesk and fails\n"
      "Rovers lose\n"
      "A very long headline about the price of herring in the markets of\n"
      "Bread dearer\n"
      "Weather\n";
  EXPECT_EQ(scraped_lines(split(text)).size(), 5u);
}

TEST(ScrapedLines, MarkCaptionsWhereverTheyStand) {
  EXPECT_EQ(shown(scraped_lines({"Before.", "<figcaption>The pier &amp; the sea</figcaption>",
                                 "The pier & the sea", "<p>After.</p>"})),
            "Before.\n[The pier & the sea]\nThe pier & the sea\nAfter.\n");
}

TEST(LineKey, IgnoresCaseAndNumbers) {
  const struct {
    const char* a;
    const char* b;
    bool same;
  } cases[] = {
      {"Read 1,204 times", "read 7 times", true},
      {"12 March 2015", "1 March 1999", true},
      {"12.03.2015", "1.4.16", true},
      {"Updated 10:30", "Updated 9:05.", false},
      {"Share this", "SHARE THIS", true},
      {"Share this", "Share that", false},
      {"Read times", "Read 5 times", false},
      {"https://a.example/1", "https://a.example/2", false},
      {"", "1", false},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(std::string(c.a) + " / " + c.b);
    EXPECT_EQ(line_key(c.a) == line_key(c.b), c.same);
  }
}

// The fields that a line filled, "field=value" each.
std::string facts_of(std::string_view line) {
  Article article;
  const Stated stated = read_facts(line, article);
  std::string text = stated == Stated::nothing ? "-" : stated == Stated::partly ? "~" : "";
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) text += (text.empty() ? "" : " ") + std::string(name) + "=" + value;
  };
  for (const std::string& author : article.author) add("author", author);
  add("published", article.published);
  add("modified", article.modified);
  add("section", article.section);
  for (const std::string& tag : article.tags) add("tag", tag);
  add("source", article.source);
  add("license", article.license);
  add("url", article.url);
  add("title", article.title);
  return text;
}

TEST(Facts, AreReadFromBylinesDatesAndLabels) {
  const struct {
    const char* line;
    const char* facts;
  } cases[] = {
      {"By Jane Doe", "author=Jane Doe"},
      {"by Jane Doe and John Roe", "author=Jane Doe author=John Roe"},
      {"By JANE DOE | 12 March 2015", "author=Jane Doe published=2015-03-12"},
      {"By JANE O'NEIL-ÉTÉ", "author=Jane O'Neil-Été"},
      {"By Ludwig van Beethoven", "author=Ludwig van Beethoven"},
      {"By Jane Doe, 12 March 2015", "author=Jane Doe published=2015-03-12"},
      {"By Jane Doe on March 12, 2015", "author=Jane Doe published=2015-03-12"},
      {"March 12, 2015 by Jane Doe", "author=Jane Doe published=2015-03-12"},
      {"Jane Doe | 12 March 2015", "~ author=Jane Doe published=2015-03-12"},
      {"By Jane Doe | Politics | 5 min read", "~ author=Jane Doe"},
      {"Von Erika Mustermann", "author=Erika Mustermann"},
      {"Par Jeanne d'Arc", "author=Jeanne d'Arc"},
      {"By Reuters", "author=Reuters"},
      {"12 March 2015", "published=2015-03-12"},
      {"Thursday, March 12, 2015 10:30 am", "published=2015-03-12T10:30"},
      {"Published: 12 March 2015", "published=2015-03-12"},
      {"Published on 12 March 2015", "published=2015-03-12"},
      {"Posted: March 12, 2015 by Jane Doe", "author=Jane Doe published=2015-03-12"},
      {"Updated 13 March 2015", "modified=2015-03-13"},
      {"Published 12 March 2015 | Updated 13 March 2015",
       "published=2015-03-12 modified=2015-03-13"},
      {"Last updated: 13/03/2015 10:30", "modified=2015-03-13T10:30"},
      {"Veröffentlicht am 12. März 2015", "published=2015-03-12"},
      {"Опубликовано: 12 марта 2015", "published=2015-03-12"},
      {"发布时间：2015年3月12日", "published=2015-03-12"},
      {"Section: World", "section=World"},
      {"SECTION: World", "section=World"},
      {"Tags: sea, old ships, Tesk", "tag=sea tag=old ships tag=Tesk"},
      {"Author: Jane Doe", "author=Jane Doe"},
      {"Source: Reuters", "source=Reuters"},
      {"Source: https://a.example/story", "url=https://a.example/story"},
      {"License: CC BY-SA 4.0", "license=CC BY-SA 4.0"},
      {"https://a.example/2015/a-story", "url=https://a.example/2015/a-story"},
      {"https://a.example/", ""},
      {"This post first appeared on The Harbour Gazette", "source=The Harbour Gazette"},
      {"Originally published by The Gazette on 12 March 2015.", "source=The Gazette"},
      {"Title: A Night at Sea", "title=A Night at Sea"},
      // Sentences and titles that only begin like facts.
      {"By the river they sat down", "-"},
      {"By Friday the water had gone", "-"},
      {"By then, Jane Doe was gone.", "-"},
      {"Von hier an bergab", "-"},
      {"On 12 March 2015 the ferry left.", "-"},
      {"Published widely, he died poor", "-"},
      {"Updated rules for ferries", "-"},
      {"Section: a word that here means part of a long sentence that goes on, and on.", "-"},
      {"The post first appeared on Monday in a hedge. Nobody knew why.", "-"},
      {"Link: none", "-"},
      {"1984", "-"},
      {"March 2015", "-"},
      {"Support the Gazette - Go Without Advertisements!", "-"},
      {"Election Night - A Diary", "-"},
      {"", "-"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.line);
    EXPECT_EQ(facts_of(c.line), c.facts);
  }
}

TEST(Facts, KeepWhatIsKnown) {
  Article article;
  article.author = {"Known"};
  article.published = "2014";
  EXPECT_EQ(read_facts("By Jane Doe | 12 March 2015", article), Stated::wholly);
  EXPECT_EQ(article.author, std::vector<std::string>{"Known"});
  EXPECT_EQ(article.published, "2014");
}

TEST(Notices, NameLicenceAndSourceWithinALine) {
  const struct {
    const char* line;
    const char* license;
    const char* source;
  } cases[] = {
      {"It is free to share. Licensed Creative Commons", "Creative Commons", ""},
      {"Licensed under a Creative Commons Attribution-NonCommercial 4.0 International License.",
       "Creative Commons Attribution-NonCommercial 4.0 International", ""},
      {"Except where noted: CC BY-SA 4.0, pictures excluded", "CC BY-SA 4.0", ""},
      {"Text CC0.", "CC0", ""},
      {"ACCC BYTES", "", ""},
      {"This work is in the public domain.", "Public domain", ""},
      {"© 2015 Harbour Gazette. All rights reserved.", "All rights reserved", ""},
      {"This piece originally appeared in The Gazette and is used with thanks.", "", "The Gazette"},
      {"First published by Pier Press, Licensed CC BY 3.0", "CC BY 3.0", "Pier Press"},
      {"Zuerst erschienen in Der Anzeiger.", "", "Der Anzeiger"},
      {"Nothing of the kind", "", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.line);
    Article article;
    read_notices(c.line, article);
    EXPECT_EQ(article.license, c.license);
    EXPECT_EQ(article.source, c.source);
  }
}

TEST(Names, AreToldFromOtherShortTexts) {
  for (const char* name :
       {"Jane Doe", "J. K. Rowe", "Ana de la Cruz", "Анна Смирнова", "Éva Kis"}) {
    EXPECT_TRUE(is_name(name)) << name;
  }
  for (const char* other : {"Jane", "A long day of rain", "de la", "Day 12 Begins", "Why Us?", "",
                            "One Two Three Four Five Six Seven"}) {
    EXPECT_FALSE(is_name(other)) << other;
  }
}

struct Delivered {
  std::vector<Found> found;
  std::vector<Rejected> rejected;
};

Delivered read(const std::string& bytes) {
  Delivered delivered;
  std::istringstream in(bytes);
  scraped_reader().read(in, "folder/a.txt",
                        {[&](Found&& found) { delivered.found.push_back(std::move(found)); },
                         [&](Rejected&& r) { delivered.rejected.push_back(std::move(r)); }});
  return delivered;
}

TEST(ScrapedReader, PassesEveryLineOnWhateverEndsIt) {
  const std::vector<std::string> lines = {"one", "", "two", " three "};
  for (const char* bytes : {"one\n\ntwo\n three \n", "one\r\n\r\ntwo\r\n three \r\n",
                            "one\r\rtwo\r three ", "\xEF\xBB\xBFone\n\ntwo\n three "}) {
    const Delivered delivered = read(bytes);
    ASSERT_EQ(delivered.found.size(), 1u);
    EXPECT_EQ(delivered.found[0].lines, lines);
    EXPECT_EQ(delivered.found[0].article.path, "folder/a.txt");
    EXPECT_TRUE(delivered.found[0].article.id.empty());
  }
}

TEST(ScrapedReader, RepairsAFewBrokenBytesAndRejectsWhatIsNoText) {
  EXPECT_EQ(read("caf\xC3\xA9 na\xC3\xAFve caf\xC3").found.at(0).lines.at(0),
            "café naïve caf\uFFFD");
  for (const std::string& bytes : {std::string(), std::string(" \r\n\t\n"), std::string("%PDF-1.4"),
                                   std::string("\0\1\2\3\4\5\6\7", 8)}) {
    const Delivered delivered = read(bytes);
    EXPECT_TRUE(delivered.found.empty());
    ASSERT_EQ(delivered.rejected.size(), 1u);
    EXPECT_EQ(delivered.rejected[0].path, "folder/a.txt");
    EXPECT_FALSE(delivered.rejected[0].reason.empty());
  }
}

}  // namespace
}  // namespace backfile
