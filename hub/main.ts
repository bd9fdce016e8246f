import process from 'node:process'
import { parseConfig } from './config'
import { createLog } from './log'
import { moveCommand } from './move/command'
import { startHub } from './start'

const say = (line: string) => process.stdout.write(`${line}\n`)
const [command, ...args] = process.argv.slice(2)

try {
  const config = parseConfig(process.env)
  const log = createLog((line) => process.stderr.write(line), Date.now)
  if (command === 'move') await moveCommand(args, { data: config.data, log, now: Date.now(), say })
  else if (command !== undefined) throw new Error(`There is no ${command}. Without a word the hub starts; "move --to" moves it into PostgreSQL.`)
  else await serve()

  async function serve(): Promise<void> {
    const hub = await startHub(config, log)
    if (hub.engine === 'pglite') say(`Data: ${config.data}. The embedded database does not force writes to the disk: use PostgreSQL (DATABASE_URL) for a team's data.`)
    if (hub.invite !== undefined) say(`First owner, once: ${hub.invite}`)
    say(`Leadside hub: ${hub.url}`)
    const stop = () => void hub.stop().then(() => process.exit(0))
    process.once('SIGTERM', stop).once('SIGINT', stop)
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
