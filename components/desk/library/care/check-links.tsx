import { useRef, useState } from 'react'
import { Link2 } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import type { Response } from '@/lib/bus/protocol'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { Problem } from '../../data/problem'
import { useDesk } from '../../desk-context'

const atOnce = 20

/** Asks, once a week and politely, whether the addresses of the library answer; hosts the browser does not let us ask are asked for by this click. */
export function CheckLinks({ hosts }: { hosts: Response<'links.state'>['hosts'] }) {
  const { bus, door } = useDesk()
  const client = useQueryClient()
  const [left, setLeft] = useState<number>()
  const [error, setError] = useState<Error | null>(null)
  const stopped = useRef(false)
  const total = hosts.reduce((sum, { links }) => sum + links, 0)
  const due = hosts.reduce((sum, host) => sum + host.due, 0)
  const refused = hosts.filter(({ granted }) => !granted)

  async function check() {
    stopped.current = false
    setError(null)
    if (refused.length > 0) await door.askHosts(refused.map(({ origin }) => patternOf(origin)))
    try {
      for (let more = true; more && !stopped.current; ) {
        const { checked, left: still } = await bus.ask('links.check', { limit: atOnce })
        setLeft(still)
        more = checked > 0 && still > 0
        await client.invalidateQueries({ queryKey: ['links.state'] })
      }
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)))
    }
    setLeft(undefined)
    await client.invalidateQueries({ queryKey: ['links.state'] })
  }
  if (total === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-raised px-3 py-2">
      <Link2 aria-hidden size={16} className="shrink-0 text-faint" />
      <p role="status" className="min-w-0 flex-1 basis-48 text-soft">
        {left !== undefined ? i18n.t('care.checking', [String(left)]) : due === 0 ? i18n.t('care.checked', total) : i18n.t('care.toCheck', due)}
      </p>
      <Problem of={error} />
      {left !== undefined
        ? <Button onClick={() => { stopped.current = true }}>{i18n.t('care.stop')}</Button>
        : due > 0 && <Button onClick={() => void check()}>{i18n.t('care.check', hosts.filter((host) => host.due > 0).length)}</Button>}
    </div>
  )
}

function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin)
  return `${protocol}//${hostname}/*`
}
