#include "indexer/columns.h"
