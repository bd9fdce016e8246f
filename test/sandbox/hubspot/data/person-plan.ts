import type { Act } from './acts.ts'

export interface PersonPlan {
  id: string
  first: string
  last: string
  title: string
  /** Company id. */
  company: string
  /** Lifecycle stages with the day each was reached, oldest first. */
  stages: readonly (readonly [stage: string, daysAgo: number])[]
  status?: string | undefined
  owner?: string | undefined
  /** Original traffic source and its two drill-downs. */
  source: readonly [source: string, detail1?: string, detail2?: string]
  score?: number | undefined
  persona?: string | undefined
  phone?: string | undefined
  language?: string | undefined
  createdDaysAgo: number
  createdBy?: 'FORM' | 'CRM_UI' | 'IMPORT' | undefined
  optedOut?: boolean | undefined
  acts: readonly Act[]
}

export const robin = '41629779'
export const amara = '41629780'
export const jonas = '41629781'

export const director = 'persona_1'
export const planner = 'persona_2'
export const executive = 'persona_3'
export const systems = 'persona_4'
export const finance = 'persona_5'
