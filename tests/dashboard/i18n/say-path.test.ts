import { describe, expect, it } from '@jest/globals';
import { sayPath } from '../../../dashboard/i18n/say-path.ts';

describe('a path', () => {
  it.each([
    ['/donn%C3%A9es/%C3%A9t%C3%A9', '/données/été'],
    ['/%3Cscript%3E', '/<script>'],
    ['/%E2%80%AEgnp.exe', '/%E2%80%AEgnp.exe'], // would be read backwards
    ['/a%0Ab%C2%A0c', '/a%0Ab%C2%A0c'],
    ['/a%2Fb%3Fc', '/a%2Fb%3Fc'],
    ['/100%', '/100%'],
    ['/%E9t%E9', '/%E9t%E9'], // of another encoding
    ['/plain', '/plain'],
  ])('%s is shown as %s', (path, shown) => {
    expect(sayPath(path)).toBe(shown);
  });
});
