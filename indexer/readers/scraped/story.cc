// Gives each line of a file its role in the article.
//
// The first line is the title. Facts may stand above it, and between it and the story. The line
// behind the title is a standfirst if it is short and either set apart from the story (boilerplate
// or a fact stands next) or no sentence with a full stop, while what follows is longer. In doubt it
// is the story's first paragraph; either way it is searched.
#include "indexer/readers/scraped/story.h"

#include <algorithm>
#include <array>

#include "indexer/readers/evidence/dated_line.h"
#include "indexer/readers/evidence/scraped_names.h"
#include "indexer/readers/scraped/facts.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_title = 200;  // bytes; a longer first line is a paragraph

class Story {
 public:
  Story(const std::vector<ScrapedLine>& lines, std::vector<LineRole>& roles, Article& article)
      : lines_(lines), roles_(roles), article_(article) {}

  void tell() {
    take_captions();
    take_tail();
    take_head();
    if (article_.published.empty() && !doubtful_.published.empty()) {
      article_.published = doubtful_.published;
      article_.published_by = doubtful_.published_by;
    }
    take_body();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_boilerplate(roles_[i])) continue;
      read_labelled(lines_[i].text, article_);
      read_notices(lines_[i].text, article_);
    }
  }

 private:
  const std::string& text(std::size_t i) const { return lines_[i].text; }
  bool is_body(std::size_t i) const { return roles_[i] == LineRole::body; }

  // The next line at or behind `i` that is still body, or the end.
  std::size_t next_body(std::size_t i) const {
    while (i < lines_.size() && !is_body(i)) ++i;
    return i;
  }

  void take_captions() {
    std::vector<std::string> captions;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].caption || !is_body(i)) continue;
      roles_[i] = LineRole::caption;
      if (std::find(captions.begin(), captions.end(), text(i)) == captions.end()) {
        captions.push_back(text(i));
      }
      mark_repeat(i, i + 1);
      if (i > 0) mark_repeat(i, i - 1);
    }
    if (article_.captions.empty()) article_.captions = std::move(captions);
  }

  void mark_repeat(std::size_t of, std::size_t i) {
    if (i < lines_.size() && is_body(i) && text(i) == text(of)) roles_[i] = LineRole::repeat;
  }

  // Facts may close a story as well, though not be the whole of it.
  void take_tail() {
    const std::size_t first = next_body(0);
    for (std::size_t i = lines_.size(); i-- > first + 1;) {
      if (is_boilerplate(roles_[i])) continue;
      Article stated = article_;
      if (!is_body(i) || read_facts(text(i), stated) != Stated::wholly) return;
      take(std::move(stated), i);
      roles_[i] = LineRole::fact;
    }
  }

  void take_head() {
    std::size_t title = lines_.size();
    for (std::size_t i = next_body(0); i < lines_.size(); i = next_body(i + 1)) {
      if (title == lines_.size()) {
        if (take_fact_above_title(i)) continue;
        if (!article_.title.empty() && take_fact(i)) continue;  // "Title: Tide" stands above
        if (!take_title(i)) return;
        title = i;
      } else if (text(i) == text(title)) {
        roles_[i] = LineRole::repeat;
      } else if (!take_fact(i)) {
        if (is_standfirst(i)) {
          roles_[i] = LineRole::standfirst;
          if (article_.subtitle.empty()) article_.subtitle = text(i);
          take_facts_from(i + 1);
        }
        return;
      }
    }
  }

  bool take_fact_above_title(std::size_t i) {
    const std::size_t next = next_body(i + 1);
    if (next == lines_.size() || !could_be_title(lines_[next])) return false;
    Article stated = article_;
    if (read_facts(text(i), stated) != Stated::wholly) return false;
    take(std::move(stated), i);
    roles_[i] = LineRole::fact;
    return true;
  }

  // A date without a label counts less above the title or at the foot than below the title: it may
  // be the masthead's, which says when the page was saved.
  void take(Article stated, std::size_t i) {
    const bool dates = article_.published.empty() && !stated.published.empty();
    if (dates && !read_dated_line(text(i)).labelled) {
      if (doubtful_.published.empty()) doubtful_ = stated;
      stated.published.clear();
      stated.published_by = {};
    }
    article_ = std::move(stated);
  }

  bool take_fact(std::size_t i) {
    if (read_facts(text(i), article_) == Stated::nothing) {
      // A name without "by" is one if a date stands below it.
      const bool dated = i + 1 < lines_.size() && is_date_line(text(i + 1));
      if (!dated || !is_name(text(i))) return false;
      if (article_.author.empty()) article_.author = {name_in_small_letters(text(i))};
    }
    roles_[i] = LineRole::fact;
    return true;
  }

  void take_facts_from(std::size_t i) {
    for (i = next_body(i); i < lines_.size() && take_fact(i); i = next_body(i)) {
    }
  }

  // False if the story has no title and begins at once. Its first words then stand for one.
  bool take_title(std::size_t i) {
    if (text(i).size() > longest_title) {
      if (article_.title.empty()) article_.title = opening_of(text(i));
      return false;
    }
    if (!article_.title.empty() && article_.title != text(i)) return false;
    roles_[i] = LineRole::title;
    article_.title = text(i);
    take_page_title(i);
    return true;
  }

  // "A Story - The Paper" above "A Story" is the page's title; the story's is the second.
  void take_page_title(std::size_t i) {
    const std::size_t next = next_body(i + 1);
    if (next == lines_.size() || !text(i).starts_with(text(next))) return;
    const std::string_view rest = std::string_view(text(i)).substr(text(next).size());
    for (const std::string_view bar : {" | ", " - ", " – ", " — ", " · ", " » ", " :: "}) {
      if (!rest.starts_with(bar)) continue;
      if (article_.source.empty()) article_.source = rest.substr(bar.size());
      article_.title = text(next);
      roles_[i] = LineRole::repeat;
      roles_[next] = LineRole::title;
      return;
    }
  }

  static std::string opening_of(const std::string& paragraph) {
    constexpr std::size_t enough = 120;
    const std::size_t sentence = paragraph.find(". ");
    if (sentence < enough) return paragraph.substr(0, sentence + 1);
    const std::size_t word = paragraph.rfind(' ', enough);
    return paragraph.substr(0,
                            word == paragraph.npos ? code_point_floor(paragraph, enough) : word) +
           "…";
  }

  bool is_standfirst(std::size_t i) const {
    const std::size_t next = next_body(i + 1);
    if (next == lines_.size() || text(i).size() > longest_standfirst) return false;
    Article scratch;
    const bool set_apart = is_boilerplate(roles_[i + 1]) ||
                           (is_body(i + 1) && read_facts(text(i + 1), scratch) == Stated::wholly);
    if (set_apart) return true;
    const bool prose_next = text(next).size() >= shortest_prose && ends_sentence(text(next));
    return could_be_title(lines_[i]) && prose_next && 2 * text(next).size() > 3 * text(i).size();
  }

  void take_body() {
    if (!article_.body.empty()) return;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_body(i)) continue;
      const bool joins = lines_[i].continues && i > 0 && is_body(i - 1);
      if (joins) {
        article_.body.back() += '\n' + text(i);
      } else {
        article_.body.push_back(text(i));
      }
    }
  }

  const std::vector<ScrapedLine>& lines_;
  std::vector<LineRole>& roles_;
  Article& article_;
  Article doubtful_;  // with a date to be taken if there is no better
};

}  // namespace

void tell_story(const std::vector<ScrapedLine>& lines, std::vector<LineRole>& roles,
                Article& article) {
  Story(lines, roles, article).tell();
}

}  // namespace backfile
