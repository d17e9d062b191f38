/** The pages of a site: a page is a row. All but the first arrive when one of them is first opened. */
import type { ComponentType } from 'preact';
import type { Page } from '../state/view.ts';
import { lazily } from '../ui/lazily.tsx';
import { FiguresPage } from './figures-page.tsx';
import type { SitePageProps } from './site-page-props.ts';

export interface SitePageRow {
  Body: ComponentType<SitePageProps>;
  /** Whether the page is about a period that can be chosen. */
  hasPeriod: boolean;
  /** Whether it compares that period with another. */
  hasComparison: boolean;
}

export const SITE_PAGES: Readonly<Record<Page, SitePageRow>> = {
  figures: { Body: FiguresPage, hasPeriod: true, hasComparison: true },
  live: {
    Body: lazily(() => import('./more-pages.ts').then(({ LivePage }) => LivePage), 'explore'),
    hasPeriod: false,
    hasComparison: false,
  },
  goals: {
    Body: lazily(() => import('./more-pages.ts').then(({ GoalsPage }) => GoalsPage), 'explore'),
    hasPeriod: true,
    hasComparison: true,
  },
  funnels: {
    Body: lazily(() => import('./more-pages.ts').then(({ FunnelsPage }) => FunnelsPage), 'explore'),
    hasPeriod: true,
    hasComparison: false,
  },
  retention: {
    Body: lazily(() => import('./more-pages.ts').then(({ RetentionPage }) => RetentionPage), 'explore'),
    hasPeriod: true,
    hasComparison: false,
  },
  journeys: {
    Body: lazily(() => import('./more-pages.ts').then(({ JourneysPage }) => JourneysPage), 'explore'),
    hasPeriod: true,
    hasComparison: false,
  },
};
