import { createDevice } from '../../contract/hub/deliver.ts'
import { createRandom } from '../random.ts'
import { quantile } from '../stats.ts'
import { someVerdict } from './events.ts'
import { inLanes, round } from './measure.ts'

const perBatch = 500
const queries = ['by=all&each=day', 'by=campaign', 'by=asset', 'by=source', 'by=persona', 'by=industry', 'by=reason', 'by=campaign&from=2026-01-01&to=2026-03-31']
const asks = 15

export interface Million {
  verdicts: number
  /** Through the interface, 500 at a time. */
  perSecond: number
  /** Of the acceptance summary, milliseconds from asking to having read the answer. */
  summaries: { query: string; p50: number; max: number }[]
}

/** So many verdicts of as many leads, then every acceptance summary. */
export async function manyVerdicts(url: string, invite: string, verdicts: number): Promise<Million> {
  const device = createDevice(() => url)
  await device.join(invite)
  const random = createRandom(11)
  const now = Date.now()
  const from = performance.now()
  await inLanes(3, Array.from({ length: verdicts / perBatch }, (_, index) => index * perBatch), async (first) => {
    const taken = await device.append(Array.from({ length: perBatch }, (_, index) => someVerdict(first + index + 1, random, now)))
    if (taken.length !== perBatch) throw new Error('a batch was not taken')
  })
  const perSecond = Math.round(verdicts / ((performance.now() - from) / 1000))
  const summaries: Million['summaries'] = []
  for (const query of queries) {
    const times: number[] = []
    for (let index = 0; index < asks; index += 1) {
      const start = performance.now()
      await device.call('GET', `/v1/summary?${query}`)
      times.push(performance.now() - start)
    }
    summaries.push({ query, p50: round(quantile(times, 0.5)), max: round(Math.max(...times)) })
  }
  return { verdicts, perSecond, summaries }
}
