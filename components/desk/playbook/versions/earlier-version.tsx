import type { ReactNode } from 'react'
import { i18n } from '#i18n'
import type { Playbook } from '@/lib/domain/playbook'
import { promiseKind } from '@/lib/domain/promises/promise'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { numberText, momentText } from '@/components/ui/when'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Card } from '../../shell/page'
import { linkTo } from '../../shell/route'
import { Definitions } from '../definitions/definitions'
import { Journey } from '../journey/journey'
import type { Part as PlaybookPart } from '../part-tabs'
import { PlaybookContext } from '../playbook-context'
import { Promotions } from '../promotions/promotions'
import { Reasons } from '../reasons/reasons'

/** A version as it was; nothing of it can be changed any more, and what it did not have is left out. */
export function EarlierVersion({ version }: { version: string }) {
  const { data: playbook, error } = useAsk('playbook.version', { version })
  const { data: versions } = useAsk('playbook.versions', {})
  const saved = versions?.find((one) => one.version === version)
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <strong className="text-large">{i18n.t('playbook.version', [version])}</strong>
        {saved && <span className="text-soft">{saved.at === 0 ? i18n.t('playbook.shipped') : momentText(saved.at)}{saved.by && <> · <Foreign text={saved.by} max={80} /></>}</span>}
        <a href={linkTo('playbook', 'part=versions')} className="text-accent-strong underline">{i18n.t('playbook.allVersions')}</a>
      </p>
      <Problem of={error} />
      {playbook && (
        <PlaybookContext value={{ playbook, readOnly: true, save: () => undefined, pending: false }}>
          <PartOf of="journey"><Journey /></PartOf>
          {playbook.definitions?.length ? <PartOf of="definitions"><Definitions /></PartOf> : null}
          <PartOf of="reasons"><Reasons /></PartOf>
          {promisesOf(playbook).length > 0 && <PartOf of="promises"><Promised playbook={playbook} /></PartOf>}
          {playbook.promotions?.length ? <PartOf of="promotions"><Promotions /></PartOf> : null}
        </PlaybookContext>
      )}
    </>
  )
}

function PartOf({ of, children }: { of: PlaybookPart; children: ReactNode }) {
  return (
    <section aria-labelledby={`version-${of}`} className="flex flex-col gap-4 pt-2">
      <h2 id={`version-${of}`} className="text-title font-semibold">{message(`playbook.part_${of}`)}</h2>
      {children}
    </section>
  )
}

/** What was promised then; how it is kept is told of what is promised now. */
function Promised({ playbook }: { playbook: Playbook }) {
  return (
    <Card>
      <ul className="flex flex-col gap-1">
        {promisesOf(playbook).map(({ kind, promised: { amount, unit } }) => (
          <li key={kind}>{message(`playbook.promise_${kind}`)} <span className="text-soft">· {i18n.t(unit === 'hours' ? 'playbook.promisedHours' : 'playbook.promisedWeekdays', [numberText(amount)])}</span></li>
        ))}
      </ul>
    </Card>
  )
}

function promisesOf({ promises }: Playbook) {
  return promiseKind.options.flatMap((kind) => {
    const promised = promises?.[kind]
    return promised ? [{ kind, promised }] : []
  })
}
