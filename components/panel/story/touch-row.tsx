import type { Touch } from '@/lib/domain/touch'
import { labelKey } from '@/lib/domain/sentence'
import { Ago } from '@/components/ui/ago'
import { AgentMark } from '@/components/ui/agent-mark'
import { Depth } from '@/components/ui/depth'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { TouchIcon } from '@/components/ui/touch-icon'
import { durationText } from '@/components/ui/when'

/** One act: what, when, how deep, from which campaign, and who did it. `titled` where it stands outside its story. */
export function TouchRow({ touch, titled = false }: { touch: Touch; titled?: boolean }) {
  return (
    <li className="flex gap-2 py-1 text-small text-soft">
      <span className="pt-0.5"><TouchIcon kind={touch.kind} size={13} /></span>
      <div className="min-w-0 flex-1">
        {titled && <p className="text-ink"><Foreign text={touch.title} max={120} /></p>}
        <p className="flex flex-wrap items-center gap-x-2">
          <span className={titled ? undefined : 'text-ink'}>{message(labelKey('touch', touch.kind))}</span>
          <Ago at={touch.at} day={touch.dayOnly} />
          {touch.progress !== undefined && <Depth value={touch.progress} />}
          {touch.seconds !== undefined && <span>{durationText(touch.seconds)}</span>}
        </p>
        {touch.campaign && <p className="truncate"><Foreign text={touch.campaign.name} max={80} /></p>}
        <p><AgentMark agent={touch.agent} words /></p>
      </div>
    </li>
  )
}
