/** Asks for the figures of several sites, a few at a time; each is shown as soon as it is there. */
import { useEffect, useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { useApp } from '../state/app.ts';
import { askFigures, type SiteFigures, type SiteQuestion } from './ask-figures.ts';

/** Others of the page, and of the server, have their turn between them. */
const AT_ONCE = 3;

/** By domain; a site that has not been answered yet is missing. */
export type FiguresBySite = ReadonlyMap<string, SiteFigures | ApiError>;

export function useFigures(questions: readonly SiteQuestion[]): FiguresBySite {
  const { turnAway } = useApp();
  const [known, setKnown] = useState<{ key: string; figures: FiguresBySite }>({ key: '', figures: new Map() });
  const key = JSON.stringify(questions);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const figures = new Map<string, SiteFigures | ApiError>();
    const waiting = [...questions];
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined && !signal.aborted; next = waiting.shift()) {
        const answer = await askFigures(next, new Date(), signal).catch(toApiError);
        if (signal.aborted) return;
        if ('status' in answer && turnAway(answer)) return;
        figures.set(next.domain, answer);
        setKnown({ key, figures: new Map(figures) });
      }
    };
    for (let worker = 0; worker < AT_ONCE; worker += 1) void work();
    return () => controller.abort();
  }, [key]);
  return known.key === key ? known.figures : new Map();
}
