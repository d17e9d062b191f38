/** Browser and system as family and major version, the device's class, and the primary language. */
import type { Device } from '../device/create-device-detector.ts';
import type { Step } from '../draft.ts';

export const DEVICE_CLASSES = ['desktop', 'mobile', 'tablet', 'other'] as const;
const LANGUAGE = /^[a-z]{2,3}(?=$|[-_,;])/i;

export function createDetectDevice(detect: (userAgent: string) => Device): Step {
  return (draft) => {
    const { dimensions, facts } = draft;
    const device = facts.reduceUserAgent(detect);
    dimensions.browser = device.browser;
    dimensions.browser_version = device.browserVersion;
    dimensions.os = device.os;
    dimensions.os_version = device.osVersion;
    dimensions.device = device.device;
    dimensions.language = LANGUAGE.exec(facts.acceptLanguage ?? '')?.[0].toLowerCase() ?? '';
    draft.stratum = stratumOf(device.device, draft.acquisition.source);
    return null;
  };
}

/** @param device one of the classes; what is none counts as the last @param source '' for a direct visit */
export function stratumOf(device: string, source: string): number {
  const place = (DEVICE_CLASSES as readonly string[]).indexOf(device);
  return (place < 0 ? DEVICE_CLASSES.length - 1 : place) * 2 + (source === '' ? 1 : 0);
}
