import { AppError, toErrorInfo } from '@/lib/domain/errors'
import type { Source } from '@/lib/domain/source'
import type { FreshReading } from '@/lib/domain/source-ports'
import { applyReading } from './apply'
import { againMs, refreshMs, soon, type SourceDeps } from './deps'
import { followedSources } from './followed'

/**
 * Reads one source and writes what it brought. A failing one says so and changes nothing else.
 * @throws AppError why it could not be read
 */
export async function refreshSource(deps: SourceDeps, source: Source): Promise<Source> {
  const { app, readers } = deps
  try {
    const reading = await readers.read(source.kind, { address: source.address, memory: source.memory })
    if (!reading.notModified) expectItems(source, reading)
    const read = reading.notModified ? { ...source, memory: reading.memory } : await applyReading(app, source, reading)
    const { error: _, ...healthy } = read
    const kept: Source = { ...healthy, readAt: app.clock.now(), dueAt: soon(app, read.counts?.waiting ? againMs : refreshMs) }
    await app.sources.put(kept)
    return kept
  } catch (failure) {
    const error = toErrorInfo(failure)
    await app.sources.put({ ...source, error, dueAt: Math.max(soon(app, againMs), error.retryAt ?? 0) })
    throw failure
  } finally {
    app.tell.library()
  }
}

/** Where there was something, nothing at all is a mistake of the server or of rights, not the end of everything. @throws AppError */
function expectItems({ counts }: Source, { rows, held }: FreshReading): void {
  if (rows.length + held.length === 0 && (counts?.items ?? 0) > 0) throw new AppError('bad-reply', { detail: '0' })
}

/** Reads all sources that are due, one after the other; resolves how many were. Only one context at a time does so. */
export async function refreshDue(deps: SourceDeps): Promise<number> {
  const held = await deps.locks.tryRun('sources', async () => {
    const now = deps.app.clock.now()
    const due = (await followedSources(deps)).filter(({ paused, dueAt }) => !paused && (dueAt ?? 0) <= now)
    for (const { locked: _, ...source } of due) await refreshSource(deps, source).catch(() => undefined)
    return due.length
  })
  return held?.value ?? 0
}
