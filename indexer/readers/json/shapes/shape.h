// What an object of JSON is: an article, a wrapper around one, a list of them, or a part of one.
//
// Names say what may stand behind them, what stands there decides: an article has a title and a
// text. Data and tests for articles.h and json_stream.h. Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

namespace backfile {

// What a member holds, by its name.
enum class Holds : std::uint8_t {
  field,     // a fact of the article: its author, its tags
  body,      // its text
  blocks,    // parts of its text: "sections"
  articles,  // other articles: "items"
  aside,     // what is never an article of the archive: comments, pictures
  unknown,
};
Holds what_holds(std::string_view plain_name);

// Whether it names a title wherever it stands, as "name" does not.
bool is_title_name(std::string_view plain_name);

// Whether a list of this name holds articles even where it stands among the blocks of a text.
bool is_sure_list(std::string_view plain_name);

// Whether an object with such a list, and no text, is a list itself, even if that is empty.
bool is_main_list(std::string_view plain_name);

// The following answer false for what is no object.
bool has_title(const nlohmann::json& value);
// Whether it has a text of its own. Where there is no title, a list of whole articles is none.
bool has_story(const nlohmann::json& value);
// Whether it has both, itself or in an envelope.
bool is_whole(const nlohmann::json& value);
// Whether it has a date and an author besides its title, and no main list: it is no list itself.
bool has_facts(const nlohmann::json& value);

// Lists of articles by their name that may be the sections of one: the entries of a live blog, the
// items of "Ten books", the pages of a long story.
bool may_hold_sections(std::string_view plain_name);
// Whether it has a text and no date, author, address or id of its own.
bool is_section(const nlohmann::json& value);
// Whether all in such a list are sections of the object around it: titled ones, where that has a
// title and a date or an author; untitled pages, where it has a title; cards and modules (also in
// an object of that name), where it has a title and a date, and no other text.
bool are_sections(const nlohmann::json& object, std::string_view plain_name,
                  const nlohmann::json& list);
// An object with such a list, which is called "sections" in the copy. Nothing for other objects.
std::optional<nlohmann::json> with_sections(const nlohmann::json& object);

// An object whose title or text stands in an envelope within it ("_source" of Elasticsearch,
// "attributes" of JSON:API, "fields" of a content API), with what the envelope holds as its own.
// Nothing for other objects.
std::optional<nlohmann::json> opened(const nlohmann::json& object);

}  // namespace backfile
