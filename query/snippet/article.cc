// A whole article marked, for its page: however long it is, every match has its mark.
#include "query/snippet/cut.h"
#include "query/snippet/render_snippet.h"
#include "query/snippet/shown_title.h"
#include "query/snippet/snippet.h"

namespace backfile {
namespace {

void add_whole(std::string_view text, std::string field, std::size_t paragraph,
               const std::vector<Range>& marks, std::vector<Snippet>& snippets) {
  if (text.empty()) return;
  MatchedText whole;
  whole.text = text;
  whole.paragraph = paragraph;
  const Range all{0, static_cast<std::uint32_t>(text.size())};
  snippets.push_back(show(whole, uncut(whole, all), std::move(field), marks));
}

}  // namespace

std::vector<Snippet> mark_article(const MatchedArticle& matched) {
  const Article& article = matched.article();
  std::vector<Snippet> parts;
  if (has_title(article)) add_whole(article.title, "title", 0, matched.marks_of_title(), parts);
  add_whole(article.subtitle, "subtitle", 0, matched.marks_of_subtitle(), parts);
  for (std::size_t i = 0; i < article.body.size(); ++i) {
    add_whole(article.body[i], "body", i, matched.marks_of_paragraph(i), parts);
  }
  for (std::size_t i = 0; i < article.captions.size(); ++i) {
    add_whole(article.captions[i], "caption", i, matched.marks_of_caption(i), parts);
  }
  return parts;
}

}  // namespace backfile
