import { AppError } from '@/lib/domain/errors'
import type { Handlers, ServedName } from '@/lib/bus/server'

/** What may be answered before consent: nothing of it reads a CRM, sends anything or shows a person. */
const before: ReadonlySet<ServedName> = new Set<ServedName>([
  'record.seen', 'record.left', 'panel.ticket', 'dock.place', 'dock.seen', 'panel.hello', 'panel.context', 'panel.painted', 'panel.aim', 'panel.close', 'desk.open',
  'desk.state', 'consent.give', 'consent.withdraw', 'settings.save', 'warning.dismiss', 'playbook.get', 'data.export', 'data.delete-all', 'data.find-person',
  'data.delete-person', 'data.diagnostics', 'outbox.list',
])

/** The store rule, in one place: without consent every other message is refused. */
export function behindConsent(handlers: Handlers, consent: { given(): Promise<boolean> }): Handlers {
  const gated = Object.entries(handlers).map(([name, handler]) => {
    if (before.has(name as ServedName)) return [name, handler]
    return [name, async (...asked: never[]) => {
      if (!(await consent.given())) throw new AppError('no-consent')
      return (handler as (...args: never[]) => Promise<unknown>)(...asked)
    }]
  })
  return Object.fromEntries(gated) as Handlers
}
