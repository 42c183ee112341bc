// What `search` does, and how its help reads; `evaluate` has its own file.
#include "query/commands.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "indexer/base/failure.h"
#include "indexer/base/lists.h"
#include "indexer/text/unicode.h"
#include "query/answer/choices.h"
#include "query/answer/phrases.h"
#include "query/evaluation/evaluate_command.h"
#include "query/language/syntax_help.h"
#include "query/output/render.h"
#include "query/ranking/recency_flag.h"
#include "query/search/alternatives.h"
#include "query/search/searcher.h"

namespace backfile {
namespace {

constexpr int found = static_cast<int>(Exit::done);
constexpr int nothing_found = static_cast<int>(Exit::no_match);

constexpr long shown_by_default = 10;
constexpr long farthest = 1'000'000'000;

// Of the terminal; COLUMNS says otherwise.
std::size_t terminal_columns() {
  constexpr std::size_t usual = 80;
  if (const char* variable = std::getenv("COLUMNS")) {
    const std::string_view text = variable;
    std::size_t columns = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
    if (error == std::errc() && end == text.data() + text.size() && columns > 0) return columns;
  }
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : usual;
}

// "section,year" and --facets given twice come to the same.
std::vector<std::string> names_in(const std::vector<std::string>& lists) {
  std::vector<std::string> names;
  for (const std::string& list : lists) {
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      const std::string name = list.substr(begin, end - begin);
      if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
      begin = end + 1;
    }
  }
  return names;
}

// The choice that a flag names; the first of the table where it is not given.
template <class Choice, std::size_t count>
Choice choice_of(const Arguments& arguments, const std::string& flag,
                 const NamedChoice<Choice> (&names)[count]) {
  return *choice_named(arguments.choice(flag, all_names(names)), names);
}

bool has_period(const Request& request) {
  return !request.from.empty() || !request.to.empty();
}

Request request_of(const Arguments& arguments) {
  Request request;
  request.query = joined(arguments.words(), " ");
  request.match = choice_of(arguments, "match", match_names);
  request.sort = choice_of(arguments, "sort", sort_names);
  request.offset = static_cast<std::size_t>(arguments.number("offset", 0, 0, farthest));
  request.limit =
      static_cast<std::size_t>(arguments.number("limit", shown_by_default, 0, most_results));
  request.from = arguments.value("from").value_or("");
  request.to = arguments.value("to").value_or("");
  for (const Field& field : fields) {
    if (!field.is(for_filters)) continue;
    std::vector<std::string> values = arguments.values(std::string(field.name));
    if (!values.empty()) request.filters[field.id] = std::move(values);
  }
  request.facets = names_in(arguments.values("facets"));
  request.feedback = arguments.has("feedback");
  request.strict = arguments.has("strict");
  request.limits = generous_limits;
  request.has_pages = false;
  request.ranking = ranking_of(arguments);
  const bool browses =
      request.has_filters() || has_period(request) || request.sort != Sort::relevance;
  if (request.query.empty() && !browses) {
    throw Failure(Exit::usage, "say what to search for, as in: backfile search storm flood");
  }
  return request;
}

// Refusals name parameters as the API has them, `from`; here these are flags, --from.
std::string with_flags(std::string text) {
  for (const std::string name : {"from", "to", "strict"}) {
    const std::string parameter = '`' + name + '`';
    for (std::size_t at = 0; (at = text.find(parameter, at)) != text.npos;) {
      text.replace(at, parameter.size(), "--" + name);
    }
  }
  return text;
}

[[noreturn]] void refuse(const std::string& query, const Refused& refused) {
  std::string place;
  if (refused.position) place = at_character(query, *refused.position) + ": ";
  throw Failure(Exit::usage, with_flags(place + refused.reason + " " + refused.hint));
}

// What to try where nothing was found, or not all of the words within the filters.
void suggest(Searcher& searcher, const Request& request, const Answer& answer) {
  if (answer.total > 0 && !answer.relaxed) return;
  const bool is_relaxed = answer.relaxed;
  const std::vector<Alternative> nearby =
      is_relaxed ? beyond_filters(searcher, request) : alternatives(searcher, request);
  const bool asks = !answer.interpreted.empty();  // something was left of the query
  if (nearby.empty() && !is_relaxed && answer.writers.empty() && asks) {
    std::cerr << "Check the spelling, or try fewer or other words.\n";
  }
  for (const Alternative& alternative : nearby) {
    std::cerr << "There would be " << alternative.total << (is_relaxed ? " with all of them " : " ")
              << alternative.change << ".\n";
  }
}

int run_search(const Arguments& arguments) {
  const std::string format = arguments.choice("format", {"text", "json", "tsv"});
  const Offsets offsets = choice_of(arguments, "offsets", offset_names);
  const bool in_colour = colour_output(arguments);
  Request request = request_of(arguments);
  if (format == "tsv" && !request.facets.empty()) {
    throw Failure(Exit::usage,
                  "--facets has no place in tsv; take --format json or text, or leave it out");
  }
  request.snippets = format != "tsv";
  Searcher searcher(open_archive(index_directory(arguments)));
  const Answer answer = searcher.search(request);
  if (answer.refused) refuse(answer.query, *answer.refused);
  if (format == "json") {
    print(to_json(answer, offsets) + '\n');
  } else if (format == "tsv") {
    for (const Note& note : answer.notes) std::cerr << "Note: " << note.message << '\n';
    print(to_tsv(answer, arguments.has("no-header") ? Header::left_out : Header::shown));
  } else {
    print(to_text(answer, in_colour, terminal_columns()));
  }
  if (format == "text") suggest(searcher, request, answer);
  return answer.total > 0 ? found : nothing_found;
}

constexpr std::string_view before_syntax =
    "All words are wanted. Where no article has them all, those with some of them are\n"
    "shown, and the answer says so; sorted by relevance, also where fewer than five\n"
    "have all of three or more words. Give the query as one argument in quotes, so\n"
    "that the shell leaves its marks alone:\n"
    "\n";

constexpr std::string_view behind_syntax =
    "\n"
    "The value of a field stands right behind its colon, without a space. Without a\n"
    "query, --sort newest or oldest lists every article.\n"
    "\n"
    "The best stands first: rare words count more than frequent ones, a word in the title\n"
    "as five in the text, words that stand together as typed more than words far apart,\n"
    "and forms, spellings and capitals as typed before others. README says what each of\n"
    "these gives; newer articles come first only with --recency-half-life or --sort.\n"
    "\n"
    "Anything else is read as plain words, and a note says so; --strict refuses it\n"
    "instead.\n"
    "\n"
    "Exit codes: 0 found, 1 nothing found, 2 the query cannot be understood,\n"
    "7 there is no index or it is damaged, 8 the output cannot be written.\n"
    "\n"
    "  backfile search storm flood\n"
    "  backfile search --sort newest --from 2019-03 'title:alliance -nato'\n"
    "  backfile search --limit 0 --facets year,section 'climate OR weather'\n"
    "  backfile search --format json '\"strategic coordination\"' > results.json\n";

std::string_view search_details() {
  static const std::string details =
      std::string(before_syntax) + syntax_as_text() + std::string(behind_syntax);
  return details;
}

// One for each field that filters: "only in this section".
std::vector<Flag> filter_flags() {
  static const std::vector<std::string> helps = [] {
    std::vector<std::string> texts;
    for (const Field& field : fields) texts.push_back("only " + std::string(field.scope));
    return texts;
  }();
  std::vector<Flag> flags;
  for (const Field& field : fields) {
    if (!field.is(for_filters)) continue;
    const std::string_view value = field.id == FieldId::language ? "CODE" : "NAME";
    flags.push_back({field.name, value, helps[index_of(field.id)], true});
  }
  return flags;
}

std::vector<Flag> search_flags() {
  static const std::string counted_by =
      "count the results by " + names_of_fields(for_facets, " or ") + "; with commas between";
  std::vector<Flag> flags = {
      index_flag,
      {"limit", "N", "results to show (default: 10); 0 only counts"},
      {"offset", "N", "results to skip before the first"},
      {"sort", "ORDER", "relevance (the default), newest or oldest"},
      {"from", "DATE",
       "nothing before that year, month or day: 2019, 2019-03, 3/2019, \"March 2019\", "
       "2019-03-31"},
      {"to", "DATE", "nothing after it"},
  };
  for (const Flag& flag : filter_flags()) flags.push_back(flag);
  const Flag others[] = {
      {"match", "WORDS",
       "auto (all words, or some where none or few have all), all, any, or topic: any of them "
       "and words "
       "of "
       "the best articles"},
      {"feedback", "", "rank by words of the best articles, too"},
      recency_flag,
      {"facets", "NAMES", counted_by, true},
      {"format", "FORMAT", "text (the default), json or tsv"},
      {"no-header", "", "without the line of names above the values of tsv"},
      color_flag,
      {"offsets", "UNIT", "what places in json count: utf16 (the default), codepoint or byte"},
      {"strict", "", "refuse a query that is not understood in every part"},
  };
  flags.insert(flags.end(), std::begin(others), std::end(others));
  return flags;
}

}  // namespace

std::vector<Command> query_commands() {
  return {
      {"search", "QUERY", "search the index", search_details(), search_flags(), run_search},
      evaluate_command(),
  };
}

}  // namespace backfile
