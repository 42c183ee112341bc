// Lists rules by source, then the lines of scraped text.
#include "indexer/build/boilerplate_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "indexer/base/figures.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::ordered_json;

std::string_view name_of(BoilerplatePlace place) {
  return boilerplate_places[static_cast<std::size_t>(place)];
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

// One line, however long the example is.
std::string in_quotes(std::string_view example) {
  constexpr std::size_t longest = 100;
  const std::string line = tidy_line(example);
  if (line.size() <= longest) return '"' + line + '"';
  return '"' + line.substr(0, code_point_floor(line, longest)) + "…\"";
}

// "  58 of 60  foot         "Share this"".
std::string line_of(std::uint64_t articles, std::uint64_t of, std::string_view place,
                    std::string_view example, bool kept) {
  const std::string share = with_commas(articles) + " of " + with_commas(of);
  return "  " + padded(share, 14) + "  " + padded(std::string(place), 11) + "  " +
         in_quotes(example) + (kept ? "  kept by your settings" : "") + "\n";
}

std::string rules_text(const Boilerplate& boilerplate) {
  std::string text;
  const BoilerplateRule* last = nullptr;
  for (const BoilerplateRule& rule : boilerplate.rules()) {
    if (!last || last->source != rule.source) {
      const std::string source = rule.source.empty() ? "the archive" : rule.source;
      text += "\n" + source + "\n";
    }
    text += line_of(rule.articles, rule.of, name_of(rule.place), rule.example,
                    boilerplate.is_kept(rule));
    last = &rule;
  }
  return text;
}

}  // namespace

std::string to_text(const ArchiveBoilerplate& learnt, const std::string& generation) {
  const std::vector<ScrapedBoilerplate::Line> lines = learnt.scraped.boilerplate();
  const std::uint64_t files = learnt.scraped.learnt().files;
  const BoilerplateOverrides& overrides = learnt.boilerplate.overrides();
  const std::size_t rules = learnt.boilerplate.rules().size() + lines.size();
  std::string text = counted(rules, "rule") + " in generation " + generation;
  if (learnt.removed.articles > 0) {
    text += "; " + counted(learnt.removed.articles, "article") +
            " without the boilerplate they had, " + counted(learnt.removed.words, "word") +
            " of it";
  }
  text += ".\n";
  if (rules > 0)
    text += "What a rule names is kept where nothing else would be left of an article.\n";
  text += rules_text(learnt.boilerplate);
  if (!lines.empty()) text += "\nscraped text\n";
  for (const ScrapedBoilerplate::Line& line : lines)
    text += line_of(line.files, files, "either end", line.text, overrides.keeps(line.text));
  if (!overrides.remove.empty()) text += "\nremoved by your settings\n";
  for (const std::string& line : overrides.remove) text += "  " + in_quotes(line) + "\n";
  return text;
}

std::string to_json(const ArchiveBoilerplate& learnt, const std::string& generation) {
  const BoilerplateOverrides& overrides = learnt.boilerplate.overrides();
  const std::uint64_t files = learnt.scraped.learnt().files;
  ordered_json rules = ordered_json::array();
  for (const BoilerplateRule& rule : learnt.boilerplate.rules()) {
    rules.push_back({{"source", rule.source},
                     {"place", name_of(rule.place)},
                     {"articles", rule.articles},
                     {"of", rule.of},
                     {"heads_links", rule.heads_links},
                     {"kept", learnt.boilerplate.is_kept(rule)},
                     {"example", rule.example}});
  }
  for (const ScrapedBoilerplate::Line& line : learnt.scraped.boilerplate()) {
    rules.push_back({{"source", nullptr},
                     {"place", "either end"},
                     {"articles", line.files},
                     {"of", files},
                     {"heads_links", false},
                     {"kept", overrides.keeps(line.text)},
                     {"example", line.text}});
  }
  const ordered_json object = {
      {"generation", generation},      {"articles", learnt.removed.articles},
      {"words", learnt.removed.words}, {"keep", overrides.keep},
      {"remove", overrides.remove},    {"rules", rules}};
  return object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace backfile
