import type { Handlers } from '@/lib/bus/server'
import type { deskMessages } from '@/lib/bus/protocol/desk'
import { deskFacts } from '@/lib/app/desk-state'
import { listOutbox } from '@/lib/app/list-outbox'
import { saveSettings } from '@/lib/app/save-settings'
import type { Services } from '../compose'
import type { LibraryName } from './library'

type DeskHandlers = Omit<Pick<Handlers, keyof typeof deskMessages>, LibraryName>

/** What the desk asks for, each message to its use case. */
export function deskHandlers(services: Services): DeskHandlers {
  const { app, consent, connections, feedback, samples, data, browserFacts, diagnostics } = services
  return {
    'desk.state': async () => ({
      ...(await deskFacts(app, { consented: await consent.given(), connections, samples })), ...browserFacts(),
    }),
    'consent.give': async () => (await consent.set(true), null),
    'consent.withdraw': async () => (await consent.set(false), null),
    'settings.save': async (patch) => {
      const saved = await saveSettings(app, patch)
      app.tell.settings()
      return saved
    },
    'warning.dismiss': async ({ id }) => (await app.warnings.dismiss(id), null),

    'salesforce.oauth': ({ org, clientId }) => connections.salesforceOauth(org, clientId),
    'salesforce.session': ({ org }) => connections.salesforceSession(org),
    'hubspot.token': ({ token }) => connections.hubspotToken(token),
    'hubspot.owners': ({ org }) => connections.hubspotOwners(org),
    'hubspot.iam': ({ org, ownerId }) => connections.hubspotIam(org, ownerId),
    'hubspot.setup': ({ org }) => connections.hubspotSetUp(org),
    'connection.test': ({ crm, org }) => connections.test(crm, org),
    'connection.disconnect': ({ crm, org, undelivered }) => connections.disconnect(crm, org, undelivered),

    'feedback.page': (query) => feedback.page(query),
    'feedback.read-team': () => feedback.readTeam(),

    'samples.load': () => samples.load(),
    'samples.remove': async () => (await samples.remove(), null),

    'data.export': ({ after }) => data.export(after),
    'data.restore': (chunk) => data.restore(chunk),
    'data.delete-all': ({ untold }) => data.deleteAll(untold),
    'data.find-person': ({ query }) => data.findPerson(query),
    'data.delete-person': ({ query }) => data.deletePerson(query),
    'data.diagnostics': () => diagnostics(),
    'outbox.list': () => listOutbox(app),
  }
}
