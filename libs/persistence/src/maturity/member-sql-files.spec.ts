import { INDICATORS, ORACLE } from '@hoest/maturity';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MEMBER_SQL } from './member-sql-files';

/** Every suite runs from the workspace's folder. */
const root = process.cwd();
const ids = INDICATORS.map(({ id }) => id).sort();

describe('an indicator', () => {
  it('has a definition, member SQL and an oracle', () => {
    expect(MEMBER_SQL.map(({ indicatorId }) => indicatorId).sort()).toEqual(ids);
    expect(Object.keys(ORACLE).sort()).toEqual(ids);
  });

  it.each(ids)('%s: each of them stands in a file of its name, and so does its test on a database', (id) => {
    const files = [
      `libs/maturity/src/indicators/${id}.ts`,
      `libs/maturity/src/oracle/${id}.ts`,
      `libs/persistence/src/maturity/${id}.sql.ts`,
      `test/integration/maturity/${id}.int-spec.ts`,
    ];
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('has no SQL left over from another', () => {
    const named = readdirSync(join(root, 'libs/persistence/src/maturity')).flatMap(
      (file) => /^([a-z]{2}\.[a-z-]+)\.sql\.ts$/.exec(file)?.[1] ?? [],
    );
    expect(named.sort()).toEqual(ids);
  });

  it('names in its SQL only reasons that its definition explains', () => {
    for (const { indicatorId, sql } of MEMBER_SQL) {
      const known = Object.keys(INDICATORS.find(({ id }) => id === indicatorId)?.reasons ?? {});
      const used = [...sql.matchAll(/(?:then|else) '([a-z][a-z_-]*[a-z])'/g)].map((match) => match[1] ?? '');
      const statuses = ['counted', 'missing', 'exempt', 'absent'];
      expect(used.filter((code) => !known.includes(code) && !statuses.includes(code))).toEqual([]);
    }
  });
});
