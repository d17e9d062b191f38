/** The words of one language: the build puts those of `texts/<version>/<language>.json` in place of this module. */
declare module 'passant:texts' {
  /** Text version and language, such as `2-fr`: what an answer is stored and proven with. */
  export const version: string;
  export const language: string;
  export const title: string;
  /** Where the site asks for more than statistics. */
  export const titleMany: string;
  export const purpose: string;
  export const refusal: string;
  export const same: string;
  export const kept: string;
  export const necessary: string;
  export const statistics: string;
  export const more: string;
  export const accept: string;
  export const refuse: string;
  export const acceptAll: string;
  export const refuseAll: string;
  export const save: string;
  export const closeUnanswered: string;
  export const close: string;
  export const accepted: string;
  export const refused: string;
  export const withdrawn: string;
  export const reopen: string;
  export const withdraw: string;
}

/** The styles, as short as they can be written. */
declare module 'passant:styles' {
  const css: string;
  export default css;
}
