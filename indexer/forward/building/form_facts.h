// What follows from how a form is written: its folded form, its family, its flags.
//
// Made once for each form of an archive, when its lexicon is written. The analyzer's own forms
// (text/forms.h) by way of UnitReader, so that a record and a query can never disagree. A
// FormFactsReader is for one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/forward/building/form_key.h"
#include "indexer/forward/lexicon.h"
#include "indexer/text/units.h"

namespace backfile {

struct FormFacts {
  std::string folded;
  std::string family;  // "en:bridg"; empty for a character
  std::uint16_t flags = 0;
  std::optional<double> number;
};

class FormFactsReader {
 public:
  FormFacts read(const FormKey& key);

 private:
  UnitReader reader_;
};

}  // namespace backfile
