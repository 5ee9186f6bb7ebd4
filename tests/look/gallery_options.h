/*
 * Codes as a municipality would load them.
 */
#ifndef KASANE_TESTS_LOOK_GALLERY_OPTIONS_H
#define KASANE_TESTS_LOOK_GALLERY_OPTIONS_H

#include "../../src/view/control.h"

enum { GALLERY_OPTIONS = 10 };

extern const struct form_options gallery_options[GALLERY_OPTIONS];

#endif
