// The vocabularies, and the articles and queries made from them.
#include "tests/query/snippet/snippet_world.h"

#include <algorithm>
#include <set>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

const std::vector<std::string> between = {
    ", ",     ". ",      "! ",      "? ",      "; ",       " – ",
    "-",      "  ",      "\n",      "\t",      "\r\n",     " \"",
    "\" ",    " “",      "” ",      " (",      ") ",       " <b>",
    "</b> ",  " & ",     " &amp; ", "'",       "’",        "…",
    " … ",    " \u202E", " \u200F", " \u2067", " \u0001 ", "\u0007",
    "\u2028", "\u00A0",  "\u3000",  "/",       " 😀 ",      "👨‍👩‍👧",
    "。",     "，",      "、",      "»",       " 3.5% ",   " <script>"};

std::string upper(std::string word) {
  for (char& c : word) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return word;
}

}  // namespace

const std::vector<Script>& scripts() {
  static const std::vector<Script> all = {
      {"en", true, {"storm",  "storms", "flooded", "flooding", "the",    "who",   "US",
                    "WHO",    "us",     "S-400",   "s400",     "e-mail", "don't", "Britain's",
                    "résumé", "resume", "naïve",   "oil",      "price",  "U.S.",  "wi-fi",
                    "1,000",  "a",      "of",      "straße",   "ﬁre",    "fire",  "database"}},
      {"de",
       true,
       {"Haus", "Häuser", "häuser", "Straße", "strasse", "Deich", "der", "die", "und", "Flut",
        "Fluten", "über", "uber", "Öl", "oel", "Bahn-Hof", "Bahn\u00ADhof", "bahnhof"}},
      {"ru",
       true,
       {"мост", "моста", "мосту", "река", "реки", "реку", "и", "в", "новый", "новая", "ёлка",
        "елка", "Йод", "йод", "США", "сша", "город", "города"}},
      {"el",
       true,
       {"δάσος", "δασος", "ΔΑΣΟΣ", "φωτιά", "φωτια", "το", "η", "και", "χωριό", "δρόμος",
        "δρόμου"}},
      {"he", true, {"גשר", "נמל", "הנמל", "שָׁלוֹם", "שלום", "עיר", "של", "צה\"ל"}},
      {"ar", true, {"ميناء", "حريق", "الحريق", "مَدِينَة", "مدينة", "في", "من", "كتاب", "الكتاب"}},
      {"zh", false, {"北京", "大学", "京大", "海洋", "学", "大", "的", "车站", "高铁", "图书馆"}},
      {"ja", false, {"図書館", "図書", "館", "は", "の", "カメラ", "ｶﾒﾗ", "東京", "京都", "都"}},
      {"th", false, {"สะพาน", "น้ำ", "แม่น้ำ", "ที่", "ไม่", "คน", "เมือง"}},
  };
  return all;
}

const std::string& World::word() {
  const Script& script = one_in(12) ? scripts()[below(scripts().size())] : *script_;
  return script.words[below(script.words.size())];
}

std::string World::varied(std::string word) {
  if (one_in(8)) word = upper(word);
  const bool takes_accents = static_cast<unsigned char>(word.front()) < 0xE0;  // of an alphabet
  if (takes_accents && one_in(40) && (word.back() < '0' || word.back() > '9')) word += "\u0301";
  if (one_in(60)) word.insert(0, "\u202B");
  if (one_in(300)) word += std::string(300, 'x');
  return word;
}

std::string World::sentence() {
  std::string text;
  const std::size_t count = 1 + below(one_in(10) ? 60 : 10);
  for (std::size_t i = 0; i < count; ++i) {
    text += varied(word());
    if (one_in(7)) {
      text += between[below(between.size())];
    } else if (script_->spaces) {
      text += ' ';
    }
  }
  return text + (script_->spaces ? ". " : "。");
}

std::string World::paragraph() {
  std::string text;
  for (std::size_t count = 1 + below(4); count > 0; --count) text += sentence();
  if (one_in(20)) text.insert(0, between[below(between.size())]);
  return text;
}

Article World::article() {
  script_ = &scripts()[below(scripts().size())];
  Article article;
  article.language = one_in(15) ? "" : script_->language;
  article.title = one_in(8) ? "" : sentence();
  article.subtitle = one_in(2) ? "" : sentence();
  for (std::size_t count = below(5); count > 0; --count) article.body.push_back(paragraph());
  for (std::size_t count = below(3); count > 0; --count) article.captions.push_back(sentence());
  return article;
}

// A few neighbouring tokens of the article, or words that may not be in it.
std::vector<Token> World::sample(const Article& article, Analyzer& analyzer, std::size_t words) {
  std::string text = article.title;
  if (!article.body.empty() && !one_in(4)) text = article.body[below(article.body.size())];
  if (one_in(3) || text.empty()) {
    text.clear();
    for (std::size_t i = 0; i < words; ++i) text += word() + " ";
  }
  std::vector<Token> tokens = analyzer.analyze(text, article.language);
  if (tokens.empty()) return {};
  // As the planner does: bigrams, not the dictionary's words, which depend on their neighbours. For
  // the same reason no single characters, at the ends of runs, but in a question for just that.
  std::set<std::uint32_t> inside;  // where a bigram's second character begins
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::bigram) inside.insert(token.range.begin);
  }
  std::erase_if(tokens, [&](const Token& token) {
    if (token.kind == TokenKind::ideographic) return true;
    if (token.kind == TokenKind::joined) return words > 1;
    if (token.kind != TokenKind::bigram || words == 1) return false;
    const auto second = inside.upper_bound(token.range.begin);
    return second == inside.end() || *second >= token.range.end;
  });
  if (tokens.empty()) return {};
  const std::size_t first = below(tokens.size());
  tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(first));
  tokens.resize(std::min(tokens.size(), words));
  // A run and what stands beside it are two patterns.
  const auto other = std::ranges::adjacent_find(tokens, [](const Token& one, const Token& next) {
    const bool is_run = one.kind == TokenKind::bigram;
    return is_run != (next.kind == TokenKind::bigram) ||
           (is_run && next.range.begin >= one.range.end);
  });
  if (other != tokens.end()) tokens.erase(other + 1, tokens.end());
  return tokens;
}

MatchPattern World::pattern(const Article& article, Analyzer& analyzer) {
  MatchPattern pattern;
  const std::size_t words = one_in(2) ? 1 : 2 + below(2);
  for (const Token& token : sample(article, analyzer, words)) {
    WordPattern& word_pattern = pattern.words.emplace_back();
    word_pattern.term = token.term;
    word_pattern.capitals_only = token.capitals && one_in(3);
    if (one_in(10)) word_pattern.accented = token.accented.empty() ? token.term : token.accented;
    word_pattern.family = !token.stem.empty() && one_in(2);
    if (word_pattern.family) word_pattern.stems[one_in(20) ? "xx" : article.language] = token.stem;
    pattern.label += token.term + " ";
    // As a wildcard would have it; there are none in scripts without spaces.
    for (std::size_t forms =
             script_->spaces && token.kind != TokenKind::bigram && one_in(8) ? below(4) : 0;
         forms > 0; --forms) {
      const std::string& other = script_->words[below(script_->words.size())];
      word_pattern.forms.push_back(fold(other, article.language).term);
    }
    std::ranges::sort(word_pattern.forms);
  }
  if (one_in(8) && !pattern.words.empty() && pattern.words[0].term.size() > 3 && !script_->spaces) {
    pattern.words.resize(1);  // one character of a longer word
    const auto lead = static_cast<unsigned char>(pattern.words[0].term[0]);
    pattern.words[0] = {pattern.words[0].term.substr(0, lead >= 0xE0   ? 3
                                                        : lead >= 0xC0 ? 2
                                                                       : 1),
                        {},
                        false,
                        false,
                        {}};
  }
  if (pattern.words.size() > 1 && script_->spaces && one_in(9)) {
    std::shuffle(pattern.words.begin(), pattern.words.end(), random_);
  }
  if (one_in(10)) pattern.field = one_in(2) ? "title" : "subtitle";
  return pattern;
}

std::vector<MatchPattern> World::question(const Article& article, Analyzer& analyzer) {
  std::vector<MatchPattern> patterns;
  for (std::size_t count = 1 + below(3); count > 0; --count) {
    patterns.push_back(pattern(article, analyzer));
  }
  return patterns;
}

}  // namespace backfile
