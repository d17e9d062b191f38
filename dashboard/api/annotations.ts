/** Notes on the days of a site. */
import { asFields, asList, asNumberOrNull, asText } from './decode.ts';
import { changeJson, getJson } from './request.ts';
import { sitePath } from './site-path.ts';

export interface Note {
  id: number;
  /** `YYYY-MM-DD`. */
  day: string;
  /** Plain text, written by people of the back office. */
  text: string;
}

export interface NotesQuestion {
  domain: string;
  /** Both included. */
  from: string;
  to: string;
}

/** By day. @throws ApiError */
export async function fetchNotes({ domain, from, to }: NotesQuestion, signal: AbortSignal): Promise<readonly Note[]> {
  return decodeNotes(await getJson(sitePath(domain, `annotations?from=${from}&to=${to}`), signal));
}

/** Writes a new note, or another text into one that there is. @throws ApiError */
export async function saveNote(domain: string, id: number | null, note: Omit<Note, 'id'>): Promise<void> {
  if (id === null) await changeJson('POST', sitePath(domain, 'annotations'), note);
  else await changeJson('PUT', sitePath(domain, `annotations/${id}`), note);
}

/** @throws ApiError */
export async function removeNote(domain: string, id: number): Promise<void> {
  await changeJson('DELETE', sitePath(domain, `annotations/${id}`));
}

export function decodeNotes(value: unknown): Note[] {
  return asList(asFields(value).results).flatMap((each) => {
    const { id, day, text } = asFields(each);
    const number = asNumberOrNull(id);
    return number === null ? [] : [{ id: number, day: asText(day), text: asText(text) }];
  });
}
