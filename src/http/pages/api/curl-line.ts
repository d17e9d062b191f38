/** An operation as a line for a shell. */
import type { ApiOperation } from '../../api/describe-api.ts';

const IN_PATH: Readonly<Record<string, string>> = { site: 'example.org', id: '1' };

/** @param server public address */
export function curlLine(server: string, path: string, method: string, operation: ApiOperation): string {
  const { parameters = [], requestBody, security, responses } = operation;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => IN_PATH[name] ?? name);
  const asked = parameters.flatMap(({ name, in: place, example }) =>
    place === 'query' && typeof example === 'string' ? [[name, example] as [string, string]] : [],
  );
  const query = new URLSearchParams(asked).toString();
  const body = requestBody && Object.values(requestBody.content)[0]?.example;
  const isStream = Object.values(responses).some(({ content }) => content?.['text/event-stream'] !== undefined);
  const parts = [
    'curl',
    ...(isStream ? ['-N'] : []),
    ...(method === 'get' || (method === 'post' && body) ? [] : [`-X ${method.toUpperCase()}`]),
    ...(security.length > 0 ? ['-H "Authorization: Bearer $KEY"'] : []),
    quote(`${server}${filled}${query === '' ? '' : `?${query}`}`),
    ...(body === undefined ? [] : [`\\\n  -d ${quote(JSON.stringify(body))}`]),
  ];
  return parts.join(' ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
