#include "query/leaf.h"
