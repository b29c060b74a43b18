"""What pages for pupils and families have to say whatever the story is, by the ids of their blocks."""

FAMILY_STATEMENTS = (
    "curious",
    "no-blame",
    "shared-action",
    "what-is-seen",
    "when",
    "opt-out",
    "stay-calm",
    "thank-them",
    "keep-the-phone",
    "do-not-pay",
    "do-not-answer",
    "keep-the-chat",
    "no-copies",
    "answers-not-seen",
    "draft",
    "help-rows",
    "emergency",
)

NOTICE_STATEMENTS = (
    "pupil-notice",
    "no-name",
    "not-kept",
    "kept",
    "no-secret",
    "question-box",
    "right-to-pass",
)

REPORT_STATEMENTS = (
    "when-you-report",
    "words",
    "who-reads",
    "what-they-ask",
    "what-they-may-do",
    "takes-time",
    "adult-may-do-it",
    "private-picture",
    "not-your-fault",
    "emergency",
)
