// The articles in a document of JSON, whatever it wraps them in.
//
// An object with a text of its own is an article, and so is every whole one (title and text) in its
// lists of articles; others inside it are told as left out. An object without a text is a wrapper
// if there are articles anywhere in it, else an article that has only a title, or none. Parts of a
// text are never articles of their own. json_stream.h hands values over, shape.h tells what they
// are, json_reader.cc takes what is found. For one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace backfile {

struct JsonArticle {
  const nlohmann::json& value;  // an article, or what stands in the place of one
  std::size_t number;           // from 1 in the order of the document; 0: the document is all of it
  std::vector<const nlohmann::json*> left_out;  // whole articles inside it that are not read
  enum class Kind : std::uint8_t {
    article,
    rest,   // none, but a wrapper, and what articles were found in it stands elsewhere
    table,  // none, but a table of a database without any
    reply,  // none, but a text among articles
  };
  Kind kind = Kind::article;
  std::vector<const nlohmann::json*> elsewhere =
      {};  // in it: left_out, and what is given out apart
};

class JsonArticles {
 public:
  using OnArticle = std::function<void(const JsonArticle&)>;
  explicit JsonArticles(const OnArticle& give) : give_(give) {}

  // An element of a list of articles, under a number that next() gave.
  void add_element(const nlohmann::json& value, std::size_t number);
  // What is left of a document when its lists are done. Another may follow.
  void add_document(const nlohmann::json& value);
  std::size_t next() { return ++count_; }

 private:
  struct Inside {
    std::vector<const nlohmann::json*> articles, left_out;
  };
  void add_object(const nlohmann::json& object, std::size_t number, bool gave_before);
  bool add_members(const nlohmann::json& wrapper, bool titled, std::size_t depth);
  bool add_member(const std::string& name, const nlohmann::json& value, bool titled,
                  std::size_t depth);
  bool add_list(const nlohmann::json& list, bool sure, bool titled, std::size_t depth);
  void add_inside(const nlohmann::json& value);
  bool add_listing(const nlohmann::json& list);
  void look_inside(const nlohmann::json& value, bool in_text, Inside& inside) const;

  const OnArticle& give_;
  std::size_t count_ = 0;
  bool gave_ = false;                         // any element of this document
  bool gave_any_ = false;                     // any at all
  std::vector<const nlohmann::json*> given_;  // of the wrapper that is being read
};

// Whether a list of articles by its name is one: something in it has a title or a text.
bool has_articles(const nlohmann::json& list);

}  // namespace backfile
