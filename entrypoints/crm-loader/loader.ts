import { recordKey } from '@/lib/domain/record-key'
import { detectRecord } from '@/lib/pages/detect'
import { ask, isAlive, onSignal } from './api'
import type { Dock } from '../crm-dock/dock'
import { loadDock } from './load-dock'
import { marker } from './marker'
import { watchAddress } from './watch-address'

const once = globalThis as { leadsideLoader?: boolean }
const keyOf = (url: string) => {
  const ref = detectRecord(url)
  return ref && recordKey(ref)
}

/** Watches the address and mounts, blanks and retires the dock. On pages that are no record it sends nothing at all. */
export function start(): void {
  if (once.leadsideLoader) return
  once.leadsideLoader = true
  for (const old of document.querySelectorAll(`[${marker}]`)) old.remove()

  let current: string | undefined
  let dock: Dock | undefined
  let over = false

  function leaving(url: string): void {
    if (!over && keyOf(url) !== current) dock?.hide()
  }

  async function settled(): Promise<void> {
    if (over || !lives()) return
    const key = keyOf(location.href)
    if (key === current) {
      if (key) dock?.unhide()
      return
    }
    current = key
    dock?.hide()
    if (!key) {
      dock?.retire()
      void ask('record.left', {})
      return
    }
    const [seen, createDock] = await Promise.all([ask('record.seen', {}), loadDock()])
    if (current !== key) return
    if (!seen?.known || !createDock) {
      dock?.retire()
      return
    }
    dock ??= createDock(seen)
    dock.show(key)
  }

  /** After an update the extension is gone; the page keeps one sentence about it and nothing else of ours. */
  function lives(): boolean {
    if (isAlive()) return true
    over = true
    dock?.orphan()
    return false
  }

  onSignal((signal) => {
    if (signal.signal === 'retire') {
      current = undefined
      dock?.retire()
    } else if (signal.signal === 'refresh') {
      current = undefined
      void settled()
    } else dock?.hear(signal)
  })
  watchAddress({ leaving, settled: () => void settled(), poll: () => void (over || lives()) })
  void settled()
}
