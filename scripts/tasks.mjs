import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { bin, cache, root } from './setup/paths.mjs'
import { ensurePostgres } from './setup/postgres.mjs'
import { playwrightCount, vitestCount } from './count.mjs'

const both = ['chromium', 'firefox']
/** Node on the project's own TypeScript files. */
const bare = ['node', '--import', './hub/alias.mjs']

/** Every npm script. `browsers` names what has to be there first; `run` resolves to the exit code. */
export const tasks = {
  check: { run: check },
  fix: { run: () => inOrder([['oxlint', '--fix']]) },
  build: { run: () => inOrder([...builds, ['wxt', 'zip'], ['wxt', 'zip', '-b', 'edge'], ['wxt', 'zip', '-b', 'firefox', '--mv3']]) },
  test: { browsers: both, run: test },
  e2e: { browsers: both, run: ({ browsers, args }) => inOrder([...builds, ['playwright', 'test', ...args]], browserEnv(browsers)) },
  bench: { browsers: ['chromium'], run: ({ browsers, args }) => inOrder([...builds, [...bare, 'test/bench/run.ts', ...args], [...bare, 'test/bench/desk.ts']], browserEnv(browsers)) },
  'bench:desk': { browsers: ['chromium'], run: ({ browsers }) => inOrder([...builds, [...bare, 'test/bench/desk.ts']], browserEnv(browsers)) },
  'bench:search': { run: ({ args }) => inOrder([[...bare, 'test/bench/search.ts', ...args]]) },
  'bench:suggest': { run: ({ args }) => inOrder([[...bare, 'test/bench/suggest.ts', ...args]]) },
  'bench:hub': { run: ({ args }) => { ensurePostgres(); return inOrder([[...bare, 'test/bench/hub.ts', ...args]]) } },
  hub: { run: ({ args }) => inOrder([[...bare, 'hub/main.ts', ...args]]) },
  demo: { browsers: ['chromium'], run: ({ browsers, args }) => inOrder([['wxt', 'build'], [...bare, 'test/demo/main.ts', ...args]], browserEnv(browsers)) },
  pictures: { browsers: ['chromium'], run: ({ browsers, args }) => inOrder([['wxt', 'build'], [...bare, 'test/gallery/main.ts', ...args]], browserEnv(browsers)) },
  dev: { browsers: ['chromium'], run: ({ browsers, args }) => inOrder([['wxt', ...args]], browserEnv(browsers)) },
}

const types = ['tsc', '--noEmit']
const lint = ['oxlint', '--type-aware']
const unit = ['vitest', 'run']
const builds = [['wxt', 'build'], ['wxt', 'build', '-b', 'firefox', '--mv3']]

function check() {
  ensurePostgres()
  return inOrder([types, lint, unit])
}

/** Everything that guards a landing; the last line it prints is the sum. */
async function test({ browsers }) {
  ensurePostgres()
  const env = browserEnv(browsers)
  const vitestReport = join(cache, 'vitest.json')
  const playwrightReport = join(cache, 'playwright.json')
  const steps = [
    { name: 'types', command: types },
    { name: 'lint', command: lint },
    ...builds.map((command) => ({ name: command.join(' '), command })),
    { name: 'unit', command: [...unit, '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`], count: () => vitestCount(vitestReport) },
    { name: 'e2e', command: ['playwright', 'test'], count: () => playwrightCount(playwrightReport) },
  ]
  let passed = 0
  let failed = 0
  for (const step of steps) {
    console.log(`\n— ${step.name}`)
    const code = run(step.command, { ...env, LEADSIDE_REPORT: playwrightReport })
    const counted = step.count?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
    passed += counted.passed
    failed += counted.failed + (code !== 0 && counted.failed === 0 ? 1 : 0)
  }
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function inOrder(commands, env = {}) {
  for (const command of commands) {
    const code = run(command, env)
    if (code !== 0) return code
  }
  return 0
}

function run([name, ...args], env = {}) {
  const file = name === 'node' ? process.execPath : bin(name)
  return spawnSync(file, args, { stdio: ['ignore', 'inherit', 'inherit'], cwd: root, env: { ...process.env, ...env } }).status ?? 1
}

function browserEnv(browsers) {
  return Object.fromEntries(Object.entries(browsers).map(([name, path]) => [`LEADSIDE_${name.toUpperCase()}`, path]))
}
