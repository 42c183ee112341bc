// Scans a line once, from left to right.
#include "indexer/article/date_tokens.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using Kind = DateToken::Kind;

struct Sign {
  char32_t code = 0;
  std::size_t length = 1;
};

// The code point at `at` of valid UTF-8; a byte out of place stands for itself.
Sign sign_at(std::string_view line, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(line[i]); };
  const unsigned lead = byte(at);
  const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length == 1 || at + length > line.size()) return {lead, 1};
  char32_t code = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) code = code << 6 | (byte(at + i) & 0x3Fu);
  return {code, length};
}

bool is_between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

// 0 to 9, or -1: ASCII, Arabic, Persian, Devanagari, Bengali, Thai and wide digits.
int digit_of(char32_t c) {
  for (const char32_t zero :
       std::initializer_list<char32_t>{0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10}) {
    if (is_between(c, zero, zero + 9)) return static_cast<int>(c - zero);
  }
  return -1;
}

bool is_persian(char32_t c) {
  return is_between(c, 0x6F0, 0x6F9);
}

bool is_han(char32_t c) {
  return is_between(c, 0x3400, 0x9FFF) || is_between(c, 0xF900, 0xFAFF) || c == 0x3007;
}

bool is_hangul(char32_t c) {
  return is_between(c, 0xAC00, 0xD7A3);
}

bool is_space(char32_t c) {
  return c <= 0x20 || c == 0x85 || c == 0xA0 || is_between(c, 0x2000, 0x200B) || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0x2028 || c == 0x2029;
}

// Invisible, or a raised letter or ring behind a number: "1º", "1ª", "1°".
bool is_nothing(char32_t c) {
  return is_between(c, 0x200C, 0x200F) || is_between(c, 0x202A, 0x202E) ||
         is_between(c, 0x2066, 0x2069) || c == 0xAD || c == 0xBA || c == 0xAA || c == 0xB0 ||
         c == 0xFEFF;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_between(c | 0x20, 'a', 'z');
  if (is_between(c, 0x200C, 0x200D)) return true;  // inside Persian words
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !is_between(c, 0x2000, 0x2BFF) &&
         !is_between(c, 0x3000, 0x3020) && c != 0x30FB && !is_between(c, 0xFF00, 0xFF0F) &&
         !is_between(c, 0xFF1A, 0xFF20) && !is_between(c, 0xFF5B, 0xFF65) && c != 0x60C &&
         c != 0x61B && c != 0x964 && !is_space(c) && !is_nothing(c) && digit_of(c) < 0;
}

// The ASCII sign that stands for one of its kind; '?' for any other.
char plain_sign(char32_t c) {
  if (is_between(c, 0xFF01, 0xFF5E)) c -= 0xFEE0;
  if (c < 0x80) return static_cast<char>(c);
  if (is_between(c, 0x2010, 0x2015) || c == 0x2212) return '-';
  if (c == 0x2022 || c == 0xB7 || c == 0x30FB || c == 0x25CF || c == 0x2219) return '|';
  if (c == 0x2019 || c == 0x2032 || c == 0x2BC) return '\'';
  if (c == 0x60C || c == 0x3001) return ',';
  if (c == 0x2236) return ':';
  return '?';
}

// What the signs of East Asian dates are written as.
std::string_view mark_of(char32_t c) {
  switch (c) {
    case U'年':
    case U'년':
      return "年";
    case U'月':
    case U'월':
      return "月";
    case U'日':
    case U'号':
    case U'號':
    case U'일':
      return "日";
    case U'時':
    case U'时':
    case U'点':
    case U'點':
    case U'시':
      return "時";
    case U'分':
    case U'분':
      return "分";
    case U'秒':
    case U'초':
      return "秒";
    default:
      return {};
  }
}

// 0 to 10 of a Chinese numeral, or -1.
int numeral_of(char32_t c) {
  constexpr std::u32string_view numerals = U"〇一二三四五六七八九十";
  if (c == U'零') return 0;
  if (c == U'元') return 1;  // of an era: its first year
  const std::size_t at = numerals.find(c);
  return at == numerals.npos ? -1 : static_cast<int>(at);
}

class Scanner {
 public:
  explicit Scanner(std::string_view line) : line_(line) {}

  std::vector<DateToken> scan() {
    while (at_ < line_.size()) {
      const Sign sign = sign_at(line_, at_);
      const std::size_t before = at_;
      if (is_space(sign.code)) {
        at_ += sign.length;
        joined_ = false;
      } else if (is_nothing(sign.code)) {
        at_ += sign.length;
      } else if (digit_of(sign.code) >= 0) {
        take_number();
      } else if (is_han(sign.code)) {
        take_han();
      } else if (is_letter(sign.code)) {
        take_word();
      } else {
        take_sign(sign);
      }
      if (at_ == before) ++at_;  // never
    }
    drop_idle_dots();
    return std::move(tokens_);
  }

 private:
  DateToken& add(Kind kind, std::size_t begin, std::string text) {
    DateToken token;
    token.kind = kind;
    token.text = std::move(text);
    token.joined = joined_ && !tokens_.empty();
    token.begin = begin;
    token.end = at_;
    joined_ = true;
    tokens_.push_back(std::move(token));
    return tokens_.back();
  }

  bool after_number() const {
    return joined_ && !tokens_.empty() && tokens_.back().kind == Kind::number;
  }

  void take_number() {
    const std::size_t begin = at_;
    std::string digits;
    bool persian = false;
    while (at_ < line_.size()) {
      const Sign sign = sign_at(line_, at_);
      const int digit = digit_of(sign.code);
      if (digit < 0) break;
      persian |= is_persian(sign.code);
      digits += static_cast<char>('0' + digit);
      at_ += sign.length;
    }
    add(Kind::number, begin, std::move(digits)).persian_digits = persian;
  }

  // Words in Han are not parted by spaces: what dates are made of is taken off, the rest goes by
  // character.
  void take_han() {
    const std::size_t begin = at_;
    if (take_numeral()) return;
    const std::string_view rest = line_.substr(at_);
    constexpr std::size_t one = 3;  // bytes of a character
    for (const std::string_view day : {"星期", "礼拜", "禮拜"}) {
      if (rest.starts_with(day) && rest.size() >= 3 * one) return take_weekday(begin, 3 * one);
    }
    const bool named = rest.size() >= 2 * one && rest.substr(one).starts_with("曜");
    if (named)
      return take_weekday(begin, rest.substr(2 * one).starts_with("日") ? 3 * one : 2 * one);
    for (const std::string_view week : {"周", "週"}) {
      if (rest.starts_with(week) && rest.size() >= 2 * one &&
          std::string_view("一二三四五六日").find(rest.substr(one, one)) != std::string_view::npos)
        return take_weekday(begin, 2 * one);
    }
    for (const std::size_t characters : {std::size_t{2}, std::size_t{1}}) {
      const std::string_view word = rest.substr(0, characters * one);
      const std::string_view half = half_of_day(word);
      if (characters == 1 || !half.empty() || year_before_era(word)) {
        const Sign sign = sign_at(line_, at_);
        at_ = std::min(line_.size(), at_ + (characters == 1 ? sign.length : word.size()));
        std::string text(half.empty() ? word : half);
        const bool counts = !tokens_.empty() && tokens_.back().kind == Kind::number;
        if (counts && characters == 1 && !mark_of(sign.code).empty()) text = mark_of(sign.code);
        add(Kind::word, begin, std::move(text));
        return;
      }
    }
  }

  void take_weekday(std::size_t begin, std::size_t length) {
    at_ += length;
    DateToken& token = add(Kind::word, begin, std::string(line_.substr(begin, length)));
    token.weekday = token.filler = true;
  }

  // 二〇一四 before 年, 十二 before 月, 二十三 before 日.
  bool take_numeral() {
    std::size_t end = at_;
    std::vector<int> digits;
    while (end < line_.size() && digits.size() < 5) {
      const Sign sign = sign_at(line_, end);
      const int digit = numeral_of(sign.code);
      if (digit < 0) break;
      digits.push_back(digit);
      end += sign.length;
    }
    if (digits.empty() || end >= line_.size() || mark_of(sign_at(line_, end).code).empty())
      return false;
    const std::optional<std::string> number = number_of(digits);
    if (!number) return false;
    const std::size_t begin = at_;
    at_ = end;
    add(Kind::number, begin, *number);
    return true;
  }

  static std::optional<std::string> number_of(const std::vector<int>& digits) {
    constexpr int ten = 10;
    const auto at = std::ranges::find(digits, ten);
    if (at == digits.end()) {
      std::string text;
      for (const int digit : digits) text += static_cast<char>('0' + digit);
      return text;
    }
    const auto before = at - digits.begin(), after = digits.end() - at - 1;
    if (before > 1 || after > 1 || (after == 1 && *(at + 1) == ten)) return std::nullopt;
    return std::to_string((before == 0 ? 1 : digits.front()) * ten + (after == 0 ? 0 : *(at + 1)));
  }

  void take_word() {
    const std::size_t begin = at_;
    const bool behind_number = after_number();
    bool capitals = true;
    while (at_ < line_.size()) {
      const Sign sign = sign_at(line_, at_);
      // "a.m.", "p.m.", "π.μ.", "ق.ظ": one letter, a dot, one letter.
      const bool inner_dot = sign.code == '.' && at_ + 1 < line_.size() && is_half_with_dot(begin);
      if (!inner_dot && (!is_letter(sign.code) || is_han(sign.code))) break;
      if (is_between(sign.code, 'a', 'z')) capitals = false;
      const std::size_t here = at_;
      at_ += sign.length;
      // 2014년, 5월, 3일자: the sign alone.
      if (behind_number && here == begin && is_hangul(sign.code) && !mark_of(sign.code).empty()) {
        add(Kind::word, begin, std::string(mark_of(sign.code)));
        return;
      }
    }
    std::string text = fold(line_.substr(begin, at_ - begin)).term;
    const bool ordinal = behind_number && is_ordinal_ending(text);
    const std::string_view half = half_of_day(text);
    if (!half.empty()) text = half;
    DateToken& token = add(Kind::word, begin, std::move(text));
    token.capitals = capitals;
    token.weekday = is_weekday(token.text);
    const bool between = behind_number && token.text == "t";  // of ISO 8601, before its time
    token.filler = ordinal || between || token.weekday || is_date_filler(token.text);
    if (const auto month = month_named(token.text)) token.month = *month;
    join_month(token);
  }

  bool is_half_with_dot(std::size_t begin) const {
    const Sign first = sign_at(line_, begin);
    if (at_ != begin + first.length) return false;
    const Sign second = sign_at(line_, at_ + 1);
    const std::size_t end = at_ + 1 + second.length;
    return !half_of_day(fold(line_.substr(begin, std::min(end, line_.size()) - begin)).term)
                .empty();
  }

  // "تشرين الأول": two words, one month.
  void join_month(DateToken& token) {
    if (tokens_.size() < 2) return;
    DateToken& before = tokens_[tokens_.size() - 2];
    if (!begins_month(before.text)) return;
    const auto month = month_named(before.text + ' ' + token.text);
    if (!month) return;
    before.month = *month;
    before.end = token.end;
    before.text += ' ' + token.text;
    tokens_.pop_back();
  }

  void take_sign(const Sign& sign) {
    const std::size_t begin = at_;
    at_ += sign.length;
    char plain = plain_sign(sign.code);
    const bool spaced = !joined_ && (at_ >= line_.size() || is_space(sign_at(line_, at_).code));
    if (plain == '-' && spaced && !tokens_.empty()) plain = '|';
    if (plain == '/' && spaced && is_between_parts()) plain = '|';
    DateToken& token = add(Kind::sign, begin, std::string(1, plain));
    token.filler = plain == ',' || plain == '\'';
  }

  // "Una Vray / 3 May 2014 / World", not "3 / 5 / 2014", nor "3 / May / 2014".
  bool is_between_parts() const {
    constexpr std::size_t year = 4;  // digits
    if (tokens_.empty() || tokens_.back().month.month > 0) return false;
    const std::size_t next = line_.find_first_not_of(' ', at_);
    const bool number_next = next != line_.npos && digit_of(sign_at(line_, next).code) >= 0;
    if (tokens_.back().kind != Kind::number) return true;
    const bool whole = tokens_.size() > 1 && tokens_[tokens_.size() - 2].month.month > 0;
    return tokens_.back().text.size() == year && (whole || !number_next);
  }

  // A dot behind an abbreviation or an ordinal says nothing; one between numbers does.
  void drop_idle_dots() {
    std::vector<DateToken> kept;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const bool number_before = i > 0 && tokens_[i - 1].kind == Kind::number;
      const bool number_after = i + 1 < tokens_.size() && tokens_[i + 1].kind == Kind::number;
      if (tokens_[i].text == "." && !(number_before && number_after)) continue;
      kept.push_back(std::move(tokens_[i]));
    }
    tokens_ = std::move(kept);
  }

  std::string_view line_;
  std::size_t at_ = 0;
  bool joined_ = false;
  std::vector<DateToken> tokens_;
};

}  // namespace

std::vector<DateToken> date_tokens(std::string_view line) {
  return Scanner(line).scan();
}

}  // namespace backfile
