/** What a mail to a client can be about: the levels, a reminder of one, and thanks for a renewal. */
export const mailKinds = ['low', 'used up', 'expired', 'expiring', 'reminder', 'thank you'] as const;
export type MailKind = (typeof mailKinds)[number];

/** The texts of a mail that an office manager may write; what stands between them are figures. */
export const mailParts = ['Subject', 'Greeting', 'Opening', 'Offer', 'How to renew', 'Closing'] as const;
export type MailPart = (typeof mailParts)[number];

export type MailTexts = Readonly<Record<MailPart, string>>;
