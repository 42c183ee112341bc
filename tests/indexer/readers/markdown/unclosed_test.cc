// Comments, scripts and style sheets that are never closed, and those that are.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

TEST(Markdown, LosesNoTextBelowWhatIsNeverClosed) {
  const std::pair<const char*, const char*> cases[] = {
      {"One.\n\n<!-- start\n\nTwo.\n\nThree.\n", "One. / start / Two. / Three."},
      {"One.\n\n<script>\n\nTwo.\n", "One. / Two."},
      {"One.\n\n<STYLE type=\"a\">\n\nTwo.\n", "One. / Two."},
      {"<!-- a -->\n\nOne.\n\n<!-- b\n\nTwo.\n", "One. / b / Two."},
      {"One.\n\n<!-- a\n\nb -->\n\nTwo.\n", "One. / Two."},
      {"One.\n\n<script>\n\nx()\n</script>\n\nTwo.\n", "One. / Two."},
      {"```\n<!-- a\n```\n\nOne.\n", "<!-- a / One."},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(in_one_line(read_one("post.md", std::string("---\ntitle: T\n---\n") + text).body),
              expected)
        << text;
  }
}

}  // namespace
}  // namespace backfile
