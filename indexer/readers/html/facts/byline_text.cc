// Gathers the lines of a byline and decides at each break how the next one goes on.
#include "indexer/readers/html/facts/byline_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/date_words.h"
#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/byline_text.h"
#include "indexer/readers/evidence/scraped_names.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

std::string first_word(const std::string& text) {
  return text.substr(0, text.find(' '));
}

std::string last_word(const std::string& text) {
  const std::size_t space = text.rfind(' ');
  return space == text.npos ? text : text.substr(space + 1);
}

bool is_conjunction(const std::string& word) {
  return is_byline_word(BylineWord::conjunction, byline_key(word));
}

bool ends_with_name(const std::string& text) {
  const std::vector<std::string> names = split_byline(text);
  return !names.empty() && is_name(names.back()) && text.ends_with(names.back());
}

bool begins_date(const std::string& text) {
  const std::string key = byline_key(first_word(text));
  const bool named = is_weekday(key) || month_named(key).has_value();
  return named && text.find_first_of("0123456789") != text.npos;
}

// Begins with a capital or a digit: what stood right before it in the text was another word.
bool begins_word(const std::string& text) {
  if (text.front() >= '0' && text.front() <= '9') return true;
  const std::string word = first_word(text);
  return !is_without_case(word) && is_name("X " + word);
}

// A piece of text that no markup divides.
struct Piece {
  std::string text;
  bool spaced = false;   // a space before it
  bool in_link = false;  // the whole piece is the text of a link
};

std::string_view sign_between(const std::string& line, const Piece& last, const Piece& next) {
  if (last.in_link && next.in_link && begins_word(next.text) && ends_with_name(line))
    return is_person(next.text) ? ", " : " | ";
  if (begins_date(next.text) && ends_with_name(line)) return " | ";
  if (next.spaced) return " ";
  const bool initial = last_word(line).size() == 1;  // a drop cap
  const bool letter_before = static_cast<unsigned char>(line.back()) >= 0x80 ||
                             std::isalnum(static_cast<unsigned char>(line.back())) != 0;
  if (initial || !letter_before || !begins_word(next.text)) return "";
  return ends_with_name(line) ? " | " : " ";
}

std::string_view sign_at_break(const std::string& before, const std::string& last,
                               const std::string& next) {
  const bool role = is_byline_word(BylineWord::writer, byline_key(last)) ||
                    is_byline_word(BylineWord::other_role, byline_key(last));
  if (role && !last.ends_with(':')) return ": ";  // "Words", alone
  if (split_byline(before).empty()) return " ";   // "By", "Reporter", a date
  const std::string end = last_word(before);
  const bool particle = end.front() >= 'a' && end.front() <= 'z' && is_name("X " + end + " X");
  if (particle || is_byline_word(BylineWord::title, byline_key(end))) return " ";
  if (is_conjunction(first_word(next)) || is_conjunction(last_word(before))) return " ";
  if (before.ends_with(',') || next.starts_with(',')) return " ";
  // Behind "By Nora Quill" a name may as well be the paper's.
  const bool both = is_person(next) && ends_with_name(last) && !says_who_wrote(last);
  return both ? ", " : " | ";
}

// Reads the nodes of a byline into lines.
class Lines {
 public:
  explicit Lines(const Page& page) : page_(page) {}

  // Empty for a line in more pieces than a byline has.
  std::string read(std::size_t node) {
    std::vector<std::size_t> ends;  // of the blocks that are open
    for (std::size_t i = node; i < page_.nodes[node].end; ++i) {
      for (; !ends.empty() && ends.back() <= i; ends.pop_back()) end_line();
      const PageNode& at = page_.nodes[i];
      if (at.tag.empty()) {
        add(at, page_.nodes[at.parent].tag == "a");
        continue;
      }
      if (i == node || (!is_block(at) && at.tag != "br")) continue;
      end_line();
      if (is_block(at)) ends.push_back(at.end);
    }
    end_line();
    return pieces_ > most_pieces ? std::string() : tidy_line(text_);
  }

 private:
  void add(const PageNode& node, bool in_link) {
    Piece piece{tidy_line(node.text), spaced_, in_link};
    const bool blank = piece.text.empty();
    // What tidy_line() takes off is space.
    const bool leads = !node.text.empty() && (blank || !node.text.starts_with(piece.text.front()));
    const bool trails = !node.text.empty() && (blank || !node.text.ends_with(piece.text.back()));
    if (blank) {
      spaced_ = spaced_ || leads;
      return;
    }
    if (++pieces_ > most_pieces) return;
    piece.spaced = spaced_ || leads;
    if (!line_.empty()) line_ += sign_between(line_, last_, piece);
    line_ += piece.text;
    last_ = std::move(piece);
    spaced_ = trails;
  }

  void end_line() {
    spaced_ = false;
    if (line_.empty()) return;
    if (!text_.empty()) text_ += sign_at_break(text_, last_line_, line_);
    text_ += line_;
    last_line_ = std::move(line_);
    line_.clear();
  }

  static constexpr std::size_t most_pieces = 40;

  const Page& page_;
  std::size_t pieces_ = 0;
  std::string text_, last_line_, line_;
  Piece last_;
  bool spaced_ = false;
};

}  // namespace

bool is_person(const std::string& text) {
  if (!is_name(text) || split_byline(text) != std::vector{text}) return false;
  static constexpr std::array<std::string_view, 10> idle = {
      "all", "bio", "contact", "email", "follow", "more", "news", "profile", "stories", "view"};
  return std::ranges::none_of(split_at(text, " "), [](const std::string& word) {
    const std::string key = byline_key(word);
    return is_byline_word(BylineWord::nobody, key) || is_byline_word(BylineWord::job, key) ||
           is_byline_word(BylineWord::organization, key) ||
           std::ranges::find(idle, key) != idle.end();
  });
}

std::string byline_text(const Page& page, std::size_t node, std::size_t most) {
  std::string plain = page.line_of(node, most);
  if (page.nodes[node].end <= node + 2 || plain.empty()) return plain;
  const std::string line = Lines(page).read(node);
  return line.empty() ? plain : line;
}

}  // namespace backfile
