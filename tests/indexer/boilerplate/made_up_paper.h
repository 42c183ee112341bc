// Sixty pages of one invented paper, as its site would make them, and what of each is the story.
//
// Around and inside the stories: menus, a box for the newsletter with the number of its issue,
// "Share this", the author's biography, "Read more in our series" with links that change, the
// promise to correct mistakes. Among the stories: a serial with an opening of its own, corrections,
// a story that quotes the boilerplate, one printed three times.
#pragma once

#include <string>
#include <vector>

#include "tests/indexer/boilerplate/made_up_stories.h"

namespace backfile {

struct PaperPage {
  std::string path;
  std::string html;
  std::string title;
  std::vector<std::string> story;
};

class MadeUpPaper {
 public:
  explicit MadeUpPaper(unsigned seed, std::size_t pages = 60) : random_(seed) {
    for (std::size_t author = 0; author < 6; ++author) {
      std::string name = random_.words(2);
      name[name.find(' ') + 1] = static_cast<char>(name[name.find(' ') + 1] - 'a' + 'A');
      authors_.push_back(name);
      biographies_.push_back((author % 2 == 0 ? name : "The author") + " writes about " +
                             random_.words(3) + " for The Tidewater Post.");
    }
    for (std::size_t i = 0; i < pages; ++i) titles_.push_back(random_.title());
    for (std::size_t i = 0; i < pages; ++i) made.push_back(page(i));
    for (const char* path : {"2019/again.html", "2020/again.html"}) {
      made.push_back(made.back());
      made.back().path = path;
    }
  }

  std::vector<PaperPage> made;

  static constexpr const char* opening = "The tide came in on the day that Harrow Vell was born.";
  static constexpr const char* correction =
      "Correction: An earlier version misstated the height of ";

 private:
  static std::string paragraph(const std::string& text) { return "<p>" + text + "</p>\n"; }

  std::vector<std::string> story_of(std::size_t i) {
    std::vector<std::string> story = random_.paragraphs(random_.pick(3, 9));
    if (i % 8 == 3) story.insert(story.begin(), opening);  // the serial, always by one author
    if (i % 12 == 7) story.push_back(correction + random_.words(3) + '.');
    if (i == 20) {
      story.insert(story.begin() + 1, "Share this story");
      story.insert(story.begin() + 2, "Read more in our series");
    }
    return story;
  }

  PaperPage page(std::size_t i) {
    const std::string number = std::to_string(i + 101);
    const std::size_t author = i % 8 == 3 ? 0 : random_.pick(0, 5);
    PaperPage page{
        std::to_string(2014 + i % 7) + "/" + number + ".html", {}, titles_[i], story_of(i)};
    std::string& html = page.html;
    html =
        "<!DOCTYPE html><html lang=\"en\"><head><title>" + page.title +
        " | The Tidewater Post</title>\n<meta property=\"og:site_name\" content=\"The Tidewater "
        "Post\">\n<meta name=\"author\" content=\"" +
        authors_[author] +
        "\">\n<link rel=\"canonical\" href=\"https://www.tidewater.example/story/" + number +
        "\">\n<meta property=\"og:description\" content=\"The paper of record for Tidewater.\">\n"
        "</head><body><nav><a href=\"/\">Home</a> <a href=\"/news\">News</a></nav>\n"
        "<main><article><h1>" +
        page.title + "</h1>\n<div class=\"text\">\n";
    for (std::size_t line = 0; line < page.story.size(); ++line) {
      html += paragraph(page.story[line]);
      if (line == 1) {
        html += paragraph("Issue " + std::to_string(i + 12) +
                          " of our Friday letter is out, and it "
                          "comes free to every reader who asks for it.");
      }
    }
    html += paragraph("Share this story");
    html += paragraph("Read more in our series");
    for (std::size_t link = random_.pick(2, 4); link > 0; --link) {
      html += paragraph("<a href=\"/story/" + std::to_string(link) + "\">" +
                        titles_[random_.pick(0, titles_.size() - 1)] + "</a>");
    }
    html += paragraph(biographies_[author]);
    if (i % 9 == 5) {  // below the boilerplate
      page.story.push_back("The pictures of this story were taken by " + random_.words(2) + ".");
      html += paragraph(page.story.back());
    }
    html += paragraph("The Tidewater Post corrects its mistakes promptly and in the open.");
    html += "</div></article></main><footer>© " + std::to_string(2014 + i % 7) +
            " The Tidewater Post</footer></body></html>\n";
    return page;
  }

  MadeUpStories random_;
  std::vector<std::string> authors_, biographies_, titles_;
};

}  // namespace backfile
