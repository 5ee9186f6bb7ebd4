/*
 * The seals, as policy gives them.
 */
#ifndef KASANE_TESTS_LOOK_GALLERY_SEAL_H
#define KASANE_TESTS_LOOK_GALLERY_SEAL_H

#define SEAL_OWN                                                                       \
    {                                                                                  \
        "own", "自", "自機関の記録"                                              \
    }
#define SEAL_CONSENT                                                                   \
    {                                                                                  \
        "consent", "同", "本人の同意"                                             \
    }
#define SEAL_PART                                                                      \
    {                                                                                  \
        "part", "同", "本人の同意（一部）"                                    \
    }
#define SEAL_REFERRAL                                                                  \
    {                                                                                  \
        "referral", "送", "つなぎで届いた分"                                   \
    }
#define SEAL_MEETING                                                                   \
    {                                                                                  \
        "meeting", "会", "支援会議（106条の6）"                                \
    }
#define SEAL_LAW                                                                       \
    {                                                                                  \
        "law", "法", "ほかの法律"                                                 \
    }
#define SEAL_GLASS                                                                     \
    {                                                                                  \
        "glass", "急", "緊急の閲覧"                                               \
    }

#endif
