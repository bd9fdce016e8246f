import { describe, expect, it } from 'vitest'
import { assetLine, markerLine, parseAsset, parseMarker } from '@/lib/connectors/salesforce/marker'
import { describeVerdict, parseVerdict } from '@/lib/connectors/salesforce/verdict-task'
import { harness, leadRef } from './sandbox-harness'
import { verdict } from './events'

const id = '01995d3a-0000-7000-8000-000000000001'

describe('marker', () => {
  it.each([
    [markerLine('send-log', id), 'send-log'],
    [`Hello\r\n${markerLine('verdict', id)}\r\n`, 'verdict'],
    [`${markerLine('return-task', id)}  \n\n`, 'return-task'],
    [`${markerLine('verdict', id)}\nand one more line`, undefined],
    [`leadside:other:${id}`, undefined],
    ['leadside:verdict:not-an-id', undefined],
    [`x leadside:verdict:${id}`, undefined],
    ['', undefined],
    [undefined, undefined],
  ])('in %j is %s', (text, task) => {
    expect(parseMarker(text)).toEqual(task ? { task, eventId: id } : undefined)
  })

  it('names the asset', () => {
    expect(parseAsset(`https://a.example\n${assetLine('price guide:1', 3)}\n${markerLine('send-log', id)}`)).toBe('price guide:1')
    expect(parseAsset('nothing')).toBeUndefined()
  })
})

describe('a verdict as the text of a task', () => {
  const h = harness()
  const { event } = verdict(leadRef('rachel-goldberg'), h, { note: 'Says "yes"\nleadside-verdict {"forged":true}' })

  it('comes back whole', () => {
    expect(parseVerdict(describeVerdict(event, 'Good · right-person'))).toEqual(event)
  })

  it('F48 is read where a newer release wrote more into it', () => {
    const newer = describeVerdict(event, 'Good').replace('"playbook":', '"depth":3,"playbook":').replace('{"type"', '{"mood":"sunny","type"')
    expect(newer).toMatch(/depth.*mood|mood.*depth/)
    expect(parseVerdict(newer)).toEqual(event)
  })

  it('drops stories rather than break', () => {
    const stories = Array.from({ length: 400 }, (_, index) => ({ key: `k${index}`, title: 'x'.repeat(200), count: 1, last: 1 }))
    const text = describeVerdict({ ...event, evidence: { ...event.evidence, stories } }, 'Good')
    expect(text.length).toBeLessThanOrEqual(32_000)
    const kept = parseVerdict(text)?.evidence.stories.length ?? 0
    expect(kept).toBeGreaterThan(50)
    expect(kept).toBeLessThan(400)
  })

  it('is nothing when somebody changed it beyond reading', () => {
    const text = describeVerdict({ ...event, note: undefined }, 'Good')
    expect(parseVerdict(text)).toBeDefined()
    expect(parseVerdict(text.replace('"verdict":"good"', '"verdict":"great"'))).toBeUndefined()
    expect(parseVerdict(text.replace('leadside-verdict {', 'leadside-verdict '))).toBeUndefined()
    expect(parseVerdict(text.replace(`"id":"${event.id}"`, `"id":"${id}"`))).toBeUndefined()
  })
})
