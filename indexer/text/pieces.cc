// Cuts one word into the pieces that readers ask for, by the table in compound.h. From large to
// small: an abbreviation or a number is kept whole; any other word is cut at separators, then at
// apostrophes, then between letters and digits. A number's separators are read first: groups of
// three digits are thousands, what follows the last point or comma is a fraction.
#include "indexer/text/compound.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"
#include "indexer/text/word_shape.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

// Articles, pronouns and conjunctions that lose their vowel before another (French, Italian,
// Catalan).
constexpr std::array elided = {
    "all"sv,    "bell"sv,   "c"sv,     "coll"sv,  "d"sv,      "dall"sv,  "dell"sv,   "degl"sv,
    "gl"sv,     "j"sv,      "jusqu"sv, "l"sv,     "lorsqu"sv, "m"sv,     "n"sv,      "nell"sv,
    "presqu"sv, "puisqu"sv, "qu"sv,    "quell"sv, "quelqu"sv, "quest"sv, "quoiqu"sv, "s"sv,
    "sant"sv,   "sull"sv,   "t"sv,     "un"sv,    "v"sv,
};
constexpr std::array contractions = {"d"sv, "ll"sv, "m"sv, "re"sv, "ve"sv};
constexpr std::array ordinals = {"nd"sv, "rd"sv, "s"sv, "st"sv, "th"sv};

bool contains(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::uint32_t offset32(std::size_t offset) {
  return static_cast<std::uint32_t>(offset);
}

std::string lower_ascii(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s"sv, "’s"sv}) {
    if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

// Cuts one word into pieces, from large to small.
class Splitter {
 public:
  Splitter(std::string_view text, std::string_view language, Compound& out)
      : text_(text), language_(language), out_(out) {}

  void word(const Word& word) {
    const Range range = without_low_lines(text_, word.range);
    const std::string_view raw = slice(text_, range);
    if (word.plain) return letter_with_sign(word);
    if (word.kind == WordKind::number) return numbers(range);
    const std::string_view owner = without_possessive(raw);  // U.K's; U.S.'s is two words
    if (is_dotted_abbreviation(owner)) return abbreviation(range, owner);
    letters_and_number(range);
  }

 private:
  void add(std::size_t begin, std::size_t end, WordKind kind, std::string spelling = {}) {
    begin += leading_marks(text_.substr(begin, end - begin));
    spelling.erase(0, leading_marks(spelling));
    if (begin < end) {
      out_.pieces.push_back({{offset32(begin), offset32(end)}, kind, std::move(spelling)});
    }
  }

  // "C++", "F#", where nothing that belongs to a word follows.
  void letter_with_sign(const Word& word) {
    std::size_t end = word.range.end;
    if (word.kind == WordKind::letters && end - word.range.begin == 1) {
      const std::string_view rest = text_.substr(end);
      const std::size_t sign = rest.starts_with("++") ? 2 : rest.starts_with("#") ? 1 : 0;
      const char next = sign < rest.size() ? rest[sign] : ' ';
      const bool free = static_cast<unsigned char>(next) < 0x80 &&
                        !std::isalnum(static_cast<unsigned char>(next)) && next != '+' &&
                        next != '#';
      if (sign != 0 && free) end += sign;
    }
    add(word.range.begin, end, word.kind);
  }

  void numbers(Range range) {
    std::size_t begin = range.begin;
    for (std::size_t i = range.begin; i <= range.end; ++i) {
      if (i < range.end && text_[i] != '_') continue;
      if (begin < i) number(begin, i);
      begin = i + 1;
    }
  }

  void number(std::size_t begin, std::size_t end) {
    const std::string_view raw = text_.substr(begin, end - begin);
    std::string spelling = plain_number(raw, language_);
    if (!spelling.empty()) {
      if (spelling == raw) spelling.clear();
      return add(begin, end, WordKind::number, std::move(spelling));
    }
    for (std::size_t i = begin; i < end;) {  // several numbers: dates, versions, lists
      const std::size_t here = i;
      if (!parts_numbers(take_code_point(text_, i))) continue;
      add(begin, here, WordKind::number);
      begin = i;
    }
    add(begin, end, WordKind::number);
  }

  // "S400", "5bn", "EUR1,000": one number, before or behind all letters; "A320neo": one between a
  // few. "20th" and "1990s" stay whole, and so does what mixes more.
  void letters_and_number(Range range) {
    range.begin += offset32(leading_marks(slice(text_, range)));
    const Range digits = digits_of(text_, range);
    const bool first = digits.begin == range.begin, last = digits.end == range.end;
    if (digits.begin == digits.end) return between_separators(range);
    if (!first && !last) {
      return is_model(range, digits) ? model(range, digits) : between_separators(range);
    }
    if (first && last) return number(digits.begin, digits.end);

    const std::size_t pieces = out_.pieces.size();
    if (last) {
      between_separators({range.begin, digits.begin});
      number(digits.begin, digits.end);
    } else {
      number(digits.begin, digits.end);
      const bool one = out_.pieces.size() == pieces + 1;
      const std::string suffix = lower_ascii(slice(text_, {digits.end, range.end}));
      if (one && contains(ordinals, suffix)) return add_ordinal(out_.pieces.back(), range);
      between_separators({digits.end, range.end});
    }
    out_.joined = out_.pieces.size() == pieces + 2 && !separated_;
  }

  bool is_model(Range range, Range digits) const {
    constexpr std::size_t most = 4;
    const auto few = [&](std::uint32_t begin, std::uint32_t end) {
      const std::string_view part = slice(text_, {begin, end});
      return part.size() <= most && std::all_of(part.begin(), part.end(), is_ascii_letter);
    };
    const std::string_view number = slice(text_, digits);
    return few(range.begin, digits.begin) && few(digits.end, range.end) && number.size() <= most &&
           std::all_of(number.begin(), number.end(), is_ascii_digit);
  }

  void model(Range range, Range digits) {
    add(range.begin, digits.begin, WordKind::letters);
    add(digits.begin, digits.end, WordKind::number);
    add(digits.end, range.end, WordKind::letters);
    out_.joined = !separated_;
  }

  void add_ordinal(Piece& number, Range range) {
    if (!number.text.empty()) number.text += slice(text_, {number.range.end, range.end});
    number.range = range;
    number.kind = WordKind::letters;
  }

  // `dotted` is what the range holds, or that without its 's.
  void abbreviation(Range range, std::string_view dotted) {
    std::string spelling;
    for (const char c : dotted) {
      if (c != '.') spelling += c;
    }
    const bool final_dot = range.end < text_.size() && text_[range.end] == '.';
    // The dot may carry a mark.
    const std::size_t end = final_dot ? character_end(text_, range.end) : range.end;
    add(range.begin, end, WordKind::letters, std::move(spelling));
    if (!out_.pieces.empty()) out_.pieces.back().dotted = true;
  }

  void between_separators(Range range) {
    std::uint32_t begin = range.begin;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if ("._:,;"sv.find(text_[i]) == std::string_view::npos) continue;
      const std::string_view stem = slice(text_, {begin, i});
      if (text_[i] == ':' && has_colon_suffix(stem, slice(text_, {i + 1, range.end}))) {
        return add(begin, range.end, WordKind::letters, std::string(stem));
      }
      separated_ = true;
      if (begin < i) letters_and_number({begin, i});
      begin = i + 1;
    }
    if (begin == range.begin) return apostrophes(range.begin, range.end);
    if (begin < range.end) letters_and_number({begin, range.end});
    out_.joined = false;
  }

  void apostrophes(std::size_t begin, std::size_t end) {
    begin += leading_marks(text_.substr(begin, end - begin));
    std::string spelling;
    std::size_t last = end;  // the last apostrophe, and where the text behind it begins
    std::size_t behind = end;
    for (std::size_t i = begin; i < end;) {
      const std::size_t here = i;
      if (!is_apostrophe(take_code_point(text_, i))) {
        spelling.append(text_, here, i - here);
        continue;
      }
      const std::string_view rest = text_.substr(i, end - i);
      if (rest != "s" && contains(elided, lower_ascii(text_.substr(begin, here - begin))) &&
          !rest.empty()) {
        add(begin, here, WordKind::letters);
        std::size_t next = i;
        const bool name = text_[begin] < 'a' && is_upper_letter(take_code_point(text_, next));
        out_.joined = out_.joined || name;  // D'Angelo, L'Oréal
        begin = i += leading_marks(rest);
        spelling.clear();
        continue;
      }
      last = here;
      behind = i;
    }
    if (last == end) return add(begin, end, WordKind::letters);
    const std::string ending = lower_ascii(text_.substr(behind, end - behind));
    if (ending == "s") {
      spelling.pop_back();
    } else if (contains(contractions, ending) || (ending == "t" && text_[last - 1] == 'n')) {
      spelling = text_.substr(begin, end - begin);
    }
    add(begin, end, WordKind::letters, std::move(spelling));
  }

  std::string_view text_, language_;
  Compound& out_;
  bool separated_ = false;  // by a dot, a low line or a colon
};

// Languages in which 1.000 is a thousand. (1,000 is a thousand everywhere: three places behind a
// decimal comma are rare.)
constexpr std::array point_for_thousands = {"da"sv, "de"sv, "es"sv, "fi"sv, "id"sv, "it"sv,
                                            "nl"sv, "no"sv, "pt"sv, "ro"sv, "sv"sv, "tr"sv};

struct Group {
  std::string_view digits;
  std::string_view separator;  // that stands behind it
};

// Anything that is not a separator in use is taken for a digit, whatever its script.
std::size_t separator_length(std::string_view rest) {
  for (const std::string_view separator : {","sv, "."sv, "'"sv, "’"sv}) {
    if (rest.starts_with(separator)) return separator.size();
  }
  return 0;
}

std::vector<Group> groups_of(std::string_view word) {
  std::vector<Group> groups;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t length = separator_length(word.substr(i));
    if (length != 0) {
      groups.push_back({word.substr(begin, i - begin), word.substr(i, length)});
      begin = i + length;
    }
    i += std::max<std::size_t>(length, 1);
  }
  groups.push_back({word.substr(begin), {}});
  return groups;
}

// Whether the groups before `end` are thousands, all parted by the same sign.
bool are_thousands(const std::vector<Group>& groups, std::size_t end) {
  const std::string_view first = groups[0].digits;
  if (end < 2 || first.size() > 3 || first.starts_with('0')) return false;
  return std::all_of(groups.begin() + 1, groups.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const Group& group) { return group.digits.size() == 3; }) &&
         std::all_of(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(end) - 1,
                     [&](const Group& group) { return group.separator == groups[0].separator; });
}

bool is_point(std::string_view separator) {
  return separator == "." || separator == ",";
}

}  // namespace

void split_word(std::string_view text, const Word& word, std::string_view language, Compound& out) {
  Splitter(text, language, out).word(word);
}

std::string plain_number(std::string_view word, std::string_view language) {
  const std::vector<Group> groups = groups_of(word);
  if (groups.size() == 1) return std::string(word);
  const std::string_view last_separator = groups[groups.size() - 2].separator;
  std::size_t whole = groups.size();  // groups before the decimal point

  const bool one_sign = last_separator == groups[0].separator;
  if (one_sign && are_thousands(groups, groups.size())) {
    const bool decimal_point = groups.size() == 2 && last_separator == "." &&
                               std::find(point_for_thousands.begin(), point_for_thousands.end(),
                                         language) == point_for_thousands.end();
    if (decimal_point) --whole;
  } else if ((groups.size() == 2 && is_point(last_separator)) ||
             (!one_sign && is_point(last_separator) && are_thousands(groups, groups.size() - 1))) {
    --whole;
  } else {
    return {};
  }
  std::string number;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i == whole) number += '.';
    number += groups[i].digits;
  }
  return number;
}

}  // namespace backfile
