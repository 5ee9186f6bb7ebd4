/*
 * How rows of the schema are written. Only the schema's own files include this.
 */
#ifndef KASANE_DOMAIN_PROFILE_SCHEMA_PART_H
#define KASANE_DOMAIN_PROFILE_SCHEMA_PART_H

#include "profile_schema.h"

/* The offset of a member, checked to be of the type that the kind asks for. */
#define AT(T, m, type)                                                                 \
    (offsetof(struct T, m)                                                             \
     + 0                                                                               \
           * sizeof(                                                                   \
               char[__builtin_types_compatible_p(__typeof__(((struct T *)0)->m), type) \
                        ? 1                                                            \
                        : -1]))

#define AT_LIST(T, m, sub)                                                             \
    (offsetof(struct T, m)                                                             \
     + 0                                                                               \
           * sizeof(char[__builtin_types_compatible_p(                                 \
                             __typeof__(((struct T *)0)->m.v), const struct sub *)     \
                             ? 1                                                       \
                             : -1]))

#define TEXT(T, m, flags)                                                              \
    {                                                                                  \
#m, KEY_IS_TEXT, flags, AT(T, m, const char *), NULL, NULL                     \
    }
#define TEXTS(T, m, flags)                                                             \
    {                                                                                  \
#m, KEY_IS_TEXTS, flags, AT(T, m, struct texts), NULL, NULL                    \
    }
#define INT(T, m, flags)                                                               \
    {                                                                                  \
#m, KEY_IS_INT, flags, AT(T, m, int64_t), NULL, NULL                           \
    }
#define MAYBE(T, m, flags)                                                             \
    {                                                                                  \
#m, KEY_IS_MAYBE, (flags) | KEY_NULL, AT(T, m, struct maybe_int), NULL, NULL   \
    }
#define INTS(T, m, flags)                                                              \
    {                                                                                  \
#m, KEY_IS_INTS, flags, AT(T, m, struct ints), NULL, NULL                      \
    }
#define DECIMAL(T, m, flags)                                                           \
    {                                                                                  \
#m, KEY_IS_DECIMAL, (flags) | KEY_NULL, AT(T, m, struct decimal), NULL, NULL   \
    }
#define VALUE(T, m, flags)                                                             \
    {                                                                                  \
#m, KEY_IS_VALUE, (flags) | KEY_NULL, AT(T, m, struct plan_value), NULL, NULL  \
    }
#define BOOL(T, m)                                                                     \
    {                                                                                  \
#m, KEY_IS_BOOL, 0, AT(T, m, bool), NULL, NULL                                 \
    }
#define TRI(T, m)                                                                      \
    {                                                                                  \
#m, KEY_IS_TRI, KEY_NULL, AT(T, m, enum tri), NULL, NULL                       \
    }
#define WORD(T, m, type, words, flags)                                                 \
    {                                                                                  \
#m, KEY_IS_WORD, flags, AT(T, m, enum type), words, NULL                       \
    }
#define WORDS(T, m, words)                                                             \
    {                                                                                  \
#m, KEY_IS_WORDS, 0, AT(T, m, struct ints), words, NULL                        \
    }
#define PAIRS(T, m)                                                                    \
    {                                                                                  \
#m, KEY_IS_PAIRS, 0, AT(T, m, struct pairs), NULL, NULL                        \
    }
#define ONE(T, m, sub)                                                                 \
    {                                                                                  \
#m, KEY_IS_ONE, 0, AT(T, m, struct sub), NULL, &sub##_shape                    \
    }
#define MAYBE_ONE(T, m, sub)                                                           \
    {                                                                                  \
#m, KEY_IS_MAYBE_ONE, KEY_OPTIONAL, AT(T, m, const struct sub *), NULL,        \
            &sub##_shape                                                               \
    }
#define MANY(T, m, sub, flags)                                                         \
    {                                                                                  \
#m, KEY_IS_MANY, flags, AT_LIST(T, m, sub), NULL, &sub##_shape                 \
    }
#define SHAPE(T)                                                                       \
    static const struct schema_map T##_shape = { #T, sizeof(struct T), T##_keys,       \
                                                 sizeof T##_keys / sizeof *T##_keys }

#endif
