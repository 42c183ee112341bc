// Marks of footnotes are not words, but exponents stay; captions are not part of the story, not
// even those in spans.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/readers/html/text/text.h"
#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

TEST(HtmlNotes, MarksAreNoPartOfTheWordBeforeThem) {
  const struct {
    std::string html, text;
  } cases[] = {
      {"<p>The treaty<sup><a href=\"#fn1\">1</a></sup> of Dunsk", "The treaty of Dunsk"},
      {"<p>harbour<sup class=\"footnote-ref\">2</sup> office", "harbour office"},
      {"<p>in 1766<sup>3</sup> by nine men", "in 1766 by nine men"},
      {"<p>a copy<sup id=\"cite-4\" class=\"reference\"><a href=\"#n4\">[4]</a></sup> was",
       "a copy was"},
      {"<p>a word.<sup>12</sup> Then", "a word. Then"},
      {"<p>sold<sup>*</sup> and bought<sup>†</sup>", "sold and bought"},
      {"<p>drowned<a class=\"footnote-ref\" href=\"#fn:1\" role=\"doc-noteref\">1</a> twice",
       "drowned twice"},
      {"<p>kept<a href=\"#_ftn2\"><sup>[2]</sup></a> here", "kept here"},
      {"<p>Or charter. <a href=\"#r1\" class=\"footnote-backref\">↩</a>", "Or charter."},
      {"<p>one<sup>1</sup> and 40<sup>2</sup> and 10<sup>6</sup>", "one and 40 and 10⁶"},
      {"<p>100<sup>2</sup> square inches", "100² square inches"},
      {"<p>nine km<sup>2</sup>, E = mc<sup>2</sup>", "nine km², E = mc²"},
      {"<p>10<sup>-6</sup> and CO<sub>2</sub>", "10⁻⁶ and CO2"},
      {"<p>the 1<sup>st</sup> and the XIX<sup>e</sup>", "the 1st and the XIXe"},
      {"<p>a full <sup>1</sup>/2 pint", "a full 1/2 pint"},
      {"<p>see <a href=\"#part2\">2</a> below", "see 2 below"},
  };
  for (const auto& row : cases)
    EXPECT_EQ(in_one_line(html_text(row.html).paragraphs), row.text) << row.html;
}

TEST(HtmlCaptions, StandInSpansAsWell) {
  const std::string captions[] = {
      "<p><img src=\"a.jpg\"><span class=\"caption\">Ota lifts the basket</span></p>",
      "<div class=\"image\"><img src=\"a.jpg\"><span class=\"photo-caption\">Ota lifts the "
      "basket</span></div>",
      "<span><img src=\"a.jpg\"></span><span class=\"imageCaption\">Ota lifts the basket</span>",
      "<div class=\"wp-caption\"><img src=\"a.jpg\"><p class=\"wp-caption-text\">Ota lifts the "
      "basket</p></div>",
  };
  for (const std::string& caption : captions) {
    const PageText text = html_text("<p>The eels are back.</p>" + caption + "<p>Nobody knows.</p>");
    EXPECT_EQ(in_one_line(text.paragraphs), "The eels are back. / Nobody knows.") << caption;
    EXPECT_EQ(in_one_line(text.captions), "Ota lifts the basket") << caption;
  }
  // No picture, and a sentence around it: a word of the story.
  EXPECT_EQ(
      in_one_line(html_text("<p>A <span class=\"caption\">caption</span> is text.</p>").paragraphs),
      "A caption is text.");
}

}  // namespace
}  // namespace backfile
