// Finds the dates of a line and decides by the words around each what it is.
#include "indexer/readers/evidence/dated_line.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/article/date_forms.h"
#include "indexer/article/date_words.h"
#include "indexer/readers/evidence/byline_words.h"
#include "indexer/readers/evidence/date_labels.h"
#include "indexer/readers/evidence/date_spans.h"
#include "indexer/readers/evidence/scraped_names.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_line = 300;  // bytes; whatever is longer is prose
constexpr std::size_t part_limit = 80;     // between two bars, without the date
constexpr std::size_t most_dates = 4;

using Tokens = std::vector<DateToken>;
using Kind = DateToken::Kind;

struct Span {
  std::size_t begin, end;  // tokens
  ReadDate date;
  DateLabel label = DateLabel::unknown;
  std::size_t label_begin;  // its first token, or `begin`
};

// A number that goes on to the left or right is part of something larger: a range, an address, a
// number of a telephone.
bool is_torn(const Tokens& tokens, std::size_t begin, std::size_t end) {
  if (begin >= 2 && tokens[begin].joined && tokens[begin - 1].kind == Kind::sign &&
      tokens[begin - 1].joined && tokens[begin - 2].kind == Kind::number) {
    return true;
  }
  return end + 1 < tokens.size() && tokens[end].joined && tokens[end].kind == Kind::sign &&
         tokens[end + 1].joined && tokens[end + 1].kind == Kind::number && tokens[end].text != "|";
}

std::vector<Span> dates_in(const Tokens& tokens, DayOrder order) {
  std::vector<Span> spans;
  for (std::size_t at = 0; at < tokens.size() && spans.size() < most_dates;) {
    const bool may_begin = tokens[at].kind == Kind::number || tokens[at].month.month > 0 ||
                           year_before_era(tokens[at].text).has_value();
    ReadDate date = may_begin ? read_date_at(tokens, at, order) : ReadDate{};
    const bool year_alone = date.found == ReadDate::Found::date && date.iso.size() == 4;
    if (date.found == ReadDate::Found::nothing || year_alone) {
      ++at;
      continue;
    }
    if (is_torn(tokens, at, date.end)) {
      at = date.end;  // what is left of it is no date either
      continue;
    }
    const std::size_t end = date.end;
    spans.push_back({at, end, std::move(date), DateLabel::unknown, at});
    at = end;
  }
  return spans;
}

bool is_bar(const DateToken& token) {
  return token.text == "|";
}

class Line {
 public:
  Line(std::string_view text, DayOrder order)
      : text_(tidy_line(text)), tokens_(date_tokens(text_)), spans_(dates_in(tokens_, order)) {}

  DatedLine read() {
    DatedLine dated;
    for (std::size_t i = 0; i < spans_.size(); ++i) judge(i);
    const auto plain = std::ranges::count(spans_, DateLabel::none, &Span::label);
    for (const Span& span : spans_) {
      const bool single = span.label == DateLabel::none && plain == 1;
      if (span.label == DateLabel::modified) take(span, dated.modified, dated);
      if (span.label != DateLabel::published && !single) continue;
      if (span.label == DateLabel::published) dated.labelled = true;
      take(span, dated.published, dated);
    }
    dated.of_something_else = in_span_ && dated.published.empty() && dated.modified.empty();
    dated.rest = rest();
    return dated;
  }

 private:
  void take(const Span& span, std::string& field, DatedLine& dated) const {
    if (span.date.found == ReadDate::Found::date) {
      if (field.empty()) field = span.date.iso;
    } else if (dated.impossible.empty()) {
      dated.impossible = text_between(span.begin, span.end);
    }
  }

  std::string text_between(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    return text_.substr(tokens_[begin].begin, tokens_[end - 1].end - tokens_[begin].begin);
  }

  // The part of the line that a date stands in: between bars, and other dates.
  std::size_t part_begin(std::size_t i) const {
    const std::size_t first = i == 0 ? 0 : spans_[i - 1].end;
    std::size_t at = spans_[i].begin;
    while (at > first && !is_bar(tokens_[at - 1])) --at;
    return at;
  }
  std::size_t part_end(std::size_t i) const {
    const std::size_t last = i + 1 == spans_.size() ? tokens_.size() : spans_[i + 1].begin;
    std::size_t at = spans_[i].end;
    while (at < last && !is_bar(tokens_[at])) ++at;
    // Words between two dates belong to the later as far as they are its label.
    if (i + 1 < spans_.size() && at == last) at = label_before(tokens_, spans_[i].end, last).begin;
    return at;
  }

  // What is left of a part names somebody or some place, or says from whom the story is.
  bool is_beside_date(std::size_t begin, std::size_t end) const {
    // "do" is Thursday in Dutch, and "until" in Polish and Czech.
    const auto idle = [&](std::size_t i) {
      return (tokens_[i].filler && (i == 0 || tokens_[i].text != "do")) ||
             tokens_[i].kind == Kind::sign;
    };
    const bool is_label = begin < end && tokens_[end - 1].text == ":";
    while (begin < end && idle(begin) && tokens_[begin].month.month == 0) ++begin;
    while (begin < end && idle(end - 1)) --end;
    const std::string left = text_between(begin, end);
    if (left.empty() || is_by_account(begin, end)) return true;
    if (left.size() > part_limit || has_number(begin, end) || tells_of_visit(begin, end))
      return false;
    if (is_byline(left) || names_source(begin, end)) return true;
    return !is_label && (is_name(left) || is_place(begin, end));
  }

  // "by orla7": in forums accounts write.
  bool is_by_account(std::size_t begin, std::size_t end) const {
    if (end - begin < 3 || !is_byline_word(BylineWord::by, tokens_[begin].text)) return false;
    for (std::size_t i = begin + 2; i < end; ++i) {
      if (!tokens_[i].joined) return false;
    }
    return tokens_[begin + 1].kind == Kind::word && has_number(begin, end);
  }

  bool has_number(std::size_t begin, std::size_t end) const {
    return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const DateToken& token) { return token.kind == Kind::number; });
  }

  // "Retrieved", "Last accessed": that day somebody looked at the page.
  bool tells_of_visit(std::size_t begin, std::size_t end) const {
    return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const DateToken& token) { return is_visit(token.text); });
  }

  // One capitalized word, but none that names the day of the reader or of something to come.
  bool is_place(std::size_t begin, std::size_t end) const {
    constexpr std::string_view no_place =
        " today now heute jetzt oggi hoy hoje vandaag idag aujourd'hui dnes dzis сегодня сьогодні "
        "bugun "
        "opens opening begins starts closes ends premieres "
        "copyright c deadline event until born died closing expires from since till "
        "termin ab bis seit geboren frist до с от до do od до 截止 마감 ";
    const std::string key = ' ' + tokens_[begin].text + ' ';
    return end - begin == 1 && no_place.find(key) == no_place.npos &&
           is_name("X " + text_between(begin, end));
  }

  bool names_source(std::size_t begin, std::size_t end) const {
    static constexpr std::array labels = {
        "source", "author", "quelle", "autor", "fuente", "auteur", "автор", "источник", "来源",
        "来源",   "作者",   "记者",   "编辑",  "文",     "출처",   "기자",  "責任編輯"};
    const std::string left = text_between(begin, end);
    const std::string key = fold(left.substr(0, left.find_first_of(":"))).term;
    const bool wide = left.find("：") != left.npos;
    const std::string wide_key = wide ? left.substr(0, left.find("：")) : key;
    const bool has_colon = wide || left.find(':') != left.npos;
    return has_colon && std::ranges::any_of(labels, [&](std::string_view label) {
             return key == label || wide_key == label;
           });
  }

  void judge(std::size_t i) {
    Span& span = spans_[i];
    const std::size_t begin = part_begin(i), end = part_end(i);
    const ReadLabel before = label_before(tokens_, begin, span.begin);
    const bool month_alone = span.date.iso.size() == 7;
    span.label_begin = span.begin;
    if (before.label == DateLabel::published || before.label == DateLabel::modified) {
      if (!is_beside_date(begin, before.begin)) return;
      span.label = before.label;
      span.label_begin = before.idle;
      return;
    }
    const DateLabel behind = label_behind(tokens_, span.end, end);
    const bool leads = before.label == DateLabel::none || is_beside_date(begin, span.begin);
    if (leads && (behind == DateLabel::published || behind == DateLabel::modified)) {
      span.label = behind;
      span.end = end;
      return;
    }
    if (!leads || !(behind == DateLabel::none || is_beside_date(span.end, end))) return;
    if (month_alone && (begin != span.begin || end != span.end)) return;
    if (is_of_something_else(i, begin, end)) return;
    if (longest_part() <= part_limit) span.label = DateLabel::none;
  }

  // An end of a span, and then the other end as well, or when an event takes place.
  bool is_of_something_else(std::size_t i, std::size_t begin, std::size_t end) {
    const Span& span = spans_[i];
    const DateInLine date{span.begin, span.end, span.date.iso.find('T') != std::string::npos};
    const std::size_t last = i == 0 ? 0 : spans_[i - 1].end;
    const bool in_span = is_in_span(text_, tokens_, date, last);
    const bool event = is_of_event(tokens_, begin, date, end) || announces_event(tokens_);
    const bool life = i > 0 && stands_behind_birth(tokens_, spans_[i - 1].begin);
    if (!in_span && !life && (!event || is_byline(text_between(span.end, end)))) return false;
    if (in_span && i > 0 && spans_[i - 1].label == DateLabel::none)
      spans_[i - 1].label = DateLabel::unknown;
    in_span_ = true;
    return true;
  }

  // Bytes of the longest part between bars that holds no date.
  std::size_t longest_part() const {
    std::size_t longest = 0, begin = 0;
    for (std::size_t at = 0; at <= tokens_.size(); ++at) {
      const bool dated = std::ranges::any_of(
          spans_, [&](const Span& span) { return at >= span.begin && at < span.end; });
      if (dated) begin = at + 1;
      if (at == tokens_.size() || is_bar(tokens_[at])) {
        longest = std::max(longest, text_between(begin, at).size());
        begin = at + 1;
      }
    }
    return longest;
  }

  // "on Wed," before a date. A weekday alone may be a name: "Sam".
  std::size_t without_weekday(std::size_t begin, std::size_t end) const {
    std::size_t last = end;
    while (last > begin && tokens_[last - 1].kind == Kind::sign) --last;
    const bool told = last >= begin + 2 && tokens_[last - 2].filler;
    return told && is_weekday(tokens_[last - 1].text) ? last - 2 : end;
  }

  std::string rest() const {
    std::string left;
    std::size_t begin = 0;
    const auto idle = [&](std::size_t i) {
      return tokens_[i].filler || (tokens_[i].kind == Kind::sign && tokens_[i].text != "(");
    };
    const auto add = [&](std::size_t end) {
      end = without_weekday(begin, end);
      while (begin < end && idle(begin)) ++begin;
      while (begin < end && idle(end - 1) && tokens_[end - 1].text != ")") --end;
      const std::string part = text_between(begin, end);
      if (part.empty()) return;
      if (!left.empty()) left += " | ";
      left += part;
    };
    for (const Span& span : spans_) {
      add(std::max(begin, span.label_begin));
      begin = span.end;
    }
    add(tokens_.size());
    return left;
  }

  std::string text_;
  Tokens tokens_;
  std::vector<Span> spans_;
  bool in_span_ = false;  // a date is of a span or an event
};

}  // namespace

DatedLine read_dated_line(std::string_view line, DayOrder order) {
  if (line.empty() || line.size() > longest_line) return {};
  const bool may_hold_number = std::ranges::any_of(line, [](char c) {
    return (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0xD9;  // Arabic and what follows
  });
  if (!may_hold_number) return {};
  return Line(line, order).read();
}

}  // namespace backfile
