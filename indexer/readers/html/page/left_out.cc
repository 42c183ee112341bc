// The text of each reason.
#include "indexer/readers/html/page/left_out.h"

namespace backfile {

std::string_view reason_text(LeftOut why) {
  switch (why) {
    case LeftOut::kept:
      return "kept";
    case LeftOut::hidden:
      return "hidden from readers";
    case LeftOut::unscripted:
      return "shown without scripts only";
    case LeftOut::no_text:
      return "no text";
    case LeftOut::navigation:
      return "navigation";
    case LeftOut::frame:
      return "header, footer or side column";
    case LeftOut::aside:
      return "an aside";
    case LeftOut::comments:
      return "readers' comments";
    case LeftOut::related:
      return "other stories";
    case LeftOut::ask:
      return "asks to subscribe, sign up or agree";
    case LeftOut::advert:
      return "advertisement";
    case LeftOut::share:
      return "buttons to share";
    case LeftOut::clutter:
      return "a small part without prose";
    case LeftOut::links:
      return "links";
    case LeftOut::form:
      return "a form";
    case LeftOut::pictures:
      return "pictures or players";
    case LeftOut::heading:
      return "the title again";
    case LeftOut::byline:
      return "a byline";
    case LeftOut::standfirst:
      return "the subtitle";
    case LeftOut::note_mark:
      return "the mark of a note";
    case LeftOut::other_article:
      return "another article";
    case LeftOut::data:
      return "in the page's data alone";
    case LeftOut::outside:
      return "outside of the story";
  }
  return "";
}

}  // namespace backfile
