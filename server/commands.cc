#include "server/commands.h"
