/** A test in a browser is tried once more when it fails: two cores are shared with three engines. The run names each that needed it (make.mjs). */
import { jest } from '@jest/globals';

jest.retryTimes(1, { logErrorsBeforeRetry: true });
