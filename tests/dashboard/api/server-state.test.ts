import { describe, expect, it } from '@jest/globals';
import { decodeState } from '../../../dashboard/api/server-state.ts';

describe('the server’s state', () => {
  it('is read field by field', () => {
    const site = {
      domain: 'example.org',
      role: 'editor',
      timezone: 'Europe/Paris',
      demo: true,
      anonymous: 'day',
      hasEvents: true,
    };
    expect(
      decodeState({
        signedIn: true,
        needsSetup: false,
        secondStep: { app: true },
        secondStepMissing: true,
        user: { email: 'ada@example.org', role: 'owner' },
        provider: { name: 'City login', isFirst: true },
        version: '0.1.0',
        demoUrl: '/demo/',
        mail: true,
        addressesMissing: true,
        passkeyOrigin: 'https://count.example.org',
        sites: [{ ...site, snippet: '<script>' }],
      }),
    ).toEqual({
      isSignedIn: true,
      needsSetup: false,
      secondStep: { app: true, passkey: false },
      lacksSecondStep: true,
      user: { email: 'ada@example.org', role: 'owner' },
      provider: { name: 'City login', isFirst: true },
      version: '0.1.0',
      demoUrl: '/demo/',
      hasMail: true,
      areAddressesMissing: true,
      passkeyOrigin: 'https://count.example.org',
      sites: [
        {
          domain: 'example.org',
          role: 'editor',
          timezone: 'Europe/Paris',
          isDemo: true,
          anonymous: 'day',
          hasEvents: true,
          snippet: '<script>',
        },
      ],
    });
  });

  it('without sense opens nothing', () => {
    expect(decodeState('no')).toMatchObject({
      isSignedIn: false,
      needsSetup: false,
      secondStep: null,
      lacksSecondStep: false,
      user: null,
      provider: null,
      sites: [],
    });
  });
});
