#include "query/parser.h"
