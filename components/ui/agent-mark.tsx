import { Bot, CircleHelp, UserRound } from 'lucide-react'
import type { Agent } from '@/lib/domain/touch'
import { labelKey } from '@/lib/domain/sentence'
import { message } from './message'

const looks = {
  human: { icon: UserRound, tone: 'text-good' },
  machine: { icon: Bot, tone: 'text-warn' },
  unknown: { icon: CircleHelp, tone: 'text-faint' },
} as const

/** Who did it, a person, a machine or nobody knows, and by which rule. `cause` in words where there is room. */
export function AgentMark({ agent, words = false }: { agent: Agent; words?: boolean }) {
  const { icon: Icon, tone } = looks[agent.by]
  const who = message(`ui.agent.${agent.by}`)
  const cause = message(labelKey('agent', agent.cause))
  return (
    <span title={`${who}: ${cause}`} className="inline-flex min-w-0 items-center gap-1">
      <Icon aria-hidden size={13} className={`shrink-0 ${tone}`} />
      {words ? <span>{who}: {cause}</span> : <span className="sr-only">{who}: {cause}</span>}
    </span>
  )
}
