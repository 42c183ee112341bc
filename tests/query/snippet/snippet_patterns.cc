// Reads the small language of snippet_patterns.h from left to right, and analyzes its words.
#include "snippet_patterns.h"

#include <algorithm>
#include <string>

namespace backfile {
namespace {

struct Wanted {
  std::string field, text;
  bool phrase = false, capitals = false;
};

std::vector<Wanted> split(std::string_view query) {
  std::vector<Wanted> result;
  for (std::size_t at = 0; at < query.size();) {
    if (query[at] == ' ') {
      ++at;
      continue;
    }
    Wanted wanted;
    if (query.substr(at).starts_with("title:")) wanted.field = "title", at += 6;
    if (query[at] == '=') wanted.capitals = true, ++at;
    if (query[at] != '"') {
      const std::size_t end = std::min(query.find(' ', at), query.size());
      wanted.text = query.substr(at, end - at);
      at = end;
    } else {
      const std::size_t end = query.find('"', at + 1);
      wanted.text = query.substr(at + 1, end - at - 1);
      wanted.phrase = true;
      at = end + 1;
    }
    result.push_back(wanted);
  }
  return result;
}

// Words as the index has them: bigrams for scripts without spaces, pieces for compounds.
std::vector<Token> phrase_tokens(const std::vector<Token>& tokens) {
  std::vector<Token> kept;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::ideographic || token.kind == TokenKind::joined) continue;
    // The last character of a run, alone, is part of the bigram before it.
    if (token.kind == TokenKind::bigram && !kept.empty() && kept.back().kind == TokenKind::bigram &&
        token.range.end <= kept.back().range.end) {
      continue;
    }
    kept.push_back(token);
  }
  return kept;
}

}  // namespace

std::vector<MatchPattern> patterns_of(std::string_view query, const std::string& language,
                                      Analyzer& analyzer) {
  std::vector<MatchPattern> patterns;
  for (const Wanted& wanted : split(query)) {
    const std::vector<Token> tokens = analyzer.analyze(wanted.text, language);
    const std::vector<Token> words = phrase_tokens(tokens);
    MatchPattern pattern;
    pattern.field = wanted.field;
    pattern.label = wanted.text;
    for (const Token& token : words)
      pattern.words.push_back({token.term, {}, wanted.capitals, false, {}});
    if (pattern.words.empty()) continue;
    if (!wanted.phrase && !wanted.capitals && words.size() == 1 && !words[0].stem.empty()) {
      pattern.words[0].family = true;
      pattern.words[0].stems[language] = words[0].stem;
    }
    patterns.push_back(pattern);
    const auto joined = std::ranges::find(tokens, TokenKind::joined, &Token::kind);
    if (!wanted.phrase && joined != tokens.end()) {
      pattern.words = {{joined->term, {}, wanted.capitals, false, {}}};
      patterns.push_back(pattern);
    }
  }
  return patterns;
}

}  // namespace backfile
