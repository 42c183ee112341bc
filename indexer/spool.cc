#include "indexer/spool.h"
