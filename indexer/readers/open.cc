#include "indexer/readers/open.h"
