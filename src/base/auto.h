/*
 * Releasing what is not memory where it is declared: AUTO(file_close) FILE *f = …;
 * the named function takes a pointer to the variable.
 */
#ifndef KASANE_BASE_AUTO_H
#define KASANE_BASE_AUTO_H

#define AUTO(end) __attribute__((cleanup(end)))

#endif
