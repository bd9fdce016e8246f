import type { StoryEvent } from './story.ts'

/** A lead as the seeds write it. */
export interface LeadPlan {
  /** Names the lead in tests: `seedId('00Q', key)`. */
  key: string
  name: string
  title: string
  company: string
  domain: string
  industry: string
  country: string
  employees?: number | undefined
  status: string
  rating?: string | undefined
  source: string
  owner: 'rep' | 'secondRep'
  createdDaysAgo: number
  /** Account Engagement score and grade. */
  score?: number | undefined
  grade?: string | undefined
  optedOut?: boolean | undefined
  /** Turned into a contact with an opportunity. */
  converted?: ConversionPlan | undefined
  story: readonly StoryEvent[]
}

export interface ConversionPlan {
  daysAgo: number
  opportunity: OpportunityPlan
}

export interface OpportunityPlan {
  name: string
  stage: string
  amount: number
  /** Negative when it lies ahead. */
  closeDaysAgo: number
}

/** A contact at an account that did not come from a seeded lead. */
export interface ContactPlan {
  key: string
  name: string
  title: string
  account: string
  owner: 'rep' | 'secondRep'
  createdDaysAgo: number
  source: string
  score?: number | undefined
  grade?: string | undefined
  optedOut?: boolean | undefined
  story: readonly StoryEvent[]
}

export interface AccountPlan {
  key: string
  name: string
  domain: string
  type: string
  industry: string
  country: string
  employees: number
  opportunities: readonly OpportunityPlan[]
}

export const open = 'Open - Not Contacted'
export const working = 'Working - Contacted'
export const nurturing = 'Nurturing'
export const lost = 'Closed - Not Converted'
