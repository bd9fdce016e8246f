import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeSubmissions, parseSubmissions, submissionsOf } from '@/lib/connectors/hubspot/read/form-submissions'

const guide = '6f1d2c3a-0a2b-4c5d-8e6f-7a8b9c0d1e2f'
const demo = '11111111-2222-4333-8444-555555555555'
const at = Date.UTC(2026, 8, 1, 9, 30)
const names = new Map([[guide, 'Guide download']])

describe('hs_calculated_form_submissions', () => {
  it.each<[string, string | undefined, number]>([
    ['nothing', undefined, 0],
    ['an entry without a page', `${guide}::${at}`, 1],
    ['an entry with a page', `${guide}:184993428780:${at}`, 1],
    ['several, with blanks', `${guide}::${at}; ${demo}:7:${at + 1} ;`, 2],
    ['a moment in seconds', `${guide}::1788336662`, 0],
    ['a form that is no GUID', `guide::${at}`, 0],
    ['a fourth part', `${guide}::${at}:extra`, 0],
    ['JSON', `{"form":"${guide}"}`, 0],
  ])('reads %s', (_name, text, count) => {
    expect(parseSubmissions(text)).toHaveLength(count)
  })

  it('F27 never throws, and takes nothing that is not in the text', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      for (const trace of parseSubmissions(text)) expect(text.toLowerCase()).toContain(trace.formId)
    }))
  })
})

describe('filled forms', () => {
  it('are one touch for the three events and the property entry of one submission', () => {
    const touches = mergeSubmissions([
      { at: at + 4, formId: guide, url: 'https://www.example.com/lp/guide', pageTitle: 'Warehouse guide', campaign: { name: 'bench' } },
      { at: at + 9, formTitle: 'Guide download' },
      { at: at + 20, formId: guide, pageTitle: 'Warehouse guide' },
      { at, formId: guide },
    ], names)
    expect(touches).toEqual([expect.objectContaining({
      at, kind: 'form', title: 'Warehouse guide', url: 'https://www.example.com/lp/guide', itemId: `form:${guide}`, campaign: { name: 'bench' }, signals: { deliberate: true },
    })])
  })

  it('stay two where two forms were filled in the same minute, or one twice in an hour', () => {
    expect(mergeSubmissions([{ at, formId: guide }, { at: at + 1000, formId: demo }], names)).toHaveLength(2)
    expect(mergeSubmissions([{ at, formId: guide }, { at: at + 3_600_000, formId: guide }], names)).toHaveLength(2)
  })

  it('keep their id whatever order the sources answer in', () => {
    const traces = [{ at, formId: guide }, { at: at + 900, formId: guide, url: 'https://www.example.com/lp' }, { at: at + 2000, formTitle: 'Guide download' }]
    const ids = (list: typeof traces) => mergeSubmissions(list, names).map(({ id }) => id)
    expect(ids(traces.toReversed())).toEqual(ids(traces))
  })

  it.each([
    ['the page', { at, formId: guide, pageTitle: 'Warehouse guide', formTitle: 'Old name' }, 'Warehouse guide'],
    ['the form list', { at, formId: guide, formTitle: 'Old name' }, 'Guide download'],
    ['the event', { at, formId: demo, formTitle: 'Ask for a demo' }, 'Ask for a demo'],
    ['the GUID where nothing else is known', { at, formId: demo }, demo],
  ])('are titled by %s', (_name, trace, title) => {
    expect(mergeSubmissions([trace], names)[0]?.title).toBe(title)
  })

  it('learn page and form from the first and the recent conversion', () => {
    const contact = { id: '1', properties: {
      hs_calculated_form_submissions: `${guide}::${at}`, first_conversion_event_name: 'Warehouse: the guide: Guide download', first_conversion_date: new Date(at).toISOString(),
      recent_conversion_event_name: 'Newsletter', recent_conversion_date: new Date(at + 7_200_000).toISOString(),
    } }
    expect(mergeSubmissions(submissionsOf(contact), new Map()).map(({ title, itemId }) => ({ title, itemId }))).toEqual([
      { title: 'Warehouse: the guide', itemId: `form:${guide}` }, { title: 'Newsletter', itemId: 'form:Newsletter' },
    ])
  })
})
