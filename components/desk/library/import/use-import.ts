import { useRef, useState } from 'react'
import type { Asset } from '@/lib/domain/asset'
import { useTell } from '../../data/ask'
import { useDesk } from '../../desk-context'

const chunkSize = 500

/** Plans and writes an import in chunks; a stopped one leaves nothing behind. */
export function useImport(onDone: () => void) {
  const { bus } = useDesk()
  const plan = useTell('library.plan')
  const finish = useTell('library.import', 'library.list', 'desk.state')
  const [progress, setProgress] = useState<number>()
  const running = useRef<string | undefined>(undefined)

  async function write(): Promise<void> {
    const assets: Asset[] = [...(plan.data?.added ?? []), ...(plan.data?.changed ?? [])]
    const importId = crypto.randomUUID()
    running.current = importId
    for (let from = 0; from < assets.length; from += chunkSize) {
      setProgress(from / assets.length)
      const last = from + chunkSize >= assets.length
      const chunk = { importId, assets: assets.slice(from, from + chunkSize), last }
      if (last) await finish.mutateAsync(chunk)
      else await bus.ask('library.import', chunk)
      if (running.current !== importId) return
    }
    running.current = undefined
    setProgress(undefined)
    onDone()
  }

  function cancel(): void {
    const importId = running.current
    running.current = undefined
    setProgress(undefined)
    if (importId) void bus.ask('library.import-cancel', { importId })
  }

  return { plan, progress, write, cancel }
}
