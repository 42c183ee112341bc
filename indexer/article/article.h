// An article as the archive holds it, and a record of what could not be read.
//
// Readers make articles, schema.h turns them into documents, stored_article.h gives them back, pages
// and JSON show them.
// Plain values without invariants of their own: copy and move them freely between threads.
// All text is valid UTF-8 without NUL.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// Where a date was read, for people: `<time> beside the headline`, "3 May 2014".
struct DateEvidence {
  std::string where;  // empty if nothing was found
  std::string text;   // as it stands there

  friend bool operator==(const DateEvidence&, const DateEvidence&) = default;
};

// A stretch of a body that one element of its page holds, a box between the paragraphs of the
// story.
struct BodyRegion {
  std::uint64_t element = 0;  // what it is called; the same on all pages made from one template
  std::uint32_t first = 0;    // paragraph
  std::uint32_t count = 0;

  friend bool operator==(const BodyRegion&, const BodyRegion&) = default;
};

struct Article {
  std::string id;  // what its source calls it: canonical URL, else a declared id, else the path
  std::string identity;  // what tells it from all others where the id may not; empty: the id does
  std::string url;       // canonical link to the original; empty if unknown
  std::string title;
  std::string subtitle;  // the standfirst
  std::vector<std::string> author;
  std::string published;  // ISO 8601: YYYY, YYYY-MM, YYYY-MM-DD, or with a time; empty if unknown
  std::string modified;   // the same; never the file's own time
  std::string section;
  std::vector<std::string> tags;
  std::string language;  // ISO 639-1 code in lower case; empty if unknown
  std::string license;
  std::string source;                 // the site or paper it comes from
  std::vector<std::string> body;      // paragraphs
  std::vector<std::string> captions;  // of pictures; not part of the story

  // Why `published` and `modified` are what they are. Where a date is unknown, its evidence is one
  // that says none: "31 February 2014".
  DateEvidence published_by;
  DateEvidence modified_by;

  // Of pages, until boilerplate/boilerplate.h has cleaned the article.
  std::vector<BodyRegion> regions;

  // Where it was read, for people: a file, file:line in JSONL, file#number in a list of JSON.
  std::string path;

  friend bool operator==(const Article&, const Article&) = default;
};

// Something that should have been an article, or part of one, and is not in the index.
struct Rejected {
  std::string path;          // the file
  std::string place;         // where in it ("line 12", "byte 2048"); empty for the whole file
  std::string reason;        // a plain sentence without a full stop, the same for every like case
  std::string id = {};       // of the article, where that is known
  bool kept = false;         // the article is indexed all the same, without what is rejected
  std::string instead = {};  // the path of the version that is in the index in its place

  friend bool operator==(const Rejected&, const Rejected&) = default;
};

// The reason given of an article that is kept though more than half of its prose is not.
inline constexpr std::string_view mostly_left_out =
    "more than half of its prose was left out; read --explain shows which";

// The reason given of an article that is kept though others on its page are not.
inline constexpr std::string_view others_left_out =
    "another article on its page was left out; read --explain shows which";

// The reason given where both hold.
inline constexpr std::string_view others_and_most_left_out =
    "more than half of its prose was left out, another article on its page among it; read "
    "--explain shows which";

// The reason given of an article that is kept though its front matter is broken.
inline constexpr std::string_view front_matter_broken =
    "its front matter is not valid YAML or TOML; each field was read on its own";

// The rejection of an article that was read, as a whole.
Rejected rejection_of(const Article& article, std::string reason);

// What is unlike for any two articles, and the same for two versions of one; the rule is
// common/identity.h. A type of its own, as an id is a text as well, which two articles may share:
// only an identity makes a key.
struct Identity {
  explicit Identity(std::string_view given) : text(given) {}
  std::string text;

  friend bool operator==(const Identity&, const Identity&) = default;
};
Identity identity_of(const Article& article);

// The name of an article in every route: the first 16 characters of the base32 form (RFC 4648,
// lower case) of the SHA-256 hash of its identity. 80 bits; the builder refuses a collision.
std::string article_key(const Identity& identity);
std::string article_key(const Article& article);

// One JSON object on one line, in the field names of the documentation (`id`, `key`, `identity`,
// `url`, ...); unknown dates are null, `path` comes last. What `backfile read` prints and what
// JSONL input takes back.
std::string to_json_line(const Article& article);

// What a later build compares to know whether an article is still the same: half of the SHA-256
// hash of all that encode_article() stores.
using ContentHash = std::array<std::uint8_t, 16>;
ContentHash content_hash(const Article& article);

// The inverse pair in which articles are staged, and kept in the index without the texts that their
// records hold. decode_article throws Failure{corrupt} on bytes that encode_article cannot have
// made; whether they are those that it made, whoever stores them sees to (base/compress.h).
std::string encode_article(const Article& article);
Article decode_article(std::string_view bytes);

}  // namespace backfile
