// One word at a time from large to small (Splitter), then what ties words together.
#include "indexer/text/compound.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "indexer/text/numbers.h"
#include "indexer/text/unicode.h"

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

std::string_view slice(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

UChar32 code_point(std::string_view text, std::size_t& offset) {
  UChar32 c = 0;
  U8_NEXT_UNSAFE(text.data(), offset, c);
  return c;
}

bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0x2BB || c == 0xFF07;
}

std::string lower_ascii(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

bool all_of(std::string_view word, auto is_wanted) {
  for (std::size_t offset = 0; offset < word.size();) {
    if (!is_wanted(code_point(word, offset))) return false;
  }
  return !word.empty();
}

bool is_upper(UChar32 c) {
  return u_isupper(c) != 0;
}
bool is_lower(UChar32 c) {
  return u_islower(c) != 0;
}
bool is_letter(UChar32 c) {
  return u_isalpha(c) != 0;
}

std::vector<std::string_view> split(std::string_view word, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= word.size();) {
    const std::size_t end = std::min(word.find(separator, begin), word.size());
    parts.push_back(word.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// "U.S", "e.g", "Ph.D": letters, never more than two in a row, and somewhere one alone.
bool is_dotted_abbreviation(std::string_view word) {
  if (word.find('.') == std::string_view::npos) return false;
  bool single = false;
  for (const std::string_view part : split(word, '.')) {
    const std::size_t letters = code_point_length(part);
    if (letters > 2 || !all_of(part, is_letter)) return false;
    single = single || letters == 1;
  }
  return single;
}

// "USA:n", "EU:s": how Swedish and Finnish inflect what is read letter by letter.
bool has_colon_suffix(std::string_view stem, std::string_view suffix) {
  return code_point_length(stem) >= 2 && all_of(stem, is_upper) && code_point_length(suffix) <= 4 &&
         all_of(suffix, is_lower);
}

// Cuts one word into pieces, from large to small.
class Splitter {
 public:
  Splitter(std::string_view text, std::string_view language, Compound& out)
      : text_(text), language_(language), out_(out) {}

  void word(const Word& word) {
    const Range range = word.range;
    const std::string_view raw = slice(text_, range);
    if (word.plain) return letter_with_sign(word);
    if (word.kind == WordKind::number && raw.find('_') == std::string_view::npos)
      return number(range);
    if (is_dotted_abbreviation(raw)) return abbreviation(range);
    between_separators(range);
  }

 private:
  void add(std::size_t begin, std::size_t end, WordKind kind, std::string spelling = {}) {
    if (begin < end)
      out_.pieces.push_back({{offset32(begin), offset32(end)}, kind, std::move(spelling)});
  }

  // "C++", "F#", where nothing that belongs to a word follows.
  void letter_with_sign(const Word& word) {
    std::size_t end = word.range.end;
    if (word.kind == WordKind::letters && end - word.range.begin == 1) {
      const std::string_view rest = text_.substr(end);
      const std::size_t sign = rest.starts_with("++") ? 2 : rest.starts_with("#") ? 1 : 0;
      const char next = sign < rest.size() ? rest[sign] : ' ';
      const bool free =
          static_cast<unsigned char>(next) < 0x80 && !u_isalnum(next) && next != '+' && next != '#';
      if (sign != 0 && free) end += sign;
    }
    add(word.range.begin, end, word.kind);
  }

  void number(Range range) {
    const std::string_view raw = slice(text_, range);
    std::string spelling = plain_number(raw, language_);
    if (!spelling.empty()) {
      if (spelling == raw) spelling.clear();
      return add(range.begin, range.end, WordKind::number, std::move(spelling));
    }
    std::size_t begin = range.begin;  // several numbers: dates, versions, lists
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (text_[i] != '.' && text_[i] != ',' && text_[i] != '\'') continue;
      add(begin, i, WordKind::number);
      begin = i + 1;
    }
    add(begin, range.end, WordKind::number);
  }

  void abbreviation(Range range) {
    std::string spelling;
    for (const char c : slice(text_, range)) {
      if (c != '.') spelling += c;
    }
    const bool final_dot = range.end < text_.size() && text_[range.end] == '.';
    add(range.begin, range.end + (final_dot ? 1 : 0), WordKind::letters, std::move(spelling));
  }

  void between_separators(Range range) {
    std::size_t begin = range.begin;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const char c = text_[i];
      if (c != '.' && c != '_' && c != ':') continue;
      if (c == ':' && has_colon_suffix(text_.substr(begin, i - begin),
                                       text_.substr(i + 1, range.end - i - 1))) {
        return add(begin, range.end, WordKind::letters,
                   std::string(text_.substr(begin, i - begin)));
      }
      apostrophes(begin, i);
      begin = i + 1;
      separated_ = true;
    }
    apostrophes(begin, range.end);
    if (separated_) out_.joined = false;
  }

  void apostrophes(std::size_t begin, std::size_t end) {
    std::string spelling;
    std::size_t last = end;  // the last apostrophe, and where the text behind it begins
    std::size_t behind = end;
    for (std::size_t i = begin; i < end;) {
      const std::size_t here = i;
      if (!is_apostrophe(code_point(text_, i))) {
        spelling.append(text_, here, i - here);
        continue;
      }
      const std::string_view rest = text_.substr(i, end - i);
      if (rest != "s" && contains(elided, lower_ascii(text_.substr(begin, here - begin))) &&
          !rest.empty()) {
        add(begin, here, WordKind::letters);
        std::size_t next = i;
        const bool name =
            all_of(text_.substr(begin, 1), is_upper) && is_upper(code_point(text_, next));
        out_.joined = out_.joined || name;  // D'Angelo, L'Oréal
        begin = i;
        spelling.clear();
        continue;
      }
      last = here;
      behind = i;
    }
    if (last == end) return letters_and_digits(begin, end);
    const std::string ending = lower_ascii(text_.substr(behind, end - behind));
    if (ending == "s") {
      spelling.pop_back();
    } else if (contains(contractions, ending) || (ending == "t" && text_[last - 1] == 'n')) {
      spelling = text_.substr(begin, end - begin);
    }
    add(begin, end, WordKind::letters, std::move(spelling));
  }

  // "S400", "5bn", but not "1990s", "20th", and not what changes more than once.
  void letters_and_digits(std::size_t begin, std::size_t end) {
    std::size_t boundary = 0, changes = 0;
    bool digits = false;
    for (std::size_t i = begin; i < end;) {
      const std::size_t here = i;
      const bool digit = u_isdigit(code_point(text_, i)) != 0;
      if (here > begin && digit != digits) {
        ++changes;
        boundary = here;
      }
      digits = digit;
    }
    const bool ordinal = changes == 1 && !digits &&
                         contains(ordinals, lower_ascii(text_.substr(boundary, end - boundary)));
    if (changes != 1 || ordinal) {
      return add(begin, end, changes == 0 && digits ? WordKind::number : WordKind::letters);
    }
    add(begin, boundary, digits ? WordKind::letters : WordKind::number);
    add(boundary, end, digits ? WordKind::number : WordKind::letters);
    out_.joined = true;
  }

  std::string_view text_, language_;
  Compound& out_;
  bool separated_ = false;  // by a dot, a low line or a colon
};

constexpr auto zero_width_space = "\u200B"sv;

bool is_hyphen(std::string_view gap) {
  return gap == "-" || gap == "\u2010" || gap == "\u2011";
}
bool is_number_space(std::string_view gap) {
  return gap == "\u00A0" || gap == "\u202F" || gap == "\u2009";
}

// Whether what stands at `end` could tie the word before it to something behind.
bool may_continue(std::string_view text, std::size_t end) {
  if (end == text.size()) return false;
  const char c = text[end];
  return static_cast<unsigned char>(c) >= 0x80 || c == '-' || c == '&' || c == '+' || c == '#';
}

std::string_view gap_before(std::string_view text, std::span<const Word> words, std::size_t i) {
  const std::size_t begin = words[i - 1].range.end;
  return text.substr(begin, words[i].range.begin - begin);
}

// Words that are one in spite of what stands between: broken by zero width spaces, or groups of
// three digits with narrow spaces. How many of `words` there are, and what they read.
std::size_t read_broken_word(std::string_view text, std::span<const Word> words,
                             std::string& spelling) {
  spelling = slice(text, words[0].range);
  std::size_t used = 1;
  for (; used < words.size() && words[used].kind != WordKind::ideographic; ++used) {
    const std::string_view gap = gap_before(text, words, used);
    const std::string_view next = slice(text, words[used].range);
    const bool thousands = is_number_space(gap) && words[0].kind == WordKind::number &&
                           words[0].plain && words[0].range.end - words[0].range.begin <= 3 &&
                           words[used].plain && words[used].kind == WordKind::number &&
                           next.size() == 3;
    if (!thousands && gap != zero_width_space) break;
    spelling += next;
  }
  return used;
}

}  // namespace

std::size_t read_compound(std::string_view text, std::span<const Word> words,
                          std::string_view language, Compound& out) {
  out.pieces.clear();
  out.joined = false;
  out.joint = {};
  const std::size_t end = words[0].range.end;
  if (words[0].plain && !may_continue(text, end)) {  // nearly always
    out.pieces.push_back({words[0].range, words[0].kind, {}});
    return 1;
  }
  if (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) {
    std::string spelling;
    if (const std::size_t used = read_broken_word(text, words, spelling); used > 1) {
      out.pieces.push_back(
          {{words[0].range.begin, words[used - 1].range.end}, words[0].kind, spelling});
      return used;
    }
  }

  std::size_t used = 0;
  bool letters = false, hyphen = false, ampersand = false;
  for (;;) {
    Splitter(text, language, out).word(words[used]);
    letters = letters || words[used].kind == WordKind::letters;
    ++used;
    if (used == words.size() || words[used].kind == WordKind::ideographic || out.pieces.empty())
      break;
    const std::size_t from = out.pieces.back().range.end;
    if (from > words[used].range.begin) break;
    const std::string_view gap = text.substr(from, words[used].range.begin - from);
    if (!is_hyphen(gap) && gap != "&") break;
    hyphen = hyphen || gap != "&";
    ampersand = ampersand || gap == "&";
  }
  if (used == 2) {
    out.joined = letters && out.pieces.size() <= 3;
    if (ampersand) out.joint = "&";
  } else if (used > 2) {
    out.joined = false;
  }
  return used;
}

}  // namespace backfile
