#include "query/planner.h"
