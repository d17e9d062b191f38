/** Which banner asked; reported beside the text. A new one for every change in how it asks. */
export const BANNER_VERSION = 'passant-2';
