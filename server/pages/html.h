// HTML that cannot be injected into: markup is written in the source, values are escaped.
//
//   html.add(R"(<a href="{}">{}</a>)", address, title);
//
// The markup must be a literal: the compiler reads it, counts the {} and refuses one that stands
// outside of text and quoted attributes, an Html value inside an attribute, or an attribute that
// begins with a slash, since links come from addresses.h. Text goes through escape_html() of
// query/output/render.h. Only Html goes in unescaped, and there is no other way to make Html. Plain
// values; safe on any thread.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

namespace backfile {

class Html;

namespace html_detail {

// One value for a {}.
struct Value {
  enum class Kind { text, html, number } kind;
  std::string_view text;
  std::uint64_t number = 0;
};

// Called, at compile time, where markup is at fault; the compiler's message shows the name.
inline void too_few_or_too_many_values() {
}
inline void value_outside_of_text_and_quotes() {
}
inline void html_inside_an_attribute() {
}
inline void address_without_the_base_path() {  // addresses.h has the addresses with it
}

template <class... Values>
class Markup {
 public:
  template <std::size_t size>
  consteval Markup(const char (&literal)[size]) : text_(literal, size - 1) {  // NOLINT: implicit
    constexpr bool is_html[] = {std::is_same_v<Values, Html>..., false};
    bool in_tag = false;
    char quote = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '{' && i + 1 < text_.size() && text_[i + 1] == '}') {
        if (in_tag && quote == 0) value_outside_of_text_and_quotes();
        if (count < sizeof...(Values) && is_html[count] && in_tag) html_inside_an_attribute();
        ++count;
      } else if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (in_tag) {
        if (c == '"' || c == '\'') {
          quote = c;
          if (i + 1 < text_.size() && text_[i + 1] == '/') address_without_the_base_path();
        }
        if (c == '>') in_tag = false;
      } else if (c == '<') {
        in_tag = true;
      }
    }
    if (count != sizeof...(Values)) too_few_or_too_many_values();
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

}  // namespace html_detail

class Html {
 public:
  Html() = default;
  template <class... Values>
  explicit Html(html_detail::Markup<std::type_identity_t<Values>...> markup,
                const Values&... values) {
    append(markup.text(), {value_of(values)...});
  }

  template <class... Values>
  Html& add(html_detail::Markup<std::type_identity_t<Values>...> markup, const Values&... values) {
    append(markup.text(), {value_of(values)...});
    return *this;
  }
  Html& add(const Html& html) {
    markup_ += html.markup_;
    return *this;
  }
  Html& add_text(std::string_view text);  // escaped

  // <script type="application/ld+json">, in which no value can end the script.
  Html& add_json_ld(std::string json);

  bool empty() const { return markup_.empty(); }
  const std::string& string() const { return markup_; }

 private:
  using Value = html_detail::Value;
  static Value value_of(const Html& html) { return {Value::Kind::html, html.markup_, 0}; }
  static Value value_of(std::string_view text) { return {Value::Kind::text, text, 0}; }
  template <std::unsigned_integral Number>
  static Value value_of(Number number) {
    return {Value::Kind::number, {}, number};
  }
  void append(std::string_view markup, std::initializer_list<Value> values);

  std::string markup_;
};

}  // namespace backfile
