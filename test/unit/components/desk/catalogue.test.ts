import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parts as playbookParts } from '@/components/desk/playbook/part-tabs'
import { assetStatuses } from '@/components/desk/library/filter-assets'
import { libraryTabs } from '@/components/desk/library/library-tabs'
import { pages } from '@/components/desk/shell/route'
import { groupings } from '@/lib/domain/acceptance-groups'
import { assetKind } from '@/lib/domain/asset'
import { assetFields } from '@/lib/domain/asset-columns'
import { careTopics } from '@/lib/domain/care'
import { connection } from '@/lib/domain/connection'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { clauseKind } from '@/lib/domain/definitions/clause'
import { clauseState } from '@/lib/domain/definitions/result'
import { actionOf, errorKind } from '@/lib/domain/errors'
import { findingState } from '@/lib/domain/finding'
import { attributions } from '@/lib/domain/hand-overs/attribution'
import { handOverBy } from '@/lib/domain/hand-over'
import { campaignBy } from '@/lib/domain/influence'
import { handOverLack } from '@/lib/domain/hand-over-ports'
import { hubErasure, hubRole } from '@/lib/domain/hub'
import { conflictFields } from '@/components/desk/library/asset-conflict'
import { funnelSteps } from '@/lib/domain/hand-overs/funnel'
import { rowProblems } from '@/lib/domain/import/read-asset'
import { sendChannel, verdictValue } from '@/lib/domain/ledger'
import { outboxRow } from '@/lib/domain/outbox'
import { promiseKind } from '@/lib/domain/promises/promise'
import { linkState } from '@/lib/domain/link-check'
import { matrixColumns } from '@/lib/domain/library-matrix'
import { setAside, sourceKind } from '@/lib/domain/source'
import { touchKind } from '@/lib/domain/touch'
import { vocabularyFamily } from '@/lib/domain/unmapped'
import { unanswerables } from '@/lib/domain/review/hub-summary'

type Entry = string | { [key: string]: Entry }
const root = new URL('../../../../', import.meta.url)
const catalogue = parse(readFileSync(new URL('locales/en.yml', root), 'utf8')) as Entry
const find = (key: string) => key.replaceAll('-', '_').split('.').reduce<Entry | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), catalogue)
const read = (folder: string) => readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')).join('\n')
const texts = (source: string, pattern: RegExp) => [...new Set([...source.matchAll(pattern)].map(([, text = '']) => text))]

const desk = read('components/desk')
const connectors = read('lib/connectors')
const abilities = [...texts(connectors, /\bability\('([a-z-]+)'/g), ...texts(connectors, /\{ name: '(hs-[a-z-]+)', scopes:/g)]
const acts = texts(read('hub'), /\bact: ['`]([a-z-]+[a-z])(?:'|[- ]\$)/g).filter((act) => !['hubspot', 'hubspot-connected', 'settings-links'].includes(act))
const { state, mode, abilities: reported } = connection.shape
const whoCan = reported.def.element.shape.who.def.innerType.options

/** What each key that is put together on the desk can end in. */
const endings: Record<string, readonly string[]> = {
  'connect.state_': state.options, 'connect.mode_': mode.options, 'connect.who_': whoCan, 'connect.step_': ['made', 'present', 'failed'],
  'consent.': ['what', 'where', 'why', ...texts(desk, /const kinds = \[([^\]]+)\]/g).flatMap((list) => [...list.matchAll(/'([\w-]+)'/g)].flatMap(([, kind]) => [`${kind}_what`, `${kind}_where`, `${kind}_why`]))],
  'desk.page_': pages.filter((page) => page !== 'set-up'), 'import.field_': assetFields,
  'library.status_': assetStatuses, 'library.tab_': libraryTabs, 'assetPage.link_': linkState.shape.state.options, 'gaps.by_': matrixColumns,
  'care.topic.': careTopics, 'care.about.': careTopics, 'care.because.': careTopics.filter((topic) => topic !== 'duplicate' && topic !== 'unopened'),
  'library.column_': ['title', 'kind', 'status', 'verified', 'actions'],
  'assetForm.': ['topics', 'stages', 'personas', 'industries', 'products'],
  'feedback.by_': groupings, 'feedback.column_': ['record', 'verdict', 'note', 'campaign', 'source', 'rep', 'date'], 'feedback.look_': ['first', 'second'],
  'overview.by_': groupings, 'overview.any_': groupings, 'overview.hubCannot_': unanswerables, 'overview.credit_': attributions, 'overview.creditNote_': attributions, 'overview.way_': campaignBy.options, 'overview.wayShort_': campaignBy.options,
  'handOvers.step_': funnelSteps, 'handOvers.lack_': handOverLack.shape.part.options, 'handOvers.': ['good-lost', 'wrong-won'],
  'handOvers.way_': handOverBy.options, 'handOvers.values_': handOverBy.options, 'handOvers.note_': handOverBy.options, 'handOvers.rule_': handOverBy.options,
  'sources.state_': ['fine', 'paused', 'failed', 'new', 'reading', 'partly'], 'sources.kind_': sourceKind.options, 'sources.setAside_': [...setAside.shape.what.options, 'conflict', 'invalid'], 'import.doing_': ['read', 'plan', 'write'],
  'finding.state_': findingState.options, 'finding.to_': findingState.options.slice(1),
  'sendSettings.role_': ['rep', 'marketer'], 'sendSettings.channel_': sendChannel.options.filter((channel) => channel !== 'meeting'),
  'hub.act_': [...acts, 'hubspot-read', 'hubspot-call', 'hubspot-connected', 'links', 'statuses'],
  'team.role_': hubRole.options, 'team.links_': ['localhost', 'off'], 'team.mode_': ['off', 'aggregate', 'person'].flatMap((way) => [way, `${way}Hint`]), 'team.field-': conflictFields,
  'verdict.': verdictValue.options, 'touch.': touchKind.options,
  'playbook.part_': playbookParts, 'playbook.': ['personas', 'industries', 'products'].flatMap((family) => [family, `${family}Lead`]), 'playbook.add_': ['personas', 'industries', 'products'],
  'playbook.unmapped_': vocabularyFamily.options, 'playbook.promise_': promiseKind.options, 'playbook.spread_': ['quarter', 'half', 'whole', 'double', 'fourfold', 'longer', 'waiting'],
  'clause.kind_': clauseKind.options, 'clause.words_': ['title', 'source', 'country'], 'definition.state_': clauseState.options, 'panel.header.turn_': ['marketing', 'sales'],
  'ability.': abilities, 'importProblem.': rowProblems, 'asset.': assetKind.options, 'error.': errorKind.options,
  'errorAction.': errorKind.options.map(actionOf).filter((action) => action !== 'none'),
  'deskWarning.': ['data-lost', 'storage-broken', 'settings-reset', 'policy-ignored', 'erasure-refused'], 'data.personAtHub_': hubErasure.options,
  'outbox.task-': outboxRow.shape.task.options, 'outbox.state-': outboxRow.shape.state.options,
  'reason.': Object.values(defaultPlaybook.reasons).flat().map(({ id }) => id), 'stage.': defaultPlaybook.stages.map(({ id }) => id),
}

describe('keys that are put together at run time', () => {
  it.each(Object.entries(endings))('%s… are all in the catalogue', (start, ends) => {
    expect(ends.length).toBeGreaterThan(0)
    expect(ends.map((end) => start + end).filter((key) => find(key) === undefined)).toEqual([])
  })

  it('are all known here: a new one needs its line above', () => {
    const used = [
      ...texts(desk, /message\(`([^`$]+)\$\{/g),
      ...[...desk.matchAll(/labelKey\('(\w+)', (?:`([\w-]*)\$|\w)/g)].map(([, family = '', start = '']) => `${family}.${start}`),
    ]
    expect(used.length).toBeGreaterThan(15)
    expect(used.filter((start) => !Object.hasOwn(endings, start))).toEqual([])
  })

  it('name every ability a connector reports', () => {
    expect(abilities.filter((name) => name.startsWith('sf-')).length).toBeGreaterThan(5)
    expect(abilities.filter((name) => name.startsWith('hs-')).length).toBeGreaterThan(5)
  })
})
