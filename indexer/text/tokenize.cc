#include "indexer/text/tokenize.h"
