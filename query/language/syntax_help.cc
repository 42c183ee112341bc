// The table, and the two dresses that are plain text; the page's is in page_frame.cc.
#include "query/language/syntax_help.h"

#include <algorithm>
#include <array>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// The simplest first; two examples that have spaces are parted by two.
constexpr std::array rows = {
    SyntaxRow{"harbour bridge", "articles with both words, in any form: *bridges*, *harbours*"},
    SyntaxRow{"\"spring tide\"", "these words, side by side, as they are spelled"},
    SyntaxRow{"out-of-date  e-mail  A/S",
              "all parts of a compound, side by side, or written as one word"},
    SyntaxRow{"flood -parrot", "the first word without the second; `NOT parrot` does the same"},
    SyntaxRow{"ferry OR barge", "either word; `ferry | barge` does the same"},
    SyntaxRow{"(ferry OR barge) chain",
              "brackets group: without them, OR would part *ferry* from *barge chain*"},
    SyntaxRow{"title:dam", "the word in the headline; also `subtitle:` and `caption:`"},
    SyntaxRow{"author:tew  author:\"Jane Doe\"",
              "articles by this writer; any of the writer's names will do"},
    SyntaxRow{"section:opinion  tag:flood  lang:de  source:\"lowmark wire\"",
              "articles from this section, with this tag, in this language, from this source. The "
              "name must be complete: `source:wire` does not find *Lowmark Wire*. Case and accents "
              "do not matter"},
    SyntaxRow{"date:2014  date:2014-01..2015  date:2014..",
              "articles from this day, month or year, or from a range, both ends included; also "
              "`2014-03-05`, `3/2014` and `..2014`"},
    SyntaxRow{"date:\"March 2014\"..\"May 2015\"",
              "dates as articles write them, in quotation marks if they have spaces"},
    SyntaxRow{"before:2012  after:2020-06  date:<2012  date:>=2012",
              "before, after or from then on; `before:` and `after:` leave out the period named"},
    SyntaxRow{
        "=café  =AIDS",
        "exactly this form of the word, with its accents; in capitals only, if it is typed in "
        "capitals"},
    SyntaxRow{"WHO  U.S.  a.m.",
              "a common word typed in capitals or with dots: only where it is written that way, or "
              "in a headline set in capitals; a note says so"},
    SyntaxRow{"flood^2 dam", "the first word counts double in the order of the results"},
    SyntaxRow{"hanne sorvik",
              "what mentions her; a line above the results leads to what she wrote"},
};

// A bar would end the cell of a table, even inside backquotes.
std::string with_escaped_bars(std::string_view cell) {
  std::string escaped;
  for (const char c : cell) escaped += c == '|' ? "\\|" : std::string(1, c);
  return escaped;
}

// `phrase` without its marks, in lines of so many columns at the most.
std::string folded(std::string_view phrase, std::size_t columns, const std::string& margin) {
  std::string plain, text;
  for_each_run(phrase, [&](SyntaxRun, std::string_view run) { plain += run; });
  std::size_t used = 0;
  for (std::size_t begin = 0; begin < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', begin), plain.size());
    const std::string word = plain.substr(begin, end - begin);
    const std::size_t width = display_width(word);
    const bool fits = used == 0 || used + 1 + width <= columns;
    if (!fits) text += '\n' + margin;
    if (fits && used > 0) text += ' ';
    used = fits && used > 0 ? used + 1 + width : width;
    text += word;
    begin = end + 1;
  }
  return text;
}

}  // namespace

std::span<const SyntaxRow> syntax_rows() {
  return rows;
}

std::string syntax_as_text() {
  constexpr std::size_t left = 26, columns = 79;
  const std::string margin(left, ' ');
  std::string text;
  for (const SyntaxRow& row : rows) {
    std::string examples;
    for_each_example(row, [&](std::string_view example) {
      examples += (examples.empty() ? "  " : ", ");
      examples += example;
    });
    const std::size_t width = display_width(examples);
    text += examples + (width + 2 > left ? '\n' + margin : std::string(left - width, ' '));
    text += folded(row.finds, columns - left, margin) + '\n';
  }
  return text;
}

std::string syntax_as_markdown() {
  std::string text;
  for (const SyntaxRow& row : rows) {
    std::string examples;
    for_each_example(row, [&](std::string_view example) {
      examples += (examples.empty() ? "`" : ", `");
      examples.append(example).append("`");
    });
    text += "| " + with_escaped_bars(examples) + " | " + with_escaped_bars(row.finds) + " |\n";
  }
  return text;
}

}  // namespace backfile
