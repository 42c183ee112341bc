// What all pages share: the frame around them, the search form, marked text.
//
// Used by home_page.cc, results_page.cc, article_page.cc and notice_page.cc. Pure; safe on any
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/searcher.h"
#include "query/snippet/snippet.h"
#include "server/api/addresses.h"
#include "server/api/search_parameters.h"
#include "server/pages/html.h"

namespace backfile {

// What a page knows about the archive that it belongs to.
struct PageContext {
  std::string archive_title;
  ArchiveFacts facts;
  Addresses addresses{};
};

struct Frame {
  std::string title;        // of the window; empty on the front page
  std::string description;  // for search engines; may be empty
  std::string canonical;    // the route that search engines should list; may be empty
  Html head;                // added to <head>
  Html tools;               // added to the foot
  std::string_view skip_to = "main";
  bool masthead = true;
};

// The whole document.
Html framed(const PageContext& context, const Frame& frame, const Html& main);

// The search box alone, and together with the dates, the order and the filters of a request.
Html search_box(const PageContext& context, const std::string& query);
Html search_form(const PageContext& context, const SearchParameters& parameters);

// How to write a query, collapsed.
Html query_help();

// The passage with its marks as <mark> elements.
Html marked_text(const Snippet& snippet);

// The id that the article's page gives to what the passage is from: "p3", "c1", "standfirst".
std::string anchor_of(const Snippet& passage);

// The original of an article, scrolled to the passage if the browser finds it there.
std::string at_passage(const std::string& url, const Snippet& passage);

// One of our sentences, with what stands between backquotes as code. What it quotes, between “ and
// ”, may run from right to left without turning the sentence around.
Html prose(std::string_view sentence);

// A query in quotation marks, which keep the direction of the sentence around it.
Html in_quotes(std::string_view query);

// <time>, or "Undated".
Html time_element(const std::string& iso);

// A bar beside a count, as long as the count is large.
Html count_bar(std::uint64_t count, std::uint64_t largest);

// A heading and a list of <li> rows. Rows beyond `shown` are collapsed; `after` follows the list.
Html folded_list(std::string_view title, const std::vector<Html>& rows, std::size_t shown,
                 const Html& after = {});

// "509 articles, 2014 to 2018".
std::string extent_of(const ArchiveFacts& facts);

// "A, B and C".
std::string listed(const std::vector<std::string>& names);
// The same, with each name isolated, so that one that runs from right to left moves no other.
Html listed_apart(const std::vector<std::string>& names);

}  // namespace backfile
