/** The head of a page beside the figures: what it is called, what it says, and of which days. */
import type { Site } from '../api/server-state.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { useApp, useTexts } from '../state/app.ts';
import { daysOf } from '../state/period.ts';
import { useView } from '../state/use-view.ts';

interface PageHeadProps {
  site: Site;
  today: string;
  title: string;
  lead: string;
  /** Why there are no days and no filters here. */
  isOfNow?: string;
}

export function PageHead({ site, today, title, lead, isOfNow }: PageHeadProps) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const { view } = useView();
  const days = daysOf(view.period, today);
  return (
    <>
      <div class="masthead">
        <h1>{title}</h1>
        <p class="masthead-days">
          <bdi>{site.domain}</bdi>
          <span>{isOfNow ?? (days === null ? texts.value.period.words.all : format.value.days(days))}</span>
          {isOfNow === undefined ? <span class="quiet">{texts.value.period.zone(site.timezone)}</span> : null}
        </p>
        <p class="page-lead">{lead}</p>
      </div>
      {isOfNow === undefined ? <FilterBar /> : null}
    </>
  );
}
