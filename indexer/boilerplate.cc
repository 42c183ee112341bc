#include "indexer/boilerplate.h"
