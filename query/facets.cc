#include "query/facets.h"
