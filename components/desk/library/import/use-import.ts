import { useRef, useState } from 'react'
import { guessMapping, tableColumns } from '@/lib/domain/asset-columns'
import { AppError } from '@/lib/domain/errors'
import type { ImportPlan } from '@/lib/domain/import-plan'
import type { Row } from '@/lib/domain/import/rows'
import { bring } from '@/components/ui/bring'
import { useNow } from '@/components/ui/now'
import { useTell } from '../../data/ask'
import { useDesk } from '../../desk-context'

const chunkSize = 500

export interface OpenFile { rows: Row[]; columns: string[] }
/** What goes on: `share` of it is done. */
export interface Work { doing: 'read' | 'plan' | 'write'; share: number | undefined }

/** Reads, plans and writes an import in slices; a stopped one leaves nothing behind. */
export function useImport(onDone: () => void) {
  const { bus } = useDesk()
  const now = useNow()
  const finish = useTell('library.import', 'library.list', 'desk.state')
  const [file, setFile] = useState<OpenFile>()
  const [mapping, setMapping] = useState<Record<string, string>>({})
  const [plan, setPlan] = useState<ImportPlan>()
  const [work, setWork] = useState<Work>()
  const [failure, setFailure] = useState<Error | null>(null)
  const stop = useRef(new AbortController())

  async function during(doing: Work['doing'], task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    stop.current.abort()
    const own = new AbortController()
    stop.current = own
    setFailure(null)
    setWork({ doing, share: undefined })
    try {
      await task(own.signal)
    } catch (thrown) {
      if (!own.signal.aborted) setFailure(thrown instanceof Error ? thrown : new AppError('bug'))
    }
    if (stop.current === own) setWork(undefined)
  }

  const open = (chosen: File) => during('read', async (signal) => {
    setPlan(undefined)
    setFile(undefined)
    const { readFile } = await bring(() => import('./read-file'))
    const rows = await readFile(chosen, signal)
    const columns = tableColumns(rows)
    setFile({ rows, columns })
    setMapping(guessMapping(columns))
  })

  const preview = () => during('plan', async (signal) => {
    const [{ planSlices }, existing, playbook] = await Promise.all([bring(() => import('./plan-slices')), bus.ask('library.list', {}), bus.ask('playbook.get', {})])
    setPlan(await planSlices({ rows: file?.rows ?? [], mapping, existing, playbook, now }, signal, (share) => setWork({ doing: 'plan', share })))
  })

  const write = () => during('write', async (signal) => {
    const assets = [...(plan?.added ?? []), ...(plan?.changed ?? [])]
    const importId = crypto.randomUUID()
    signal.addEventListener('abort', () => void bus.ask('library.import-cancel', { importId }))
    for (let from = 0; from < assets.length && !signal.aborted; from += chunkSize) {
      setWork({ doing: 'write', share: from / assets.length })
      const last = from + chunkSize >= assets.length
      const chunk = { importId, assets: assets.slice(from, from + chunkSize), last }
      if (last) await finish.mutateAsync(chunk)
      else await bus.ask('library.import', chunk)
    }
    if (!signal.aborted) onDone()
  })

  return {
    file, mapping, setMapping, plan, work, failure, open, preview, write,
    back: () => setPlan(undefined),
    cancel() {
      stop.current.abort()
      setWork(undefined)
    },
  }
}
