/** Reduces a User-Agent to browser, system and class of device, with major versions only. */
import { LRUCache } from 'lru-cache';
import { BROWSERS, DESKTOP, MOBILE, type NameRule, OTHER_DEVICE, SYSTEMS, TABLET, WINDOWS_VERSIONS } from './rules.ts';

export interface Device {
  browser: string;
  /** The major version, '' when unknown. */
  browserVersion: string;
  os: string;
  /** Coarse, '' when unknown or when browsers report a frozen number. */
  osVersion: string;
  device: 'desktop' | 'mobile' | 'tablet' | 'other';
}

const CACHED_DEVICES = 5000;

export function createDeviceDetector(): (userAgent: string) => Device {
  const devices = new LRUCache<string, Device>({ max: CACHED_DEVICES });
  return (userAgent) => {
    const cached = devices.get(userAgent);
    if (cached !== undefined) return cached;
    const device = Object.freeze(detectDevice(userAgent));
    devices.set(userAgent, device);
    return device;
  };
}

function detectDevice(userAgent: string): Device {
  const [browser, browserVersion] = firstMatch(BROWSERS, userAgent);
  const [os, version] = firstMatch(SYSTEMS, userAgent);
  return { browser, browserVersion, os, osVersion: systemVersion(os, version, userAgent), device: classOf(userAgent) };
}

function firstMatch(rules: readonly NameRule[], userAgent: string): [name: string, version: string] {
  for (const [name, pattern] of rules) {
    const match = pattern.exec(userAgent);
    if (match !== null) return [name, match[1] ?? ''];
  }
  return ['', ''];
}

/** Browsers have frozen some of these numbers so that they tell nothing; a frozen number is not passed on as if it were known. */
function systemVersion(os: string, version: string, userAgent: string): string {
  switch (os) {
    case 'Windows':
      return WINDOWS_VERSIONS[version] ?? '';
    case 'macOS': {
      const [major = '', minor = ''] = version.split(/[._]/);
      if (major !== '10') return major;
      return minor === '15' || minor === '16' ? '' : `10.${minor}`;
    }
    case 'Android':
      return /\bAndroid 10; K\b/.test(userAgent) ? '' : version;
    case 'iOS':
    case 'iPadOS':
      return appleMobileVersion(version, userAgent);
    default:
      return version;
  }
}

/** Since version 26 the system calls itself 18; Safari's own version has always been the system's. */
function appleMobileVersion(version: string, userAgent: string): string {
  const safari = /\bVersion\/(\d+)/.exec(userAgent)?.[1] ?? '';
  return Number(safari) > Number(version) && Number(safari) >= 26 ? safari : version;
}

function classOf(userAgent: string): Device['device'] {
  if (OTHER_DEVICE.test(userAgent)) return 'other';
  if (TABLET.test(userAgent)) return 'tablet';
  if (MOBILE.test(userAgent)) return 'mobile';
  return DESKTOP.test(userAgent) ? 'desktop' : 'other';
}
