/** A site's figures for people without an account: period, language and colours are theirs to choose, and nothing else. */
import { useEffect } from 'preact/hooks';
import type { Site } from '../api/server-state.ts';
import type { SharedPage as Page } from '../api/shared-state.ts';
import { OpenExplanation } from '../explain/open-explanation.tsx';
import { FiguresPage } from '../pages/figures-page.tsx';
import { useApp } from '../state/app.ts';
import { todayIn } from '../state/period.ts';
import { Footer } from '../ui/footer.tsx';
import { PeriodPicker } from '../ui/period-picker.tsx';
import { PrintFoot } from '../ui/print-foot.tsx';
import { Switches } from '../ui/switches.tsx';
import { Wordmark } from '../ui/wordmark.tsx';
import { OpenData } from './open-data.tsx';

export function SharedPage({ page, site }: { page: Page; site: Site }) {
  const { texts, shared } = useApp();
  const today = todayIn(site.timezone, new Date());
  const isEmbedded = shared?.isEmbedded === true;
  const words = texts.value.shared;
  useEffect(() => {
    document.title = `${site.domain} · ${words.kind} · Passant`;
  }, [site.domain, words.kind]);
  return (
    <>
      {isEmbedded ? null : (
        <>
          <a class="skip" href="#figures">
            {texts.value.skip}
          </a>
          <header class="bar">
            <div class="bar-inner">
              <Wordmark />
              <div class="bar-view">
                <span class="only-site">{words.kind}</span>
                {site.hasEvents ? <PeriodPicker today={today} /> : null}
              </div>
              <div class="bar-settings">
                <Switches />
              </div>
            </div>
          </header>
        </>
      )}
      <main class="page" id="figures" tabIndex={-1} data-embedded={isEmbedded}>
        {site.hasEvents ? (
          <FiguresPage site={site} today={today} />
        ) : (
          <section class="notice">
            <h1>{site.domain}</h1>
            <p>{words.nothingYet}</p>
          </section>
        )}
        {isEmbedded || page.licence === null || shared === null ? null : (
          <OpenData place={shared} licence={page.licence} />
        )}
        <p class="shared-note quiet">
          {words.note}{' '}
          {isEmbedded && shared !== null ? (
            <a href={`/share/${shared.key}`} target="_blank" rel="noopener">
              {words.open}
            </a>
          ) : null}
        </p>
      </main>
      {isEmbedded ? null : <Footer />}
      <OpenExplanation site={site} />
      <PrintFoot today={today} />
    </>
  );
}
