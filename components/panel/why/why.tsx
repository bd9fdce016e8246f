import { memo, useState } from 'react'
import type { DefinitionView } from '@/lib/domain/definitions/definition'
import type { Story } from '@/lib/domain/touch'
import type { Factor } from '@/lib/domain/why/factor'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { i18n } from '#i18n'
import { Definitions } from './definitions'
import { FactorRow } from './factor-row'

const shownFirst = 3

/** Why this lead: the strongest factors in plain words, each opening what it rests on. */
export const Why = memo(function Why({ factors, definitions, stories }: { factors: readonly Factor[]; definitions: readonly DefinitionView[]; stories: readonly Story[] }) {
  const [all, setAll] = useState(false)
  const sorted = factors.toSorted((a, b) => b.weight - a.weight)
  if (sorted.length === 0 && definitions.length === 0) return null
  const more = sorted.slice(shownFirst)
  return (
    <Section title={i18n.t('panel.why.title')}>
      {sorted.length > 0 && (
        <ul className="-mx-1.5">
          {sorted.slice(0, shownFirst).map((factor) => <FactorRow key={factor.name} factor={factor} stories={stories} />)}
        </ul>
      )}
      {more.length > 0 && (
        <Disclosure title={all ? i18n.t('panel.why.less') : i18n.t('panel.why.more', more.length)} open={all} onToggle={setAll}>
          <ul className="-mx-1.5">{more.map((factor) => <FactorRow key={factor.name} factor={factor} stories={stories} />)}</ul>
        </Disclosure>
      )}
      <Definitions definitions={definitions} stories={stories} />
    </Section>
  )
})
