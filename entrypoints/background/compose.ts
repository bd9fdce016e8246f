import { createActGuard } from '@/lib/app/act-guard'
import { createConnections } from '@/lib/app/connections'
import { createDataCare } from '@/lib/app/data'
import type { AppDeps, Tell } from '@/lib/app/deps'
import { createFeedbackReview } from '@/lib/app/feedback'
import { createOutboxFlusher } from '@/lib/app/flush-outbox'
import { createOutboxPulse } from '@/lib/app/flush-outbox-pulse'
import { createVerdictDesk } from '@/lib/app/give-verdict'
import { createLearner, erasingLearned } from '@/lib/app/learn-from-records'
import { createLibrary } from '@/lib/app/library'
import { createNoticeSources } from '@/lib/app/notice-sources'
import { createPlaybookKeeper } from '@/lib/app/playbook/keep'
import { createPlaybookLessons } from '@/lib/app/playbook/learn'
import { createHandOvers } from '@/lib/app/hand-overs/hand-overs'
import { createRecordReader } from '@/lib/app/open-record'
import { createSamples } from '@/lib/app/samples'
import { createSendDesk } from '@/lib/app/send-asset'
import { createTeamHistory } from '@/lib/app/team-history'
import { createToday } from '@/lib/app/today'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { parsePolicy } from '@/lib/domain/parse-policy'
import { orgKey, recordKey, type Crm } from '@/lib/domain/record-ref'
import type { SettingItem } from '@/lib/domain/store-ports'
import { recordUrl } from '@/lib/pages/record-url'
import { adminPage } from '@/lib/platform/admin-page'
import { alarms } from '@/lib/platform/alarms'
import { openLocalArea, openSessionArea } from '@/lib/platform/areas'
import { capabilities } from '@/lib/platform/capabilities'
import { createFrameBindings } from '@/lib/platform/frame-bindings'
import { redirectUrl } from '@/lib/platform/identity'
import { liveRecord } from '@/lib/platform/live-record'
import { locks } from '@/lib/platform/locks'
import { readManaged } from '@/lib/platform/managed'
import { rememberPolicy } from '@/lib/platform/remembered-policy'
import { stayAwake } from '@/lib/platform/stay-awake'
import { openTab, showTab } from '@/lib/platform/tabs'
import { createLibraryIndex } from '@/lib/search/library-index'
import { createStores } from '@/lib/store/open-stores'
import { createAdapters } from './parts/adapters'
import { createCare } from './parts/care'
import { flushConsented } from './parts/consented'
import { createTeamParts } from './parts/team'
import { createContext } from './parts/context'
import { createDiagnostics } from './parts/diagnostics'
import { createFrameCheck } from './parts/frame-check'
import { consentItem, hostsItem, ownersItem, placesItem } from './parts/items'
import { createPanels } from './parts/panels'
import { chance, clock } from './parts/runtime'
import { readSamples } from './parts/samples'
import { showBadge } from './parts/show-badge'
import { createReviewParts } from './parts/review'
import { createSignIn } from './parts/sign-in'
import { createSources } from './parts/sources'
import { showDesk } from './parts/show-desk'

/** Builds every adapter and use case once per start of the worker, over opened stores. `broken` says what is wrong with them. */
export async function compose() {
  const local = await openLocalArea()
  const session = openSessionArea()
  const stores = createStores({ clock, local, session, crypto, indexedDB })
  const broken = await stores.start()
  const frames = createFrameBindings({ session, now: clock.now, makeTicket: () => crypto.randomUUID() })
  const panels = createPanels(frames)
  const managed = rememberPolicy({ read: readManaged, local, patience: () => clock.sleep(100), changed: () => panels.tell('settings') })
  const policy = async () => parsePolicy(await managed())

  const item = <T>(of: SettingItem<T>) => ({ get: () => stores.settingsStore.get(of), set: (value: T) => stores.settingsStore.set(of, value) })
  const map = <T>(of: SettingItem<Record<string, T>>) => ({
    get: async (key: string): Promise<T | undefined> => (await item(of).get())[key],
    async set(key: string, value: T | undefined) {
      const { [key]: _, ...rest } = await item(of).get()
      await item(of).set(value === undefined ? rest : { ...rest, [key]: value })
    },
  })
  const consent = {
    given: () => item(consentItem).get(),
    async set(given: boolean) {
      await item(consentItem).set(given)
      // What waited for consent travels; without it the alarm goes.
      void pulse.beat().catch(() => undefined)
      panels.tell('context')
      await panels.refreshLoaders()
      await showBadge(today, consent)
    },
  }
  const tellToday = () => {
    panels.tell('today')
    void showBadge(today, consent)
  }
  const owners = map(ownersItem)
  const hosts = map(hostsItem)
  const offered = async (org: string) => {
    const hubspot = (await team.membership.current())?.hubspot
    return hubspot && org === hubspot.portal ? hubspot : undefined
  }
  const adapters = createAdapters(stores, {
    consent, settings: stores.settings.get, policy, owner: owners.get,
    hub: { membership: () => team.membership.current(), token: () => team.membership.token() },
  })

  const history = createTeamHistory(stores, { sleep: clock.sleep, busy: stayAwake, late: () => panels.tell('record') })
  const connectors = {
    for: (crm: Crm) => adapters.connectors[crm],
    async connections() {
      const hubspot = (await team.membership.current())?.hubspot
      const known = new Set([...(await stores.vault.list()).map(({ org }) => org), ...(hubspot ? [orgKey({ crm: 'hubspot', org: hubspot.portal })] : [])])
      return [...known].flatMap((key): { crm: Crm; org: string }[] => {
        const [system, org = ''] = key.split(':')
        return system === 'salesforce' || system === 'hubspot' ? [{ crm: system, org }] : []
      })
    },
    pageHost: async (crm: Crm, org: string) => (await hosts.get(orgKey({ crm, org }))) ?? (crm === 'hubspot' ? (await offered(org))?.uiDomain : undefined),
  }
  const flusher = flushConsented(createOutboxFlusher({ outbox: stores.outbox, ledger: stores.ledger, connectors, clock, chance, locks, settled: (row) => {
    panels.tell('record', row.recordKey)
    tellToday()
  }, settledBatch: () => panels.tell('hub'), hub: { memberId: () => team.memberId(), append: (events, member) => team.append(events, member) } }), consent)
  const pulse = createOutboxPulse({ flusher, alarms, clock, random: chance.random() })
  const tell: Tell = {
    record: (ref) => panels.tell('record', recordKey(ref)),
    library: () => panels.tell('library'), today: tellToday, connections: () => panels.tell('connections'), settings: () => panels.tell('settings'),
    hub: () => panels.tell('hub'),
    team() {
      history.changed()
      panels.tell('record')
      tellToday()
    },
  }
  const search = createLibraryIndex({ assets: stores.assets, pieces: stores.pieces, now: clock.now })
  const eraser = erasingLearned(stores, () => learner)
  const { team, publishing, reported } = createTeamParts({ ...stores, eraser }, { consent, deliverSoon: pulse.deliverSoon, policy, search, tell })

  const app: AppDeps = {
    clock, chance, ...stores, connectors, policy, defaultPlaybook, statuses: adapters.statuses,
    ledger: {
      ...stores.ledger,
      async append(events, rows) {
        await stores.ledger.append(events, await team.rows(events, rows))
        history.changed(events)
      },
      async remove(ids) {
        const removed = await stores.ledger.remove(ids)
        history.changed()
        return removed
      },
    },
    eraser: {
      ...eraser,
      async everything() {
        await eraser.everything()
        team.membership.forget()
      },
    },
    assets: publishing.assets, staging: publishing.staging, documents: publishing.documents, playbooks: publishing.playbooks, hub: team, reported, search, tell,
    door: { open: openTab, show: showTab },
    recordUrl,
    deliverSoon: pulse.deliverSoon,
  }
  const today = createToday(app)
  const learner = createLearner(app, history)
  const reader = createRecordReader(app, history, createNoticeSources(app), learner)
  const samples = createSamples(app, readSamples)
  const connections = createConnections(app, createSignIn({ adapters, vault: stores.vault, session, policy, owners, hosts }))
  const check = createFrameCheck({ clock })
  const guard = createActGuard({
    frameIsClear: check.frameIsClear,
    liveRecord: ({ tabId }, expected) => liveRecord({ read: () => panels.shownIn(tabId), sleep: clock.sleep }, expected),
  })

  return {
    team, publishing, app, broken, stores, frames, panels, consent, hosts, history, reader, samples, connections, guard, check, pulse, session,
    places: item(placesItem),
    verdicts: createVerdictDesk(app, reader),
    sends: createSendDesk(app, reader),
    today,
    library: createLibrary(app),
    sources: createSources(app, adapters),
    playbookKeeper: createPlaybookKeeper(app),
    lessons: createPlaybookLessons(app, history),
    feedback: createFeedbackReview(app),
    handOvers: createHandOvers(app),
    ...createReviewParts(app, stores.settingsStore, { team, hubStore: stores.hubStore }),
    data: createDataCare(app),
    care: createCare(app, { pieces: stores.pieces, history }),
    context: createContext({ panels, consent, settings: stores.settings.get, policy, connectors, samples }),
    desk: { open: showDesk },
    browserFacts: () => ({ redirectUrl: redirectUrl(), adminPage: adminPage(), browser: capabilities().name }),
    diagnostics: createDiagnostics(app),
  }
}
export type Services = Awaited<ReturnType<typeof compose>>
