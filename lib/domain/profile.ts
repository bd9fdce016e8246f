import type { Person, Profile } from './person'
import type { Persona, Playbook, Stage, Term } from './playbook'
import { containsPhrase, normalWords } from './words'

/**
 * The person in the team's vocabulary. Of status and lifecycle the one that maps to the later stage counts: a CRM moves the
 * lifecycle by itself and people move the status, whoever got further is right.
 */
export function describeProfile(person: Pick<Person, 'title' | 'industry' | 'status' | 'lifecycle' | 'language'>, playbook: Playbook): Profile {
  return {
    stage: stageOf(person, playbook.stages)?.id,
    persona: findPersona(person.title, playbook.personas)?.id,
    industry: findTerm(person.industry, playbook.industries)?.id,
    language: person.language,
  }
}

function stageOf(person: Pick<Person, 'status' | 'lifecycle'>, stages: readonly Stage[]): Stage | undefined {
  const reached = [findStage(person.status, stages), findStage(person.lifecycle, stages)].filter((stage) => stage !== undefined)
  return stages.findLast((stage) => reached.includes(stage))
}

/** The stage whose values, label or id the CRM's word is; upper and lower case, spaces and dashes do not matter. */
export function findStage(value: string | undefined, stages: readonly Stage[]): Stage | undefined {
  const wanted = normalWords(value ?? '')
  if (wanted === '') return undefined
  return stages.find((stage) => [stage.id, stage.label ?? '', ...stage.values].some((known) => normalWords(known) === wanted))
}

/** The persona with the longest pattern found in the job title as whole words; of equals the first listed. */
export function findPersona(title: string | undefined, personas: readonly Persona[]): Persona | undefined {
  const words = normalWords(title ?? '')
  let best: { persona: Persona; length: number } | undefined
  for (const persona of personas) {
    for (const pattern of persona.patterns) {
      const phrase = normalWords(pattern)
      if (phrase.length > (best?.length ?? 0) && containsPhrase(words, phrase)) best = { persona, length: phrase.length }
    }
  }
  return best?.persona
}

/** The term that is the value, or the one with the longest synonym found in it as whole words. */
export function findTerm(value: string | undefined, terms: readonly Term[]): Term | undefined {
  const words = normalWords(value ?? '')
  let best: { term: Term; length: number } | undefined
  for (const term of terms) {
    for (const name of [term.id, term.label ?? '', ...term.synonyms]) {
      const phrase = normalWords(name)
      if (phrase === words && phrase !== '') return term
      if (phrase.length > (best?.length ?? 0) && containsPhrase(words, phrase)) best = { term, length: phrase.length }
    }
  }
  return best?.term
}

export interface UnmappedValue { value: string; count: number }
/** The CRM's own words that no entry of the playbook covers, most frequent first: what the mapping table offers to fill. */
export interface UnmappedValues { stages: UnmappedValue[]; titles: UnmappedValue[]; industries: UnmappedValue[] }

/** The fields of a person in which the CRM's own words stand. */
export type MappedFields = Pick<Person, 'status' | 'lifecycle' | 'title' | 'industry'>

export function unmappedValues(persons: readonly MappedFields[], playbook: Playbook): UnmappedValues {
  const unless = (known: (value: string) => unknown) => (value: string | undefined) => (value?.trim() && !known(value) ? [value.trim()] : [])
  const stage = unless((value) => findStage(value, playbook.stages))
  const title = unless((value) => findPersona(value, playbook.personas))
  const industry = unless((value) => findTerm(value, playbook.industries))
  return {
    stages: counted(persons.flatMap((person) => [...stage(person.status), ...stage(person.lifecycle)])),
    titles: counted(persons.flatMap((person) => title(person.title))),
    industries: counted(persons.flatMap((person) => industry(person.industry))),
  }
}

function counted(values: readonly string[]): UnmappedValue[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
