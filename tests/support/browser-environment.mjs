/** Where tests with browsers run: Node, with a Playwright that is loaded once for all files of a process, since it is none of what is tested. */
import { TestEnvironment } from 'jest-environment-node';
import playwright from 'playwright-core';

export default class BrowserEnvironment extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>} given */
  constructor(...given) {
    super(...given);
    this.global.playwright = playwright;
  }
}
