import type { ClausePrediction } from '@/lib/bus/protocol/playbook'
import { acceptanceOf, differenceOf } from '@/lib/domain/acceptance'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { evaluate } from '@/lib/domain/definitions/evaluate'
import { AppError } from '@/lib/domain/errors'
import type { Playbook } from '@/lib/domain/playbook'
import { nextPlaybook, playbookChanges } from '@/lib/domain/playbook-version'
import { distributionOf } from '@/lib/domain/promises/distribution'
import { createZone } from '@/lib/domain/promises/zone'
import { describeProfile, unmappedValues } from '@/lib/domain/profile'
import { guessEntry } from '@/lib/domain/unmapped'
import type { PanelBusOptions } from './panel-bus'
import { fullView, hour, otherView } from './panel-fixtures'

const words = [['Parked - EMEA', 14], ['Sales qualified (partner)', 6], ['Recycled Q1', 2]] as const
const titles = [['Chief Happiness', 5], ['Werkstoffprüfer', 3], ['Demand Wizard', 2], ['VP Global Transport', 2], ['Head of Something', 1], ['Night shift', 1]] as const

/** The background's part of the playbook in memory: versions, words nobody mapped, lessons of verdicts. */
export function playbookAnswers(now: number, first: Playbook = defaultPlaybook, { lessons = false } = {}): NonNullable<PanelBusOptions['answers']> {
  let kept = [first, ...(first === defaultPlaybook ? [] : [defaultPlaybook])]
  const current = () => kept[0] ?? defaultPlaybook
  const people = lessons ? [...words.flatMap(([status, count]) => Array.from({ length: count }, () => ({ status }))), ...titles.flatMap(([title, count]) => Array.from({ length: count }, () => ({ title })))] : []
  return {
    'playbook.get': current,
    'playbook.save': (edited) => {
      if (edited.version !== current().version) throw new AppError('conflict')
      kept = [nextPlaybook(current(), edited, { at: now, by: 'Ines Carvalho' }), ...kept]
      return current()
    },
    'playbook.versions': () => kept.map((book, index) => ({ version: book.version, at: book.savedAt ?? 0, by: book.savedBy, changes: kept[index + 1] ? playbookChanges(kept[index + 1] ?? book, book) : [] })),
    'playbook.version': ({ version }) => {
      const found = kept.find((book) => book.version === version)
      if (!found) throw new AppError('not-found')
      return found
    },
    'playbook.unmapped': () => {
      const { stages, titles: jobs, industries } = unmappedValues(people, current())
      const guessed = (family: 'stages' | 'personas' | 'industries', values: typeof stages) => values.map((value) => ({ ...value, guess: guessEntry(value.value, current(), family) }))
      return { stages: guessed('stages', stages), personas: guessed('personas', jobs), industries: guessed('industries', industries) }
    },
    'playbook.try': ({ clauses }) => [fullView, otherView].map(({ ref, person: tried, stories }, index) => ({
      ref, name: tried.name, company: tried.company, sample: index > 0,
      results: evaluate(clauses, { person: tried, profile: describeProfile(tried, current()), touches: stories.flatMap(({ touches }) => touches), vocabulary: current(), now }),
    })),
    'playbook.predictions': () => (lessons ? (current().definitions ?? []).flatMap(({ id, clauses }) => clauses.map((clause, index) => predictionOf(id, clause.id, index))) : []),
    'playbook.reason-use': () => (lessons ? { 'student-or-job-seeker': 31, 'wrong-role': 12, 'too-small': 4, 'real-need': 22, 'asked-for-contact': 40 } : {}),
    'playbook.promises': () => {
      const { promises } = current()
      if (!promises) return {}
      const zone = createZone(promises.timeZone)
      const waits = Array.from({ length: lessons ? 64 : 2 }, (_, index) => ({ from: now - (100 + index * 20) * hour, to: index % 9 === 8 ? undefined : now - (100 + index * 20) * hour + (index ** 2 % 90) * hour, by: index % 4 ? 'opened' as const : 'hand-over' as const }))
      const of = (kind: 'sales' | 'requests' | 'findings') => promises[kind] && distributionOf(waits, promises[kind], zone, now)
      return { sales: of('sales'), requests: of('requests'), findings: of('findings') }
    },
    'promotion.known': () => null,
  }
}

const times = (count: number, verdict: 'good' | 'wrong') => Array.from({ length: count }, () => ({ verdict }))

function predictionOf(definition: string, clause: string, index: number): ClausePrediction {
  const met = acceptanceOf([...times(60 - index * 9, 'good'), ...times(30, 'wrong')])
  const notMet = acceptanceOf([...times(index === 4 ? 3 : 22 + index * 6, 'good'), ...times(index === 4 ? 4 : 40, 'wrong')])
  return { definition, clause, met, notMet, difference: differenceOf(met, notMet), blamed: [3, 0, 11, 0, 1][index] ?? 0 }
}
