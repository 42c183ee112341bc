// Pages of one invented paper whose stories have boxes between their paragraphs, with class
// names that say nothing about what is in them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/indexer/boilerplate/made_up_stories.h"

namespace backfile {

struct BoxedPage {
  std::string path;
  std::string html;
  std::vector<std::string> story;
};

// `box` gives what stands in the box of the n-th page, "" for none: HTML, behind the second
// paragraph.
using BoxOf = std::function<std::string(std::size_t)>;

inline std::vector<BoxedPage> boxed_pages(std::size_t count, const BoxOf& box,
                                          std::vector<std::string> authors = {
                                              "Zoe Alba", "Ann Berg", "Lu Corda"}) {
  MadeUpStories stories(31);
  std::vector<BoxedPage> pages;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i + 101), title = stories.title();
    BoxedPage page{"gazette/" + number + ".html", {}, stories.paragraphs(stories.pick(4, 8))};
    page.html = "<html lang=\"en\"><head><title>" + title +
                "</title><meta name=\"author\" content=\"" + authors[i % authors.size()] +
                "\"><link rel=\"canonical\" href=\"https://gazette.example/" + number +
                "\"></head><body><main><article><h1>" + title + "</h1><div class=\"k7 t\">\n";
    for (std::size_t line = 0; line < page.story.size(); ++line) {
      if (line == 2) page.html += box(i);
      page.html += "<p>" + page.story[line] + "</p>\n";
    }
    page.html += "</div></article></main></body></html>\n";
    pages.push_back(page);
  }
  return pages;
}

// One of eight promotions in turn.
inline std::string promotion(std::size_t page) {
  static const char* const all[] = {
      "<h4>From our shop</h4><p>The calendar of the new year has twelve views of the bay.</p>",
      ("<h4>Come and see us</h4><p>Readers meet on the first Monday of the month at the net "
       "loft.</p>"),
      "<h4>Write for us</h4><p>We print letters of up to 200 words on any matter of the town.</p>",
      "<h4>Listen</h4><p>A weekly broadcast brings the harbour to your kitchen, number 30.</p>",
      "<h4>A gift</h4><p>Give a year of the paper to a friend who has left the coast.</p>",
      "<h4>Learn to sail</h4><p>The school at the east pier takes beginners from April.</p>",
      "<h4>Long ago</h4><p>Every issue since the great storm can be read in Mole Street.</p>",
      "<h4>Be a friend</h4><p>Friends of the paper pay for its printing and dine in June.</p>"};
  return "<div class=\"zq-" + std::to_string(page) + " zq\">" + std::string(all[page % 8]) +
         "</div>\n";
}

}  // namespace backfile
