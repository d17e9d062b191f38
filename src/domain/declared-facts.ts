/** What only people know of a site and its service: stated by settings, never guessed. null: nobody has said it. */

export interface DeclaredFacts {
  /** Who is responsible for the site, as its visitors are told. */
  controller: string | null;
  /** Where visitors write about their data: a mail address or the address of a page. */
  contact: string | null;
  /** ISO 3166-1 alpha-2 of the country where this service stores what it counts. */
  hostingCountry: string | null;
  /** Day of the next review of the settings, such as 2027-11-01. */
  reviewOn: string | null;
  /** Reference of the documents that analyse the processing, such as a file number. */
  analysis: string | null;
  /** Days for which whatever stands in front of the service keeps logs with addresses; 0: it keeps none. */
  accessLogDays: number | null;
  /** Days after which a copy of the data folder is deleted; 0: none is made. */
  backupDays: number | null;
}

export const NOTHING_DECLARED: DeclaredFacts = {
  ...{ controller: null, contact: null, hostingCountry: null, reviewOn: null, analysis: null },
  ...{ accessLogDays: null, backupDays: null },
};
