/* What the shape of a family says. */
#include "care_sign.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MOTHER, SON, GRANDSON, PEOPLE };

struct family {
    int ages[PEOPLE];
    bool together;
    struct care_tie ties[2];
    size_t n_ties;
    size_t n; /* of signs */
    enum care_sign_kind kind;
    size_t person;
};

static const struct family FAMILIES[] = {
    { { 80, 50, -1 },
      true,
      { { MOTHER, SON, RELATION_KIND_PARENT } },
      1,
      1,
      CARE_SIGN_8050,
      SON },
    { { 80, 50, -1 }, false, { { MOTHER, SON, RELATION_KIND_PARENT } }, 1, 0, 0, 0 },
    { { 91, 60, -1 },
      true,
      { { MOTHER, SON, RELATION_KIND_PARENT } },
      1,
      1,
      CARE_SIGN_9060,
      SON },
    { { 80, -1, -1 }, true, { { MOTHER, SON, RELATION_KIND_PARENT } }, 1, 0, 0, 0 },
    { { 80, 15, -1 },
      true,
      { { SON, MOTHER, RELATION_KIND_CARES_FOR } },
      1,
      1,
      CARE_SIGN_YOUNG_CARER,
      SON },
    { { 80, 40, -1 }, true, { { SON, MOTHER, RELATION_KIND_CARES_FOR } }, 1, 0, 0, 0 },
    { { 80, 40, 5 },
      true,
      { { SON, MOTHER, RELATION_KIND_CARES_FOR },
        { SON, GRANDSON, RELATION_KIND_PARENT } },
      2,
      1,
      CARE_SIGN_DOUBLE_CARE,
      SON },
    { { 80, 40, 22 },
      true,
      { { SON, MOTHER, RELATION_KIND_CARES_FOR },
        { SON, GRANDSON, RELATION_KIND_PARENT } },
      2,
      0,
      0,
      0 },
};

static void
R_051_the_shape_of_a_family_gives_signs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof FAMILIES / sizeof *FAMILIES; i++) {
        const struct family *f = &FAMILIES[i];
        struct arena *mem = arena_new();
        struct care_person people[PEOPLE];
        struct care_sign_list got;

        for (size_t p = 0; p < PEOPLE; p++)
            people[p] = (struct care_person){ f->ages[p], f->together };
        got = care_signs(mem, people, PEOPLE, f->ties, f->n_ties);
        if (got.n != f->n)
            fail_msg("family %zu: %zu signs", i, got.n);
        if (f->n) {
            assert_int_equal(got.v[0].kind, f->kind);
            assert_int_equal(got.v[0].person, f->person);
        }
        arena_free(mem);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_051_the_shape_of_a_family_gives_signs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
