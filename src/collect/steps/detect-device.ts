/** Browser and system as family and major version, the device's class, and the primary language. */
import type { Device } from '../device/create-device-detector.ts';
import type { Step } from '../draft.ts';

const DEVICE_CLASSES = ['desktop', 'mobile', 'tablet', 'other'] as const;
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
    draft.stratum = DEVICE_CLASSES.indexOf(device.device) * 2 + (draft.acquisition.source === '' ? 1 : 0);
    return null;
  };
}
