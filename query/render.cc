#include "query/render.h"
