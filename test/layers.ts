/**
 * Which folder may import which: `node test/layers.ts`. The rules are a table; each says what would go wrong without it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

export interface Import {
  /** `electron/contract/books.ts`, `node:fs`, or the name of a package. */
  target: string;
  typesOnly: boolean;
}

interface Rule {
  /** Files the rule is about. */
  of: RegExp;
  /** Of what these files import, what the rule looks at; everything where it is left out. */
  looksAt?: (found: Import) => boolean;
  allows: RegExp;
  because: string;
}

const ours = ({ target }: Import) => /^(electron|renderer|test|resources)\//.test(target);
const values = (found: Import) => !found.typesOnly;
const named = (pattern: RegExp) => (found: Import) => pattern.test(found.target);

const rules: readonly Rule[] = [
  {
    of: /^renderer\//,
    looksAt: (found) => ours(found) || /^node:|^(electron|better-sqlite3|serialport)$/.test(found.target),
    allows: /^(renderer|electron\/contract)\//,
    because: 'the pages run in a browser too: they know the contract, and nothing else of the program',
  },
  {
    of: /^electron\/contract\//,
    allows: /^(electron\/contract\/|zod$)/,
    because: 'the contract is what pages and program agree on; it must load in both',
  },
  {
    of: /^electron\//,
    looksAt: ours,
    allows: /^electron\//,
    because: 'the program runs without its pages and is shipped without its tests',
  },
  {
    of: /^electron\/(.+\/)?decide-[^/]+\.ts$/,
    looksAt: values,
    allows: /^electron\/(.+\/)?decide-[^/]+\.ts$/,
    because: 'a rule decides from what it is given: no clock, database or log, so that a table can test it',
  },
  {
    of: /^electron\/.+-store\.ts$/,
    looksAt: (found) => ours(found) && values(found),
    // Folding is what a search column is filled with; SQLite cannot do it for Swedish letters.
    allows: /^electron\/(database\/|contract\/|members\/fold\.ts$|.+-store\.ts$)/,
    because: 'a store is SQL and nothing else; what is done with its rows is decided elsewhere',
  },
  {
    of: /^electron\/modem\//,
    looksAt: ours,
    allows: /^electron\/(modem\/|contract\/|clock\.ts$|log\.ts$)/,
    because: 'the modem speaks to the outside world; the features come to it, never it to them',
  },
  {
    of: /^electron\/mail\//,
    looksAt: ours,
    allows: /^electron\/(mail\/|contract\/|clock\.ts$|log\.ts$)/,
    because: 'mail speaks to the outside world; the features come to it, never it to them',
  },
  {
    of: /^electron\/hosts\//,
    looksAt: ours,
    allows: /^electron\/(hosts\/|contract\/|dispatch\.ts$|clock\.ts$|log\.ts$)/,
    because: 'a host knows the door and the contract; a call that one host treats in its own way differs in the other',
  },
  {
    of: /^electron\/(?!main\.ts$|preload\.cts$|hosts\/ipc\.ts$)/,
    looksAt: named(/^electron$/),
    allows: /^$/,
    because: 'all but the shell runs on plain Node: pass in what Electron gives (secrets, dialogs, power)',
  },
  {
    of: /^electron\/(?!database\/|data-folder\.ts$|backup\/)/,
    looksAt: (found) => found.target === 'better-sqlite3' && values(found),
    allows: /^$/,
    because: 'writes go through database.write, or the screens would not hear of them',
  },
  {
    of: /^electron\/(?!modem\/)/,
    looksAt: named(/^(serialport|@serialport\/.*)$/),
    allows: /^$/,
    because: 'ports are opened in one place, which is passed in; so tests own the bytes',
  },
  {
    of: /^electron\/(?!mail\/)/,
    looksAt: named(/^(nodemailer|imapflow)$/),
    allows: /^$/,
    because: 'mail servers are spoken to in one place',
  },
];

/** The card's folders and the files that tools want to find at the top. A new one is a decision, not an accident. */
const topLevel = new Set([
  ...['electron', 'renderer', 'resources', 'test', '.ci'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'electron-builder.yml', 'README.md', 'LICENSE'],
  ...['biome.json', 'vite.config.ts', 'playwright.config.ts', '.npmrc', '.gitignore'],
]);
const notOurs = new Set(['.git', 'node_modules', 'build', 'dist']);

/** What a source file imports: static, dynamic and re-exported. */
export function importsOf(file: string, source: string): Import[] {
  const code = source.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const found: Import[] = [];
  for (const match of code.matchAll(/^\s*(import|export)\b([^;'"]*?)\bfrom\s*['"]([^'"]+)['"]/gm)) {
    found.push({ target: resolve(file, match[3] ?? ''), typesOnly: isTypesOnly(match[2] ?? '') });
  }
  for (const match of code.matchAll(/(?:^\s*import\s*|\bimport\(\s*|\brequire\(\s*)['"]([^'"]+)['"]/gm)) {
    found.push({ target: resolve(file, match[1] ?? ''), typesOnly: false });
  }
  return found;
}

function isTypesOnly(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true;
  const names = /^\s*\{([^}]*)\}\s*$/
    .exec(clause)?.[1]
    ?.split(',')
    .filter((name) => name.trim() !== '');
  return names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
}

function resolve(file: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
}

/** One sentence for each import that a rule forbids. */
export function violationsIn(file: string, source: string): string[] {
  const imports = importsOf(file, source);
  return rules
    .filter((rule) => rule.of.test(file))
    .flatMap((rule) =>
      imports
        .filter((found) => (rule.looksAt?.(found) ?? true) && !rule.allows.test(found.target))
        .map((found) => `${file} imports ${found.target}: ${rule.because}`),
    );
}

/** Everything wrong in the checkout at `root`, and how many files were looked at. */
export function checkLayers(root: string): { files: number; violations: string[] } {
  const violations = readdirSync(root)
    .filter((name) => !topLevel.has(name) && !notOurs.has(name))
    .map((name) => `${name} stands at the top: the top level is listed in test/layers.ts, and this is not in the list`);
  let files = 0;
  for (const folder of ['electron', 'renderer']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(ts|tsx|cts)$/.test(entry.name)) continue;
      const full = join(entry.parentPath, entry.name);
      files += 1;
      violations.push(...violationsIn(relative(root, full).replaceAll('\\', '/'), readFileSync(full, 'utf8')));
    }
  }
  return { files, violations };
}

if (process.argv[1] === import.meta.filename) {
  const { files, violations } = checkLayers(dirname(import.meta.dirname));
  for (const violation of violations) console.error(violation);
  console.log(`${files} files, ${violations.length} imports across a border`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}
