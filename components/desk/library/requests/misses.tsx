import { useState } from 'react'
import { X } from 'lucide-react'
import type { Miss } from '@/lib/domain/miss'
import type { Playbook } from '@/lib/domain/playbook'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { IconButton } from '@/components/ui/icon-button'
import { useNow } from '@/components/ui/now'
import { dayText, numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useTellAloud } from '../../data/ask'
import { ForLeads } from './for-leads'

const shownAtFirst = 20

/** Searches that found nothing fitting and that nobody asked about. */
export function Misses({ misses, playbook }: { misses: readonly Miss[]; playbook: Playbook | undefined }) {
  const now = useNow()
  const forget = useTellAloud('misses.forget', 'requests.list')
  const [all, setAll] = useState(false)
  const shown = all ? misses : misses.slice(0, shownAtFirst)
  return (
    <section aria-label={i18n.t('requests.misses')}>
      <h2 className="text-large font-semibold">{i18n.t('requests.misses')}</h2>
      <p className="max-w-2xl pb-2 text-soft">{i18n.t('requests.missesLead')}</p>
      <div className="overflow-x-auto rounded-lg border border-line">
        <table className="w-full text-left">
          <thead>
            <tr className="border-b border-line bg-raised text-small text-soft">
              <th scope="col" className="px-3 py-2 font-medium">{i18n.t('requests.searched')}</th>
              <th scope="col" className="px-3 py-2 text-right font-medium">{i18n.t('requests.times')}</th>
              <th scope="col" className="px-3 py-2 font-medium whitespace-nowrap">{i18n.t('requests.last')}</th>
              <th scope="col" className="px-3 py-2"><span className="sr-only">{i18n.t('requests.forget')}</span></th>
            </tr>
          </thead>
          <tbody>
            {shown.map((miss) => (
              <tr key={miss.key} className="border-b border-line last:border-0 hover:bg-raised">
                <td className="px-3 py-1.5"><span className="flex flex-wrap items-center gap-1.5"><Foreign text={miss.query} max={160} /> <ForLeads stage={miss.stage} industry={miss.industry} playbook={playbook} /></span></td>
                <td className="px-3 py-1.5 text-right tabular-nums">{numberText(miss.count)}</td>
                <td className="px-3 py-1.5 whitespace-nowrap text-soft">{dayText(miss.last, now)}</td>
                <td className="w-8 px-1"><IconButton icon={X} label={i18n.t('requests.forget')} onClick={() => forget.mutate({ keys: [miss.key] })} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {misses.length > shownAtFirst && !all && <Button look="quiet" onClick={() => setAll(true)}>{i18n.t('today.more', [String(misses.length - shownAtFirst)])}</Button>}
    </section>
  )
}
