import { describe, expect, it } from '@jest/globals';
import type { Choice } from '../../client/consent/preferences.ts';
import { createConsent } from '../../client/tracker/consent.ts';
import type { ConsentMode } from '../../client/tracker/options.ts';

/** A device in memory; `forgetful` keeps nothing, as a browser that blocks cookies. */
function setUp(
  mode: ConsentMode,
  device: { choice?: Choice; id?: string; signal?: boolean; forgetful?: boolean } = {},
) {
  const accesses: string[] = [];
  const reports: object[] = [];
  const consent = createConsent(
    mode,
    {
      readChoice() {
        accesses.push('readChoice');
        return device.choice;
      },
      writeChoice(choice) {
        accesses.push('writeChoice');
        if (!device.forgetful) device.choice = choice;
      },
      sendsSignal: () => device.signal === true,
      createIdentifier() {
        accesses.push('createIdentifier');
        if (device.id !== undefined || device.forgetful) return false;
        device.id = 'new';
        return true;
      },
      removeIdentifier() {
        accesses.push('removeIdentifier');
        const { id } = device;
        delete device.id;
        return id;
      },
    },
    (details) => reports.push(details),
  );
  return { consent, device, accesses, reports };
}

describe('the consent state at load', () => {
  it.each<[ConsentMode, Choice | undefined, boolean, string]>([
    ['cookie', undefined, false, 'unset'],
    ['cookie', 'granted', false, 'granted'],
    ['cookie', 'denied', false, 'denied'],
    // An explicit yes on this site prevails over a general signal.
    ['cookie', 'granted', true, 'granted'],
    ['auto', undefined, false, 'granted'],
    ['auto', undefined, true, 'unset'],
    ['auto', 'denied', false, 'denied'],
    ['manual', 'granted', false, 'unset'],
    ['a-consent-tool', 'granted', false, 'unset'],
    ['denied', 'granted', false, 'denied'],
  ])('in mode %s with %s on record and signal %s is %s', (mode, choice, signal, expected) => {
    const { consent } = setUp(mode, { ...(choice && { choice }), signal });
    expect(consent.sync()).toBe(expected);
  });

  it('touches no identifier before an answer', () => {
    const { consent, accesses } = setUp('cookie');
    consent.sync();
    expect(accesses).not.toContain('createIdentifier');
    expect(accesses).not.toContain('removeIdentifier');
  });

  it('leaves the device alone where nobody is ever identified', () => {
    const { consent, accesses, reports } = setUp('denied', { choice: 'granted', id: 'old' });
    consent.sync({});
    consent.choose('granted');
    expect(consent.sync()).toBe('denied');
    expect(accesses).toEqual([]);
    expect(reports).toEqual([]);
  });

  it('reports a remembered yes only when the identifier is fresh', () => {
    const returning = setUp('cookie', { choice: 'granted', id: 'old' });
    returning.consent.sync();
    expect(returning.reports).toEqual([]);
    const elsewhere = setUp('cookie', { choice: 'granted' });
    elsewhere.consent.sync();
    elsewhere.consent.sync();
    expect(elsewhere.reports).toEqual([{ adapter: 'cookie', action: 'accepted' }]);
  });
});

describe('an answer', () => {
  it('of yes is written down, makes an identifier and is reported once', () => {
    const { consent, device, reports } = setUp('cookie');
    consent.sync();
    consent.choose('granted', { text: '1-en' });
    consent.sync();
    expect(device).toEqual({ choice: 'granted', id: 'new' });
    expect(reports).toEqual([{ adapter: 'cookie', text: '1-en', action: 'accepted' }]);
  });

  it('of no is written down and reported without an identifier', () => {
    const { consent, device, reports } = setUp('cookie');
    consent.choose('denied');
    expect(device).toEqual({ choice: 'denied' });
    expect(reports).toEqual([{ action: 'refused', id: undefined }]);
  });

  it('that takes a yes back removes the identifier and sends it once more', () => {
    const { consent, device, reports } = setUp('cookie', { choice: 'granted', id: 'old' });
    consent.sync();
    consent.choose('denied');
    expect(device.id).toBeUndefined();
    expect(reports).toEqual([{ action: 'withdrawn', id: 'old' }]);
    expect(consent.sync()).toBe('denied');
  });

  it('of yes that the device does not keep is no yes', () => {
    const { consent, accesses } = setUp('cookie', { forgetful: true });
    consent.choose('granted');
    expect(consent.sync()).toBe('unset');
    expect(accesses).not.toContain('createIdentifier');
  });

  it('of no counts for this page even when the device does not keep it', () => {
    const { consent } = setUp('cookie', { forgetful: true });
    consent.choose('denied');
    expect(consent.sync()).toBe('denied');
  });

  it('in mode manual writes no choice, for the consent tool keeps it', () => {
    const { consent, accesses, device } = setUp('manual');
    consent.choose('granted');
    expect(consent.sync()).toBe('granted');
    expect(device.id).toBe('new');
    expect(accesses).not.toContain('writeChoice');
    expect(accesses).not.toContain('readChoice');
  });

  it.each<[ConsentMode, boolean, string]>([
    ['manual', false, 'granted'],
    ['manual', true, 'unset'],
    ['cookie', false, 'unset'],
  ])('that nobody clicked, in mode %s with signal %s, leaves %s', (mode, signal, expected) => {
    const { consent } = setUp(mode, { signal });
    consent.choose('granted', { implied: true });
    expect(consent.sync()).toBe(expected);
  });
});

describe('what another tab or the banner did', () => {
  it('is taken over at the next look', () => {
    const { consent, device } = setUp('cookie');
    expect(consent.sync()).toBe('unset');
    device.choice = 'granted';
    expect(consent.sync()).toBe('granted');
    expect(device.id).toBe('new');
    device.choice = 'denied';
    expect(consent.sync()).toBe('denied');
    expect(device.id).toBeUndefined();
  });

  it('is reported here when somebody says that it has just been answered', () => {
    const { consent, device, reports } = setUp('cookie');
    consent.sync();
    device.choice = 'denied';
    consent.sync({ text: '2-fr' });
    expect(reports).toEqual([{ text: '2-fr', action: 'refused', id: undefined }]);
  });
});

describe('forgetting', () => {
  it('returns the identifier for the server to erase and reports nothing else', () => {
    const { consent, device, reports } = setUp('cookie', { choice: 'granted', id: 'old' });
    consent.sync();
    expect(consent.forget()).toBe('old');
    expect(device).toEqual({ choice: 'denied' });
    expect(reports).toEqual([]);
  });
});
