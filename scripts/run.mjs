// The one door to every npm script: finds or brings a fitting Node, the packages and the browsers, then runs the task.
// Plain JavaScript for any Node, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { ensureBrowsers } from './setup/browsers.mjs'
import { ensureModules } from './setup/modules.mjs'
import { fittingNode } from './setup/node.mjs'
import { root } from './setup/paths.mjs'

const [task, ...rest] = process.argv.slice(2)
const node = fittingNode()
if (node !== process.execPath) {
  const again = spawnSync(node, [new URL(import.meta.url).pathname, task, ...rest], { stdio: 'inherit', cwd: root })
  process.exit(again.status ?? 1)
}

ensureModules()
const { tasks } = await import('./tasks.mjs')
const chosen = tasks[task]
if (!chosen) {
  console.error(`Unknown task "${task}". Known: ${Object.keys(tasks).join(', ')}`)
  process.exit(2)
}
const browsers = chosen.browsers ? ensureBrowsers(chosen.browsers) : {}
process.exit(await chosen.run({ browsers, args: rest }))
