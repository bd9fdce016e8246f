import * as z from 'zod/mini'
import type { AppDeps } from '@/lib/app/deps'
import { createFindings } from '@/lib/app/findings'
import { createReview } from '@/lib/app/review'
import { createReviewSummary } from '@/lib/app/review-summary'
import type { Team } from '@/lib/app/team/team'
import type { HubStore } from '@/lib/domain/hub-port'
import { savedView, type SavedView } from '@/lib/domain/review/saved-view'
import type { SettingItem, SettingsStore } from '@/lib/domain/store-ports'

const viewsItem: SettingItem<SavedView[]> = { key: 'views', version: 1, fallback: [], parse: (value) => z.array(savedView).parse(value) }

/** The marketer's review and what comes of it. */
export function createReviewParts(app: AppDeps, settings: SettingsStore, hub: { team: Pick<Team, 'membership'>; hubStore: HubStore }) {
  return {
    reviewSummary: createReviewSummary({ ...app, ...hub }),
    review: createReview(app, { get: () => settings.get(viewsItem), set: (views) => settings.set(viewsItem, views) }),
    findings: createFindings(app),
  }
}
