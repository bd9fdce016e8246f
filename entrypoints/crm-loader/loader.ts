import type { LoaderSignal } from '@/lib/bus/protocol/loader'
import { recordKey } from '@/lib/domain/record-key'
import { detectRecord } from '@/lib/pages/detect'
import type { Dock } from '../crm-dock/dock'
import type { Api } from './api'
import * as page from './dom'
import type { CreateDock } from './load-dock'
import { marker } from './marker'
import { watchAddress } from './watch-address'

const keyOf = (url: string) => {
  const ref = detectRecord(url)
  return ref && recordKey(ref)
}

/** Watches the address and turns the dock to its record. On pages that are no record it sends nothing at all. */
export function startLoader(api: Api, loadDock: (api: Api) => Promise<CreateDock | undefined>): void {
  const life = new AbortController()
  let current: string | undefined
  let known = false
  /** Whether there was a record yet; until then nothing but the address is looked at, and the extension not called upon. */
  let met = false
  let dock: Dock | undefined

  function hear(signal: LoaderSignal): void {
    if (signal.signal === 'refresh') again()
    else if (signal.signal === 'retire') dock?.retire()
    else dock?.hear(signal)
  }

  function begin(): void {
    met = true
    // Firefox ends an old loader with its extension and leaves what it put into the page.
    for (const old of page.all(`[${marker}]`)) old.remove()
    api.onSignal(hear)
    addEventListener('visibilitychange', () => !page.isHidden() && !known && again(), { signal: life.signal })
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return
      dock?.restart()
      again()
    }, { signal: life.signal })
  }

  async function meet(key: string): Promise<void> {
    if (!met) begin()
    const [seen, createDock] = await Promise.all([api.ask('record.seen', {}), loadDock(api)])
    if (key !== current || life.signal.aborted) return
    known = seen?.known === true && createDock !== undefined
    if (!seen?.known || !createDock) return dock?.retire()
    dock ??= createDock(seen, api)
    dock.turnTo(key)
    dock.mount()
  }

  function settled(url: string): void {
    const key = keyOf(url)
    dock?.turnTo(key)
    if (key === current) return
    const left = current
    current = key
    if (key) void meet(key)
    else if (left) void api.ask('record.left', {})
  }

  const again = () => current && void meet(current)
  watchAddress({
    leaving: (url) => keyOf(url) !== current && dock?.blank(),
    settled,
    tick() {
      if (!met || api.isAlive()) return
      life.abort()
      dock?.orphan()
    },
  }, life.signal)
}
