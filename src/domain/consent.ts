/** The visitor's answer as a beacon reports it. */
export const CONSENT_STATES = ['unset', 'denied', 'granted'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** What a banner or consent tool reports in a beacon named `consent`. */
export const CONSENT_ACTIONS = ['asked', 'accepted', 'refused', 'ignored', 'withdrawn'] as const;
export type ConsentAction = (typeof CONSENT_ACTIONS)[number];

/** The random identifier: 21 characters of nanoid's alphabet, 126 bits. */
export const IDENTIFIER_PATTERN = /^[A-Za-z0-9_-]{21}$/;
