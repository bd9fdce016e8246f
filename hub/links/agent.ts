import { botFromUserAgent } from '@/lib/domain/agent/known-bots'
import { labelTouches } from '@/lib/domain/agent/label-touches'
import { unknownAgent } from '@/lib/domain/agent/rules'
import type { Agent } from '@/lib/domain/touch'

export interface Visit {
  at: number
  /** When the link was made: scanners come within moments of the mail. */
  sentAt: number
  method: string
  /** Somebody of the team, not the prospect. */
  own: boolean
  header(name: string): string | undefined
}

/** Who opened a link, by the domain's rules. The headers are looked at here and kept nowhere. */
export function labelView({ at, sentAt, method, own, header }: Visit): Agent {
  const bot = botFromUserAgent(header('user-agent') ?? '')
  const probe = method === 'HEAD' || /prefetch|preview|prerender/i.test(`${header('purpose') ?? ''} ${header('sec-purpose') ?? ''} ${header('x-purpose') ?? ''} ${header('x-moz') ?? ''}`)
  const [agent] = labelTouches([{
    id: '', at, title: '', origin: { system: 'hub', id: '' },
    kind: isNavigation(header) ? 'page-view' : 'link-view',
    signals: { bot, probe, own, deliveredAt: sentAt },
  }])
  return agent ?? unknownAgent
}

/** A browser went to the address because somebody asked it to; then it is judged as a visit of a page. */
function isNavigation(header: Visit['header']): boolean {
  return header('sec-fetch-mode') === 'navigate' && header('sec-fetch-dest') === 'document' && header('sec-fetch-user') === '?1'
}
