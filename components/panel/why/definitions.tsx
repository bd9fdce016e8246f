import type { DefinitionView } from '@/lib/domain/definitions/definition'
import { say } from '@/lib/domain/sentence'
import type { Story } from '@/lib/domain/touch'
import { Disclosure } from '@/components/ui/disclosure'
import { Foreign } from '@/components/ui/foreign'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import { ClauseRow } from './clause-row'

/** Each of the team's definitions in one line: how much of it this lead meets. Pressing it shows clause by clause. */
export function Definitions({ definitions, stories }: { definitions: readonly DefinitionView[]; stories: readonly Story[] }) {
  return definitions.map((definition) => {
    const { id, label, version, at, agreedWith, results } = definition
    const met = results.filter(({ state }) => state === 'met').length
    const title = <span className="font-medium text-ink"><Said sentence={say('definition.line', label, version, met, results.length)} /></span>
    return (
      <Disclosure key={id} title={title} className="pt-1">
        <ul className="ms-1">{results.map((result) => <ClauseRow key={result.clauseId} result={result} stories={stories} />)}</ul>
        <p className="ms-1 pb-1 text-tiny text-faint">
          <Said sentence={say('definition.since', { date: at })} />
          {agreedWith && <> · {i18n.t('definition.agreedWith')} <Foreign text={agreedWith} max={120} /></>}
        </p>
      </Disclosure>
    )
  })
}
