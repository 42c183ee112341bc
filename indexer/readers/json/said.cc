// Searches one string of letters, from the place where the last sentence was found.
#include "indexer/readers/json/said.h"

#include "indexer/text/ascii.h"

namespace backfile {
namespace {

constexpr std::size_t most_searched = 200'000'000;  // bytes; a tenth of a second

// Signs and spaces of Unicode's General Punctuation, and no-break spaces, are left out as well.
void add_letters(std::string_view text, std::string& letters) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("\xe2\x80") || rest.starts_with("\xe2\x81")) {
      i += 2;
    } else if (rest.starts_with("\xc2\xa0")) {
      i += 1;
    } else if (is_ascii_letter(text[i]) || is_ascii_digit(text[i]) ||
               static_cast<unsigned char>(text[i]) >= 0x80) {
      letters += ascii_lowered(text[i]);
    }
  }
}

// The bytes of a full stop at a place: 0 if there is none. A stop of ASCII stands before a space.
std::size_t stop_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n') return 1;
  if (c == '.' || c == '!' || c == '?')
    return at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' ? 1 : 0;
  for (const std::string_view stop : {"。", "！", "？"}) {
    if (text.substr(at).starts_with(stop)) return stop.size();
  }
  return 0;
}

}  // namespace

std::vector<std::string_view> sentences_of(std::string_view paragraph) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < paragraph.size(); ++at) {
    const std::size_t stop = stop_at(paragraph, at);
    if (stop == 0) continue;
    sentences.push_back(paragraph.substr(begin, at + stop - begin));
    begin = at + stop;
    at = begin - 1;
  }
  if (begin < paragraph.size()) sentences.push_back(paragraph.substr(begin));
  return sentences;
}

Said::Said(const Article& article) {
  for (const std::string& paragraph : article.body) add_letters(paragraph, all_);
  for (const std::string* line : {&article.subtitle, &article.title}) {
    all_ += '\n';
    add_letters(*line, all_);
  }
  for (const std::string& caption : article.captions) {
    all_ += '\n';
    add_letters(caption, all_);
  }
}

bool Said::has(std::string_view sentence) {
  std::string letters;
  add_letters(sentence, letters);
  if (searched_ > most_searched) return false;
  std::size_t found = all_.find(letters, next_);
  searched_ += (found == all_.npos ? all_.size() : found) - next_;
  if (found == all_.npos) {
    found = all_.find(letters);
    searched_ += found == all_.npos ? all_.size() : found;
  }
  if (found == all_.npos) return false;
  next_ = found + letters.size();
  return true;
}

}  // namespace backfile
