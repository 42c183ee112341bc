#include "indexer/text/language.h"
