#include "query/pool.h"
