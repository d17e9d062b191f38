/** Open data are opened in spreadsheets by people who have never heard of us. */
import { expect, it } from '@jest/globals';
import { renderTable } from '../../src/http/present/present-open-data.ts';
import { OPEN_TABLES } from '../../src/stats/open-data/tables.ts';

it.each(OPEN_TABLES.map((table) => [table.name, table] as const))(
  '%s runs no formula, and leaves numbers alone',
  (_name, table) => {
    for (const formula of ['=1+1', '+1', '@SUM(1)', '\t=1', '\r=1', '-1+1'])
      expect(renderTable(table, [[formula, -1]]).split('\r\n')[1]).toMatch(/^"?'.*,-1$/s);
  },
);
