// The page for what cannot be shown: not found, refused, too busy, failed. Even then it has the
// search box, so that a reader can go on.
#include "server/pages/pages.h"

namespace backfile {

Html notice_page(const PageContext& context, std::string_view heading,
                 const std::vector<std::string>& sentences, const std::string& query) {
  Html text;
  for (const std::string& sentence : sentences) text.add("<p>{}</p>\n", sentence);
  Html main = search_box(context, query);
  main.add("<div class=\"notice\">\n<h1>{}</h1>\n{}</div>\n", heading, text);
  Frame frame;
  frame.title = heading;
  return framed(context, frame, main);
}

}  // namespace backfile
