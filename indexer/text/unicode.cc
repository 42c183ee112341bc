#include "indexer/text/unicode.h"
