#include "indexer/generation.h"
