import { manyEvents, type Device } from './deliver'

export interface Survived {
  /** Events whose batch was answered before or during the crash. */
  acknowledged: number
  /** Acknowledged and not there after the restart. */
  lost: number
  /** After all was delivered again: how many there are, how many more than once, how many not at all. */
  delivered: number
  twice: number
  missing: number
}

const lanes = 4

/** Writes batches from several lanes, crashes in the middle of them, and delivers all of them again after the restart. */
export async function surviveCrash(device: Device, { batches, each }: { batches: number; each: number }, crash: () => Promise<void>, restart: () => Promise<void>): Promise<Survived> {
  const events = manyEvents(batches * each, Date.now())
  const all = Array.from({ length: batches }, (_, index) => events.slice(index * each, (index + 1) * each))
  const acknowledged: string[] = []
  let next = 0
  let crashing: Promise<void> | undefined
  await Promise.all(Array.from({ length: lanes }, async () => {
    while (next < batches) {
      const index = next++
      const answer = device.append(all[index] ?? [])
      // While its answer, and those of the other lanes, are still out.
      if (index === Math.floor(batches / 2)) crashing = crash()
      acknowledged.push(...await answer)
      await crashing
      if (crashing) return
    }
  }))
  await restart()
  const kept = new Set(await device.allIds())
  const lost = acknowledged.filter((id) => !kept.has(id)).length
  for (const batch of all) if ((await device.append(batch)).length !== each) throw new Error('not taken after the restart')
  const ids = await device.allIds()
  const distinct = new Set(ids)
  return { acknowledged: acknowledged.length, lost, delivered: ids.length, twice: ids.length - distinct.size, missing: events.filter(({ id }) => !distinct.has(id)).length }
}
