import { AppError, toErrorInfo } from '@/lib/domain/errors'
import type { Source } from '@/lib/domain/source'
import type { FreshReading, SourceReading } from '@/lib/domain/source-ports'
import { applyReading } from './apply'
import { againMs, refreshMs, soon, type SourceDeps } from './deps'
import { followedSources } from './followed'

/** Readings of one source in a visit while items still wait. */
const mostRounds = 5

/**
 * Reads one source and writes what it brought. A failing one says so and changes nothing else.
 * @throws AppError why it could not be read
 */
export async function refreshSource(deps: SourceDeps, source: Source): Promise<Source> {
  const { app, readers } = deps
  try {
    return await keepReading(deps, source, await readers.read(source.kind, { address: source.address, memory: source.memory }))
  } catch (failure) {
    const error = toErrorInfo(failure)
    await app.sources.put({ ...source, error, dueAt: Math.max(soon(app, againMs), error.retryAt ?? 0) })
    throw failure
  } finally {
    app.tell.library()
  }
}

/** Writes what a reading brought, and the source as it stands after it. @throws AppError */
export async function keepReading(deps: SourceDeps, source: Source, reading: SourceReading): Promise<Source> {
  const { app } = deps
  if (!reading.notModified) expectItems(source, reading)
  const { error: _, ...read } = reading.notModified ? { ...source, memory: reading.memory } : await applyReading(app, source, reading)
  const stopped = reading.notModified ? undefined : reading.stopped
  const kept: Source = {
    ...read, ...(stopped ? { error: stopped } : {}), readAt: app.clock.now(),
    dueAt: Math.max(soon(app, stopped || read.counts?.waiting ? againMs : refreshMs), stopped?.retryAt ?? 0),
  }
  await app.sources.put(kept)
  return kept
}

/** Where there was something, nothing at all is a mistake of the server or of rights, not the end of everything. @throws AppError */
function expectItems({ counts }: Source, { rows, held }: FreshReading): void {
  if (rows.length + held.length === 0 && (counts?.items ?? 0) > 0) throw new AppError('bad-reply', { detail: '0' })
}

/** Reads all sources that are due, one after the other; resolves how many were. Only one context at a time does so. @param read reads one of them */
export async function refreshDue(deps: SourceDeps, read: (id: string) => Promise<Source>): Promise<number> {
  const held = await deps.locks.tryRun('sources', async () => {
    const now = deps.app.clock.now()
    const due = (await followedSources(deps)).filter(({ paused, dueAt }) => !paused && (dueAt ?? 0) <= now)
    for (const { id } of due) await readOn(() => read(id))
    return due.length
  })
  return held?.value ?? 0
}

/** Goes on while items wait and nothing fails, within bounds: the rest comes with the next visit. */
async function readOn(read: () => Promise<Source>): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const after = await read().catch(() => undefined)
    if (!after?.counts?.waiting || after.error) return
  }
}
