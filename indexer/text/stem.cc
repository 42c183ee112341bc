#include "indexer/text/stem.h"
