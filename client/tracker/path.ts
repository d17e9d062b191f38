/** What tells one page of an application from the next: the path. */
export const pathOf = (): string => location.pathname;
