// Calls of generators and content systems, and brackets and braces that are something else.
#include "indexer/readers/common/template_calls.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article post(const std::string& text) {
  return read_one("post.md", "---\ntitle: T\n---\n" + text);
}

TEST(TemplateCalls, LeaveNoWordOfTheirsInThePost) {
  const struct {
    std::string post, body, captions;
  } cases[] = {
      {"One.\n\n{{< figure src=\"/a.jpg\" alt=\"A boat\" caption=\"Ota's boat\" >}}\n\nTwo.\n",
       "One. / Two.", "Ota's boat"},
      {"{% include figure.html src='a.jpg' caption='The pier' %}\n\nOne.\n", "One.", "The pier"},
      {"{{< image src=\"a.jpg\" title=\"The quay\" >}}\n\nOne.\n", "One.", "The quay"},
      {"{{< button title=\"Press\" >}}\n\nOne.\n", "One.", ""},
      {"{{% notice tip %}}\nOne.\n{{% /notice %}}\n", "One.", ""},
      {"import Chart from '../Chart.astro'\nimport {\n  A,\n  B,\n} from \"x\"\n\nOne.\n", "One.",
       ""},
      {"export const meta = {\n  title: 'x',\n}\n\nOne.\n", "One.", ""},
      {"<Chart data={[1, 2].map((x) => x > 1)} client:load />\n\nOne.\n", "One.", ""},
      {"<Aside type=\"tip\">\n\nOne.\n\n</Aside>\n", "One.", ""},
      {"<Figure src={pier} caption=\"The pier\" />\n\nOne.\n", "One.", "The pier"},
      {"{/* a remark */}\n\nOne by {page.author}.\n", "One by .", ""},
      {":::tip[Mind the step]\nOne.\n:::\n", "Mind the step One.", ""},
      {"> [!NOTE]\n> One.\n", "One.", ""},
      {"## Prices {#prices}\n\nOne.\n", "Prices / One.", ""},
      {"[TOC]\n\nOne.\n", "One.", ""},
      {"* TOC\n{:toc}\n\nOne.\n", "One.", ""},
      {"{% figure caption:\"A goose\" class:\"wide\" %}\n\nOne.\n", "One.", "A goose"},
      {"!!! warning \"Cold\"\n    Bring a coat.\n\nOne.\n", "Cold / Bring a coat. / One.", ""},
      {"[vc_row][vc_column width=\"1/2\"]One.[/vc_column][/vc_row]\n", "One.", ""},
      {"[gallery ids=\"1,2\"]\n\nOne.\n", "One.", ""},
      {"[caption id=\"x\" width=\"300\"]<img src=\"a.jpg\"> The pier[/caption]\n\nOne.\n", "One.",
       "The pier"},
      {"[embed]https://films.example/1[/embed]\n\nOne.\n", "One.", ""},
      {"[pullquote align=\"left\"]One.[/pullquote]\n", "One.", ""},
      {"One.\n\n![Plan][p]\n\n[p]: data:image/png;base64," + std::string(60, 'a') + "\n" +
           std::string(60, 'B') + "\n" + std::string(50, 'c') + "==\n\nTwo.\n",
       "One. / Two.", "Plan"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.post);
    const Article article = post(c.post);
    EXPECT_EQ(in_one_line(article.body), c.body);
    EXPECT_EQ(in_one_line(article.captions), c.captions);
  }
}

TEST(TemplateCalls, AreNotSeenInTextAndCode) {
  const struct {
    std::string post, body;
  } cases[] = {
      {"They [sic] left [the] ferry [1].\n", "They [sic] left [the] ferry [1]."},
      {"The set {a, b} is small.\n", "The set {a, b} is small."},
      {"Write `<Chart data={x} />` or `[gallery]` here.\n",
       "Write <Chart data={x} /> or [gallery] here."},
      {"```\nimport x from 'y'\n[gallery]\n:::tip\n```\n", "import x from 'y'|[gallery]|:::tip"},
      {"import duties rose from a tenth.\n", "import duties rose from a tenth."},
      {"export trade fell.\n", "export trade fell."},
      {"Place: <Video Link / Back Room>, at noon.\n", "Place: <Video Link / Back Room>, at noon."},
      {"5 <6 and 7 >5.\n", "5 <6 and 7 >5."},
      {"The [gallery](https://a.example) is open.\n", "The gallery is open."},
      {"Half [/half] done.\n", "Half [/half] done."},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.post);
    EXPECT_EQ(in_one_line(post(c.post).body), c.body);
  }
}

TEST(TemplateCalls, AreTakenOutOfBodiesInExports) {
  const Article article = read_one(
      "dump.json",
      R"({"id": "1", "title": "T", "body": "<p>One.</p>[gallery ids=\"4\"]<p>Two [sic].</p>"})");
  EXPECT_THAT(article.body, ElementsAre("One.", "Two [sic]."));
  EXPECT_THAT(article.captions, IsEmpty());
}

TEST(TemplateCalls, AreTakenOutOfPages) {
  const Article article = read_one("page.html", R"(<html><body><article><h1>Ropes</h1>
<p>[caption id="a" width="3"]<img src="r.jpg"> A mile of rope[/caption] The ropewalk opens on
Sundays again, as it did before the war. It is a mile long, and visitors walk it backwards.</p>
<p>[gallery ids="1,2"]</p>
<p>“It [the rope] never ends,” said a boy. Write <code>[gallery ids="3"]</code> for pictures.</p>
</article></body></html>)");
  EXPECT_THAT(article.captions, ElementsAre("A mile of rope"));
  EXPECT_EQ(in_one_line(article.body),
            "The ropewalk opens on Sundays again, as it did before the war. It is a mile long, and "
            "visitors walk it backwards. / “It [the rope] never ends,” said a boy. Write [gallery "
            "ids=\"3\"] for pictures.");
}

TEST(TemplateCalls, TakeNoLongerForHeapsOfThem) {
  for (const std::string piece :
       {"{{< a ", "<Ab {", "[caption x=\"1\"]", "`", "{/*", "[a b=\"", "``a`"}) {
    std::string heap;
    while (heap.size() < 200'000) heap += piece;
    EXPECT_FALSE(without_shortcodes(without_components(without_template_tags(heap))).size() >
                 1'000'000);
  }
}

}  // namespace
}  // namespace backfile
