import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export interface HubProcess {
  url: string
  invite: string | undefined
  pid: number
  /** Everything printed so far. */
  said(): string
  kill(signal: NodeJS.Signals): Promise<number | null>
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The hub as `npm run hub` starts it, on a free port, or as another copy of it would. @throws Error with what it printed, where it ended instead */
export async function startProcess(env: Record<string, string>, { cwd = root, args = ['--import', './hub/alias.mjs', 'hub/main.ts'] } = {}): Promise<HubProcess> {
  const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env.PATH, PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let ended = false
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.once('exit', () => (ended = true))
  while (!/^Leadside hub: .*\n/m.test(said)) {
    if (ended) throw new Error(said)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    url: /^Leadside hub: (\S+)/m.exec(said)?.[1] ?? '',
    invite: /^First owner, once: (\S+)/m.exec(said)?.[1],
    pid: child.pid ?? 0,
    said: () => said,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const exit = once(child, 'exit') as Promise<[number | null]>
      child.kill(signal)
      return (await exit)[0]
    },
  }
}
