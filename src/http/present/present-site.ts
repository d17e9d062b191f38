/** A site as programs read it, and its settings as they write them: names and values of JSON in the place of texts of the command line. */
import { describeSiteSettings } from '../../admin/describe-site-settings.ts';
import type { SiteOption, SiteOptions } from '../../admin/parse-site-settings.ts';
import { AppError } from '../../domain/errors.ts';
import type { Site } from '../../domain/site.ts';
import { renderSnippet } from '../../snippet/render-snippet.ts';
import { optionOf, SETTING_KINDS, type SiteAnswer, type SiteSettingsBody } from '../api/schemas/site.ts';

/** @param folder where scripts are, such as `https://count.example.org/count` */
export function presentSite(site: Site, folder: string): SiteAnswer {
  const settings = Object.entries(describeSiteSettings(site)).map(([option, text]) => [
    option.replaceAll('-', '_'),
    valueFor(option as SiteOption, text),
  ]);
  return {
    ...{ domain: site.domain, demo: site.demo, created_at: new Date(site.createdAt).toISOString() },
    snippet: renderSnippet(site, folder),
    ...(Object.fromEntries(settings) as Required<SiteSettingsBody>),
  } as SiteAnswer;
}

/** The texts that would set the same on the command line. */
export function settingsOf(body: SiteSettingsBody): SiteOptions {
  const given = Object.entries(body).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [optionOf(name), textOf(optionOf(name), value)]));
}

/** What the parsers of the command line refuse, by the names that a program has used. */
export function inWordsOfApi<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const details = error.details.map(({ path, message, ...more }) => ({
      ...more,
      path: path.replace(/^--/, '').replaceAll('-', '_'),
      message: message.replace(/--([a-z-]+)/g, (_, option: string) => option.replaceAll('-', '_')),
    }));
    throw new AppError(error.code, error.message, details);
  }
}

function valueFor(option: SiteOption, text: string): unknown {
  switch (SETTING_KINDS[option]) {
    case 'text':
      return text;
    case 'stated':
      return text === 'none' ? null : text;
    case 'list':
      return text === '' || text === 'none' ? [] : text.split(',');
    case 'flag':
      return text === 'on';
    case 'number':
      return text === 'off' ? 0 : Number(text);
  }
}

function textOf(option: SiteOption, value: unknown): string {
  switch (SETTING_KINDS[option]) {
    case 'text':
      return String(value);
    case 'stated':
      return value === null ? 'none' : String(value);
    case 'list': {
      const entries = value as readonly string[];
      return option === 'features' && entries.length === 0 ? 'none' : entries.join(',');
    }
    case 'flag':
      return value === true ? 'on' : 'off';
    case 'number':
      return value === 0 ? 'off' : String(value);
  }
}
