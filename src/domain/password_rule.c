#include "password_rule.h"

#include "../base/text.h"

#include <string.h>

bool
password_is_long(const char *password)
{
    return text_valid(password, strlen(password))
           && text_length(password) >= PASSWORD_LENGTH_MIN;
}
