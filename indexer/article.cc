#include "indexer/article.h"
