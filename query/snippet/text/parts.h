// The body of an article in parts, and which of them the analyzer is to read.
//
// Paragraphs are parts; one as long as a chapter is cut into several, between sentences if it has
// any, and where no match reaches across. A body of ordinary length is read whole. Of a longer one
// (a book) the beginning is read, and those other parts that a quick look finds most promising. The
// look only decides where to read; the analyzer always decides what is marked. Shared by
// analyzed_text.h and mark_article, so that whatever a snippet shows is also marked on the page of
// the article. Parts point into the article. For one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"

namespace backfile {

// Paragraphs longer than this are cut.
inline constexpr std::size_t longest_part = std::size_t{32} << 10;
// What the quick look covers.
inline constexpr std::size_t most_looked_at = std::size_t{16} << 20;

// How much of a body is read.
struct Bounds {
  std::size_t whole = 0;      // a body of at most this size is read whole
  std::size_t beginning = 0;  // how much of a longer one is read in any case
  std::size_t most = 0;       // and how much altogether
};

// Where a part of a very long paragraph begins or ends: where a sentence does, or inside one, or
// even inside a word.
enum class Edge : std::uint8_t { sentence, space, word };

struct BodyPart {
  std::size_t paragraph = 0;
  std::uint32_t offset = 0;  // in its paragraph
  std::string_view text;
  Edge begin = Edge::sentence, end = Edge::sentence;
  bool chosen = true;     // to be read
  bool promising = true;  // words of the query may be in it, or it was not looked at
};

struct BodyParts {
  std::vector<BodyPart> all;  // in the order of the article
  bool whole = true;          // all are chosen, as the body is not long
};

// What is chosen with narrower bounds is chosen with wider ones.
BodyParts parts_of_body(const Article& article, std::span<const MatchPattern> patterns,
                        Analyzer& analyzer, const Bounds& bounds);

// The tokens of a part, without the remains of a word that its edges cut in two.
std::vector<Token> tokens_of(const BodyPart& part, const std::string& language, Analyzer& analyzer,
                             std::vector<Range>& sentences);

}  // namespace backfile
