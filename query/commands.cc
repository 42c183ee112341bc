#include "query/commands.h"
