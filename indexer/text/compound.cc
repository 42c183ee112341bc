// What ties words together: hyphens, ampersands, possessives, and what only looks like a space.
#include "indexer/text/compound.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_broken_word = 256;
constexpr auto zero_width_space = "\u200B"sv;

bool is_number_space(std::string_view gap) {
  return gap == "\u00A0" || gap == "\u202F" || gap == "\u2009";
}

// Whether what stands at `end` could tie the word before it to something behind.
bool may_continue(std::string_view text, std::size_t end) {
  if (end == text.size()) return false;
  const char c = text[end];
  return static_cast<unsigned char>(c) >= 0x80 || "-&+#'"sv.find(c) != std::string_view::npos;
}

std::string_view gap_before(std::string_view text, std::span<const Word> words, std::size_t i) {
  const std::size_t begin = words[i - 1].range.end;
  return text.substr(begin, words[i].range.begin - begin);
}

bool is_spaced(std::span<const Word> words, std::size_t i) {
  return i < words.size() && words[i].kind != WordKind::ideographic;
}

// The 's that the word rules part from a digit or a sign: U.S.'s, the 1980's.
bool take_possessive(std::string_view text, const Word& next, Piece& piece) {
  const std::string_view tail = text.substr(piece.range.end, next.range.end - piece.range.end);
  if (tail != "'s" && tail != "’s") return false;
  if (piece.kind == WordKind::number) piece.text = std::string(slice(text, piece.range)) + 's';
  if (piece.text.empty()) piece.text = slice(text, piece.range);
  piece.range.end = next.range.end;
  return true;
}

// Words that are one in spite of what stands between: broken by zero width spaces, or groups of
// three digits with narrow spaces. How many of `words` there are, and what they read.
std::size_t read_broken_word(std::string_view text, std::span<const Word> words,
                             std::string& spelling) {
  spelling = slice(text, words[0].range);
  std::size_t used = 1;
  for (; is_spaced(words, used); ++used) {
    const std::string_view gap = gap_before(text, words, used);
    const std::string_view next = slice(text, words[used].range);
    const bool thousands = is_number_space(gap) && words[0].kind == WordKind::number &&
                           words[0].plain && words[0].range.end - words[0].range.begin <= 3 &&
                           words[used].plain && words[used].kind == WordKind::number &&
                           next.size() == 3;
    if (!thousands && gap != zero_width_space) break;
    if (spelling.size() + next.size() > longest_broken_word) break;
    spelling += next;
  }
  return used;
}

}  // namespace

bool is_hyphen(std::string_view gap) {
  return gap == "-" || gap == "\u2010" || gap == "\u2011";
}

// Apostrophes aside, which the rules for words know.
bool may_tie(char32_t c) {
  return U"-\u2010\u2011&+#\u200B\u00A0\u202F\u2009"sv.find(c) != std::u32string_view::npos;
}

std::size_t read_compound(std::string_view text, std::span<const Word> words,
                          std::string_view language, Compound& out) {
  out.pieces.clear();
  out.joined = false;
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

  std::size_t used = 0, tied = 0;
  bool letters = false, ampersand = false;
  for (bool goes_on = true; goes_on;) {
    const std::size_t first = out.pieces.size();
    split_word(text, words[used], language, out);
    if (ampersand && first < out.pieces.size()) out.pieces[first].joint = "&";
    letters = letters || words[used].kind == WordKind::letters;
    ++used;
    ++tied;
    if (out.pieces.empty()) return used;
    if (is_spaced(words, used) && take_possessive(text, words[used], out.pieces.back())) ++used;
    const std::size_t from = out.pieces.back().range.end;
    goes_on = is_spaced(words, used) && from < words[used].range.begin;
    if (!goes_on) break;
    const std::string_view gap = text.substr(from, words[used].range.begin - from);
    ampersand = gap == "&";
    goes_on = ampersand || is_hyphen(gap);
  }
  if (tied > 1) out.joined = tied == 2 && letters && out.pieces.size() <= 3;
  return used;
}

}  // namespace backfile
