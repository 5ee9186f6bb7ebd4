/*
 * National holidays of Japan, from the rules of the law as data: fixed days, Mondays,
 * equinoxes, and what follows from two of them. Not for a municipality's own closing days.
 */
#ifndef KASANE_DOMAIN_HOLIDAY_H
#define KASANE_DOMAIN_HOLIDAY_H

#include "../base/day.h"
#include "plan_settings.h"

/*
 * Returns the name of the holiday, also of a 振替休日 and of a 国民の休日 between two; NULL on
 * other days. Good for 1980–2099; the equinoxes are as computed, the Gazette of the February
 * before has the last word. Source: 国民の祝日に関する法律 2条, 3条2項・3項; 海上保安庁水路部
 * 暦計算研究会編「新こよみ便利帳」 (equinoxes).
 */
const char *holiday_name(const struct settings *s, struct day day);

#endif
