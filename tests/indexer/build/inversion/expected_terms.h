// The terms that to_document() makes of an article: what the inversion of its record is held to.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/index/schema.h"

namespace backfile::test {

using TermWdfs = std::map<std::string, std::uint32_t>;

inline TermWdfs terms_of_document(const Article& article, Analyzer& analyzer) {
  const Xapian::Document document = to_document(article, analyzer);
  TermWdfs terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    terms[*term] = term.get_wdf();
  }
  return terms;
}

}  // namespace backfile::test
