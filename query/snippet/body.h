// The passages of an article's body: chosen, fitted into the width together, shown.
//
// passage.h chooses rows of sentences and cut.h fits one of them into a width. Here several are
// laid out together in more than one way, and the layout that shows most of the query is taken.
// Used by snippet.h. For one thread; points into the article and the patterns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "query/snippet/cut.h"
#include "query/snippet/passage_score.h"
#include "query/snippet/snippet.h"
#include "query/snippet/text/matched_text.h"

namespace backfile {

class BodyPassages {
 public:
  explicit BodyPassages(const MatchedArticle& article);

  // The best passages in the order of the article; empty if nothing in the body matched.
  std::vector<Snippet> best(const SnippetOptions& options);

  // As many opening sentences as fit.
  std::vector<Snippet> opening(const SnippetOptions& options) const;

  // The labels of the patterns that the last best() shows, except stop words.
  const std::set<std::string>& shown_labels() const { return labels_; }

 private:
  // A passage with its place in the layout and the cut it gets.
  struct Stretch {
    std::size_t rank = 0;  // 0 is the best
    std::size_t text_index = 0;
    Range range;  // whole sentences, but for one too long to be shown
    Cut cut;

    friend bool operator==(const Stretch&, const Stretch&) = default;
  };
  using Layout = std::vector<Stretch>;

  Layout laid_out(const std::vector<Passage>& passages) const;
  double value_of(const Layout& layout) const;
  std::size_t share_width(Layout& layout, std::size_t width) const;
  void fit(Stretch& stretch, std::size_t width,
           const std::set<std::uint32_t>& shown_patterns) const;
  std::set<std::uint32_t> shown_before(const Layout& layout, const Stretch& stretch) const;
  void add_context(Layout& layout, std::size_t left) const;
  void regrow(Stretch& stretch, const Layout& layout, std::size_t& left) const;
  void extend(Stretch& stretch, const std::vector<Range>& sentences, std::size_t& left) const;
  std::vector<const TextMatch*> matches_in(const Layout& layout) const;
  std::size_t width_of(const Stretch& stretch) const;
  bool is_whole_end(const Stretch& stretch) const;
  std::vector<Snippet> shown(const Layout& layout) const;

  const Article& article_;
  std::span<const MatchPattern> patterns_;
  MatchedBody body_;
  SentenceScorer scorer_;
  std::set<std::string> labels_;
};

// The labels of the patterns that match in an matched text, except those of stop words.
std::set<std::string> labels_of(const MatchedText& matched,
                                std::span<const TextMatch* const> matches,
                                std::span<const MatchPattern> patterns);

}  // namespace backfile
