// Snippets of random articles for random questions, each held to what snippets promise.
//
// An execution is one question to one article. BACKFILE_SOAK=N runs N of them instead of the few
// thousand of an ordinary test; BACKFILE_SEED=N begins with another one. A failure prints its seed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "indexer/text/unicode.h"
#include "query/render.h"
#include "query/snippet.h"
#include "snippet_oracle.h"
#include "snippet_world.h"

namespace backfile {
namespace {

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

std::string_view bytes(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

// Private characters, which no rule touches, around each mark.
std::string with_brackets(std::string_view text, std::span<const Range> marks) {
  std::string out;
  std::uint32_t at = 0;
  for (const Range mark : marks) {
    out += std::string(bytes(text, {at, mark.begin})) + "\uE000";
    out += std::string(bytes(text, mark)) + "\uE001";
    at = mark.end;
  }
  return out + std::string(text.substr(at));
}

// What a reader sees of it: controls are spaces, spaces are single, nothing turns the text around.
std::string as_shown(std::string text) {
  for (char& c : text) {
    if (c >= 0 && c < ' ') c = ' ';
  }
  text = tidy_line(text);
  for (std::size_t at; (at = text.find("\uE001\uE000")) != std::string::npos;) text.erase(at, 6);
  return text;
}

std::string_view source_of(const Article& article, const Snippet& snippet) {
  if (snippet.field == "title") return article.title;
  if (snippet.field == "subtitle") return article.subtitle;
  if (snippet.field == "caption") return article.captions.at(snippet.paragraph);
  return article.body.at(snippet.paragraph);
}

class Promises {
 public:
  Promises(const Article& article, std::span<const Leaf> leaves, Analyzer& analyzer)
      : article_(article), leaves_(leaves), analyzer_(analyzer) {}

  void check(const Snippet& snippet) {
    SCOPED_TRACE("shown: " + snippet.text);
    source_ = source_of(article_, snippet);
    tokens_ = analyzer_.analyze(source_, article_.language);
    ASSERT_LE(snippet.source.end, source_.size());
    marks_are_all_that_matches(snippet);
    marks_satisfy_when_taken_out(snippet);
    cuts_are_clean(snippet);
    offsets_agree(snippet);
    html_is_the_text(snippet);
  }

 private:
  std::vector<Occurrence> occurrences(Range shown, std::string_view field) const {
    return every_occurrence(source_, tokens_, shown, field, article_.language, leaves_);
  }

  void marks_are_all_that_matches(const Snippet& snippet) {
    std::vector<Range> expected = marks_for(occurrences(snippet.source, snippet.field));
    for (Range& mark : expected) {
      mark.begin -= snippet.source.begin;
      mark.end -= snippet.source.begin;
    }
    std::string_view shown = snippet.text;
    std::string found = with_brackets(shown, snippet.marks);
    const std::string wanted = as_shown(with_brackets(bytes(source_, snippet.source), expected));
    // An ellipsis stands only where something was left out.
    for (const std::string_view ellipsis : {"… ", "…"}) {
      if (snippet.source.begin > 0 && found.starts_with(ellipsis) &&
          !wanted.starts_with(ellipsis)) {
        found.erase(0, ellipsis.size());
      }
    }
    for (const std::string_view ellipsis : {" …", "…"}) {
      if (found.size() > wanted.size() && found.ends_with(ellipsis)) {
        EXPECT_LT(snippet.source.end, source_.size());
        found.erase(found.size() - ellipsis.size());
      }
    }
    EXPECT_EQ(found, wanted);
    EXPECT_TRUE(is_valid_utf8(snippet.text));
  }

  // Each mark, analyzed alone. Whether capitals mean anything depends on the whole sentence, so
  // that is not asked here; and where characters that turn the text around stood beside a word, it
  // may be another without them.
  void marks_satisfy_when_taken_out(const Snippet& snippet) {
    for (const std::string_view control : {"\u200F", "\u202B", "\u202E", "\u2067"}) {
      if (source_.find(control) != std::string_view::npos) return;
    }
    for (const Range mark : snippet.marks) {
      const std::string alone(bytes(snippet.text, mark));
      const auto tokens = analyzer_.analyze(alone, article_.language);
      const Range all{0, static_cast<std::uint32_t>(alone.size())};
      const auto holds = [&](const Leaf& leaf) {
        return !every_occurrence(alone, tokens, all, snippet.field, article_.language, {&leaf, 1})
                    .empty();
      };
      bool satisfied = false;
      for (Leaf leaf : leaves_) {
        for (WordPattern& word : leaf.words) word.capitals_only = false;
        satisfied |= holds(leaf);
        if (leaf.ordered && leaf.slack == 0) continue;
        // Words of a proximity unit are marked apart from each other.
        for (const WordPattern& word : leaf.words) {
          Leaf one = leaf;
          one.words = {word};
          satisfied |= holds(one);
        }
      }
      EXPECT_TRUE(satisfied) << "mark: " << bytes(snippet.text, mark);
    }
  }

  void cuts_are_clean(const Snippet& snippet) {
    const Range shown = snippet.source;
    EXPECT_EQ(grapheme_floor(source_, shown.begin), shown.begin);
    EXPECT_EQ(grapheme_floor(source_, shown.end), shown.end);
    for (const std::uint32_t cut : {shown.begin, shown.end}) {
      for (const Token& token : tokens_) {
        const bool inside = token.range.begin < cut && cut < token.range.end;
        if (token.kind != TokenKind::bigram && !inside_a_giant(token)) {
          EXPECT_FALSE(inside) << "cut inside " << bytes(source_, token.range);
        }
      }
    }
    no_match_is_cut(snippet);
  }

  bool inside_a_giant(const Token& token) const {
    return display_width(bytes(source_, token.range)) > width / 4;
  }

  // Unless matches overlap in a chain that is too long, or one is too wide.
  void no_match_is_cut(const Snippet& snippet) {
    const Range whole{0, static_cast<std::uint32_t>(source_.size())};
    const auto all = occurrences(whole, snippet.field);
    for (const Occurrence& match : all) {
      const Range extent = match.extent();
      const auto cuts = [&](std::uint32_t offset) {
        return extent.begin < offset && offset < extent.end;
      };
      if (!cuts(snippet.source.begin) && !cuts(snippet.source.end)) continue;
      const bool too_wide = display_width(bytes(source_, extent)) > width / 8;
      const bool overlaps = std::ranges::any_of(all, [&](const Occurrence& other) {
        const Range e = other.extent();
        return e != extent && e.begin < extent.end && extent.begin < e.end;
      });
      EXPECT_TRUE(too_wide || overlaps) << "cut: " << bytes(source_, extent);
    }
  }

  void offsets_agree(const Snippet& snippet) {
    std::u32string characters;
    std::vector<std::size_t> at_byte(snippet.text.size() + 1), unit_at_byte(at_byte);
    std::size_t units = 0;
    for (std::size_t i = 0; i <= snippet.text.size(); ++i) {
      at_byte[i] = characters.size();
      unit_at_byte[i] = units;
      if (i == snippet.text.size()) break;
      const auto byte = static_cast<unsigned char>(snippet.text[i]);
      if ((byte & 0xC0) == 0x80) continue;
      characters += byte;
      units += byte >= 0xF0 ? 2 : 1;
    }
    std::uint32_t before = 0;
    for (const Range mark : snippet.marks) {
      EXPECT_LT(mark.begin, mark.end);
      EXPECT_TRUE(mark.begin > before || before == 0) << "marks touch";
      before = mark.end;
      for (const std::uint32_t edge : {mark.begin, mark.end}) {
        ASSERT_LE(edge, snippet.text.size());
        EXPECT_EQ(code_point_floor(snippet.text, edge), edge);
        const std::string_view prefix = std::string_view(snippet.text).substr(0, edge);
        EXPECT_EQ(code_point_length(prefix), at_byte[edge]);
        EXPECT_EQ(utf16_length(prefix), unit_at_byte[edge]);
      }
    }
  }

  void html_is_the_text(const Snippet& snippet) {
    const std::string html = to_html(snippet);
    std::string text;
    std::vector<Range> marks;
    bool open = false;
    for (std::size_t i = 0; i < html.size();) {
      const std::string_view rest = std::string_view(html).substr(i);
      if (rest.starts_with(open ? "</mark>" : "<mark>")) {
        if (open) {
          marks.back().end = static_cast<std::uint32_t>(text.size());
        } else {
          marks.push_back({static_cast<std::uint32_t>(text.size()), 0});
        }
        i += open ? 7 : 6;
        open = !open;
      } else if (rest.front() == '&') {
        const std::string entity(rest.substr(0, rest.find(';') + 1));
        const auto known = std::ranges::find(entities, entity, &Entity::name);
        ASSERT_NE(known, std::end(entities)) << entity;
        text += known->character;
        i += entity.size();
      } else {
        ASSERT_EQ(std::string_view("<>\"'").find(rest.front()), std::string_view::npos) << html;
        text += rest.front();
        ++i;
      }
    }
    EXPECT_FALSE(open);
    EXPECT_EQ(text, snippet.text);
    EXPECT_EQ(marks, snippet.marks);
  }

  struct Entity {
    std::string_view name;
    char character;
  };
  static constexpr Entity entities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};

 public:
  std::size_t width = 280;

 private:
  const Article& article_;
  std::span<const Leaf> leaves_;
  Analyzer& analyzer_;
  std::string_view source_;
  std::vector<Token> tokens_;
};

void passages_keep_their_order(const std::vector<Snippet>& snippets) {
  for (std::size_t i = 1; i < snippets.size(); ++i) {
    const Snippet &a = snippets[i - 1], &b = snippets[i];
    EXPECT_EQ(a.field, b.field);
    EXPECT_TRUE(a.paragraph < b.paragraph ||
                (a.paragraph == b.paragraph && a.source.end <= b.source.begin));
  }
}

// No more than was asked for, but for a match that may not be cut.
void passages_fit(const std::vector<Snippet>& snippets, std::span<const Leaf> leaves,
                  const SnippetOptions& options) {
  EXPECT_LE(snippets.size(), options.passages);
  std::size_t columns = 0, widest = 0;
  for (const Snippet& snippet : snippets) {
    columns += display_width(snippet.text);
    for (const Range mark : snippet.marks) {
      widest = std::max(widest, display_width(bytes(snippet.text, mark)));
    }
  }
  for (const Leaf& leaf : leaves) {
    if (leaf.slack > 0 && widest > 0) widest = options.width;
  }
  EXPECT_LE(columns, options.width + 4 * widest);
}

std::string described(const std::vector<Leaf>& leaves) {
  std::string text;
  for (const Leaf& leaf : leaves) {
    text += leaf.field + "(";
    for (const WordPattern& word : leaf.words) {
      text += word.term + (word.capitals_only ? " in capitals" : "") +
              (word.accented.empty() ? "" : " as " + word.accented) + (word.family ? " stem" : "") +
              "; ";
    }
    text += (leaf.ordered ? "ordered " : "any order ") + std::to_string(leaf.slack) + ") ";
  }
  return text;
}

void check_one(World& world, Analyzer& analyzer, std::uint64_t seed) {
  const Article article = world.article();
  const std::vector<Leaf> leaves = world.question(article, analyzer);
  const SnippetOptions options{.width = 30 + world.below(300), .passages = 1 + world.below(3)};
  SCOPED_TRACE("seed " + std::to_string(seed) + " width " + std::to_string(options.width) + "\n" +
               described(leaves) + "\n" + to_json_line(article));

  Promises promises(article, leaves, analyzer);
  promises.width = options.width;
  const std::vector<Snippet> snippets = make_snippets(article, leaves, analyzer, options);
  for (const Snippet& snippet : snippets) promises.check(snippet);
  passages_keep_their_order(snippets);
  passages_fit(snippets, leaves, options);
  promises.check(mark_title(article, leaves, analyzer));
  if (!article.captions.empty()) {
    const std::string& text = article.captions.front();
    const auto tokens = analyzer.analyze(text, article.language);
    EXPECT_EQ(find_marks(text, "caption", article.language, leaves, analyzer),
              marks_for(every_occurrence(text, tokens, {0, static_cast<std::uint32_t>(text.size())},
                                         "caption", article.language, leaves)));
  }
  const bool anything = !article.subtitle.empty() || !article.captions.empty() ||
                        std::ranges::any_of(article.body, [&](const std::string& paragraph) {
                          return !analyzer.analyze(paragraph, article.language).empty();
                        });
  EXPECT_EQ(snippets.empty(), !anything);
}

TEST(SnippetProperties, HoldForRandomQuestionsInManyScripts) {
  const std::uint64_t executions = number_from("BACKFILE_SOAK", 5000);
  const std::uint64_t first = number_from("BACKFILE_SEED", 1);
  Analyzer analyzer;
  std::uint64_t seed = first;
  for (; seed < first + executions && !HasFailure(); ++seed) {
    World world(seed);
    check_one(world, analyzer, seed);
  }
  std::cout << seed - first << " executions from seed " << first << "\n";
}

}  // namespace
}  // namespace backfile
