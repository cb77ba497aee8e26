// Proves that the import rules catch violations: lints small made-up files and expects each to be refused.
import { join } from 'node:path';
import { makeProjectGraph } from './lint.mjs';
import { workspaceRoot } from './workspace-node.mjs';

makeProjectGraph();

const { ESLint } = await import('eslint');
const eslint = new ESLint({ cwd: workspaceRoot });

const forbidden = [
  ['libs/quantities/src/trial.ts', "import { may } from '@hoest/organisation';\nexport const x = may;\n"],
  ['libs/benefits/src/trial.ts', "import { THEMES } from '@hoest/maturity';\nexport const x = THEMES;\n"],
  ['libs/benefits/src/trial.ts', "import { Database } from '@hoest/persistence';\nexport const x = Database;\n"],
  ['libs/maturity/src/trial.ts', "import { DataSource } from 'typeorm';\nexport const x = DataSource;\n"],
  ['libs/contracts/src/trial.ts', "import { Database } from '@hoest/persistence';\nexport const x = Database;\n"],
  ['libs/ui/src/trial.ts', "import { Database } from '@hoest/persistence';\nexport const x = Database;\n"],
  ['apps/web/src/trial.ts', "import { Database } from '@hoest/persistence';\nexport const x = Database;\n"],
  [
    'apps/api/src/trial.ts',
    "import { createTestDatabase } from '@hoest/testing';\nexport const x = createTestDatabase;\n",
  ],
];
const allowed = [
  ['apps/api/src/trial.ts', "import { Database } from '@hoest/persistence';\nexport const x = Database;\n"],
];

const RULE = '@nx/enforce-module-boundaries';
const refused = async ([path, text]) => {
  const [result] = await eslint.lintText(text, { filePath: join(workspaceRoot, path) });
  return result.messages.some((message) => message.ruleId === RULE);
};
const faults = [];
for (const trial of forbidden)
  if (!(await refused(trial))) faults.push(`not refused: ${trial[0]}: ${trial[1].split('\n')[0]}`);
for (const trial of allowed)
  if (await refused(trial)) faults.push(`wrongly refused: ${trial[0]}: ${trial[1].split('\n')[0]}`);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(
  `The import rules refuse ${forbidden.length} made-up violations and allow ${allowed.length} proper import.`,
);
