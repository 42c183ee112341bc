// The offer is made only where it can keep its promise: plain words, ranked by best match, with at
// least two articles to learn from.
#include "server/pages/results_topic.h"

#include <string>

#include "query/answer/demands.h"
#include "query/language/parser.h"

namespace backfile {
namespace {

// Fewer hits than these fit on a screen together with the offer above them.
constexpr std::size_t hits_of_a_screen = 5;

bool is_topic(const SearchParameters& parameters) {
  return parameters.request.match == Match::topic;
}

// Whether a topic search looks for more than what matches already.
bool widens(const SearchParameters& parameters) {
  return asks_plain_words(parse(parameters.request.query).tree);
}

std::string link_to(const PageContext& context, SearchParameters parameters, Match match) {
  parameters.request.match = match;
  parameters.page = 1;
  return context.addresses.search(parameters);
}

// The query with the word added; both are wanted.
std::string link_with_word(const PageContext& context, SearchParameters parameters,
                           const Answer& answer, const std::string& word) {
  parameters.request.query = answer.interpreted + ' ' + word;
  return link_to(context, parameters, Match::automatic);
}

// At least two articles, found by plain words: filters alone rank nothing, and phrases or fields
// would not be widened.
bool may_widen(const SearchParameters& parameters, const Answer& answer) {
  return widens(parameters) && !is_topic(parameters) &&
         parameters.request.sort == Sort::relevance && answer.total >= 2 && !answer.hits.empty() &&
         answer.hits.front().score > 0;
}

Html offer(const PageContext& context, const SearchParameters& parameters) {
  return Html(
      R"(<p class="widen"><a href="{}">More like these</a>, even where they use other words</p>
)",
      link_to(context, parameters, Match::topic));
}

Html links_of_words(const PageContext& context, const SearchParameters& parameters,
                    const Answer& answer) {
  Html links;
  for (const std::string& word : answer.expansion)
    links.add(R"(<li><a href="{}" aria-label="Add {} to the search"><bdi>{}</bdi></a></li>
)",
              link_with_word(context, parameters, answer, word), word, word);
  return links;
}

// Why no words were added.
Html without_words(const PageContext& context, const SearchParameters& parameters) {
  if (!widens(parameters))
    return Html("<p>This search asks for more than plain words, so it was not widened.</p>\n");
  if (parameters.request.sort == Sort::relevance)
    return Html("<p>The best articles share no other words that would help.</p>\n");
  SearchParameters by_relevance = parameters;
  by_relevance.request.sort = Sort::relevance;
  return Html(
      R"(<p>Sorted by date, articles need only one of your words, and no others are added. <a href="{}">Order by best match</a></p>
)",
      link_to(context, by_relevance, Match::topic));
}

}  // namespace

bool is_widened(const SearchParameters& parameters, const Answer& answer) {
  return is_topic(parameters) && widens(parameters) && !answer.expansion.empty();
}

Html topic_offer_above(const PageContext& context, const SearchParameters& parameters,
                       const Answer& answer) {
  return may_widen(parameters, answer) && parameters.page == 1 ? offer(context, parameters)
                                                               : Html();
}

Html topic_offer_below(const PageContext& context, const SearchParameters& parameters,
                       const Answer& answer) {
  const bool is_last = answer.offset + answer.hits.size() >= answer.total;
  const bool is_long = parameters.page > 1 || answer.hits.size() >= hits_of_a_screen;
  return may_widen(parameters, answer) && is_last && is_long ? offer(context, parameters) : Html();
}

Html topic_words(const PageContext& context, const SearchParameters& parameters,
                 const Answer& answer) {
  if (!is_topic(parameters)) return {};
  const bool has_words = is_widened(parameters, answer);
  Html box;
  if (has_words && parameters.page > 1)
    box.add("<p>Also searched for: words that the best articles share.</p>\n");
  else if (has_words)
    box.add(R"(<p>Also searched for, because the best articles share these words:</p>
<ul class="words">
{}</ul>
<p>Choose a word to add it to your search. Only your own words are marked in the passages.</p>
)",
            links_of_words(context, parameters, answer));
  else
    box.add(without_words(context, parameters));
  return Html(
      R"(<section class="topic" aria-label="Words added for the topic">
{}<p><a href="{}">{}</a></p>
</section>
)",
      box, link_to(context, parameters, Match::automatic),
      has_words ? std::string_view("Back to your own words") : "Back to the ordinary search");
}

}  // namespace backfile
