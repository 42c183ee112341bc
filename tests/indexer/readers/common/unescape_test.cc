// Which character references are decoded, and which are text of their own.
#include "indexer/readers/common/unescape.h"

#include <gtest/gtest.h>

#include "indexer/readers/common/finish.h"
#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

TEST(UnescapeLine, ReplacesWhatPlainlyStandsForACharacter) {
  const struct {
    std::string_view line, unescaped;
  } cases[] = {
      {"Don&#8217;t go", "Don’t go"},
      {"Don&#x2019;t go", "Don’t go"},
      {"the goose&#146;s owner", "the goose’s owner"},
      {"the caf&eacute; of Penmoor", "the café of Penmoor"},
      {"&ldquo;So it goes,&rdquo; she said", "“So it goes,” she said"},
      {"&quot;So it goes&quot;, she said", "\"So it goes\", she said"},
      {"Tom &amp; Jerry", "Tom & Jerry"},
      {"R&amp;D at Wren &amp; Sons", "R&D at Wren & Sons"},
      {"the appeal &ndash; and its freedom", "the appeal – and its freedom"},
      {"don&amp;rsquo;t", "don’t"},
      {"12&nbsp;500 crowns", "12\u00A0500 crowns"},
      {"мост&nbsp;стоит", "мост\u00A0стоит"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.line);
    EXPECT_EQ(unescape_line(c.line), c.unescaped);
    EXPECT_EQ(unescape_line(unescape_line(c.line)), c.unescaped);
  }
}

TEST(UnescapeLine, LeavesAloneWhatMayBeMeantAsItStands) {
  for (const std::string_view line : {
           "Write &eacute; instead",
           "\"&amp;\" means \"and\"",
           "HTML has &amp;nbsp; for it",
           "every entity, don&#8217;t and all",
           "AT&T won&#8217;t say",
           "&lt;b&gt;bold&lt;/b&gt;",
           "fish & chips; and more",
           "a&b;c",
           "&#0; &#xD800; &#99999999; &; &#; &#x;",
           "&nosuchname;s",
           "&amp;amp;amp;amp;amp;amp;x",
           "no reference at all",
           "",
       }) {
    SCOPED_TRACE(line);
    EXPECT_EQ(unescape_line(line), line);
  }
}

TEST(UnescapeMarkup, TakesMarkupOfWhichEveryBracketWasEscaped) {
  EXPECT_EQ(unescape_markup("&lt;p&gt;One &amp;amp; two&lt;/p&gt;"), "<p>One &amp; two</p>");
  EXPECT_EQ(unescape_markup(" &amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;"), " <p>One</p>");
  EXPECT_EQ(unescape_markup("<p>&lt;b&gt; means bold, &lt;/b&gt; ends it</p>"), "");
  EXPECT_EQ(unescape_markup("The tag &lt;b&gt; ends with &lt;/b&gt;"), "");
  EXPECT_EQ(unescape_markup("One < two"), "");
  EXPECT_EQ(unescape_markup(""), "");
}

// Spaces beside a reference, or behind one that becomes a space, decide nothing.
TEST(UnescapedArticle, TidiesSpacesBeforeItLooksAtReferences) {
  for (const std::string_view written :
       {"Tom &amp; Jerry", "Tom\n &amp; Jerry", "Tom  &amp;\t Jerry", "Tom&#32; &amp; Jerry"}) {
    SCOPED_TRACE(written);
    Article article;
    article.title = written;
    article.body = {std::string(written) + " sail"};
    EXPECT_FALSE(finish_article(article));
    EXPECT_EQ(article.title, "Tom & Jerry");
    const Article once = article;
    EXPECT_FALSE(finish_article(article));
    EXPECT_EQ(article, once);
  }
}

TEST(UnescapedArticle, ReadsWhatAnExportEscapedTwice) {
  const Article article = read_one("dump.json",
                                   R"({"id": "1", "title": "Wren &amp; Sons won&#8217;t sell",
          "body": "&lt;p&gt;The bakery stays.&lt;/p&gt;&lt;p&gt;It won&amp;#8217;t move.&lt;/p&gt;"})");
  EXPECT_EQ(article.title, "Wren & Sons won’t sell");
  EXPECT_EQ(in_one_line(article.body), "The bakery stays. / It won’t move.");
}

}  // namespace
}  // namespace backfile
