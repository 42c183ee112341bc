// Text fragments of snippets written with [marks], and what a browser makes of them.
#include "query/snippet/fragment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// "[...]" are marks.
Snippet snippet_of(std::string text) {
  Snippet snippet;
  for (std::size_t begin; (begin = text.find('[')) != std::string::npos;) {
    text.erase(begin, 1);
    const std::size_t end = text.find(']');
    text.erase(end, 1);
    snippet.marks.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  snippet.text = text;
  return snippet;
}

std::string readable(const std::string& value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '%') {
      text += value[i];
    } else {
      text += static_cast<char>(std::stoi(value.substr(i + 1, 2), nullptr, 16));
      i += 2;
    }
  }
  return text;
}

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

struct Directive {
  std::string prefix, start, end, suffix;
};

Directive directive_of(const std::string& value) {
  Directive directive;
  std::string* next = &directive.start;
  for (std::size_t begin = 0; begin < value.size();) {
    const std::size_t comma = std::min(value.find(',', begin), value.size());
    const std::string part = value.substr(begin, comma - begin);
    if (part.ends_with('-')) {
      directive.prefix = readable(part.substr(0, part.size() - 1));
    } else if (part.starts_with('-')) {
      directive.suffix = readable(part.substr(1));
    } else {
      *next = readable(part);
      next = &directive.end;
    }
    begin = comma + 1;
  }
  return directive;
}

// What a browser marks, by "find a range from a text directive" of the specification, but for the
// edges of words; empty where it finds nothing.
std::string found(std::string_view text, const std::string& value) {
  const Directive named = directive_of(value);
  const auto stands_at = [&](std::string_view part, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return text.substr(at).starts_with(part) ? at : std::string_view::npos;
  };
  for (std::size_t from = 0; (from = text.find(named.prefix, from)) != text.npos; ++from) {
    const std::size_t begin = stands_at(named.start, from + named.prefix.size());
    if (begin == text.npos) continue;
    std::size_t end = begin + named.start.size();
    do {
      if (!named.end.empty()) {
        end = text.find(named.end, end);
        if (end == text.npos) return {};
        end += named.end.size();
      }
      if (named.suffix.empty() || stands_at(named.suffix, end) != text.npos)
        return std::string(text.substr(begin, end - begin));
    } while (!named.end.empty());
  }
  return {};
}

TEST(TextFragment, NamesTheMarksWithAFewWordsAround) {
  struct Case {
    const char *text, *expected;
  } cases[] = {
      {"… went to the [flood tide] of 1953 and back …", "went to the-,flood tide,-of 1953 and"},
      {"[Storm] at sea", "Storm,-at sea"},
      {"The [storm]", "The-,storm"},
      {"A [fire] near the [harbour] at two in the morning", "A-,fire near the harbour,-at two in"},
      {"A [fire] that broke out in the warehouses at the far end of the old [harbour], he said",
       "A-,fire,harbour,-, he said"},
      {"He saw (the [storm]). It passed.", "He saw (the-,storm,-). It passed."},
      {"They don’t like [rain] here", "They don’t like-,rain,-here"},
      {"居民等了十年。新的[高铁车站]将于明年开放，每天有车。",
       "居民等了十年。-,新的高铁车站将于明年开放,-，每天有车"},
      {"No mark in this text of several words", "No mark in this text of,-several words"},
      {"", ""},
      {"…", ""},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(readable(text_fragment(snippet_of(c.text))), c.expected);
  }
}

TEST(TextFragment, EncodesWhatTheDirectiveUsesItself) {
  EXPECT_EQ(text_fragment(snippet_of("x-y, [a-b & c,d] e")), "x%2Dy%2C-,a%2Db%20%26%20c%2Cd,-e");
  EXPECT_EQ(text_fragment(snippet_of("[é#]")), "%C3%A9%23");
  EXPECT_EQ(passage_fragment(snippet_of("[é#]")), ":~:text=%C3%A9%23");
  EXPECT_EQ(passage_fragment(snippet_of("é")), "");
}

TEST(TextFragment, NamesALongMarkByItsEnds) {
  EXPECT_EQ(readable(text_fragment(snippet_of(
                "[One two three four five six seven eight nine ten eleven twelve thirteen]"))),
            "One two three,eleven twelve thirteen");
}

TEST(TextFragment, NamesAMarkWhoseEndsWouldMeetAsOne) {
  const char* texts[] = {
      // The ends would share a word.
      "the [Telecommunications Administration of Intergovernmental Representatives] met",
      "[Administration Telecommunications Intergovernmental Representatives]",
      // Nothing would be between them.
      "the [Telecommunications Administration Intergovernmental Representatives] of 1953",
      "a [Telecommunications Administration of all] [Intergovernmental Representatives of it] met",
      // Both marks are widened over the run in the middle.
      ("[甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸，甲乙丙丁戊己庚辛]壬"
       "[癸甲乙丙丁戊己庚辛壬癸，甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸]"),
  };
  for (const std::string text : texts) {
    SCOPED_TRACE(text);
    const Snippet snippet = snippet_of(text);
    const std::string value = text_fragment(snippet);
    EXPECT_EQ(directive_of(value).end, "");
    const Range all{snippet.marks.front().begin, snippet.marks.back().end};
    EXPECT_EQ(found(snippet.text, value), slice(snippet.text, all));
  }
}

TEST(TextFragment, NamesTheFirstMarkAloneWhereTheLastIsFarAway) {
  const std::string gap = repeated("and so it went on ", 3000);
  struct Case {
    std::string text, expected;
  } cases[] = {
      {"The [storm] came " + gap + "the [storm] went.", "The-,storm,-came and so"},
      {"The [storm] a [gale] " + gap + "[storm] went.", "The-,storm,-a gale and"},
      {"The [storm] came " + repeated("and on ", 270) + "the [storm] went.",
       "The-,storm,storm,-went."},
      {"The [storm] came " + repeated("and on ", 290) + "the [storm] went.",
       "The-,storm,-came and on"},
      {"新的[车站]。" + repeated("是", 3 * 300) + "。[车站]", "新的车站"},
      // A last mark that cannot be quoted is no end.
      {"The [storm] came " + repeated("x", 100) + "[storm]" + repeated("x", 100),
       "The-,storm,-came"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    const Snippet snippet = snippet_of(c.text);
    EXPECT_EQ(readable(text_fragment(snippet)), c.expected);
  }
}

TEST(TextFragment, IsNeverEmptyInARunWithoutEnd) {
  std::string run;
  for (int i = 0; i < 60; ++i) run += "鱼鹰";
  EXPECT_EQ(readable(text_fragment(snippet_of(run + "[白鹭]" + run))), "白鹭");
  EXPECT_EQ(readable(text_fragment(snippet_of("[" + run + "]"))), run.substr(0, 60 * 3));
}

TEST(TextFragment, EndsWithAWholeWordInARunWithoutEnd) {
  EXPECT_EQ(readable(text_fragment(snippet_of("[" + repeated("harbour-", 400) + "]"))),
            "harbour-harbour-harbour-harbour-harbour-harbour-harbour-");
  EXPECT_EQ(readable(text_fragment(snippet_of(repeated("harbour/", 400)))),
            "harbour/harbour/harbour/harbour/harbour/harbour/harbour/");
}

// Of a run that reaches beyond the text looked at, the part seen is not taken for a word.
TEST(TextFragment, HasContextOfWholeRunsAlone) {
  for (const std::size_t inside : {0U, 1U, 30U, 54U, 55U}) {
    for (std::size_t length = 1; length < 300; ++length) {
      SCOPED_TRACE(std::to_string(inside) + " " + std::to_string(length));
      const std::string rest(inside, 'y'), beside(length, 'x');
      const bool is_near = length + 1 <= 40;
      EXPECT_EQ(text_fragment(snippet_of(beside + " " + rest + "[storm]")),
                (is_near ? beside + "-," : "") + rest + "storm");
      EXPECT_EQ(text_fragment(snippet_of("[storm]" + rest + " " + beside)),
                "storm" + rest + (is_near ? ",-" + beside : ""));
    }
  }
}

// Ways to mark megabytes of one unit: whole, each other unit, its two ends.
std::vector<std::vector<Range>> ways_to_mark(std::size_t unit, std::size_t size) {
  const auto end = static_cast<std::uint32_t>(size), step = static_cast<std::uint32_t>(unit);
  std::vector<Range> others;
  for (std::uint32_t i = step; i + step < end; i += 2 * step) others.push_back({i, i + step});
  return {{},
          {{0, end}},
          {{step, end - step}},
          others,
          {{0, step}, {2 * step, end}},
          {{0, step}, {end - step, end}},
          {{0, end - 2 * step}, {end - step, end}}};
}

// Made so that anything but a look around the first mark takes minutes.
TEST(TextFragment, LooksAtMegabytesNoLongerThanAtAPassage) {
  for (const std::string unit :
       {"高铁车站", "高铁，", "storm", "storm ", "storm-storm-", "storm. ", "a", "a ", "\u0301",
        "e\u0301 ", "👨‍👩‍👧", "%&,", "\n"}) {
    Snippet snippet;
    snippet.text = repeated(unit, std::size_t{5} << 20);
    for (const std::vector<Range>& marks : ways_to_mark(unit.size(), snippet.text.size())) {
      SCOPED_TRACE(unit + " in " + std::to_string(marks.size()) + " marks");
      snippet.marks = marks;
      std::string value;
      for (int again = 0; again < 100; ++again) value = text_fragment(snippet);
      EXPECT_LE(value.size(), 4096U);
      EXPECT_NE(found(snippet.text, value), "");
      EXPECT_LE(code_point_length(found(snippet.text, value)), 400U);
    }
  }
}

}  // namespace
}  // namespace backfile
