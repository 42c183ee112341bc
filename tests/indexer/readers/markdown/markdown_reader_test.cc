// Posts in Markdown: front matter in its dialects, and the text without its markup.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <utility>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Markdown, TakesFieldsFromYaml) {
  const Article article = read_one("post.md", R"(---
title: "Tide: a diary"
subtitle: Eleven centimetres
date: 2014-02-03 07:30:00 +0100
updated: 2014-02-05
author:
  - Maud Ferrier
  - name: Ruaridh Pell
categories: Opinion
tags: [flood, law]
lang: en
license: CC0
canonical_url: https://lantern.example/tide
---
The sea came in.
)");
  EXPECT_EQ(article.title, "Tide: a diary");
  EXPECT_EQ(article.subtitle, "Eleven centimetres");
  EXPECT_EQ(article.published, "2014-02-03T07:30:00+01:00");
  EXPECT_EQ(article.modified, "2014-02-05");
  EXPECT_THAT(article.author, ElementsAre("Maud Ferrier", "Ruaridh Pell"));
  EXPECT_EQ(article.section, "Opinion");
  EXPECT_THAT(article.tags, ElementsAre("flood", "law", "Opinion"));
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.license, "CC0");
  EXPECT_EQ(article.id, "https://lantern.example/tide");
  EXPECT_THAT(article.body, ElementsAre("The sea came in."));
}

// Front matter before HTML, as generators have it, whatever the case of the ending and the packing.
TEST(Markdown, ReadsABodyInHtmlByTheEndingOfTheFile) {
  const std::string post = "---\ntitle: T\n---\n<p>It rose.</p>\n\n    <p>It <em>fell</em>.</p>\n";
  for (const char* path : {"post.html", "post.htm", "POST.HTML", "post.Htm", "post.html.gz",
                           "POST.HTML.GZ", "post.htm.zst", "post.xhtml", "post.shtml"}) {
    EXPECT_EQ(in_one_line(read_one(path, post).body), "It rose. / It fell.") << path;
  }
  for (const char* path : {"post.md", "post.md.gz", "post.html.md", "html", "posts.html/post"}) {
    EXPECT_EQ(in_one_line(read_one(path, post).body), "It rose. / <p>It <em>fell</em>.</p>")
        << path;
  }
}

TEST(Markdown, TakesFieldsFromToml) {
  const Article article = read_one("post.md",
                                   "+++\ntitle = 'Tide'\ndate = 2014-02-03T07:30:00Z\n"
                                   "tags = [\"flood\"]\n[extra]\nmood = 'grey'\n+++\nIt rose.\n");
  EXPECT_EQ(article.title, "Tide");
  EXPECT_EQ(article.published, "2014-02-03T07:30:00Z");
  EXPECT_THAT(article.tags, ElementsAre("flood"));
  EXPECT_THAT(article.body, ElementsAre("It rose."));
}

// An article whose front matter is broken, which is told.
Article read_broken(const std::string& text) {
  const ReadText read = read_text_as("post.md", text);
  EXPECT_EQ(read.rejected.size(), 1U);
  for (const Rejected& told : read.rejected) {
    EXPECT_EQ(told.reason, front_matter_broken);
    EXPECT_TRUE(told.kept);
  }
  return read.articles.size() == 1 ? read.articles.front() : Article();
}

TEST(Markdown, ReadsOnWhereFrontMatterIsBroken) {
  const Article article = read_broken(
      "---\ntitle: It's: here \"again\ndate: 2014-02-03\n"
      "tags: [flood\n---\nIt rose.\n");
  EXPECT_EQ(article.title, "It's: here \"again");
  EXPECT_EQ(article.published, "2014-02-03");
  EXPECT_THAT(article.body, ElementsAre("It rose."));
}

TEST(Markdown, LosesNoOtherFieldToOneThatIsNoYaml) {
  const Article article = read_broken(R"(---
title: Choose a lantern: a
  manifesto in two lines
subtitle: >
  What forty winters
  have taught us
date: 2023-08-27
authors:
  - name: Dag Ranulf
  - name: Ines Coverdale
tags: ["lamps", winter, 'sea: deep']
categories:
- Streets: wide
- "Steps" taken: down
section: "Mind the step" signs: a history
license: [CC0
---
A lantern is judged in the wind.
)");
  EXPECT_EQ(article.title, "Choose a lantern: a manifesto in two lines");
  EXPECT_EQ(article.subtitle, "What forty winters have taught us");
  EXPECT_EQ(article.published, "2023-08-27");
  EXPECT_THAT(article.author, ElementsAre("Dag Ranulf", "Ines Coverdale"));
  EXPECT_THAT(article.tags, ElementsAre("lamps", "winter", "sea: deep", "Streets: wide",
                                        "\"Steps\" taken: down"));
  EXPECT_EQ(article.section, "\"Mind the step\" signs: a history");
  EXPECT_EQ(article.license, "CC0");
  EXPECT_THAT(article.body, ElementsAre("A lantern is judged in the wind."));
}

TEST(Markdown, KnowsAListFromTextInBracketsAndFieldsInsideAList) {
  const Article article = read_broken(R"(---
title: [Updated] Lamp fails: what we know
authors:
  - name: Dag Ranulf
    email: dag@penmoor.example
  - name: Ines Coverdale
    bio: writes: mostly at night
tags: [lamps, failures]
---
The lamp of Penmoor failed at nine.
)");
  EXPECT_EQ(article.title, "[Updated] Lamp fails: what we know");
  EXPECT_THAT(article.author, ElementsAre("Dag Ranulf", "Ines Coverdale"));
  EXPECT_THAT(article.tags, ElementsAre("lamps", "failures"));
}

TEST(Markdown, TakesABracketThatNeverClosesForAListWhereListsAreUsual) {
  const Article article = read_broken(R"(---
title: [Updated
subtitle: [and amended
tags: [lamps, oil
author: [Dag Ranulf, Ines Coverdale
---
The lamp of Penmoor failed at nine.
)");
  EXPECT_EQ(article.title, "[Updated");
  EXPECT_EQ(article.subtitle, "[and amended");
  EXPECT_THAT(article.tags, ElementsAre("lamps", "oil"));
  EXPECT_THAT(article.author, ElementsAre("Dag Ranulf", "Ines Coverdale"));
}

// A quotation mark that opens a value and is never closed, or closes too early.
TEST(Markdown, ReadsQuotedTextThatIsNoYamlAsItIsMeant) {
  const std::pair<const char*, const char*> cases[] = {
      {"\"The weir breaks", "The weir breaks"},
      {"\"The weir\n  breaks", "The weir breaks"},
      {"\"The \"weir\" breaks\"", "The \"weir\" breaks"},
      {"\"The weir\" breaks", "\"The weir\" breaks"},
      {"\"The weir\": a tale", "\"The weir\": a tale"},
      {"'The weir' and 'the mill'", "'The weir' and 'the mill'"},
      {"'It's over'", "It's over"},
      {"'Twas the weir: a tale", "'Twas the weir: a tale"},
      {"\"C:\\weir\"", "C:\\weir"},
      {"\"The weir\"\n\tsubtitle: A tale", "The weir"},
  };
  for (const auto& [written, title] : cases) {
    SCOPED_TRACE(written);
    const Article article =
        read_broken(std::string("---\ntitle: ") + written + "\ndate: 2014-02-03\n---\nIt rose.\n");
    EXPECT_EQ(article.title, title);
    EXPECT_EQ(article.published, "2014-02-03");
  }
}

TEST(Markdown, SaysWhichLineOfFrontMatterIsBroken) {
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {"post.md", "---\ntitle: T\nsubtitle: a: b\n---\nIt rose.\n", "line 3"},
      {"post.md", "---\ntitle: T: u\nsubtitle: a: b\n---\nIt rose.\n", "line 2"},
      {"post.md", "+++\ntitle = \"T\"\n\nauthor = Ada\n+++\nIt rose.\n", "line 4"},
      {"post.html", "---\ntitle: T: u\n---\n<p>It rose.</p>\n", "line 2"},
  };
  for (const auto& [path, text, place] : cases) {
    const ReadText read = read_text_as(path, text);
    EXPECT_THAT(read.rejected,
                ElementsAre(Rejected{path, place, std::string(front_matter_broken), "", true}))
        << text;
  }
}

TEST(Markdown, LosesNoOtherFieldToOneThatIsNoToml) {
  const Article article = read_broken(R"(+++
title = The weir: a tale
subtitle = "The "weir" breaks"
date = 2014-02-03
tags = [
  "flood",
  "law"
]
[[resources]]
title = "A picture"
[params]
author = "Ada Holm"
+++
It rose.
)");
  EXPECT_EQ(article.title, "The weir: a tale");
  EXPECT_EQ(article.subtitle, "The \"weir\" breaks");
  EXPECT_EQ(article.published, "2014-02-03");
  EXPECT_THAT(article.tags, ElementsAre("flood", "law"));
  EXPECT_THAT(article.author, ElementsAre("Ada Holm"));
  EXPECT_THAT(article.body, ElementsAre("It rose."));
}

TEST(Markdown, LosesNoTextThatStandsBetweenTwoRules) {
  const Article article = read_one("post.md", "---\n- The sea rose.\n---\n\nIt fell.\n");
  EXPECT_THAT(article.body, ElementsAre("The sea rose.", "It fell."));
}

TEST(Markdown, TakesTheFieldsOfFrontMatterThatNeverCloses) {
  for (const std::string text :
       {"---\ntitle: Tide\ndate: 2014-02-03\ntags:\n- flood\n- law\n\nIt rose: at night.\n",
        "+++\ntitle = 'Tide'\ndate = 2014-02-03\ntags = ['flood', 'law']\nIt rose: at night.\n"}) {
    SCOPED_TRACE(text);
    const Article article = read_one("post.md", text);
    EXPECT_EQ(article.title, "Tide");
    EXPECT_EQ(article.published, "2014-02-03");
    EXPECT_THAT(article.tags, ElementsAre("flood", "law"));
    EXPECT_THAT(article.body, ElementsAre("It rose: at night."));
  }
  const Article rule = read_one("post.md", "---\nThe sea said: come in.\n\nIt rose.\n");
  EXPECT_THAT(rule.body, ElementsAre("The sea said: come in.", "It rose."));
}

// Whatever the fields are called, the text below front matter is the article.
TEST(Markdown, TakesABodyFromFrontMatterOnlyWhereNoTextIsBelow) {
  for (const char* name : {"text", "story", "paragraphs", "content", "body", "content-html", "html",
                           "fulltext", "leadparagraph"}) {
    SCOPED_TRACE(name);
    const std::string front = std::string("---\ntitle: T\n") + name + ": \"<p>y</p>\"\n---\n";
    EXPECT_THAT(read_one("post.md", front + "\nIt rose.\n\nIt fell.\n").body,
                ElementsAre("It rose.", "It fell."));
    EXPECT_THAT(read_one("post.html", front + "<p>It rose.</p>").body, ElementsAre("It rose."));
    for (const char* below : {"", "\n\n", "<!-- nothing -->\n", "![A pier](pier.png)\n"}) {
      EXPECT_THAT(read_one("post.md", front + below).body, ElementsAre("y")) << below;
    }
  }
  const std::string list = "---\nbody:\n  - It rose.\n  - It fell.\n---\n";
  EXPECT_THAT(read_one("post.md", list + "# High water\n").body,
              ElementsAre("It rose.", "It fell."));
  EXPECT_EQ(read_one("post.md", list + "# High water\n").title, "High water");
  const Article captioned = read_one(
      "post.md",
      "+++\ntitle = 'T'\nbody = '<figure><figcaption>X</figcaption></figure>'\n+++\nIt rose.\n");
  EXPECT_THAT(captioned.captions, IsEmpty());
}

TEST(Markdown, SaysWhichDateIsNone) {
  const std::pair<std::string, std::string> cases[] = {
      {"2020-13-45", ": there is no month 13"},
      {"2020-02-30", ": there is no 30 February in 2020"},
      {"0000-00-00", ""},
      {"0000-00-00 00:00:00", ""},
      {"-1", ""},
      {"yesterday", ""}};
  for (const auto& [date, why] : cases) {
    const ReadText read = read_text_as("post.md", "---\ntitle: T\ndate: " + date + "\n---\nText\n");
    ASSERT_EQ(read.articles.size(), 1U);
    EXPECT_EQ(read.articles[0].published, "");
    EXPECT_THAT(read.rejected,
                ElementsAre(Rejected{"post.md", "", "\"" + date + "\" is not a valid date" + why,
                                     "post.md", true}));
  }
  EXPECT_EQ(read_one("2014-02-03-tide.md", "---\ntitle: T\ndate: soon\n---\nText\n").published,
            "2014-02-03");
  EXPECT_EQ(read_one("post.md", "---\ntitle: T\ndate:\n---\nText\n").title, "T");
}

TEST(Markdown, TakesTheHeadingForTheTitleWhereNoneIsGiven) {
  EXPECT_EQ(read_one("post.md", "# High *water*\n\nIt rose.\n").title, "High water");
  EXPECT_EQ(read_one("post.md", "High water\n==========\n\nIt rose.\n").title, "High water");
  EXPECT_EQ(read_one("post.md", "---\ntitle: Low\n---\n# High\n\nIt rose.\n").title, "Low");
}

TEST(Markdown, LeavesTheTextAlone) {
  const struct {
    std::string markdown, text;
  } cases[] = {
      {"An *old* **pier**, `rusty` and ~~new~~.", "An old pier, rusty and new."},
      {"See [the pier](https://pier.example/a_b \"t\") and <https://pier.example>.",
       "See the pier and https://pier.example."},
      {"See [the pier][1].\n\n[1]: https://pier.example", "See the pier."},
      {"One\ntwo  \nthree", "One two|three"},
      {"* one\n* two\n\n1. three", "one / two / three"},
      {"> Quoted\n> lines", "Quoted lines"},
      {"    let code = 1;\n", "let code = 1;"},
      {"```sh\necho 1\n```\n", "echo 1"},
      {"| a | b |\n|---|---|\n| c | d |\n", "a b / c d"},
      {"---\n\nAfter a rule\n\n***\n\nand another", "After a rule / and another"},
      {"Fish &amp; chips &lt;b&gt; \\*bare\\*", "Fish & chips <b> *bare*"},
      {"A <b>bold</b> <em>move</em>", "A bold move"},
      {"<div class=\"note\">\nInside *HTML*\n</div>", "Inside *HTML*"},
      {"Seen ![a ship at night](ship.jpg) then", "Seen then"},
      {"{% include figure.html src=\"a.png\" %}\n\nText {{ site.name }} here", "Text here"},
      {"Noted[^1] twice[^note].\n\n[^1]: A first note.\n[^note]: A second.",
       "Noted twice. / A first note. / A second."},
      {"No footnote [^here], ``` ok", "No footnote [^here], ``` ok"},
      {"```\na[^1]\n```\nb[^1]\n\n[^1]: c", "a[^1] / b / c"},
      {"x < y and y > z; 2 * 3 * 4; snake_case_name",
       "x < y and y > z; 2 * 3 * 4; snake_case_name"},
  };
  for (const auto& row : cases) {
    SCOPED_TRACE(row.markdown);
    EXPECT_EQ(in_one_line(read_one("post.md", "---\ntitle: T\n---\n" + row.markdown).body),
              row.text);
  }
}

TEST(Markdown, KeepsThePicturesDescriptionsApart) {
  const Article article =
      read_one("post.md",
               "---\ntitle: T\n---\nOne.\n\n![A ship at night](ship.jpg)\n\n<figure><img "
               "src=a.png><figcaption>The *pier*</figcaption></figure>\n\nTwo.\n");
  EXPECT_THAT(article.captions, ElementsAre("The *pier*", "A ship at night"));
  EXPECT_THAT(article.body, ElementsAre("One.", "Two."));
}

TEST(Markdown, KeepsACaptionInsideTemplatesACaption) {
  const Article article =
      read_one("post.md",
               "---\ntitle: T\n---\n<figure>\n  {% picture pier.jpg %}\n\n    <figcaption>The "
               "pier</figcaption>\n</figure>\n\nOne.\n");
  EXPECT_THAT(article.captions, ElementsAre("The pier"));
  EXPECT_THAT(article.body, ElementsAre("One."));
}

TEST(Markdown, IsNoArticleAsADraftHoweverThatIsWritten) {
  for (const char* line :
       {"draft: true", "draft: True", "draft: TRUE", "draft: yes", "draft: Yes", "draft: on",
        "draft: 1", "draft: \"true\"", "draft: ' yes '", "Draft: y", "is_draft: true",
        "published: false", "published: FALSE", "published: no", "published: Off",
        "published: \"false\"", "is_published: 0", "status: draft"}) {
    EXPECT_EQ(read_one("post.md", "---\ntitle: T\n" + std::string(line) + "\n---\nText\n").title,
              "0 articles; : marked as a draft")
        << line;
  }
  EXPECT_EQ(read_one("post.md", "+++\ntitle = 'T'\ndraft = \"yes\"\n+++\nText\n").title,
            "0 articles; : marked as a draft");
}

TEST(Markdown, IsNoArticleInAStateInWhichNobodyMayReadIt) {
  for (const char* line : {"status: private", "status: Pending", "state: trash"}) {
    EXPECT_THAT(read_one("post.md", "---\ntitle: T\n" + std::string(line) + "\n---\nText\n").title,
                testing::StartsWith("0 articles; : marked as not published: "))
        << line;
  }
}

TEST(Markdown, IsAnArticleWhereItSaysThatItIsNoDraft) {
  for (const char* line : {"draft: false", "draft: FALSE", "draft: no", "draft: 0", "draft:",
                           "draft: \"false\"", "published: true", "published: YES", "published: 1",
                           "published: 2019-05-04", "status: publish", "draft: of the treaty"}) {
    EXPECT_EQ(read_one("post.md", "---\ntitle: T\n" + std::string(line) + "\n---\nText\n").title,
              "T")
        << line;
  }
  // A database writes so for a date that it does not know.
  for (const char* line : {"published: 0", "published: \"0\""}) {
    EXPECT_EQ(read_one("post.md", "---\ntitle: T\n" + std::string(line) + "\n---\nText\n").title,
              "1 articles; : \"0\" is not a valid date")
        << line;
  }
}

TEST(Markdown, HasNoFieldFromDeepOrManyAliases) {
  std::string bomb = "---\ntitle: T\na: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    const std::string last(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) bomb += "*" + last + ",";
    bomb += "*" + last + "]\n";
  }
  bomb += "tags: *j\n---\nText\n";
  const Article article = read_one("post.md", bomb);
  EXPECT_EQ(article.title, "T");
  EXPECT_THAT(article.tags, IsEmpty());
  EXPECT_THAT(article.body, ElementsAre("Text"));

  const std::string deep(100'000, '[');
  EXPECT_THAT(read_broken("---\ntitle: T\ntags: " + deep + "\n---\nText\n").body,
              ElementsAre("Text"));
  EXPECT_FALSE(read_one("post.md", "---\ntitle: T\n---\n" + std::string(100'000, '>') + " deep\n")
                   .body.empty());
}

}  // namespace
}  // namespace backfile
