#include "query/snippet.h"
