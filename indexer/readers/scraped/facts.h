// What the lines beside a scraped story state about it: author, dates, section, licence, source.
//
// A fact line holds such statements and nothing else ("By Jane Doe | 12 March 2015", "Tags: sea,
// ships"). Notices are found inside other lines, most of them boilerplate ("Licensed Creative
// Commons"). Called by the other sources of this room, and by the JSON and Markdown readers for the
// lines that open a body. Only empty fields are filled. Pure; safe on any thread.
#pragma once

#include <string_view>

#include "indexer/article/article.h"

namespace backfile {

enum class Stated {
  nothing,  // not a fact line
  partly,   // something in it was not understood: "Jane Doe | Reader's corner | 12 March 2015"
  wholly,
};

// Reads a fact line into `article`.
Stated read_facts(std::string_view line, Article& article);

// Reads "Label: value" alone, into `article`; true if it was one. For the boilerplate at the foot,
// where names and dates without a label may be those of other stories.
bool read_labelled(std::string_view line, Article& article);

// Whether a line says no more than who wrote the article and when, and the article says so too.
// What the article does not say yet is filled in.
bool take_credit(std::string_view line, Article& article);

// Moves the lines that open the body and say when the story appeared and who wrote it into the
// fields, as a post without front matter may begin. Of an article that is dated already, it takes
// out the lines that take_credit() takes.
void take_opening_facts(Article& article);

// A line of nothing but a date with its day.
bool is_date_line(std::string_view line);

// A line that says where the story first appeared, and nothing else.
bool read_provenance(std::string_view line, Article& article);

// Reads a licence, and the paper in which the story first appeared, wherever `line` names them.
void read_notices(std::string_view line, Article& article);

}  // namespace backfile
