#include "indexer/schema.h"
