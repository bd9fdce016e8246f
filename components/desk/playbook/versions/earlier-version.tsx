import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'
import { linkTo } from '../../shell/route'
import { Definitions } from '../definitions/definitions'
import { Journey } from '../journey/journey'
import { PlaybookContext } from '../playbook-context'
import { Promotions } from '../promotions/promotions'
import { Reasons } from '../reasons/reasons'

/** A version as it was; nothing of it can be changed any more. */
export function EarlierVersion({ version }: { version: string }) {
  const { data: playbook, error } = useAsk('playbook.version', { version })
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-3">
        <strong className="text-large">{i18n.t('playbook.version', [version])}</strong>
        <a href={linkTo('playbook', 'part=versions')} className="text-accent-strong underline">{i18n.t('playbook.allVersions')}</a>
      </p>
      <Problem of={error} />
      {playbook && <PlaybookContext value={{ playbook, readOnly: true }}><Journey /><Definitions /><Promotions /><Reasons /></PlaybookContext>}
    </>
  )
}
