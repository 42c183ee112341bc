// Each value replaces the next {}; that their number fits, the compiler has checked.
#include "server/pages/html.h"

#include "query/output/render.h"

namespace backfile {

void Html::append(std::string_view markup, std::initializer_list<Value> values) {
  for (const Value& value : values) {
    const std::size_t place = markup.find("{}");
    markup_ += markup.substr(0, place);
    markup.remove_prefix(place + 2);
    switch (value.kind) {
      case Value::Kind::text:
        markup_ += escape_html(value.text);
        break;
      case Value::Kind::html:
        markup_ += value.text;
        break;
      case Value::Kind::number:
        markup_ += std::to_string(value.number);
        break;
    }
  }
  markup_ += markup;
}

Html& Html::add_text(std::string_view text) {
  markup_ += escape_html(text);
  return *this;
}

Html& Html::add_json_ld(std::string json) {
  markup_ += "<script type=\"application/ld+json\">";
  for (std::size_t i = 0; i < json.size(); ++i) {
    // Outside strings JSON has none of these; inside, each may be written as an escape.
    if (json[i] == '<')
      markup_ += "\\u003c";
    else if (json[i] == '>')
      markup_ += "\\u003e";
    else if (json[i] == '&')
      markup_ += "\\u0026";
    else if (json.compare(i, 3, "\xE2\x80\xA8") == 0)
      markup_ += "\\u2028", i += 2;
    else if (json.compare(i, 3, "\xE2\x80\xA9") == 0)
      markup_ += "\\u2029", i += 2;
    else
      markup_ += json[i];
  }
  markup_ += "</script>\n";
  return *this;
}

}  // namespace backfile
