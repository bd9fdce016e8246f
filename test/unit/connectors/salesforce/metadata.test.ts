import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { feedbackFields, feedbackLengths, feedbackObject } from '@/lib/connectors/salesforce/feedback-fields'
import { verdictValue } from '@/lib/domain/ledger'
import { leadFeedback } from '../../../sandbox/salesforce/schema/activity.ts'

const root = new URL('../../../../docs/salesforce/', import.meta.url)
const home = `force-app/main/default/objects/${feedbackObject}/`
const read = (path: string) => readFileSync(new URL(encodeURI(path), root), 'utf8')
const all = (text: string, tag: string) => [...text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, value]) => value ?? '')
const fieldFiles = readdirSync(new URL(`${home}fields/`, root))
const field = (name: string) => read(`${home}fields/${name}.field-meta.xml`)

describe('the metadata an admin deploys', () => {
  it('holds every field the connector writes and reads, and no other', () => {
    const deployed = fieldFiles.map((file) => file.replace('.field-meta.xml', '')).toSorted()
    expect(deployed).toEqual(feedbackFields.filter((name) => name.endsWith('__c')).toSorted())
    for (const name of deployed) expect(all(field(name), 'fullName')[0]).toBe(name)
  })

  it('has a key that lets nothing be written twice', () => {
    for (const tag of ['externalId', 'unique', 'caseSensitive']) expect(all(field('Feedback_Key__c'), tag)).toEqual(['true'])
    expect(Number(all(field('Feedback_Key__c'), 'length')[0])).toBe(36)
  })

  it('offers the four verdicts and no other', () => {
    expect(all(field('Verdict__c'), 'fullName').slice(1)).toEqual(verdictValue.options)
    expect(all(field('Verdict__c'), 'restricted')).toEqual(['true'])
  })

  it.each([
    ['Reason__c', feedbackLengths.reason], ['Note__c', feedbackLengths.note], ['Rep_Name__c', feedbackLengths.repName], ['Campaign__c', feedbackLengths.campaign],
    ['Source__c', feedbackLengths.source], ['Playbook_Version__c', feedbackLengths.playbook], ['Evidence__c', feedbackLengths.evidence], ['Supersedes__c', 36],
  ])('gives %s the %i characters the connector counts on', (name, length) => {
    expect(Number(all(field(name), 'length')[0])).toBe(length)
  })

  it('points where it says', () => {
    expect([['Lead__c', 'Lead'], ['Contact__c', 'Contact'], ['Rep__c', 'User']].map(([name = '', target]) => [all(field(name), 'referenceTo')[0], target])).toEqual([['Lead', 'Lead'], ['Contact', 'Contact'], ['User', 'User']])
    for (const name of ['Lead__c', 'Contact__c', 'Rep__c']) expect(all(field(name), 'deleteConstraint')).toEqual(['SetNull'])
  })

  it('makes every field visible to those who get the permission set', () => {
    const set = read('force-app/main/default/permissionsets/Leadside_User.permissionset-meta.xml')
    expect(all(set, 'field').toSorted()).toEqual(fieldFiles.map((file) => `${feedbackObject}.${file.replace('.field-meta.xml', '')}`).toSorted())
    expect(all(set, 'editable')).toEqual(fieldFiles.map(() => 'true'))
    for (const [right, value] of [['allowCreate', 'true'], ['allowEdit', 'true'], ['allowRead', 'true'], ['allowDelete', 'false'], ['viewAllRecords', 'false'], ['modifyAllRecords', 'false']] as const) {
      expect(all(set, right)).toEqual([value])
    }
  })

  it('lists and lays out fields that exist', () => {
    const known = new Set(['NAME', 'Name', 'CreatedById', 'LastModifiedById', ...fieldFiles.map((file) => file.replace('.field-meta.xml', ''))])
    const views = readdirSync(new URL(`${home}listViews/`, root)).map((file) => read(`${home}listViews/${file}`))
    const used = [...views.flatMap((view) => [...all(view, 'columns'), ...all(view, 'field')]), ...all(read('force-app/main/default/layouts/Lead_Feedback__c-Lead Feedback Layout.layout-meta.xml'), 'field')]
    expect(used.filter((name) => !known.has(name))).toEqual([])
    expect(views.length).toBeGreaterThan(0)
  })

  it('is what the stand-in holds its writers to', () => {
    const types: Record<string, string> = { string: 'Text', reference: 'Lookup', picklist: 'Picklist', date: 'Date', datetime: 'DateTime', textarea: 'LongTextArea' }
    const lengthOf = (type: string, length: number) => (type === 'string' || type === 'textarea' ? String(length) : undefined)
    const custom = leadFeedback.fields.filter((candidate) => candidate.name.endsWith('__c'))
    expect(custom.map(({ name }) => [name, all(field(name), 'type')[0], all(field(name), 'length')[0]]))
      .toEqual(custom.map(({ name, type, length }) => [name, types[type], lengthOf(type, length)]))
  })
})
