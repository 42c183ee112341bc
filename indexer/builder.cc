#include "indexer/builder.h"
