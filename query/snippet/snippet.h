// The passages of an article that show why it matched, as text and ranges.
//
// Reads what the article's record has of the query, so that exactly what matched is marked; render.h
// and the pages add markup. Works for any text in bounded time, so that a snippet never makes a
// search fail. The steps: matched_article.h finds matches, passage.h chooses, cut.h fits,
// render_snippet.h marks; fragment.h makes links of the result. Pure functions; each thread needs a
// MatchedArticle of its own.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/snippet/text/matched_article.h"

namespace backfile {

struct Snippet {
  std::string field;          // "title", "subtitle", "body", "caption"
  std::string text;           // valid UTF-8; "…" where it was cut
  std::vector<Range> marks;   // bytes of text; in order, apart from each other
  std::size_t paragraph = 0;  // its index in the article's body, or in its captions
  Range source;               // bytes of that paragraph or field that are shown
  bool follows = false;       // begins right where the passage before it ends
};

// Gives the text piece by piece: what no mark covers to `plain`, each mark to `marked`.
template <class Plain, class Marked>
void split_at_marks(const Snippet& snippet, Plain plain, Marked marked) {
  const std::string_view text = snippet.text;
  std::size_t place = 0;
  for (const Range& mark : snippet.marks) {
    plain(text.substr(place, mark.begin - place));
    marked(text.substr(mark.begin, mark.end - mark.begin));
    place = mark.end;
  }
  plain(text.substr(place));
}

struct SnippetOptions {
  std::size_t width = 280;   // of all passages together, in terminal columns
  std::size_t passages = 3;  // at most; the third only for a word that the others have not
};

// The title or its stand-in (shown_title.h) with its marks. Cut only if it is far longer than any
// headline.
Snippet mark_title(const MatchedArticle& article);

// The best passages of the body in the order of the article, with the standfirst or a caption if
// only these have some word of the query. If nothing in the body matches: the standfirst or the
// captions that match, or else the standfirst, followed by the opening words if there is room.
// Empty for an article without text.
std::vector<Snippet> make_snippets(const MatchedArticle& article,
                                   const SnippetOptions& options = {});

// The whole article for its page with every match marked: its own title, standfirst, paragraphs and
// captions, each a Snippet unless it has no text.
std::vector<Snippet> mark_article(const MatchedArticle& article);

}  // namespace backfile
