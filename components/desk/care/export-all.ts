import type { Bus } from '@/lib/bus/client'
import type { DeskDoor } from '../desk-door'

/** Files that can be read back are no larger. */
const largestFile = 45_000_000

/** Everything kept here as JSON Lines, fetched slice by slice, handed over as one file, or several where one would be too large. */
export async function exportAll(bus: Pick<Bus, 'ask'>, door: Pick<DeskDoor, 'download'>): Promise<void> {
  let parts: string[] = []
  let size = 0
  let files = 0
  const save = () => {
    files += 1
    door.download(files === 1 ? 'leadside-data.jsonl' : `leadside-data-${files}.jsonl`, 'application/jsonl', parts.join(''))
    parts = []
    size = 0
  }
  for (let after: string | undefined; ; ) {
    const { lines, next } = await bus.ask('data.export', after === undefined ? {} : { after })
    if (size > 0 && size + lines.length > largestFile) save()
    parts.push(lines)
    size += lines.length
    if (next === undefined) break
    after = next
  }
  save()
}
