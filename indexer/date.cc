#include "indexer/date.h"
