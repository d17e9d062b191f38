import { describe, expect, it } from '@jest/globals';
import { PANELS } from '../../../dashboard/panels/panels.ts';
import { openOf, readChosen, withOpen, writeChosen } from '../../../dashboard/panels/tab-choice.ts';

const tabsOf = (panel: string) => {
  const found = PANELS.find(({ key }) => key === panel);
  if (found === undefined) throw new Error(`no panel ${panel}`);
  return found.tabs;
};

describe('the open tab of a panel', () => {
  it.each([
    ['campaigns', 'campaigns', null],
    ['campaigns:visit:utm_term', 'campaigns', 'visit:utm_term'],
    ['campaigns:visit:city', 'campaigns', null],
    ['campaigns:', 'campaigns', null],
    ['sources:visit:utm_term', 'sources', null],
  ])('%s is the tab %s by %s', (text, key, choice) => {
    const chosen = readChosen(text, tabsOf('sources'));
    expect([chosen?.tab.key, chosen?.choice]).toEqual([key, choice]);
  });

  it('takes any property, with colons too', () => {
    const chosen = readChosen('properties:event:props:a:b', tabsOf('events'));
    expect(chosen?.choice).toBe('event:props:a:b');
    expect(chosen && writeChosen(chosen)).toBe('properties:event:props:a:b');
  });

  it('is the first one when the address names none of the panel', () => {
    expect(openOf(['cities', 'toString'], tabsOf('sources')).tab.key).toBe('channels');
    expect(readChosen('toString', tabsOf('sources'))).toBe(null);
  });

  it('leaves the tabs of other panels as they are, and has no word in the address when it is the first', () => {
    const [channels, sources] = tabsOf('sources');
    if (sources === undefined) throw new Error('no sources');
    const open = withOpen(['cities', 'campaigns:visit:utm_term'], tabsOf('sources'), { tab: sources, choice: null });
    expect(open).toEqual(['cities', 'sources']);
    expect(withOpen(open, tabsOf('sources'), { tab: channels, choice: null })).toEqual(['cities']);
  });
});
