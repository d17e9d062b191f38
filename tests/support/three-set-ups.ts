/** Pages of three measured sites: the service under the site's own host by a path, under its domain, and under a foreign host. */
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Names of hosts end in `.test`; a browser started with this finds them all here. */
export const HERE = '--host-resolver-rules=MAP *.test 127.0.0.1';

export interface SetUpSite {
  domain: string;
  /** Origin of its pages, and of the service as its pages know it. */
  pages: string;
  service: string;
}

export interface ThreeSetUps {
  ownHost: SetUpSite;
  sameDomain: SetUpSite;
  foreign: SetUpSite;
  close: () => Promise<void>;
}

/** @param port of the service */
export async function startThreeSetUps(port: number): Promise<ThreeSetUps> {
  const sites = (own: number) => ({
    ownHost: site('town.test', `http://town.test:${own}`, `http://town.test:${own}`),
    sameDomain: site('sister.test', `http://www.sister.test:${own}`, `http://count.sister.test:${port}`),
    foreign: site('far.test', `http://www.far.test:${own}`, `http://measure.other.test:${port}`),
  });
  const server = createServer((request, response) => {
    const own = (server.address() as AddressInfo).port;
    const found = Object.values(sites(own)).find(({ pages }) => new URL(pages).host === request.headers.host);
    if (found === undefined) response.writeHead(404).end();
    else if (request.url?.startsWith('/count/') && found.domain === 'town.test') passOn(request, response, port);
    else
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': `default-src 'self'; script-src ${found.service}; connect-src 'self' ${found.service}`,
        })
        .end(pageOf(found));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...sites((server.address() as AddressInfo).port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function site(domain: string, pages: string, service: string): SetUpSite {
  return { domain, pages, service };
}

/** As a proxy does that leaves the host as it came. */
function passOn(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url, headers } = request;
  const asked = forward({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  asked.on('error', () => response.destroy());
  request.pipe(asked);
}

function pageOf({ domain, service }: SetUpSite): string {
  const script = (name: string) => `<script defer src="${service}/count/${name}" data-site="${domain}"></script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${script('s.js')}${script('rights.js')}</head>
<body><main><h1>A page</h1><div data-passant-rights></div></main></body></html>`;
}
