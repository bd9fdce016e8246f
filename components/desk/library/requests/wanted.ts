import type { Need } from '@/lib/domain/need'

/** The leads a list is narrowed to; empty: all. */
export interface Wanted { stage: string; persona: string; industry: string }

export function wantedOf(query: URLSearchParams): Wanted {
  return { stage: query.get('stage') ?? '', persona: query.get('persona') ?? '', industry: query.get('industry') ?? '' }
}

export function isWanted({ stage, personas, industry }: Pick<Need, 'stage' | 'personas' | 'industry'>, wanted: Wanted): boolean {
  return (wanted.stage === '' || stage === wanted.stage) && (wanted.industry === '' || industry === wanted.industry) && (wanted.persona === '' || personas.includes(wanted.persona))
}
