import { Ago } from '@/components/ui/ago'
import { Foreign } from '@/components/ui/foreign'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'
import { linkTo, useFragmentQuery } from '../../shell/route'
import { EarlierVersion } from './earlier-version'

/** Every version that was in force: who saved it, when, and what it changed. Verdicts say which they were given under. */
export function Versions() {
  const { data: versions, error } = useAsk('playbook.versions', {})
  const shown = useFragmentQuery().get('version')
  if (shown !== null) return <EarlierVersion version={shown} />
  return (
    <>
      <p className="text-soft">{i18n.t('playbook.versionsLead')}</p>
      <Problem of={error} />
      <ol className="divide-y divide-line rounded-lg border border-line">
        {versions?.map(({ version, at, by, changes }, index) => (
          <li key={version} className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-2.5">
            <a href={linkTo('playbook', `part=versions&version=${encodeURIComponent(version)}`)} className="font-medium text-accent-strong underline">{i18n.t('playbook.version', [version])}</a>
            <span className="text-soft">
              {index === versions.length - 1 && at === 0 ? i18n.t('playbook.shipped') : <Ago at={at} />}
              {by && <> · <Foreign text={by} max={80} /></>}
            </span>
            <ul className="flex min-w-0 basis-full flex-wrap gap-x-3 text-small text-soft">{changes.map((change, at) => <li key={at}><Said sentence={change} /></li>)}</ul>
          </li>
        ))}
      </ol>
    </>
  )
}
