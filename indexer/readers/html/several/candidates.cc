// Walks the page from outside in: the outermost element that is an article is a candidate, and the
// articles in it are, where it has text beside them.
#include "indexer/readers/html/several/candidates.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/readers/html/page/phrases.h"
#include "indexer/readers/html/several/openings.h"

namespace backfile {
namespace {

constexpr std::size_t most_articles = 500;
constexpr std::uint32_t fewest_words = 12;  // of what no <article> holds
constexpr std::size_t most_nodes = 200;     // of a brief

// Called "post", "story", "entry" and the like, and nothing else.
bool is_named_article(const PageNode& node) {
  if (node.attributes.empty() || (node.tag != "div" && node.tag != "section" && node.tag != "li"))
    return false;
  return has_any(node, {"| post |", "| story |", "| entry |", "| article |", "| blog post |",
                        "| blogpost |", "| news item |", "| blogbody |", "| node |",
                        "| item | column ", "| leading 0 |", "| leading 1 |", "| leading 2 |"});
}

// Called the title of a post, without being a heading.
bool is_title_line(const PageNode& node) {
  return !node.attributes.empty() &&
         has_any(node, {"| title |", "| entry title |", "| post title |"});
}

// <h4> to <h6>: they open articles inside <article>, and many other things elsewhere.
bool is_low_heading(const PageNode& node) {
  return node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '4' && node.tag[1] <= '6';
}

bool is_article_element(const PageNode& node) {
  return node.tag == "article" || (!node.attributes.empty() && node.attribute("role") == "article");
}

// An <article> that a reader wrote.
bool is_comment(const PageNode& node) {
  return !node.attributes.empty() && is_article_element(node) &&
         ((kinds_of_names(node).sure & names::comments) != 0 ||
          node.attribute("itemprop") == "comment" ||
          node.attribute("itemtype").ends_with("/Comment"));
}

class Collector {
 public:
  Collector(const Page& page, const std::vector<Prose>& prose, std::string_view title)
      : page_(page), prose_(prose), title_(title) {}

  Candidates collect() {
    for (std::size_t i = 1; i < page_.nodes.size() && found_.stories.size() < most_articles;) {
      const PageNode& node = page_.nodes[i];
      if (is_aside(node) || is_comment(node)) {
        found_.beside += prose_[i].prose;
        i = node.end;
      } else if (is_article(node)) {
        i = take_article(i) ? node.end : i + 1;
      } else {
        const bool named = is_named_article(node) && prose_[i].prose >= fewest_words;
        i = named && take_box(i) ? node.end : i + 1;
      }
    }
    return std::move(found_);
  }

 private:
  // What stands at the beginning of an element, and which articles are in it.
  struct Opening {
    std::size_t heading = 0;
    bool late = false;  // prose stands before it
    std::vector<std::size_t> inner;
  };

  Opening opening_of(std::size_t i) {
    Opening opening;
    const std::size_t cost = page_.nodes[i].end - i;
    if (cost > patience_) return {0, true, {}};
    patience_ -= cost;
    std::size_t inner_end = 0;
    Opening titled;  // by a line that is no heading
    for (std::size_t inner = i + 1; inner < page_.nodes[i].end; ++inner) {
      const PageNode& node = page_.nodes[inner];
      if (opening.heading == 0 && prose_[inner].own > 0) opening.late = true;
      const bool opens = is_headline(node) || (is_article(page_.nodes[i]) && is_low_heading(node));
      if (opening.heading == 0 && opens) opening.heading = inner;
      if (titled.heading == 0 && is_title_line(node)) titled = {inner, opening.late, {}};
      if (inner < inner_end || !is_article(node) || is_comment(node) || !has_story(inner)) continue;
      opening.inner.push_back(inner);
      inner_end = node.end;
    }
    if (opening.heading == 0 && titled.heading != 0 && !is_article(page_.nodes[i])) {
      opening.heading = titled.heading;
      opening.late = titled.late;
    }
    return opening;
  }

  // Whether an <article> has enough text: a brief may be a sentence of four words.
  bool has_story(std::size_t i) const {
    const NodeRange nodes{i + 1, page_.nodes[i].end};
    return prose_[i].prose >= fewest_words ||
           (nodes.end - i <= most_nodes && has_sentence(page_, nodes));
  }

  bool take_article(std::size_t i) {
    const Opening opening = opening_of(i);
    Candidate one = candidate(i, opening.heading);
    if (opening.inner.empty() && is_article_element(page_.nodes[i]) &&
        (one.headline.empty() || opening.late || !has_story(i)))
      return take_slight(std::move(one));
    if (one.headline.empty() || opening.late || !has_story(i)) return false;
    if (take_nested(one, opening)) return true;
    if (opening.inner.size() > 1) return false;
    found_.stories.push_back(std::move(one));
    return true;
  }

  bool take_box(std::size_t i) {
    const Opening opening = opening_of(i);
    Candidate one = candidate(i, opening.heading);
    if (one.headline.empty() || opening.late || opening.inner.size() > 1) return false;
    found_.stories.push_back(std::move(one));
    return true;
  }

  Candidate candidate(std::size_t i, std::size_t heading) const {
    Candidate one{{i, page_.nodes[i].end}, heading};
    if (heading != 0) one.headline = page_.line_of(heading, longest_headline);
    if (one.headline.empty()) one.heading = 0;
    measure_candidate(page_, prose_, one);
    return one;
  }

  bool take_slight(Candidate one) {
    if (one.heading == 0 && !has_story(one.nodes.begin)) return false;
    found_.slight.push_back(std::move(one));
    return true;
  }

  // An article with a text of its own that holds others. Below a headline that names the page,
  // those without a date or an author are parts of it.
  bool take_nested(const Candidate& one, const Opening& opening) {
    Candidate outer = one;
    std::vector<Candidate> own;
    const bool names_page = says_title(title_, one.headline);
    for (const std::size_t i : opening.inner) {
      if (i < one.heading && one.heading < page_.nodes[i].end) return false;  // a wrapper
      const Opening inside = opening_of(i);
      Candidate inner = candidate(i, inside.heading);
      if (inner.headline.empty() || inside.late || leads_elsewhere(page_, inner.heading)) continue;
      if (names_page && !has_facts_near(page_, prose_, i, inner.heading, inner.nodes.end)) continue;
      outer.inner.push_back(inner.nodes);
      own.push_back(std::move(inner));
    }
    measure_candidate(page_, prose_, outer);
    if (outer.prose < fewest_words || (own.empty() && !names_page)) return false;
    found_.stories.push_back(std::move(outer));
    std::ranges::move(own, std::back_inserter(found_.stories));
    return true;
  }

  const Page& page_;
  const std::vector<Prose>& prose_;
  std::string_view title_;
  Candidates found_;
  std::size_t patience_ = 1'000'000;  // nodes; boxes in boxes in boxes are no articles
};

// A picture that leads elsewhere, or a link without text that covers a box.
bool is_textless_link(const Page& page, std::size_t i) {
  constexpr std::size_t a_few = 10;  // nodes
  const PageNode& node = page.nodes[i];
  const std::string_view href = node.tag == "a" ? node.attribute("href") : std::string_view();
  if (href.empty() || href.find('#') != std::string_view::npos || node.end - i > a_few)
    return false;
  return std::all_of(page.nodes.begin() + static_cast<std::ptrdiff_t>(i),
                     page.nodes.begin() + static_cast<std::ptrdiff_t>(node.end),
                     [](const PageNode& inner) { return inner.characters == 0; });
}

// Neither what a reader wrote nor a card that leads to the article.
bool is_whole_article(const Page& page, std::size_t i) {
  if (!is_article(page.nodes[i]) || is_comment(page.nodes[i]) ||
      !has_sentence(page, {i + 1, page.nodes[i].end}))
    return false;
  bool headed = false;
  for (std::size_t inner = i + 1; inner < page.nodes[i].end; ++inner) {
    if (is_textless_link(page, inner)) return false;
    if (!is_headline(page.nodes[inner])) continue;
    if (leads_elsewhere(page, inner)) return false;
    headed = true;
  }
  return headed;
}

}  // namespace

bool is_aside(const PageNode& node) {
  if (node.tag.empty()) return false;
  return node.tag == "nav" || node.tag == "aside" || node.tag == "footer" || is_beside(node) ||
         is_never_text(node) || is_hidden(node);
}

bool may_be_article(const PageNode& node) {
  return !node.tag.empty() && (is_article(node) || is_named_article(node));
}

Candidates candidates_of(const Page& page, const std::vector<Prose>& prose,
                         std::string_view title) {
  return Collector(page, prose, title).collect();
}

void measure_candidate(const Page& page, const std::vector<Prose>& prose, Candidate& one) {
  one.prose = one.words = one.blocks = 0;
  for (std::size_t i = one.nodes.begin; i < one.nodes.end; i = page.nodes[i].end) {
    one.prose += prose[i].prose;
    one.words += prose[i].words;
    one.blocks += prose[i].blocks;
  }
  for (const NodeRange& inner : one.inner) {
    one.prose -= prose[inner.begin].prose;
    one.words -= prose[inner.begin].words;
    one.blocks -= prose[inner.begin].blocks;
  }
}

std::size_t articles_beside(const Page& page) {
  std::size_t articles = 0;
  std::size_t beside_end = 0;
  for (std::size_t i = 1; i < page.nodes.size();) {
    const PageNode& node = page.nodes[i];
    if (node.tag.empty()) {
      ++i;
      continue;
    }
    const bool comments = (kinds_of_names(node).sure & names::comments) != 0;
    if (comments && is_beside(node)) {
      i = node.end;
      continue;
    }
    if (is_aside(node) || is_stand_in(node)) beside_end = std::max(beside_end, node.end);
    const bool counts = i < beside_end && is_whole_article(page, i);
    articles += counts ? 1 : 0;
    i = counts ? node.end : i + 1;
  }
  return articles;
}

bool is_live(const Page& page, const std::vector<Prose>& prose) {
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    if (node.tag.empty()) {
      const bool declares = page.nodes[node.parent].tag == "script" &&
                            node.text.find("\"LiveBlogPosting\"") != std::string::npos;
      if (declares) return true;
    } else if (!node.attributes.empty() && 2 * prose[i].prose > prose[0].prose) {
      if (node.attribute("itemtype").ends_with("/LiveBlogPosting")) return true;
      if (has_any(node, {" live blog ", " liveblog ", " live updates ", " liveupdates ",
                         " live feed ", " live ticker ", " liveticker "}))
        return true;
    }
  }
  return false;
}

}  // namespace backfile
